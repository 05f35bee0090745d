// The office's wins as everybody may see them, with what colleagues said to them. Rules RX1–RX3.
import type { Deal } from '../shared/deal.ts';
import { Refusal } from '../shared/problem.ts';
import { takesReactions, type Cheer } from '../shared/reactions.ts';
import type { WinView } from '../shared/schemas/reactions.ts';
import { Allowance } from './allowance.ts';
import { winOf } from './boards/wins.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';
import type { Tables } from './store/store.ts';

/** Of one win so many are listed, the latest; all are counted. */
const MOST_LISTED = 50;
/** As fast as a thumb goes through a feed, and no faster. */
const BURST = 20;
const PER_SECOND = 0.5;

export class Reactions {
  readonly #directory: Directory;
  readonly #tables: Tables;
  readonly #clock: Clock;
  readonly #allowances = new Map<string, Allowance>();

  constructor(directory: Directory, tables: Tables, clock: Clock) {
    this.#directory = directory;
    this.#tables = tables;
    this.#clock = clock;
  }

  /** Refuses who reacts faster than people do. */
  allow(userId: string): void {
    const known = this.#allowances.get(userId) ?? new Allowance(BURST, PER_SECOND, this.#clock);
    this.#allowances.set(userId, known);
    if (!known.take()) throw Refusal.tooMany(known.waitMs());
  }

  /** The wins that came in before `before` (a `seq`), newest first, as a person sees them. */
  page(before: number | null, limit: number, userId: string | null): { items: WinView[]; nextCursor: string | null } {
    const deals = this.#tables.search.news(before, limit + 1);
    const items = deals.slice(0, limit).map((deal) => this.#view(deal, userId));
    const last = items.at(-1);
    return { items, nextCursor: deals.length > limit && last ? String(last.seq) : null };
  }

  /** What is told of a reaction that has come or gone; null where the win is gone by now. */
  cheer(dealId: string, userId: string): Cheer | null {
    const deal = this.#tables.search.byId(dealId);
    if (!deal || deal.void) return null;
    const { reactions } = this.#tables;
    const latest = reactions.one(deal.seq, userId);
    return { dealId, counts: reactions.counts(deal.seq), ...(latest ? { latest } : { gone: userId }) };
  }

  #view(deal: Deal, userId: string | null): WinView {
    const { reactions } = this.#tables;
    const { dealId, seq, at, amountMinor, customer, product, kind, reps } = winOf(this.#directory, deal, null);
    return {
      dealId,
      seq,
      at,
      amountMinor,
      customer,
      product,
      kind,
      reps: reps.map(({ id, name, photoId }) => ({ id, name, photoId })),
      open: takesReactions(at, this.#clock.now()),
      counts: reactions.counts(seq),
      reactions: reactions.latest(seq, MOST_LISTED),
      own: userId === null ? null : reactions.one(seq, userId),
    };
  }
}
