// What the frozen finals hold for scenes: the hall of fame, the best periods, what reps sold before. Rules FA3, FA4.
import { FACT_LIMITS, type Hall } from '../../shared/facts.ts';
import type { Past } from '../../shared/improved.ts';
import type { Roster } from '../../shared/roster.ts';
import type { Directory } from '../directory.ts';
import type { FinalRow, FinalTotal, Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';

/** How many of the latest closed periods are looked at: a year of weeks. */
const PERIODS_KEPT = 53;
/** A rep's own average goes over so many periods at most (rule FA3). */
const PERIODS_AVERAGED = 6;

/** A closed period as announced. */
export interface Closed {
  /** Names its final. */
  key: string;
  period: Period;
  /** The first three rows that have a rank. */
  first: readonly FinalRow[];
  /** The office's own figures, minor units. */
  total: FinalTotal;
  /** What each rep sold who had a deal; of the latest periods only. */
  sold: readonly [repId: string, value: number][] | null;
}

export class History {
  readonly #directory: Directory;
  readonly #finals: Tables['finals'];
  #periods: readonly Period[] | null = null;
  #closed: readonly Closed[] = [];

  constructor(directory: Directory, finals: Tables['finals']) {
    this.#directory = directory;
    this.#finals = finals;
  }

  /** The latest closed periods, newest first; the same list until periods change. */
  get closed(): readonly Closed[] {
    const { periods } = this.#directory;
    if (periods === this.#periods) return this.#closed;
    const known = new Map(this.#closed.map((one) => [one.key, one]));
    this.#closed = periods
      .filter(({ closedAt }) => closedAt !== null)
      .sort((a, b) => b.endsAt - a.endsAt)
      .slice(0, PERIODS_KEPT)
      .flatMap((period, place) => this.#read(period, known, place < PERIODS_AVERAGED) ?? []);
    this.#periods = periods;
    return this.#closed;
  }

  #read(period: Period, before: ReadonlyMap<string, Closed>, isAveraged: boolean): Closed | null {
    const key = this.#directory.finalKey(period.id);
    const known = before.get(key);
    const head = known ?? this.#finals.head(period.id);
    if (!head) return null;
    const sold = isAveraged ? (known?.sold ?? this.#finals.sold(period.id)) : null;
    return { key, period, first: head.first, total: head.total, sold };
  }
}

/** The first three of the latest closed periods in which anybody sold, newest first; faces are today's. Rule FA4. */
export function hallOf(closed: readonly Closed[], roster: Roster): Hall[] {
  return closed
    .filter(({ first }) => first.length > 0)
    .slice(0, FACT_LIMITS.hall)
    .map(({ period, first }) => ({
      periodId: period.id,
      period: period.name,
      closedAt: period.closedAt ?? period.endsAt,
      first: first.map(({ subjectId, name, rank, value }) => ({
        subjectId,
        name,
        photoId: photoOf(roster, subjectId),
        rank: rank ?? 0,
        value,
      })),
    }));
}

export function photoOf(roster: Roster, repId: string): string | null {
  return roster.reps[roster.indexOf('rep', repId)]?.photoId ?? null;
}

/** What reps sold in the latest periods that were closed before an instant. Rule FA3. */
export function pastOf(closed: readonly Closed[], roster: Roster, before: number): Past {
  const past = { sum: new Float64Array(roster.reps.length), periods: new Float64Array(roster.reps.length) };
  for (const { period, sold } of closed) {
    if (sold === null || period.endsAt > before) continue;
    for (const [repId, value] of sold) {
      const index = roster.indexOf('rep', repId);
      if (index < 0) continue;
      past.sum[index] = (past.sum[index] ?? 0) + value;
      past.periods[index] = (past.periods[index] ?? 0) + 1;
    }
  }
  return past;
}
