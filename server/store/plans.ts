// What reps are going to do: plans, their moves and cancellations. Rows are added, never changed or deleted.
import type { Plan, PlanState } from '../../shared/activity.ts';
import type { Db } from './db.ts';

/** A plan on its way into the store, which gives it its `seq`. */
export interface PlanDraft extends Omit<Plan, 'seq' | 'cancelledAt' | 'doneBy'> {
  fingerprint: string;
}

export interface StoredPlan {
  plan: Plan;
  /** A digest of what was posted: the same id with another one is another plan. */
  fingerprint: string;
}

export interface PlanSearch {
  repId: string | null;
  /** Only plans of these; null for everybody's. */
  repIds: readonly string[] | null;
  /** `open` finds the overdue ones, too; null finds all. */
  state: PlanState | null;
  /** When the office's day began: what was due before is overdue. */
  dayStartsAt: number;
  /** Only plans received before this `seq`. */
  before: number;
  limit: number;
}

const SELECT = `
  SELECT p.seq, p.id, p.rep_id AS repId, p.kind, p.customer, p.note, COALESCE(m.to_at, p.at) AS at,
    p.recorded_at AS recordedAt, p.rev, p.fingerprint, c.at AS cancelledAt,
    (SELECT a.id FROM activities a WHERE a.plan_id = p.id
       AND NOT EXISTS (SELECT 1 FROM activity_voids v WHERE v.activity_seq = a.seq)) AS doneBy
  FROM plans p LEFT JOIN plan_cancellations c ON c.plan_seq = p.seq
    LEFT JOIN plan_moves m ON m.seq = (SELECT MAX(seq) FROM plan_moves WHERE plan_seq = p.seq)`;

const WAITS = 'doneBy IS NULL AND cancelledAt IS NULL';
const IS_IN: Record<PlanState | 'any', string> = {
  any: 'TRUE',
  open: WAITS,
  overdue: `${WAITS} AND at < @dayStartsAt`,
  done: 'doneBy IS NOT NULL',
  cancelled: 'doneBy IS NULL AND cancelledAt IS NOT NULL',
};

type PlanRow = Plan & { fingerprint: string };

export function planTable(db: Db) {
  const byId = db.prepare<[string], PlanRow>(`${SELECT} WHERE p.id = ?`);
  const search = (state: PlanState | 'any') =>
    db.prepare<[Record<string, unknown>], PlanRow>(
      `SELECT * FROM (${SELECT}) WHERE seq < @before AND (@repId IS NULL OR repId = @repId)
         AND (@repIds IS NULL OR repId IN (SELECT value FROM json_each(@repIds)))
         AND ${IS_IN[state]} ORDER BY seq DESC LIMIT @limit`,
    );
  const searches = {
    any: search('any'),
    open: search('open'),
    overdue: search('overdue'),
    done: search('done'),
    cancelled: search('cancelled'),
  };
  const insert = db.prepare(
    `INSERT INTO plans (id, rep_id, kind, customer, note, at, recorded_at, rev, fingerprint)
     VALUES (@id, @repId, @kind, @customer, @note, @at, @recordedAt, @rev, @fingerprint)`,
  );
  const move = db.prepare('INSERT INTO plan_moves (plan_seq, to_at, at, rev) VALUES (@seq, @toAt, @at, @rev)');
  const cancel = db.prepare('INSERT INTO plan_cancellations (plan_seq, at, rev) VALUES (@seq, @at, @rev)');
  return {
    /** A plan by id, or null. */
    byId(id: string): StoredPlan | null {
      const row = byId.get(id);
      return row ? fromRow(row) : null;
    },
    /** The latest received first. */
    find({ state, repIds, ...wanted }: PlanSearch): Plan[] {
      const rows = searches[state ?? 'any'].all({ ...wanted, repIds: repIds && JSON.stringify(repIds) });
      return rows.map((row) => fromRow(row).plan);
    },
    /** Stores a plan; gives it back with its `seq`. */
    insert(draft: PlanDraft): Plan {
      const { fingerprint: _, ...plain } = draft;
      return { ...plain, seq: Number(insert.run(draft).lastInsertRowid), cancelledAt: null, doneBy: null };
    },
    /** Has a plan due at another time. */
    move: (row: { seq: number; toAt: number; at: number; rev: number }): void => void move.run(row),
    cancel: (row: { seq: number; at: number; rev: number }): void => void cancel.run(row),
  };
}

function fromRow({ fingerprint, ...plan }: PlanRow): StoredPlan {
  return { plan, fingerprint };
}
