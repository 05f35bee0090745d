// What the finals of closed periods say of each rep, as announced (rule PD2); read once, then kept.
import type { Row } from '../../shared/board-view.ts';
import type { Directory } from '../directory.ts';
import type { Period } from '../store/periods.ts';
import type { Tables } from '../store/store.ts';
import { finalOf } from './results.ts';

/** How many of the latest closed periods are looked at: a year of weeks. */
const PERIODS_KEPT = 53;

export type FinalLine = Pick<Row, 'rank' | 'tied' | 'value' | 'deals' | 'quota' | 'attainment'>;

export interface RepFinal extends FinalLine {
  period: Period;
  /** How many had a rank. */
  ranked: number;
}

interface Kept {
  period: Period;
  ranked: number;
  lines: ReadonlyMap<string, FinalLine>;
}

export class FinalRows {
  readonly #directory: Directory;
  readonly #finals: Tables['finals'];
  #kept = new Map<string, Kept>();
  #periods: readonly Period[] | null = null;

  constructor(directory: Directory, finals: Tables['finals']) {
    this.#directory = directory;
    this.#finals = finals;
  }

  /** A rep in the latest closed periods that list the rep, newest first. */
  of(repId: string): RepFinal[] {
    return [...this.#read().values()].flatMap(({ period, ranked, lines }) => {
      const line = lines.get(repId);
      return line ? [{ period, ranked, ...line }] : [];
    });
  }

  /** By their finals. */
  #read(): Map<string, Kept> {
    const { periods } = this.#directory;
    if (periods === this.#periods) return this.#kept;
    const before = this.#kept;
    const closed = periods.filter(({ closedAt }) => closedAt !== null).sort((a, b) => b.endsAt - a.endsAt);
    this.#kept = new Map(
      closed.slice(0, PERIODS_KEPT).flatMap((period) => {
        const key = this.#directory.finalKey(period.id);
        const known = before.get(key);
        const kept = known ? { ...known, period } : this.#readFinal(period);
        return kept ? [[key, kept] as const] : [];
      }),
    );
    this.#periods = periods;
    return this.#kept;
  }

  #readFinal(period: Period): Kept | null {
    const final = this.#finals.read(period.id);
    if (!final) return null;
    const { rows } = finalOf(final.standings);
    const lines = rows.map(({ subjectId, rank, tied, value, deals, quota, attainment }) => {
      return [subjectId, { rank, tied, value, deals, quota, attainment }] as const;
    });
    return { period, ranked: rows.filter(({ rank }) => rank !== null).length, lines: new Map(lines) };
  }
}
