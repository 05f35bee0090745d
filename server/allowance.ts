// How often something may be done: a burst, then so many a second (a token bucket). Nothing is lost that comes in at
// the pace of people and screens; what comes without end is dropped.
import type { Clock } from './clock.ts';

export class Allowance {
  readonly #burst: number;
  readonly #perMs: number;
  readonly #clock: Pick<Clock, 'now'>;
  #left: number;
  #filledAt: number;

  constructor(burst: number, perSecond: number, clock: Pick<Clock, 'now'>) {
    this.#burst = burst;
    this.#perMs = perSecond / 1000;
    this.#clock = clock;
    this.#left = burst;
    this.#filledAt = clock.now();
  }

  /** Whether it may be done once more, or so many times at once, now. */
  take(times = 1): boolean {
    const mayTake = this.waitMs(times) === 0;
    if (mayTake) this.#left -= times;
    return mayTake;
  }

  /** Whether it may be done, now; nothing is taken. */
  has(): boolean {
    return this.waitMs() === 0;
  }

  /** How long until it may be done, so many times at once (never more than a burst); 0 for now. */
  waitMs(times = 1): number {
    const now = this.#clock.now();
    this.#left = Math.min(this.#burst, this.#left + Math.max(0, now - this.#filledAt) * this.#perMs);
    this.#filledAt = now;
    return this.#left >= times ? 0 : Math.ceil((times - this.#left) / this.#perMs);
  }

  /** Takes back that it was done once: it does not count. */
  giveBack(): void {
    this.#left = Math.min(this.#burst, this.#left + 1);
  }
}
