// The order of a board, kept sorted while deals come and go: a subject is lifted out before its totals change and
// dropped back in after, by binary search, so that one deal costs O(log n) comparisons (rules ST1–ST3, ST8).
import type { TieRule } from './board.ts';
import type { Metric } from './metric.ts';
import { compareRatios } from './money.ts';
import type { Totals } from './tally.ts';

/** Where a subject stands: ranked; sold but without a quota to measure by (QT2); nothing yet (ST3); not listed. */
const RANKED = 0;
const UNMEASURED = 1;
const WITHOUT_CREDIT = 2;
const UNLISTED = 3;

export const Listing = { never: 0, withCredit: 1, always: 2 } as const;

export interface RankingRule {
  metric: Metric;
  ties: TieRule;
  /** Quota per subject for the attainment metric; 0 is none. */
  quotas: Float64Array;
  /** Each subject's place when sorted by name, then id: all different (rule ST2). */
  nameOrder: Int32Array;
  /** Which subjects the board lists: a `Listing` each. */
  listed: Uint8Array;
}

export class Ranking {
  readonly #totals: Totals;
  readonly #rule: RankingRule;
  readonly #order: Int32Array;
  #length: number;

  constructor(totals: Totals, rule: RankingRule) {
    this.#totals = totals;
    this.#rule = rule;
    this.#order = Int32Array.from({ length: rule.nameOrder.length }, (_, index) => index);
    this.#order.sort((a, b) => this.#compare(a, b));
    this.#length = this.#order.length;
  }

  /** Takes a subject out, before its totals change. */
  lift(index: number): void {
    const place = this.placeOf(index);
    this.#order.copyWithin(place, place + 1, this.#length);
    this.#length -= 1;
  }

  /** Puts a subject back in, after its totals have changed. */
  drop(index: number): void {
    const place = this.placeOf(index);
    this.#order.copyWithin(place + 1, place, this.#length);
    this.#order[place] = index;
    this.#length += 1;
  }

  /** The subject at a place (0 is the top). */
  at(place: number): number {
    return this.#order[place] ?? -1;
  }

  /** A subject's place in the order; a place is never a rank (rule ST1). */
  placeOf(index: number): number {
    return this.#lowerBound((other) => this.#compare(other, index));
  }

  /** How many subjects the board lists. */
  get listedCount(): number {
    return this.#lowerBound((other) => this.#groupOf(other) - UNLISTED);
  }

  get rankedCount(): number {
    return this.#lowerBound((other) => this.#groupOf(other) - UNMEASURED);
  }

  isRanked(index: number): boolean {
    return this.#groupOf(index) === RANKED;
  }

  /** Whether two ranked subjects share a rank. */
  isTied(a: number, b: number): boolean {
    return this.#compareMetric(a, b) === 0;
  }

  /** A subject's rank, or null while it has none (rules ST1, ST3, QT2). */
  rankOf(index: number): number | null {
    if (!this.isRanked(index)) return null;
    const first = this.#lowerBound((other) => this.#groupOf(other) - RANKED || this.#compareMetric(other, index));
    return this.#rule.ties === 'competition' ? first + 1 : this.#distinctBefore(first) + 1;
  }

  /** The nearest ranked subject with a better rank, or -1. */
  nextAbove(index: number): number {
    const end = this.isRanked(index)
      ? this.#lowerBound((other) => this.#groupOf(other) - RANKED || this.#compareMetric(other, index))
      : this.rankedCount;
    return end === 0 ? -1 : this.at(end - 1);
  }

  /** Every subject's rank, 0 for none; one pass. */
  ranks(): Int32Array {
    const ranks = new Int32Array(this.#order.length);
    const ranked = this.rankedCount;
    let rank = 0;
    for (let place = 0; place < ranked; place += 1) {
      const index = this.at(place);
      if (place === 0 || !this.isTied(this.at(place - 1), index)) {
        rank = this.#rule.ties === 'competition' ? place + 1 : rank + 1;
      }
      ranks[index] = rank;
    }
    return ranks;
  }

  #distinctBefore(end: number): number {
    let count = 0;
    for (let place = 0; place < end; place += 1) {
      if (place === 0 || !this.isTied(this.at(place - 1), this.at(place))) count += 1;
    }
    return count;
  }

  #groupOf(index: number): number {
    const listing = this.#rule.listed[index];
    if (listing === Listing.never) return UNLISTED;
    if (this.#totals.deals[index] === 0) return listing === Listing.always ? WITHOUT_CREDIT : UNLISTED;
    return this.#rule.metric === 'attainment' && this.#rule.quotas[index] === 0 ? UNMEASURED : RANKED;
  }

  /** Below 0 where a has the better metric. */
  #compareMetric(a: number, b: number): number {
    const { value, deals } = this.#totals;
    const { metric, quotas } = this.#rule;
    if (metric === 'deals') return (deals[b] ?? 0) - (deals[a] ?? 0);
    if (metric !== 'attainment') return (value[b] ?? 0) - (value[a] ?? 0);
    return compareRatios(value[b] ?? 0, quotas[b] ?? 1, value[a] ?? 0, quotas[a] ?? 1);
  }

  #compare(a: number, b: number): number {
    const group = this.#groupOf(a);
    const apart = group - this.#groupOf(b);
    if (apart !== 0) return apart;
    return (group >= WITHOUT_CREDIT ? 0 : this.#compareSold(a, b, group)) || this.#compareNames(a, b);
  }

  #compareSold(a: number, b: number, group: number): number {
    const { value, reached } = this.#totals;
    const byMetric = group === RANKED ? this.#compareMetric(a, b) : (value[b] ?? 0) - (value[a] ?? 0);
    return byMetric || (reached[a] ?? 0) - (reached[b] ?? 0);
  }

  #compareNames(a: number, b: number): number {
    return (this.#rule.nameOrder[a] ?? 0) - (this.#rule.nameOrder[b] ?? 0);
  }

  /** The first place whose subject does not come before, as `compare` sees it. */
  #lowerBound(compare: (other: number) => number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.at(middle)) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
