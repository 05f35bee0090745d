// Notices that another process (an import from the command line) has written to the same file.
import type { Clock } from './clock.ts';
import type { Tables } from './store/store.ts';

const CHECK_MS = 2_000;

export class OutsideCommits {
  readonly #tables: Tables;
  readonly #clock: Clock;
  readonly #onOutside: () => void;
  /** The latest rev that this process has heard of. */
  #known: number;
  /** A rev that was ahead of it at the last check: our own commits are heard of before the next one. */
  #suspect = 0;
  #cancel: () => void = () => undefined;

  constructor(tables: Tables, clock: Clock, onOutside: () => void) {
    this.#tables = tables;
    this.#clock = clock;
    this.#onOutside = onOutside;
    this.#known = this.#read();
    this.#wait();
  }

  /** Our own commit. They come one by one: a rev that was skipped is another process's. */
  own(rev: number): void {
    const skipped = rev > this.#known + 1;
    this.#known = Math.max(this.#known, rev);
    if (skipped) this.#onOutside();
  }

  stop(): void {
    this.#cancel();
  }

  #wait(): void {
    this.#cancel = this.#clock.after(CHECK_MS, () => {
      this.#check();
      this.#wait();
    });
  }

  #check(): void {
    const rev = this.#read();
    if (rev <= this.#known) return;
    const isSure = this.#suspect > this.#known;
    this.#suspect = rev;
    if (!isSure) return;
    this.#known = rev;
    this.#onOutside();
  }

  #read(): number {
    return this.#tables.revision.read()?.rev ?? 0;
  }
}
