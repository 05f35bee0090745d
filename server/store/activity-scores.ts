// Activities as standings see them, read in bulk: each counts one for its rep when it happened. Rule AC1.
import { scoredActivity, type ActivityKind } from '../../shared/activity.ts';
import type { Scored } from '../../shared/deal.ts';
import type { Db } from './db.ts';
import type { Scores } from './scores.ts';

interface ScoreRow {
  seq: number;
  at: number;
  recordedAt: number;
  repId: string;
}

const SELECT = 'SELECT a.seq, a.at, a.recorded_at AS recordedAt, a.rep_id AS repId FROM activities a';
const STANDS = 'NOT EXISTS (SELECT 1 FROM activity_voids v WHERE v.activity_seq = a.seq)';

const OF_KIND = '(@kind IS NULL OR a.kind = @kind)';
const IN_RANGE = 'a.at >= @startsAt AND a.at < @endsAt';

/** The scores of one kind of activity, or of all kinds. */
export function activityScores(db: Db): (kind: ActivityKind | null) => Scores {
  const select = (where: string) =>
    db.prepare<[Record<string, unknown>], ScoreRow>(`${SELECT} WHERE ${OF_KIND} AND ${where}`);
  const inRange = select(`${IN_RANGE} AND ${STANDS}`);
  const asOf = select(
    `${IN_RANGE} AND a.recorded_at <= @at
     AND NOT EXISTS (SELECT 1 FROM activity_voids v WHERE v.activity_seq = a.seq AND v.at <= @at)`,
  );
  const backwards = select(
    `(@repId IS NULL OR a.rep_id = @repId) AND a.seq < @before AND ${STANDS} ORDER BY a.seq DESC`,
  );
  return (kind) => ({
    inRange: ({ startsAt, endsAt }) => scored(inRange.iterate({ kind, startsAt, endsAt })),
    asOf: ({ startsAt, endsAt }, at) => scored(asOf.iterate({ kind, startsAt, endsAt, at })),
    backwards: (repId, before) => scored(backwards.iterate({ kind, repId, before })),
  });
}

function* scored(rows: Iterable<ScoreRow>): Iterable<Scored> {
  for (const row of rows) yield scoredActivity(row);
}
