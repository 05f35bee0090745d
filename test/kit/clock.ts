// A clock that tests move by hand.
import type { Clock } from '../../server/clock.ts';

export interface ManualClock extends Clock {
  /** Moves to an instant and runs what was due on the way, in order. */
  moveTo: (at: number) => void;
  advance: (ms: number) => void;
  /** Moves as a machine does that slept: everything that was due runs afterwards, once. */
  sleepUntil: (at: number) => void;
}

interface Alarm {
  at: number;
  run: () => void;
}

export function manualClock(startsAt: number): ManualClock {
  let now = startsAt;
  const alarms = new Set<Alarm>();
  const moveTo = (at: number): void => {
    for (;;) {
      const next = [...alarms].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > at) break;
      alarms.delete(next);
      now = Math.max(now, next.at);
      next.run();
    }
    now = at;
  };
  return {
    now: () => now,
    after(ms, run) {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    moveTo,
    advance: (ms) => moveTo(now + ms),
    sleepUntil(at) {
      now = at;
      moveTo(at);
    },
  };
}
