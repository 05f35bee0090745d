// Whether a screen does its work, at a glance. Rule SC12.
import { playsAt, type LocalMoment } from './scenes.ts';
import type { ScreenSettings } from './screen.ts';

/** `new` has never been seen; `missing` should be here and is not; `asleep` is not, in its dark hours. */
export type Health = 'well' | 'troubled' | 'missing' | 'asleep' | 'new';

/** A cut that is shorter is none: a server that starts, a page that loads afresh. */
export const MISSED_AFTER_MS = 60_000;

interface Seen {
  lastSeenAt: number | null;
  settings: Pick<ScreenSettings, 'darkHours'>;
  status: { connected: boolean; faults: readonly unknown[] } | null;
}

/** A screen's health at `now`, which is `moment` in the office's zone. */
export function healthOf({ lastSeenAt, settings, status }: Seen, now: number, moment: LocalMoment): Health {
  if (status?.connected) return status.faults.length > 0 ? 'troubled' : 'well';
  if (lastSeenAt === null) return 'new';
  const { darkHours } = settings;
  if (darkHours && playsAt({ days: [], ...darkHours }, moment)) return 'asleep';
  return now - lastSeenAt < MISSED_AFTER_MS ? 'well' : 'missing';
}
