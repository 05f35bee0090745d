// What the office's day has beside its totals: revenue by the hour, and the largest deal.
import { wholeOf } from '../../shared/course.ts';
import type { Deal, Scored } from '../../shared/deal.ts';
import { localHours, quarterOf, type Range } from '../../shared/time.ts';
import type { LargeDeal } from '../store/records.ts';
import type { Tables } from '../store/store.ts';

const HOURS = 24;

export class DayTally {
  readonly #range: Range;
  readonly #hourOf: Uint8Array;
  readonly #hours = new Float64Array(HOURS);
  readonly #records: Tables['records'];
  #largest: LargeDeal | null = null;

  constructor(range: Range, timeZone: string, records: Tables['records']) {
    this.#range = range;
    this.#hourOf = localHours(range, timeZone);
    this.#records = records;
  }

  /** Revenue by local hour; an hour that the clock repeats holds both, one that it skips none. */
  get hours(): number[] {
    return [...this.#hours];
  }

  /** The largest deal, the first received of equal ones. */
  get largest(): LargeDeal | null {
    return this.#largest;
  }

  /** Counts a deal that the ledger held already; `findLargest` follows on them all. */
  count(deal: Scored): void {
    this.#move(deal, 1);
  }

  findLargest(): void {
    this.#largest = this.#records.largestIn(this.#range);
  }

  add(deal: Deal): void {
    this.#move(deal, 1);
    const known = this.#largest;
    // One that is restored may have been received before its equal.
    const isFirst = known?.amountMinor === deal.amountMinor && deal.seq < known.seq;
    if (!known || deal.amountMinor > known.amountMinor || isFirst) this.#largest = deal;
  }

  remove(deal: Deal): void {
    this.#move(deal, -1);
    if (this.#largest?.seq === deal.seq) this.findLargest();
  }

  #move(deal: Scored, sign: 1 | -1): void {
    const hour = this.#hourOf[quarterOf(deal.closedAt, this.#range)] ?? 0;
    this.#hours[hour] = (this.#hours[hour] ?? 0) + sign * wholeOf(deal);
  }
}
