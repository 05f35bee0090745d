// The largest, the best and the first of the ledger's standing deals, by the indexes on amounts and closing times.
import type { Earlier } from '../../shared/win-level.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';

/** A deal as a record: whose it is, how large, when it was closed. */
export interface LargeDeal {
  seq: number;
  repId: string;
  amountMinor: number;
  closedAt: number;
}

/** What a rep sold in a range; `reached` is the `seq` that completed it (rule ST2), `credits` how many add up to it. */
export interface RepSum {
  repId: string;
  value: number;
  reached: number;
  credits: number;
}

const STANDS = 'NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq)';
const CREDIT_STANDS = 'NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = c.deal_seq)';
const LARGE = 'd.seq, d.rep_id AS repId, d.amount_minor AS amountMinor, d.closed_at AS closedAt';
const OF_REP = `c.rep_id = ? AND c.deal_seq < ? AND ${CREDIT_STANDS}`;
const OF_OFFICE = `d.seq < ? AND ${STANDS}`;

export function recordTable(db: Db) {
  const top = db.prepare<[], number>(`SELECT d.amount_minor FROM deals d INDEXED BY deals_by_amount WHERE ${STANDS}
       ORDER BY d.amount_minor DESC LIMIT 1`);
  const firstOf = db.prepare<[number], LargeDeal>(
    `SELECT ${LARGE} FROM deals d WHERE d.amount_minor = ? AND ${STANDS} ORDER BY d.seq LIMIT 1`,
  );
  const inRange = db.prepare<[number, number], LargeDeal>(
    `SELECT ${LARGE} FROM deals d INDEXED BY deals_by_close WHERE d.closed_at >= ? AND d.closed_at < ? AND ${STANDS}
     ORDER BY d.amount_minor DESC, d.seq LIMIT 1`,
  );
  const sums = db.prepare<[number, number], RepSum>(
    `SELECT c.rep_id AS repId, SUM(c.amount_minor) AS value, MAX(iif(c.amount_minor > 0, d.seq, 0)) AS reached,
       COUNT(*) AS credits
     FROM deals d INDEXED BY deals_by_close CROSS JOIN credits c ON c.deal_seq = d.seq
     WHERE d.closed_at >= ? AND d.closed_at < ? AND ${STANDS} GROUP BY c.rep_id`,
  );
  const nextClose = db.prepare<[number], number | null>('SELECT MIN(closed_at) FROM deals WHERE closed_at >= ?');
  const bestOfRep = db.prepare<[string, number], number>(
    `SELECT c.amount_minor FROM credits c INDEXED BY credits_by_rep_amount WHERE ${OF_REP}
     ORDER BY c.amount_minor DESC LIMIT 1`,
  );
  const countOfRep = db.prepare<[string, number, number], number>(
    `SELECT COUNT(*) FROM (SELECT 1 FROM credits c WHERE ${OF_REP} LIMIT ?)`,
  );
  const bestOfOffice = db.prepare<[number], number>(
    `SELECT d.amount_minor FROM deals d INDEXED BY deals_by_amount WHERE ${OF_OFFICE}
     ORDER BY d.amount_minor DESC LIMIT 1`,
  );
  const countOfOffice = db.prepare<[number, number], number>(
    `SELECT COUNT(*) FROM (SELECT 1 FROM deals d WHERE ${OF_OFFICE} LIMIT ?)`,
  );
  for (const statement of [top, nextClose, bestOfRep, countOfRep, bestOfOffice, countOfOffice]) statement.pluck();
  return {
    /** The largest deal that stands, the first received of equal ones; null for an empty ledger. */
    largest(): LargeDeal | null {
      const amount = top.get();
      return amount === undefined ? null : (firstOf.get(amount) ?? null);
    },
    /** The same among the deals closed in a range. */
    largestIn: (range: Range): LargeDeal | null => inRange.get(range.startsAt, range.endsAt) ?? null,
    /** What each rep sold in a range, in no order. */
    sumsIn: (range: Range): RepSum[] => sums.all(range.startsAt, range.endsAt),
    /** When the first deal at or after an instant was closed, a voided one included; null for none. */
    nextClose: (from: number): number | null => nextClose.get(from) ?? null,
    /** A rep's credits before a `seq`, counted up to `most`. Rule CE4. */
    earlierOfRep: (repId: string, seq: number, most: number): Earlier => ({
      deals: countOfRep.get(repId, seq, most) ?? 0,
      best: bestOfRep.get(repId, seq) ?? 0,
    }),
    /** The office's deals before a `seq`, counted up to `most`. Rule CE4. */
    earlierOfOffice: (seq: number, most: number): Earlier => ({
      deals: countOfOffice.get(seq, most) ?? 0,
      best: bestOfOffice.get(seq) ?? 0,
    }),
  };
}
