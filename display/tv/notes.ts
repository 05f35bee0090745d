// Things that the wall mentions for a while: a win that was missed, one that was taken back, its own name.
import type { Win } from '../../shared/patch.ts';

export interface Noted {
  /** Wins of a cut. */
  missed: readonly Win[];
  /** A win that was taken back (rule CE3). */
  withdrawn: Win | null;
  /** A manager looks for this screen. */
  isNamed: boolean;
}

export const NOTHING_NOTED: Noted = { missed: [], withdrawn: null, isNamed: false };

const LASTS_MS: Readonly<Record<keyof Noted, number>> = { missed: 15_000, withdrawn: 15_000, isNamed: 10_000 };

export class Notes {
  readonly #onChange: (change: Partial<Noted>) => void;
  readonly #timers: Partial<Record<keyof Noted, ReturnType<typeof setTimeout>>> = {};

  constructor(onChange: (change: Partial<Noted>) => void) {
    this.#onChange = onChange;
  }

  /** Mentions something from now on, for a while. */
  take<K extends keyof Noted>(key: K, value: Noted[K]): void {
    clearTimeout(this.#timers[key]);
    this.#onChange({ [key]: value });
    this.#timers[key] = setTimeout(() => this.#onChange({ [key]: NOTHING_NOTED[key] }), LASTS_MS[key]);
  }

  /** Mentions nothing of what hangs here. */
  clear(): void {
    this.stop();
    this.#onChange(NOTHING_NOTED);
  }

  stop(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
  }
}
