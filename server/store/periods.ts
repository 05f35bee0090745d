// Periods, their frozen finals, and quotas.
import type { Row } from '../../shared/board-view.ts';
import type { Quota } from '../../shared/deal.ts';
import type { Frozen } from '../../shared/late.ts';
import type { Db } from './db.ts';

/** A half-open range of time. `endsAt` is when it ended or will end, `plannedEndsAt` what a reset cut short. */
export interface Period {
  id: string;
  name: string;
  startsAt: number;
  endsAt: number;
  plannedEndsAt: number;
  closedAt: number | null;
  /** The period that a reset ended to open this one. */
  resetOf: string | null;
  /** It goes on until the next one is planned, or somebody resets it; till then `endsAt` is the end of the day (PD9). */
  isOpenEnded: boolean;
}

type PeriodRow = Omit<Period, 'isOpenEnded'> & { isOpenEnded: number };

export interface Final {
  periodId: string;
  frozenAt: number;
  hash: string;
  /** Canonical JSON of the standings as announced (rule PD2). */
  standings: string;
  /** How far the books had come (rule LA1). */
  rev: number;
  lastSeq: number;
  /** Why it was restated, and who did it; null for what was announced when the period closed. */
  reason: string | null;
  madeBy: string | null;
}

/** A final among the others of its period, without its standings. */
export interface FinalVersion extends Omit<Final, 'standings' | 'periodId'> {
  undoneAt: number | null;
}

const PERIOD = `id, name, starts_at AS startsAt, ends_at AS endsAt, planned_ends_at AS plannedEndsAt,
  closed_at AS closedAt, reset_of AS resetOf, is_open_ended AS isOpenEnded`;

export function periodTable(db: Db) {
  const list = db.prepare<[], PeriodRow>(`SELECT ${PERIOD} FROM periods WHERE undone_at IS NULL ORDER BY starts_at`);
  const at = db.prepare<[number, number], PeriodRow>(
    `SELECT ${PERIOD} FROM periods WHERE undone_at IS NULL AND starts_at <= ? AND ends_at > ?
     ORDER BY starts_at DESC LIMIT 1`,
  );
  const insert = db.prepare(
    `INSERT INTO periods (id, name, starts_at, ends_at, planned_ends_at, closed_at, reset_of, is_open_ended,
       created_at)
     VALUES (@id, @name, @startsAt, @endsAt, @plannedEndsAt, @closedAt, @resetOf, @isOpenEnded, @now)`,
  );
  const close = db.prepare('UPDATE periods SET ends_at = ?, closed_at = ? WHERE id = ?');
  const reopen = db.prepare('UPDATE periods SET ends_at = ?, closed_at = NULL WHERE id = ?');
  const undo = db.prepare('UPDATE periods SET undone_at = ? WHERE id = ?');
  const move = db.prepare(
    `UPDATE periods SET starts_at = @startsAt, ends_at = @endsAt, planned_ends_at = @plannedEndsAt,
       is_open_ended = @isOpenEnded WHERE id = @id`,
  );
  const period = (row: PeriodRow): Period => ({ ...row, isOpenEnded: row.isOpenEnded === 1 });
  return {
    /** Every period that was not undone, by its start. */
    list: (): Period[] => list.all().map(period),
    /** The period that an instant falls in, or null. */
    at(instant: number): Period | null {
      const row = at.get(instant, instant);
      return row ? period(row) : null;
    },
    insert: (one: Period, now: number): void => void insert.run({ ...one, isOpenEnded: Number(one.isOpenEnded), now }),
    close: (id: string, endsAt: number, closedAt: number): void => void close.run(endsAt, closedAt, id),
    reopen: (id: string, endsAt: number): void => void reopen.run(endsAt, id),
    undo: (id: string, now: number): void => void undo.run(now, id),
    /** Writes when it starts and ends: of one that has not begun, or whose end is still to come. */
    move: (one: Period): void => void move.run({ ...one, isOpenEnded: Number(one.isOpenEnded) }),
  };
}

/** One of the first in a frozen result. */
export type FinalRow = Pick<Row, 'subjectId' | 'name' | 'rank' | 'value'>;
/** The office in a frozen result. */
export type FinalTotal = Pick<Row, 'value' | 'deals' | 'quota' | 'attainment'>;

const LATEST = 'WHERE period_id = ? AND undone_at IS NULL ORDER BY frozen_at DESC LIMIT 1';

const FINAL = `period_id AS periodId, frozen_at AS frozenAt, hash, rev, last_seq AS lastSeq, reason, made_by AS madeBy`;

