// TVs that nobody has claimed yet: each has a secret of its own and shows a code for it. Kept in memory alone, since
// strangers may ask for one: a TV whose code is gone with the server asks for another by itself. Rule SC9.
import { randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, CODE_MS, readCode } from '../../shared/pairing.ts';
import { Refusal } from '../../shared/problem.ts';
import { Allowance } from '../allowance.ts';
import { hashSecret, makeSecret, SCREEN_PREFIX } from '../auth.ts';
import type { Clock } from '../clock.ts';

export interface Pairing {
  code: string;
  expiresAt: number;
  /** The digest of the TV's secret, its token to be. */
  hash: string;
}

/** More TVs than an office sets up at once; the oldest code gives way. */
const MOST = 500;
/** Wrong codes that one manager may type: some at once, then one in so many seconds. */
const GUESSES = 10;
const GUESS_EVERY_S = 30;

export class Pairings {
  readonly #clock: Clock;
  readonly #byCode = new Map<string, Pairing>();
  /** Claims that are under way. */
  readonly #claimed = new Set<Pairing>();
  readonly #guesses = new Map<string, Allowance>();
  readonly #listeners: ((pairing: Pairing) => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Told of every TV that asks to be claimed. */
  listen(listener: (pairing: Pairing) => void): void {
    this.#listeners.push(listener);
  }

  /** A code and a secret for a TV; the secret is given this once. */
  open(): Pairing & { secret: string } {
    this.#sweep();
    const { secret, hash } = makeSecret(SCREEN_PREFIX);
    const pairing = { code: this.#freeCode(), expiresAt: this.#clock.now() + CODE_MS, hash };
    this.#byCode.set(pairing.code, pairing);
    for (const listener of this.#listeners) listener(pairing);
    return { ...pairing, secret };
  }

  /** What a waiting TV's secret stands for; null where it has expired or was never given. */
  ofSecret(secret: string): Pairing | null {
    this.#sweep();
    const hash = hashSecret(secret);
    return [...this.#byCode.values()].find((one) => one.hash === hash) ?? null;
  }

  /**
   * Claims the TV that shows a code: `work` puts it into the books. Until that is done nobody else can claim it, and the
   * TV is told to wait; where it fails, the code can be claimed again. Refuses a wrong code by its field, and one who
   * guesses (429).
   */
  async claim<T>(typed: string, who: string, work: (pairing: Pairing) => Promise<T>): Promise<T> {
    const pairing = this.#find(typed, who);
    this.#claimed.add(pairing);
    try {
      const made = await work(pairing);
      this.#byCode.delete(pairing.code);
      return made;
    } finally {
      this.#claimed.delete(pairing);
    }
  }

  #find(typed: string, who: string): Pairing {
    this.#sweep();
    const code = readCode(typed);
    const guesses = this.#guesses.get(who) ?? new Allowance(GUESSES, 1 / GUESS_EVERY_S, this.#clock);
    this.#guesses.set(who, guesses);
    // Before the code is looked at: one who guesses is not told that this guess was right.
    if (code !== null && !guesses.has()) throw new Refusal('request/too-many');
    const pairing = this.#byCode.get(code ?? '');
    if (pairing && !this.#claimed.has(pairing)) return pairing;
    if (code !== null) guesses.take();
    const message = 'is shown by no screen, or not any more';
    throw new Refusal('screen/no-code', [{ field: 'code', code: 'screen/no-code', message }]);
  }

  #freeCode(): string {
    for (;;) {
      const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? '');
      const code = letters.join('');
      if (!this.#byCode.has(code)) return code;
    }
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const pairing of this.#byCode.values()) {
      const { code, expiresAt } = pairing;
      if (this.#claimed.has(pairing)) continue;
      if (expiresAt <= now || this.#byCode.size >= MOST) this.#byCode.delete(code);
    }
  }
}
