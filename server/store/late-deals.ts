// The deals that came for a period after its close, and those of them that no final knows (rule LA1).
import type { Deal } from '../../shared/deal.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { DEAL_SELECT, dealReader } from './deals.ts';

/** The final that holds of the closed period in which a deal falls. */
const FINAL_OF_DEAL = `periods p JOIN finals f ON f.period_id = p.id AND f.frozen_at = (
      SELECT MAX(frozen_at) FROM finals WHERE period_id = p.id AND undone_at IS NULL)
  WHERE p.starts_at <= d.closed_at AND d.closed_at < p.ends_at AND p.undone_at IS NULL AND p.closed_at IS NOT NULL`;

/** It came after that final, or was void then and has been restored since. */
const CAME_AFTER = `(d.seq > f.last_seq OR EXISTS (
      SELECT 1 FROM past_voids o WHERE o.deal_seq = d.seq
        AND (o.rev < f.rev OR (o.rev = f.rev AND o.at < f.frozen_at))
        AND NOT (o.back_rev < f.rev OR (o.back_rev = f.rev AND o.back_at < f.frozen_at))))`;

/** `shared/late.ts` says the same of one deal. */
const IS_LATE = `v.deal_seq IS NULL AND EXISTS (SELECT 1 FROM ${FINAL_OF_DEAL} AND ${CAME_AFTER})`;

/** The period whose final counts one of those that a deal corrects, directly or one after the other. */
const COUNTED_IN = `WITH RECURSIVE former (id) AS (
    SELECT corrects FROM deals WHERE id = ? AND corrects IS NOT NULL
    UNION SELECT d.corrects FROM former JOIN deals d ON d.id = former.id WHERE d.corrects IS NOT NULL)
  SELECT p.id FROM former JOIN deals d ON d.id = former.id JOIN voids v ON v.deal_seq = d.seq
    JOIN ${FINAL_OF_DEAL} AND NOT ${CAME_AFTER} AND NOT (v.rev < f.rev OR (v.rev = f.rev AND v.at < f.frozen_at))
  LIMIT 1`;

export function lateDealTable(db: Db) {
  const read = dealReader(db);
  const note = db.prepare('INSERT OR IGNORE INTO late_deals (deal_seq) VALUES (?)');
  const list = db.prepare<[number, number]>(
    `${DEAL_SELECT} JOIN late_deals l ON l.deal_seq = d.seq WHERE d.seq < ? AND ${IS_LATE} ORDER BY d.seq DESC LIMIT ?`,
  );
  const sellers = db
    .prepare<[], string>(
      `SELECT d.rep_id FROM late_deals l JOIN deals d ON d.seq = l.deal_seq LEFT JOIN voids v ON v.deal_seq = d.seq
       WHERE ${IS_LATE}`,
    )
    .pluck();
  const countedIn = db.prepare<[string], string>(COUNTED_IN).pluck();
  const inRange = db
    .prepare<[number, number], number>(
      `SELECT d.seq FROM late_deals l JOIN deals d ON d.seq = l.deal_seq LEFT JOIN voids v ON v.deal_seq = d.seq
       WHERE d.closed_at >= ? AND d.closed_at < ? AND ${IS_LATE}`,
    )
    .pluck();
  return {
    /** The late deals of a range. */
    seqsIn: ({ startsAt, endsAt }: Range): number[] => inRange.all(startsAt, endsAt),
    /** A deal came for a closed period, or stands there again. */
    note: (dealSeq: number): void => void note.run(dealSeq),
    /** Those that are to be decided on, the latest received first, before a `seq`. */
    list: (before: number, limit: number): Deal[] => list.all(before, limit).map((row) => read(row).deal),
    /** The closed period whose final still counts what a deal corrects; null for none. Rule LA6. */
    countedIn: (dealId: string): string | null => countedIn.get(dealId) ?? null,
    /** Whose each of them is. */
    sellers: (): string[] => sellers.all(),
  };
}
