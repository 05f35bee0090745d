// Who has bought, from the latest deals that stand; who has been called on, from the latest activities and plans.
import type { DealKind } from '../../shared/deal.ts';
import type { Db } from './db.ts';

/** What one deal says of its customer. */
export interface Sale {
  customer: string;
  product: string;
  kind: DealKind;
  source: string;
  location: string;
  closedAt: number;
}

/** Whom somebody has met, called or planned to. */
export interface Contact {
  customer: string;
  at: number;
}

/** So far back customers are known: a list that is made at once, however large the books are. */
const LATEST = 5_000;

const SALE = 'd.customer, d.product, d.kind, d.source, d.location, d.closed_at AS closedAt';
const REACHED = '(@repIds IS NULL OR a.rep_id IN (SELECT value FROM json_each(@repIds)))';
const STANDS = 'NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq)';

export function customerTable(db: Db) {
  const all = db.prepare<[], Sale>(`SELECT ${SALE} FROM deals d WHERE ${STANDS} ORDER BY d.seq DESC LIMIT ${LATEST}`);
  // From the shares to the deals: somebody with few of them has them at once among a million.
  const ofReps = db.prepare<[string], Sale>(
    `SELECT ${SALE} FROM deals d WHERE ${STANDS} AND d.seq IN (
       SELECT deal_seq FROM credits WHERE rep_id IN (SELECT value FROM json_each(?)) ORDER BY deal_seq DESC LIMIT ${LATEST})
     ORDER BY d.seq DESC`,
  );
  const contacts = db.prepare<[{ repIds: string | null }], Contact>(
    `SELECT customer, MAX(at) AS at FROM (
       SELECT * FROM (
         SELECT COALESCE(d.customer, a.customer) AS customer, a.at FROM activities a
           LEFT JOIN activity_details d ON d.seq = (SELECT MAX(seq) FROM activity_details WHERE activity_seq = a.seq)
         WHERE ${REACHED} AND NOT EXISTS (SELECT 1 FROM activity_voids v WHERE v.activity_seq = a.seq)
         ORDER BY a.at DESC LIMIT ${LATEST})
       UNION ALL
       SELECT * FROM (
         SELECT a.customer, a.recorded_at AS at FROM plans a WHERE ${REACHED} ORDER BY a.seq DESC LIMIT ${LATEST}))
     WHERE customer <> '' GROUP BY customer ORDER BY at DESC`,
  );
  return {
    /** Everybody called on by these reps, or by all where null, the latest first. */
    contacts: (repIds: readonly string[] | null): Contact[] =>
      contacts.all({ repIds: repIds && JSON.stringify(repIds) }),
    /** The latest deals of these reps, or of all where null, the latest first. */
    sales: (repIds: readonly string[] | null): Sale[] =>
      repIds === null ? all.all() : ofReps.all(JSON.stringify(repIds)),
  };
}
