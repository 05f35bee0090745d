// The board as it is drawn: at most once per frame, as often as the device has time for, not below a fanfare; and kept
// over a reload (rule SC2).
import type { Snapshot } from '../../shared/patch.ts';
import type { BoardNews, KeptBoard } from '../kit/live.ts';
import { forget, rememberSoon } from './memory.ts';
import { Pace } from './pace.ts';
import { risenSubjects } from './risen.ts';

const FRESH_MS = 7000;

export interface DrawingOptions {
  /** Whether a fanfare is over the board: what comes in meanwhile is drawn once it has gone. */
  isCovered: () => boolean;
  /** Another board, and the subjects whose value has just gone up. */
  onBoard: (snapshot: Snapshot, risen: readonly string[], isFirst: boolean) => void;
  /** Subjects that are in the light of a rise. */
  onFresh: (fresh: ReadonlySet<string>) => void;
  /** The board is on the glass; whether it came by a patch. */
  onShown: (snapshot: Snapshot, isByPatch: boolean) => void;
  /** When the server was last heard. */
  heardAt: () => number;
  /** The device would not keep the board. */
  onUnkept: () => void;
}

export class Drawing {
  readonly #options: DrawingOptions;
  readonly #pace = new Pace();
  #drawn: Snapshot | null;
  #pending: BoardNews | null = null;
  #fresh: ReadonlySet<string> = new Set();
  #epoch = '';

  constructor(options: DrawingOptions, known: Snapshot | null) {
    this.#options = options;
    this.#drawn = known;
  }

  take(news: BoardNews): void {
    this.#pending = news;
    this.#epoch = news.epoch;
    this.schedule();
  }

  /** Draws what waits, as soon as there is time. */
  schedule(): void {
    if (this.#pending) this.#pace.whenFree(() => this.#draw());
  }

  /** Another board hangs here from now on: what is kept of this one must not stay. */
  clear(): void {
    this.#pending = null;
    this.#drawn = null;
    this.#light([]);
    forget();
  }

  stop(): void {
    this.#pace.stop();
  }

  #draw(): void {
    const news = this.#pending;
    if (!news || this.#options.isCovered()) return;
    this.#pending = null;
    const { snapshot } = news;
    const before = this.#drawn;
    const risen = before && news.wins ? risenSubjects(before, snapshot) : [];
    this.#drawn = snapshot;
    if (risen.length > 0) {
      this.#light([...this.#fresh, ...risen]);
      setTimeout(() => this.#fade(risen), FRESH_MS);
    }
    this.#options.onBoard(snapshot, risen, before === null);
    rememberSoon(() => this.#whatToKeep(), this.#options.onUnkept);
    // Two frames on, the rows are on the glass.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#options.onShown(snapshot, news.wins !== null)));
  }

  #fade(risen: readonly string[]): void {
    const gone = new Set(risen);
    this.#light([...this.#fresh].filter((id) => !gone.has(id)));
  }

  #light(subjects: readonly string[]): void {
    this.#fresh = new Set(subjects);
    this.#options.onFresh(this.#fresh);
  }

  #whatToKeep(): KeptBoard | null {
    return this.#drawn && { snapshot: this.#drawn, epoch: this.#epoch, heardAt: this.#options.heardAt() };
  }
}
