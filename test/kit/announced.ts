// What was said of closed periods, and which deals that was made of: kept beside the books while they are played with, so
// that nothing of it is ever another word. Rules PD2, PD7, LA1, LA3, LA4.
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { FrozenStandings } from '../../server/boards/results.ts';
import { knownBoard, MAIN_BOARD } from '../../shared/board.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Books } from './books.ts';
import type { DeedName } from './deeds.ts';
import { NaiveOffice } from './naive-office.ts';

interface RawFinal {
  periodId: string;
  frozenAt: number;
  hash: string;
  standings: string;
  reason: string | null;
  undoneAt: number | null;
}

interface Said {
  text: string;
  /** The deals that stood in the period then. */
  counts: ReadonlySet<string>;
}

const keyOf = ({ periodId, frozenAt }: RawFinal) => `${periodId} ${frozenAt}`;

export class Announced {
  readonly #books: Books;
  readonly #naive: NaiveOffice;
  readonly #said = new Map<string, Said>();
  /** By period: the final that holds, and the office as it was when the period closed. */
  #holds = new Map<string, RawFinal>();
  /** The period that an undo of the last reset would open again. */
  #undoable: string | null = null;
  readonly #closing = new Map<string, OfficeSettings>();

  constructor(books: Books) {
    this.#books = books;
    this.#naive = new NaiveOffice(books);
  }

  /** How many finals there have been. */
  get size(): number {
    return this.#said.size;
  }

  /** After each deed. */
  check(deed: DeedName): void {
    const finals = this.#finals();
    expect([...this.#said.keys()].filter((key) => !finals.some((one) => keyOf(one) === key))).toEqual([]);
    for (const final of finals) this.#checkOne(final, finals);
    const holds = new Map(finals.filter(({ undoneAt }) => undoneAt === null).map((one) => [one.periodId, one]));
    const closed = this.#books.periods.filter(({ closedAt }) => closedAt !== null);
    expect([...holds.keys()].sort(), 'PD2').toEqual(closed.map(({ id }) => id).sort());
    if (deed !== 'restate' && deed !== 'unrestate') {
      // An undo withdraws the final of the reset; where the planned end has passed, the period closes again at once.
      const reopened = deed === 'undo' ? this.#undoable : null;
      const kept = [...this.#holds].filter(([id]) => id !== reopened);
      for (const [id, one] of kept) expect(holds.get(id), 'PD2 the final that holds').toEqual(one);
    }
    this.#holds = holds;
    this.#undoable = this.#books.running?.resetOf ?? null;
  }

  /** The deals that stand in a closed period without having been counted in it. Rule LA1. */
  late(): string[] {
    const closed = this.#books.periods.filter(({ closedAt }) => closedAt !== null);
    return this.#naive
      .standing()
      .filter(({ id, closedAt }) => {
        const period = closed.find(({ startsAt, endsAt }) => startsAt <= closedAt && closedAt < endsAt);
        const final = period && this.#holds.get(period.id);
        return final && !this.#said.get(keyOf(final))?.counts.has(id);
      })
      .map(({ id }) => id);
  }

  #checkOne(final: RawFinal, all: readonly RawFinal[]): void {
    const { hash, standings, reason, periodId, frozenAt } = final;
    const period = this.#books.periods.find(({ id }) => id === periodId);
    const text = JSON.stringify([hash, standings, reason]);
    const known = this.#said.get(keyOf(final));
    if (known) {
      expect(text, 'PD2 as announced').toBe(known.text);
      return;
    }
    expect(hash).toBe(createHash('sha256').update(standings).digest('hex'));
    if (!period) throw new Error('a final of no period');
    const before = all.findLast((one) => one.periodId === periodId && one.frozenAt < frozenAt && one.undoneAt === null);
    const said = JSON.parse(standings) as FrozenStandings;
    expect(said.restates, 'LA3').toEqual(before && { hash: before.hash, reason });
    expect([said.window.startsAt, said.window.endsAt]).toEqual([period.startsAt, period.endsAt]);
    if (!before) this.#closing.set(periodId, this.#books.office);
    const at = Math.min(this.#books.now, period.endsAt);
    const office = this.#closing.get(periodId) ?? this.#books.office;
    const rows = this.#naive.rows(knownBoard(MAIN_BOARD), { range: period, at, dayStartsAt: null, office });
    expect(withoutPace(said.rows), 'PD2 LA3 a final says what the books say').toEqual(withoutPace(rows));
    const counts = this.#naive
      .standing()
      .filter(({ closedAt }) => period.startsAt <= closedAt && closedAt < period.endsAt);
    this.#said.set(keyOf(final), { text, counts: new Set(counts.map(({ id }) => id)) });
  }

  #finals(): RawFinal[] {
    return this.#books.store.db
      .prepare(
        `SELECT period_id AS periodId, frozen_at AS frozenAt, hash, standings, reason, undone_at AS undoneAt
         FROM finals ORDER BY frozen_at`,
      )
      .all() as RawFinal[];
  }
}

/** Without what no naive model of ours works out. */
export function withoutPace<T extends { pace: number | null }>(rows: readonly T[]): T[] {
  return rows.map((row) => ({ ...row, pace: null }));
}

/** What is wrong with an office's periods: gaps, overlaps, no running one or two. Rules PD1, PD7. */
export function periodFaults({ periods, now }: Books): string[] {
  const running = periods.filter((one) => one.closedAt === null && one.startsAt <= now && now < one.endsAt);
  const faults = running.length === 1 ? [] : [`${running.length} run`];
  for (const [place, { startsAt, endsAt }] of periods.entries()) {
    const next = periods[place + 1]?.startsAt ?? endsAt;
    if (endsAt <= startsAt) faults.push(`${place} ends before it begins`);
    if (next < endsAt || (next <= now && next > endsAt)) faults.push(`${place} does not meet the next one`);
  }
  return faults;
}
