// Deals as standings see them, read in bulk: a million rows pass through here at a start.
import type { Scored } from '../../shared/deal.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';

type ScoreRow = [seq: number, closedAt: number, recordedAt: number, repId: string, amountMinor: number];

const COLUMNS = 'd.seq, d.closed_at, d.recorded_at, c.rep_id, c.amount_minor';

/** One stream of what standings count: deals, or activities of a kind. */
export interface Scores {
  /** All that counts in a range; in no order. */
  inRange: (range: Range) => Iterable<Scored>;
  /** The same as it was known at an instant: without what was recorded or voided later. */
  asOf: (range: Range, at: number) => Iterable<Scored>;
  /** Standing credits that are not zero, the latest received first, before a `seq`; of one rep or of all. */
  backwards: (repId: string | null, before: number) => Iterable<Scored>;
}

export function scoreTable(db: Db): Scores {
  const inRange = db
    .prepare<[number, number], ScoreRow>(
      `SELECT ${COLUMNS} FROM deals d JOIN credits c ON c.deal_seq = d.seq
       WHERE d.closed_at >= ? AND d.closed_at < ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq)`,
    )
    .raw();
  const asOf = db
    .prepare<[number, number, number, number, number, number], ScoreRow>(
      `SELECT ${COLUMNS} FROM deals d JOIN credits c ON c.deal_seq = d.seq
       WHERE d.closed_at >= ? AND d.closed_at < ? AND d.recorded_at <= ?
         AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq AND v.at <= ?)
         AND NOT EXISTS (SELECT 1 FROM past_voids v WHERE v.deal_seq = d.seq AND v.at <= ? AND v.back_at > ?)`,
    )
    .raw();
  const backwards = db
    .prepare<[number], ScoreRow>(
      `SELECT ${COLUMNS} FROM deals d JOIN credits c ON c.deal_seq = d.seq
       WHERE d.seq < ? AND c.amount_minor <> 0 AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq)
       ORDER BY d.seq DESC`,
    )
    .raw();
  const backwardsOfRep = db
    .prepare<[string, number], ScoreRow>(
      `SELECT ${COLUMNS} FROM credits c JOIN deals d ON d.seq = c.deal_seq
       WHERE c.rep_id = ? AND c.deal_seq < ? AND c.amount_minor <> 0
         AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq) ORDER BY c.deal_seq DESC`,
    )
    .raw();
  return {
    inRange: (range) => grouped(inRange.iterate(range.startsAt, range.endsAt)),
    asOf: (range, at) => grouped(asOf.iterate(range.startsAt, range.endsAt, at, at, at, at)),
    backwards: (repId, before) =>
      grouped(repId === null ? backwards.iterate(before) : backwardsOfRep.iterate(repId, before)),
  };
}

interface OpenScore extends Scored {
  credits: { repId: string; amountMinor: number }[];
}

/** Rows of one deal's credits come one behind the other. */
function* grouped(rows: Iterable<ScoreRow>): Iterable<Scored> {
  const open: OpenScore[] = [];
  for (const [seq, closedAt, recordedAt, repId, amountMinor] of rows) {
    const last = open[0];
    if (last?.seq === seq) {
      last.credits.push({ repId, amountMinor });
      continue;
    }
    if (last) yield last;
    open[0] = { seq, closedAt, recordedAt, credits: [{ repId, amountMinor }] };
  }
  yield* open;
}
