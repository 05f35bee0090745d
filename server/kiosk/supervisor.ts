// Keeps the browser open: starts it again when it crashes, and knows a crash from a person who closed it.
import type { Clock } from '../clock.ts';
import { pause } from './pause.ts';

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;
/** A browser that ran as long was well: what ended it is a new matter. */
const STEADY_MS = 10 * 60_000;

/** How a browser ended; `fault` where it did not even start. */
export interface Outcome {
  code: number | null;
  signal: string | null;
  fault?: string;
}

export interface OpenBrowser {
  ended: Promise<Outcome>;
  end: () => void;
}

export interface Kiosk {
  /** Resolves once it makes sense to open the browser. */
  ready: () => Promise<void>;
  open: () => OpenBrowser;
  clock: Clock;
  say: (text: string) => void;
  /** Ends the browser, and all. */
  stop: AbortSignal;
}

/** Resolves once a person closed the browser, or the kiosk was stopped. */
export async function keepOpen({ ready, open, clock, say, stop }: Kiosk): Promise<void> {
  for (let crashes = 0; ; crashes++) {
    await ready();
    if (stop.aborted) return;
    const openedAt = clock.now();
    const browser = open();
    stop.addEventListener('abort', browser.end);
    const outcome = await browser.ended;
    stop.removeEventListener('abort', browser.end);
    if (stop.aborted) return;
    if (outcome.code === 0) return say('The browser was closed.');
    if (clock.now() - openedAt >= STEADY_MS) crashes = 0;
    const pauseMs = pauseAfter(crashes);
    say(`The browser ended (${reasonOf(outcome)}). Opening it again in ${pauseMs / 1000} s.`);
    await pause(clock, pauseMs, stop);
  }
}

/** 2 s, and twice as long each time, up to a minute: a broken machine must not be kept busy by its own repair. */
export function pauseAfter(crashes: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** crashes, LONGEST_PAUSE_MS);
}

function reasonOf({ code, signal, fault }: Outcome): string {
  return fault ?? signal ?? `exit code ${code}`;
}
