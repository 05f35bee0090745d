// The server's clock on a screen whose own clock may be wrong by years: an offset to `performance.now()`, taken from
// the exchange that took least time.

/** An older reading loses this much trust per ms, so that a screen's drift is followed. */
const DRIFT = 0.0005;

export class ServerClock {
  readonly #ticks: () => number;
  #offset: number;
  #doubt = Number.POSITIVE_INFINITY;
  #readAt = 0;
  #isHeard = false;

  /** Until the server has spoken, `guess` stands for its time now. */
  constructor(guess: number, ticks: () => number = () => performance.now()) {
    this.#ticks = ticks;
    this.#offset = guess - ticks();
  }

  /** Takes the server's time as heard just now; `roundTripMs` is how long the exchange took, where that is known. */
  hear(serverNow: number, roundTripMs = 1000): void {
    const now = this.#ticks();
    const doubt = this.#doubt + (now - this.#readAt) * DRIFT;
    if (roundTripMs > doubt) return;
    this.#isHeard = true;
    this.#doubt = roundTripMs;
    this.#readAt = now;
    this.#offset = serverNow + roundTripMs / 2 - now;
  }

  /** Forgets how good the last reading was: after a cut the machine may have slept. */
  distrust(): void {
    this.#doubt = Number.POSITIVE_INFINITY;
  }

  /** Whether the server has told its time; before that it is a guess. */
  get isHeard(): boolean {
    return this.#isHeard;
  }

  /** The server's time, epoch ms. */
  now(): number {
    return this.#ticks() + this.#offset;
  }
}
