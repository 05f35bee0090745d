// Who has bought, from the latest deals that stand.
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

/** So far back customers are known: a list that is made at once, however large the books are. */
const LATEST = 5_000;

const SALE = 'd.customer, d.product, d.kind, d.source, d.location, d.closed_at AS closedAt';
const STANDS = 'NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = d.seq)';

export function customerTable(db: Db) {
  const all = db.prepare<[], Sale>(`SELECT ${SALE} FROM deals d WHERE ${STANDS} ORDER BY d.seq DESC LIMIT ${LATEST}`);
  // From the shares to the deals: somebody with few of them has them at once among a million.
  const ofReps = db.prepare<[string], Sale>(
    `SELECT ${SALE} FROM deals d WHERE ${STANDS} AND d.seq IN (
       SELECT deal_seq FROM credits WHERE rep_id IN (SELECT value FROM json_each(?)) ORDER BY deal_seq DESC LIMIT ${LATEST})
     ORDER BY d.seq DESC`,
  );
  return {
    /** The latest deals of these reps, or of all where null, the latest first. */
    sales: (repIds: readonly string[] | null): Sale[] =>
      repIds === null ? all.all() : ofReps.all(JSON.stringify(repIds)),
  };
}
