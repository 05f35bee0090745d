// Time, injected: the server asks this clock, and tests move it by hand.
export interface Clock {
  now: () => number;
  /** Calls back once after so many ms; the answer cancels it. */
  after: (ms: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, 2_147_483_647));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
