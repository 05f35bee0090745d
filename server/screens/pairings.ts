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

  /** The TV that shows a code. Refuses a wrong one by its field, and one who guesses (429). */
  find(typed: string, who: string): Pairing {
    this.#sweep();
    const pairing = this.#byCode.get(readCode(typed) ?? '');
    if (pairing) return pairing;
    if (!this.#mayGuess(who)) throw new Refusal('request/too-many');
    const message = 'is shown by no screen, or not any more';
    throw new Refusal('screen/no-code', [{ field: 'code', code: 'screen/no-code', message }]);
  }

  /** It is being claimed: nobody else can. */
  close({ code }: Pick<Pairing, 'code'>): void {
    this.#byCode.delete(code);
  }

  /** The claim failed: it can be claimed again. */
  reopen(pairing: Pairing): void {
    this.#byCode.set(pairing.code, pairing);
  }

  #mayGuess(who: string): boolean {
    const known = this.#guesses.get(who) ?? new Allowance(GUESSES, 1 / GUESS_EVERY_S, this.#clock);
    this.#guesses.set(who, known);
    return known.take();
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
    for (const { code, expiresAt } of this.#byCode.values()) {
      if (expiresAt <= now || this.#byCode.size >= MOST) this.#byCode.delete(code);
    }
  }
}
