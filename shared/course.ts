// The course of a window: the days or weeks that it is cut into, what each has brought, and where it leads (rule FA2).
import type { Scored } from './deal.ts';
import { FACT_LIMITS } from './facts.ts';
import { MAX_TOTAL_MINOR } from './money.ts';
import { datesIn, windowAt, type CalendarRules, type Range } from './time.ts';
import type { WorkTime } from './workdays.ts';

/** A window of more local days than this is cut into weeks. */
const MOST_DAYS = 45;
const DAY_MS = 86_400_000;

/**
 * The ends of a window's buckets, epoch ms, ascending; the last is the window's end. Days, or in a long window weeks
 * of the office, several to a bucket where there would be too many. Rule FA2.
 */
export function bucketEnds(range: Range, rules: CalendarRules): number[] {
  // Never all the dates of a long window: it may last for a century.
  const days = range.endsAt - range.startsAt <= (MOST_DAYS + 1) * DAY_MS ? datesIn(range, rules.timeZone) : [];
  if (days.length > 0 && days.length <= MOST_DAYS) return days.map(({ endsAt }) => Math.min(endsAt, range.endsAt));
  const weeks = weekEnds(range, rules);
  const perBucket = Math.ceil(weeks.length / FACT_LIMITS.buckets);
  return weeks.filter((_, place) => (place + 1) % perBucket === 0 || place === weeks.length - 1);
}

function weekEnds(range: Range, rules: CalendarRules): number[] {
  const ends: number[] = [];
  for (let at = range.startsAt; at < range.endsAt;) {
    at = Math.min(windowAt('week', at, rules).endsAt, range.endsAt);
    ends.push(at);
  }
  return ends;
}

/** What a deal is worth to the office. Minor units. */
export function wholeOf(deal: Pick<Scored, 'credits'>): number {
  let whole = 0;
  for (const { amountMinor } of deal.credits) whole += amountMinor;
  return whole;
}

/** What buckets hold: what deals are worth, and how many of them, or of activities, there are. */
type Booked = 'revenue' | 'deals';

/** What the office has booked in each bucket of a window, kept up deal by deal. */
export class Buckets {
  readonly startsAt: number;
  readonly ends: readonly number[];
  readonly #booked: Readonly<Record<Booked, Float64Array>>;

  constructor(startsAt: number, ends: readonly number[]) {
    this.startsAt = startsAt;
    this.ends = ends;
    this.#booked = { revenue: new Float64Array(ends.length), deals: new Float64Array(ends.length) };
  }

  add(deal: Scored): void {
    this.#change(deal, 1);
  }

  remove(deal: Scored): void {
    this.#change(deal, -1);
  }

  /** The sum at the end of each bucket that has begun at an instant; of the running one, its sum so far. */
  sums(metric: Booked, at: number): number[] {
    const begun = this.ends.filter((_, place) => (this.ends[place - 1] ?? this.startsAt) <= at).length;
    let sum = 0;
    return Array.from(this.#booked[metric].subarray(0, begun), (booked) => (sum += booked));
  }

  #change(deal: Scored, sign: 1 | -1): void {
    const place = this.#placeOf(deal.closedAt);
    if (place < 0) return;
    const { revenue, deals } = this.#booked;
    revenue[place] = (revenue[place] ?? 0) + sign * wholeOf(deal);
    deals[place] = (deals[place] ?? 0) + sign;
  }

  /** The bucket of an instant, or -1 outside of the window. */
  #placeOf(at: number): number {
    if (at < this.startsAt || at >= (this.ends.at(-1) ?? 0)) return -1;
    let low = 0;
    let high = this.ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ends[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * What a value comes to at the end of the working time if it goes on as it did, rounded down, at most what an office
 * may book (MO2); null while none of the time is over. Rule FA2.
 */
export function projectionOf(value: number, time: WorkTime): number | null {
  if (time.elapsed === 0) return null;
  const whole = (BigInt(value) * BigInt(time.total)) / BigInt(time.elapsed);
  return Math.min(Number(whole), MAX_TOTAL_MINOR);
}
