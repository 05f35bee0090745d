// What reps did: activities, what was told of them later, voids. Rows are added, never changed or deleted.
import type { Activity, ActivityKind } from '../../shared/activity.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';

/** An activity on its way into the store, which gives it its `seq`. */
export interface ActivityDraft extends Omit<Activity, 'seq' | 'void'> {
  fingerprint: string;
}

export interface StoredActivity {
  activity: Activity;
  /** A digest of what was posted: the same id with another one is another activity. */
  fingerprint: string;
}

interface ActivityRow extends Omit<Activity, 'void'> {
  fingerprint: string;
  voidReason: string | null;
  voidAt: number | null;
}

export interface ActivitySearch {
  /** When they happened. */
  range: Range;
  repId: string | null;
  /** Only activities of these; null for everybody's. */
  repIds: readonly string[] | null;
  kind: ActivityKind | null;
  /** Only what comes after this one in the list. */
  after: Pick<Activity, 'at' | 'seq'>;
  limit: number;
}

const SELECT = `
  SELECT a.seq, a.id, a.rep_id AS repId, a.kind, COALESCE(d.customer, a.customer) AS customer,
    COALESCE(d.note, a.note) AS note, a.at, a.recorded_at AS recordedAt, a.rev, a.plan_id AS planId, a.fingerprint,
    v.reason AS voidReason, v.at AS voidAt
  FROM activities a LEFT JOIN activity_voids v ON v.activity_seq = a.seq
    LEFT JOIN activity_details d ON d.seq = (SELECT MAX(seq) FROM activity_details WHERE activity_seq = a.seq)`;
const FOUND = `a.at >= @startsAt AND a.at < @endsAt AND (a.at, a.seq) < (@afterAt, @afterSeq)
  AND (@kind IS NULL OR a.kind = @kind)
  AND (@repIds IS NULL OR a.rep_id IN (SELECT value FROM json_each(@repIds)))
  ORDER BY a.at DESC, a.seq DESC LIMIT @limit`;

export function activityTable(db: Db) {
  const byId = db.prepare<[string], ActivityRow>(`${SELECT} WHERE a.id = ?`);
  const ofAll = db.prepare<[Record<string, unknown>], ActivityRow>(`${SELECT} WHERE ${FOUND}`);
  const ofRep = db.prepare<[Record<string, unknown>], ActivityRow>(`${SELECT} WHERE a.rep_id = @repId AND ${FOUND}`);
  const moments = db
    .prepare<[number, number], [repId: string, kind: ActivityKind, at: number]>(
      `SELECT rep_id, kind, at FROM activities a WHERE at >= ? AND at < ?
         AND NOT EXISTS (SELECT 1 FROM activity_voids v WHERE v.activity_seq = a.seq)`,
    )
    .raw();
  const insert = db.prepare(
    `INSERT INTO activities (id, rep_id, kind, customer, note, at, recorded_at, rev, plan_id, fingerprint)
     VALUES (@id, @repId, @kind, @customer, @note, @at, @recordedAt, @rev, @planId, @fingerprint)`,
  );
  const describe = db.prepare(
    'INSERT INTO activity_details (activity_seq, customer, note, at, rev) VALUES (@seq, @customer, @note, @at, @rev)',
  );
  const insertVoid = db.prepare(
    'INSERT INTO activity_voids (activity_seq, reason, at, rev) VALUES (@seq, @reason, @at, @rev)',
  );
  return {
    /** An activity by id, or null. */
    byId(id: string): StoredActivity | null {
      const row = byId.get(id);
      return row ? fromRow(row) : null;
    },
    /** What happened last comes first, voids included. */
    find({ range, repId, repIds, kind, after, limit }: ActivitySearch): Activity[] {
      const wanted = {
        ...range,
        kind,
        limit,
        afterAt: after.at,
        afterSeq: after.seq,
        repIds: repIds && JSON.stringify(repIds),
      };
      const rows = repId === null ? ofAll.all(wanted) : ofRep.all({ ...wanted, repId });
      return rows.map((row) => fromRow(row).activity);
    },
    /** Who did what when in a range, of what stands; in no order. */
    moments: (range: Range): Iterable<[repId: string, kind: ActivityKind, at: number]> =>
      moments.iterate(range.startsAt, range.endsAt),
    /** Stores an activity; gives it back with its `seq`. */
    insert(draft: ActivityDraft): Activity {
      const { fingerprint: _, ...plain } = draft;
      return { ...plain, seq: Number(insert.run(draft).lastInsertRowid), void: null };
    },
    /** Adds what was told of an activity later. */
    describe: (row: Pick<Activity, 'seq' | 'customer' | 'note' | 'at' | 'rev'>): void => void describe.run(row),
    void: (row: { seq: number; reason: string; at: number; rev: number }): void => void insertVoid.run(row),
  };
}

function fromRow({ fingerprint, voidReason, voidAt, ...plain }: ActivityRow): StoredActivity {
  const voided = voidReason === null || voidAt === null ? null : { reason: voidReason, at: voidAt };
  return { activity: { ...plain, void: voided }, fingerprint };
}
