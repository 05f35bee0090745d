// How much is taken in: nobody fills the disk with pictures that nothing shows. Rule MD4.
import { Refusal } from '../../shared/problem.ts';
import { Allowance } from '../allowance.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../store/store.ts';

const MB = 1024 * 1024;
const DAY_MS = 86_400_000;
/** Of one account: an office's faces, sounds and posters in one go, then so much in an hour. */
const BURST_BYTES = 100 * MB;
const BYTES_PER_HOUR = 12 * MB;
/** What a small file counts: it costs a commit all the same. */
const LEAST_BYTES = MB / 4;
/** Of everybody, of what nothing names yet. No account reaches it by itself within the day that such a thing is kept. */
const UNNAMED_BYTES = 1_000 * MB;
/** Phones wait with a win for its photo: not until tomorrow. */
const FULL_WAIT_MS = 600_000;

export class Uploads {
  readonly #media: Pick<Tables['media'], 'unnamedBytes'>;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #allowances = new Map<string, Allowance>();

  constructor({ media }: { media: Pick<Tables['media'], 'unnamedBytes'> }, clock: Pick<Clock, 'now'>) {
    this.#media = media;
    this.#clock = clock;
  }

  /** Refuses (429, with the time to wait) who sends more than anybody shows. */
  admit(userId: string, bytes: number): void {
    const unnamed = this.#media.unnamedBytes(this.#clock.now() - DAY_MS);
    if (unnamed + bytes > UNNAMED_BYTES) throw Refusal.tooMany(FULL_WAIT_MS);
    const known = this.#allowances.get(userId) ?? new Allowance(BURST_BYTES, BYTES_PER_HOUR / 3_600, this.#clock);
    this.#allowances.set(userId, known);
    const cost = Math.max(bytes, LEAST_BYTES);
    if (!known.take(cost)) throw Refusal.tooMany(known.waitMs(cost));
  }
}
