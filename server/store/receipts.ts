// Money that came in for sales, and when it is due. A sale is a deal with the deals that corrected it: what came in
// for the first counts for the last. Rules RC1, RC3.
import type { ReceiptMethod, Settlement } from '../../shared/payment.ts';
import type { Db } from './db.ts';

export interface ReceiptDraft {
  id: string;
  dealSeq: number;
  saleSeq: number;
  /** Minor units of the deal's own currency. */
  amountMinor: number;
  /** What the board's receivable goes down by (rule RC5). */
  boardMinor: number;
  receivedAt: number;
  method: ReceiptMethod | null;
  note: string;
  recordedAt: number;
  rev: number;
  actor: string;
  fingerprint: string;
}

export interface Receipt extends Omit<ReceiptDraft, 'rev' | 'fingerprint'> {
  seq: number;
  void: { reason: string; at: number; actor: string } | null;
}

interface Row extends Omit<Receipt, 'void'> {
  fingerprint: string;
  voidReason: string | null;
  voidAt: number | null;
  voidActor: string | null;
}

/** How a sale stands; `boardMinor` is what has come in, in the board's currency. */
export interface SaleRow extends Settlement {
  saleSeq: number;
  boardMinor: number;
}

const RECEIPT = `SELECT r.seq, r.id, r.deal_seq AS dealSeq, r.sale_seq AS saleSeq, r.amount_minor AS amountMinor,
    r.board_minor AS boardMinor, r.received_at AS receivedAt, r.method, r.note, r.recorded_at AS recordedAt, r.actor,
    r.fingerprint, v.reason AS voidReason, v.at AS voidAt, v.actor AS voidActor
  FROM receipts r LEFT JOIN receipt_voids v ON v.receipt_seq = r.seq`;

const SALE = 'coalesce(s.sale_seq, d.seq)';

/** The deal that a sale has become: the one that no other has taken the place of, be it the first one again (rule CO1). */
export const LAST_OF = (sale: string): string => `coalesce((SELECT s.deal_seq FROM sales s
  LEFT JOIN voids v ON v.deal_seq = s.deal_seq WHERE s.sale_seq = ${sale} AND v.replaced_by IS NULL), ${sale})`;

/** One row for each deal that no other one replaced; for a `WITH sale AS (…)`. */
export const SALES = `SELECT d.seq, d.rep_id, d.closed_at, d.amount_minor AS board, ${SALE} AS saleSeq,
    coalesce(o.amount_minor, d.amount_minor) AS amountMinor,
    coalesce((SELECT sum(r.amount_minor) FROM receipts r WHERE r.sale_seq = ${SALE}
      AND NOT EXISTS (SELECT 1 FROM receipt_voids x WHERE x.receipt_seq = r.seq)), 0) AS receivedMinor,
    coalesce((SELECT sum(r.board_minor - coalesce(x.board_minor, 0)) FROM receipts r
      LEFT JOIN receipt_voids x ON x.receipt_seq = r.seq WHERE r.sale_seq = ${SALE}), 0) AS boardMinor,
    (SELECT u.due_on FROM due_dates u WHERE u.sale_seq = ${SALE} ORDER BY u.id DESC LIMIT 1) AS dueOn,
    v.deal_seq IS NOT NULL AS isVoid
  FROM deals d LEFT JOIN sales s ON s.deal_seq = d.seq LEFT JOIN originals o ON o.deal_seq = d.seq
    LEFT JOIN voids v ON v.deal_seq = d.seq WHERE v.replaced_by IS NULL`;

