// Waits until it is Winboard that answers: a Pi that is up before the server must not show the browser's error page,
// nor the sign-in page of a network.
import type { Clock } from '../clock.ts';
import { pause } from './pause.ts';

const EVERY_MS = 2000;
const PATIENCE_MS = 5000;

export interface Waiting {
  fetch: (url: URL, init: { signal: AbortSignal }) => Promise<Response>;
  clock: Clock;
  say: (text: string) => void;
  stop: AbortSignal;
}

/** Resolves once Winboard answers, or the kiosk is to stop. Says once what is in the way. */
export async function waitForWinboard(url: URL, { fetch, clock, say, stop }: Waiting): Promise<void> {
  const health = new URL('/healthz', url);
  const said = new Set<string>();
  while (!stop.aborted) {
    const obstacle = await ask(health, fetch, stop);
    if (obstacle === null || stop.aborted) return;
    if (!said.has(obstacle)) say(`${obstacle} Asking again every ${EVERY_MS / 1000} s.`);
    said.add(obstacle);
    await pause(clock, EVERY_MS, stop);
  }
}

async function ask(health: URL, fetch: Waiting['fetch'], stop: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(health, { signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]) });
    const type = response.headers.get('content-type')?.split(';')[0] ?? 'nothing';
    const body: unknown = type === 'application/json' ? await response.json() : null;
    if (response.ok && isHealth(body)) return null;
    return response.ok
      ? `What answers at ${health.origin} is not Winboard (${type}): another program, or a network that asks to sign in.`
      : `Winboard does not answer yet at ${health.origin} (${response.status}).`;
  } catch (error) {
    return `Winboard does not answer yet at ${health.origin} (${reasonOf(error)}).`;
  }
}

function isHealth(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === true;
}

/** What fetch throws says "fetch failed" and keeps the reason in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
