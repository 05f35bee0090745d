// What time alone does to who is let in: a rep's last day ends at the office's midnight, though nobody writes anything
// then; and that sessions are used goes into the books now and then, since a write for each request would be too many.
import { windowAt } from '../shared/time.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { Ledger } from './ledger/ledger.ts';

const WRITE_EVERY_MS = 60_000;

export interface DoorsOptions {
  clock: Clock;
  directory: Directory;
  /** Called as a day of the office begins. */
  onDay: () => void;
  ledger: Ledger;
  onFailure: (error: unknown) => void;
}

export class Doors {
  readonly #options: DoorsOptions;
  #cancelDay: () => void = () => undefined;
  #cancelWrite: () => void = () => undefined;

  constructor(options: DoorsOptions) {
    this.#options = options;
    this.schedule();
    this.#writeLater();
  }

  /** Waits for the next midnight; called again whenever the office's zone may have changed. */
  schedule(): void {
    this.#cancelDay();
    const { clock, directory, onDay } = this.#options;
    const now = clock.now();
    if (!directory.office) return;
    this.#cancelDay = clock.after(windowAt('day', now, directory.office).endsAt - now, () => {
      onDay();
      this.schedule();
    });
  }

  /** Tells the books who was seen; also before a stop. */
  write(): void {
    const { directory, ledger, onFailure } = this.#options;
    const sightings = directory.takeSightings();
    if (sightings.length > 0) ledger.run('sessions:seen', { type: 'system' }, { sightings }).catch(onFailure);
  }

  stop(): void {
    this.#cancelDay();
    this.#cancelWrite();
  }

  #writeLater(): void {
    this.#cancelWrite = this.#options.clock.after(WRITE_EVERY_MS, () => {
      this.write();
      this.#writeLater();
    });
  }
}
