// How much of the colleagues' cheering the wall shows: it is about the ranking, whatever thumbs do. Rule RX4.
import { REACTION_KINDS, type Cheer, type ReactionCounts, type ReactionKind } from '../../../shared/reactions.ts';

/** A sign that more have chosen than before; undefined where none has. */
export function grownSign(before: ReactionCounts, after: ReactionCounts): ReactionKind | undefined {
  return REACTION_KINDS.find((kind) => (after[kind] ?? 0) > (before[kind] ?? 0));
}

/** A sign on its way up. */
export interface Sign {
  id: number;
  kind: ReactionKind;
}

/** How long a sign rises, and a line stands. */
export const RISES_MS = 4000;
export const STANDS_MS = 8000;
const MOST_AT_ONCE = 6;
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Signs that rise: so many at a time, so many a minute; the others are counted, not shown. */
export class Signs {
  /** When each of the last minute began. */
  #begun: number[] = [];
  #last = 0;

  /** The sign that may rise now, or null. */
  begin(kind: ReactionKind, now: number): Sign | null {
    this.#begun = this.#begun.filter((at) => now - at < MINUTE_MS);
    const afloat = this.#begun.filter((at) => now - at < RISES_MS).length;
    if (afloat >= MOST_AT_ONCE || this.#begun.length >= MOST_A_MINUTE) return null;
    this.#begun.push(now);
    this.#last += 1;
    return { id: this.#last, kind };
  }
}

/** Lines in the foot: one after another, the newest next, and none of a word that was taken back. */
export class Lines {
  readonly #known = new Map<string, ReactionCounts>();
  #until = 0;
  #next: Cheer | null = null;

  /** Whether a line of this cheer may stand now; if not, it may be `next`. */
  begin(cheer: Cheer, now: number): boolean {
    const grown = grownSign(this.#known.get(cheer.dealId) ?? {}, cheer.counts);
    this.#known.set(cheer.dealId, cheer.counts);
    if (cheer.gone !== undefined && cheer.gone === this.#next?.latest?.userId) this.#next = null;
    // Other words with the same sign leave the counts as they are.
    if (!grown && !cheer.latest) return false;
    if (now < this.#until) {
      this.#next = cheer;
      return false;
    }
    this.#until = now + STANDS_MS;
    return true;
  }

  /** What stands from now on, once a line has stood for its time. */
  next(now: number): Cheer | null {
    const cheer = this.#next;
    this.#next = null;
    this.#until = cheer ? now + STANDS_MS : now;
    return cheer;
  }
}