export function finalTable(db: Db) {
  const read = db.prepare<[string], Final>(`SELECT ${FINAL}, standings FROM finals ${LATEST}`);
  const readAt = db.prepare<[string, number], Final>(
    `SELECT ${FINAL}, standings FROM finals WHERE period_id = ? AND frozen_at = ?`,
  );
  const versions = db.prepare<[string], FinalVersion>(
    `SELECT ${FINAL}, undone_at AS undoneAt FROM finals WHERE period_id = ? ORDER BY frozen_at`,
  );
  const latest = db.prepare<[], Frozen & { periodId: string }>(
    `SELECT period_id AS periodId, MAX(frozen_at) AS frozenAt, rev, last_seq AS lastSeq FROM finals
     WHERE undone_at IS NULL GROUP BY period_id`,
  );
  const lastSeq = db.prepare<[], number | null>('SELECT MAX(seq) FROM deals').pluck();
  const lastFreeze = db
    .prepare<[string], number | null>('SELECT MAX(frozen_at) FROM finals WHERE period_id = ?')
    .pluck();
  const undoOne = db.prepare('UPDATE finals SET undone_at = ? WHERE period_id = ? AND frozen_at = ?');
  // A large office's final is megabytes: SQLite picks out of it what is asked for.
  const head = db.prepare<[string], { first: string; total: string }>(
    `SELECT json_extract(standings, '$.total') AS total, json_array(json_extract(standings, '$.rows[0]'),
       json_extract(standings, '$.rows[1]'), json_extract(standings, '$.rows[2]')) AS first FROM finals ${LATEST}`,
  );
  const sold = db
    .prepare<[string], [repId: string, value: number]>(
      `SELECT json_extract(row.value, '$.subjectId'), json_extract(row.value, '$.value')
       FROM (SELECT standings FROM finals ${LATEST}) one, json_each(one.standings, '$.rows') row
       WHERE json_extract(row.value, '$.deals') > 0`,
    )
    .raw();
  const insert = db.prepare(
    `INSERT INTO finals (period_id, frozen_at, hash, standings, rev, last_seq, reason, made_by)
     VALUES (@periodId, @frozenAt, @hash, @standings, @rev, @lastSeq, @reason, @madeBy)`,
  );
  const frozenThen = db
    .prepare<[string, number], 1>('SELECT 1 FROM finals WHERE period_id = ? AND frozen_at = ?')
    .pluck();
  const undo = db.prepare('UPDATE finals SET undone_at = ? WHERE period_id = ? AND undone_at IS NULL');
  return {
    read: (periodId: string): Final | null => read.get(periodId) ?? null,
    /** A final's first three rows that have a rank, and the office's own; null without a final. */
    head(periodId: string): { first: FinalRow[]; total: FinalTotal } | null {
      const row = head.get(periodId);
      if (!row) return null;
      const rows = JSON.parse(row.first) as (FinalRow | null)[];
      const first = rows.flatMap((one) => (one === null || one.rank === null ? [] : one));
      return { first, total: JSON.parse(row.total) as FinalTotal };
    },
    /** What each rep sold who had a deal in the final, as announced. */
    sold: (periodId: string): [repId: string, value: number][] => sold.all(periodId),
    /** Whether a result was frozen at that very millisecond, also one that was withdrawn since. */
    wasFrozenAt: (periodId: string, at: number): boolean => frozenThen.get(periodId, at) !== undefined,
    /** One of a period's finals by when it was frozen, or null. */
    readAt: (periodId: string, frozenAt: number): Final | null => readAt.get(periodId, frozenAt) ?? null,
    /** Every final that a period ever had, in order; those that were taken back, too. */
    versions: (periodId: string): FinalVersion[] => versions.all(periodId),
    /** The final that holds, of each period that has one. */
    latest: (): (Frozen & { periodId: string })[] => latest.all(),
    /** Freezes a result; two of one period never share an instant. */
    insert(final: Omit<Final, 'lastSeq'>): void {
      const frozenAt = Math.max(final.frozenAt, (lastFreeze.get(final.periodId) ?? 0) + 1);
      insert.run({ ...final, frozenAt, lastSeq: lastSeq.get() ?? 0 });
    },
    /** Takes one version back; the one before it holds again. */
    undoOne: (periodId: string, at: number, now: number): void => void undoOne.run(now, periodId, at),
    undo: (periodId: string, now: number): void => void undo.run(now, periodId),
  };
}

export function quotaTable(db: Db) {
  const ofPeriod = db.prepare<[string], Quota>(
    `SELECT period_id AS periodId, subject_type AS subjectType, subject_id AS subjectId, metric, amount
     FROM quotas WHERE period_id = ? ORDER BY subject_type, subject_id, metric`,
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO quotas (period_id, subject_type, subject_id, metric, amount)
     VALUES (@periodId, @subjectType, @subjectId, @metric, @amount)`,
  );
  const remove = db.prepare(
    'DELETE FROM quotas WHERE period_id = @periodId AND subject_type = @subjectType AND subject_id = @subjectId AND metric = @metric',
  );
  const removeRevenue = db.prepare("DELETE FROM quotas WHERE metric = 'revenue'");
  const copy = db.prepare(
    `INSERT OR IGNORE INTO quotas (period_id, subject_type, subject_id, metric, amount)
     SELECT ?, subject_type, subject_id, metric, amount FROM quotas WHERE period_id = ?`,
  );
  return {
    ofPeriod: (periodId: string): Quota[] => ofPeriod.all(periodId),
    write: (quota: Quota): void => void write.run(quota),
    remove: (quota: Omit<Quota, 'amount'>): void => void remove.run(quota),
    /** Takes away every quota that is an amount of money. */
    removeRevenue: (): void => void removeRevenue.run(),
    /** Quotas go on into the next period unless set there (rule QT4). */
    copy: (from: string, to: string): void => void copy.run(to, from),
  };
}
