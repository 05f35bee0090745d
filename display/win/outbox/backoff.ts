// When what could not be sent is tried again.
import type { Kept } from './entry.ts';

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Nobody has tried to send it, and it is due. */
export function untried(now: number) {
  return { attempts: 0, nextAt: now, lease: null, refusal: null };
}

/** Free for any tab, after ever longer waits; `retryAfterMs` is the server's own wish. */
export function postponed(
  entry: Kept,
  retryAfterMs: number | null,
  { now, random }: { now: () => number; random: () => number },
): Kept {
  const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(entry.attempts, 10));
  const delayMs = Math.max(retryAfterMs ?? 0, backoff * (0.75 + random() / 2));
  return { ...entry, attempts: entry.attempts + 1, nextAt: now() + delayMs, lease: null };
}
