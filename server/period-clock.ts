// Rolls periods over at their boundary, also one that passed while the server was down. Rule PD5.
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { Ledger } from './ledger/ledger.ts';

/** A failed roll-over is tried again after this. */
const RETRY_MS = 10_000;
/** Where no period runs, a boundary has passed and its roll-over is due: it may have lost its wake-up to a commit. */
const OVERDUE_MS = 500;

export class PeriodClock {
  readonly #ledger: Ledger;
  readonly #directory: Directory;
  readonly #clock: Clock;
  readonly #onFailure: (error: unknown) => void;
  #cancel: () => void = () => undefined;

  constructor(ledger: Ledger, directory: Directory, clock: Clock, onFailure: (error: unknown) => void) {
    this.#ledger = ledger;
    this.#directory = directory;
    this.#clock = clock;
    this.#onFailure = onFailure;
  }

  /** Catches up with the boundaries that passed, then waits for the next. */
  async start(): Promise<void> {
    if (this.#directory.office) await this.#ledger.run('period:roll', { type: 'system' }, {});
    this.schedule();
  }

  /** Waits for the end of the period that runs now; called again whenever that may have changed. */
  schedule(): void {
    this.#cancel();
    const now = this.#clock.now();
    if (!this.#directory.office) return;
    const running = this.#directory.runningPeriod(now);
    this.#wait(running ? running.endsAt - now : OVERDUE_MS);
  }

  stop(): void {
    this.#cancel();
  }

  #wait(ms: number): void {
    this.#cancel = this.#clock.after(ms, () => {
      this.start().catch((error: unknown) => {
        this.#onFailure(error);
        this.#wait(RETRY_MS);
      });
    });
  }
}