export function receiptTable(db: Db) {
  const byId = db.prepare<[string], Row>(`${RECEIPT} WHERE r.id = ?`);
  const ofSale = db.prepare<[number], Row>(`${RECEIPT} WHERE r.sale_seq = ? ORDER BY r.seq`);
  const settledBy = db.prepare<[string, string], Row>(
    `${RECEIPT} WHERE r.id > ? AND r.id < ? AND v.receipt_seq IS NULL ORDER BY r.seq`,
  );
  const settledSum = db.prepare<[string, string], { deals: number; amountMinor: number }>(
    `SELECT count(*) AS deals, coalesce(sum(r.board_minor), 0) AS amountMinor FROM receipts r
     WHERE r.id > ? AND r.id < ? AND NOT EXISTS (SELECT 1 FROM receipt_voids x WHERE x.receipt_seq = r.seq)`,
  );
  const sale = db.prepare<[number], Omit<SaleRow, 'isVoid'> & { isVoid: number }>(
    `SELECT saleSeq, amountMinor, receivedMinor, boardMinor, dueOn, isVoid FROM (${SALES} AND d.seq = ?)`,
  );
  const insert = db.prepare(
    `INSERT INTO receipts (id, deal_seq, sale_seq, amount_minor, board_minor, received_at, method, note, recorded_at, rev,
       actor, fingerprint)
     VALUES (@id, @dealSeq, @saleSeq, @amountMinor, @boardMinor, @receivedAt, @method, @note, @recordedAt, @rev, @actor,
       @fingerprint)`,
  );
  const insertVoid = db.prepare(
    `INSERT INTO receipt_voids (receipt_seq, board_minor, reason, at, rev, actor)
     VALUES (@seq, @boardMinor, @reason, @at, @rev, @actor)`,
  );
  const saleOf = db.prepare<[number], number>('SELECT sale_seq FROM sales WHERE deal_seq = ?').pluck();
  const lastOf = db.prepare<{ saleSeq: number }, number>(`SELECT ${LAST_OF('@saleSeq')}`).pluck();
  const carry = db.prepare(
    `INSERT INTO sales (deal_seq, sale_seq)
     VALUES (@to, coalesce((SELECT sale_seq FROM sales WHERE deal_seq = @from), @from))`,
  );
  const setDue = db.prepare('INSERT INTO due_dates (sale_seq, due_on, at, rev) VALUES (@saleSeq, @dueOn, @at, @rev)');
  return {
    byId(id: string): { receipt: Receipt; fingerprint: string } | null {
      const row = byId.get(id);
      return row ? { receipt: fromRow(row), fingerprint: row.fingerprint } : null;
    },
    /** In the order in which they were recorded, with those that were taken back. */
    ofSale: (saleSeq: number): Receipt[] => ofSale.all(saleSeq).map(fromRow),
    /** What stands of the receipts that one settlement of the past has made, by the front of their ids. Rule RC7. */
    settledBy: (id: string): Receipt[] => settledBy.all(`${id}:`, `${id};`).map(fromRow),
    /** The same, counted and summed in the board's minor units. */
    settledSum: (id: string) => settledSum.get(`${id}:`, `${id};`) ?? { deals: 0, amountMinor: 0 },
    /** The sale that a deal is of. */
    saleOf: (dealSeq: number): number => saleOf.get(dealSeq) ?? dealSeq,
    /** The deal that a sale has become. */
    lastOf: (saleSeq: number): number => lastOf.get({ saleSeq }) ?? saleSeq,
    /** How the sale of a deal stands; null for a deal that another one replaced. */
    sale(dealSeq: number): SaleRow | null {
      const row = sale.get(dealSeq);
      return row ? { ...row, isVoid: row.isVoid === 1 } : null;
    },
    insert: (draft: ReceiptDraft): void => void insert.run(draft),
    void: (draft: { seq: number; boardMinor: number; reason: string; at: number; rev: number; actor: string }): void =>
      void insertVoid.run(draft),
    /** A correction goes on with the sale of the deal that it replaces. Rule RC3. */
    carry: (from: number, to: number): void => void carry.run({ from, to }),
    setDue: (due: { saleSeq: number; dueOn: string | null; at: number; rev: number }): void => void setDue.run(due),
  };
}

function fromRow({ fingerprint: _, voidReason, voidAt, voidActor, ...row }: Row): Receipt {
  const isVoid = voidReason !== null && voidAt !== null && voidActor !== null;
  return { ...row, void: isVoid ? { reason: voidReason, at: voidAt, actor: voidActor } : null };
}
