// Sales and cash receipts as one journal, in the board's minor units: what each entry adds to what customers owe and to
// what has come in. Read from the rows that they happened in, so that nothing has to be kept in step. Rule RC5.
import type { EntryKind } from '../../shared/schemas/money.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { LAST_OF } from './receipts.ts';

/** One entry; a place is its order among those of one instant. */
export interface JournalRow {
  at: number;
  place: number;
  ref: number;
  kind: EntryKind;
  dealId: string;
  customer: string;
  repId: string;
  receiptId: string | null;
  originalMinor: number | null;
  currency: string | null;
  rate: string | null;
  method: string | null;
  /** The note of a receipt, the reason of a void or a correction. */
  text: string;
  receivableDebit: number;
  receivableCredit: number;
  cashDebit: number;
  cashCredit: number;
}

/** Where an entry stands in the journal. */
export type Place = Pick<JournalRow, 'at' | 'place' | 'ref'>;

export interface Balances {
  receivable: number;
  cash: number;
}

const DEAL = `d.id AS dealId, d.customer, d.rep_id AS repId,
    coalesce((SELECT s.sale_seq FROM sales s WHERE s.deal_seq = d.seq), d.seq) AS saleSeq`;
const ORIGINAL = `o.currency, o.rate`;
/** Every void there ever was; of a correction that was taken back, what had replaced the deal is replaced by it in turn. */
const VOIDS = `SELECT deal_seq * 2 AS ref, deal_seq, reason, at, replaced_by FROM voids
  UNION ALL SELECT n * 2 + 1, deal_seq, reason, at, replaced_by FROM past_voids`;
const ENTRIES = `
  SELECT d.closed_at AS at, 0 AS place, d.seq AS ref, 'sale' AS kind, ${DEAL}, NULL AS receiptId,
    o.amount_minor AS originalMinor, ${ORIGINAL}, NULL AS method, '' AS text,
    d.amount_minor AS receivableDebit, 0 AS receivableCredit, 0 AS cashDebit, 0 AS cashCredit
  FROM deals d LEFT JOIN originals o ON o.deal_seq = d.seq WHERE d.corrects IS NULL
  UNION ALL
  SELECT v.at, 1, v.ref, 'correction', ${DEAL}, NULL, o.amount_minor, ${ORIGINAL}, NULL, v.reason,
    d.amount_minor, old.amount_minor, 0, 0
  FROM (${VOIDS}) v JOIN deals old ON old.seq = v.deal_seq JOIN deals d ON d.id = v.replaced_by
    LEFT JOIN originals o ON o.deal_seq = d.seq
  UNION ALL
  SELECT v.at, 2, v.ref, 'void', ${DEAL}, NULL, o.amount_minor, ${ORIGINAL}, NULL, v.reason, 0, d.amount_minor, 0, 0
  FROM (${VOIDS}) v JOIN deals d ON d.seq = v.deal_seq LEFT JOIN originals o ON o.deal_seq = d.seq
  WHERE v.replaced_by IS NULL
  UNION ALL
  SELECT b.back_at, 3, b.n, 'restore', ${DEAL}, NULL, o.amount_minor, ${ORIGINAL}, NULL, b.back_reason,
    d.amount_minor, 0, 0, 0
  FROM past_voids b JOIN deals d ON d.seq = b.deal_seq LEFT JOIN originals o ON o.deal_seq = d.seq
  WHERE b.replaced_by IS NULL
  UNION ALL
  SELECT r.received_at, 4, r.seq, 'receipt', ${DEAL}, r.id, iif(o.deal_seq IS NULL, NULL, r.amount_minor), ${ORIGINAL},
    r.method, r.note, 0, r.board_minor, r.board_minor, 0
  FROM receipts r JOIN deals d ON d.seq = r.deal_seq LEFT JOIN originals o ON o.deal_seq = d.seq
  UNION ALL
  SELECT x.at, 5, r.seq, 'receipt-void', ${DEAL}, r.id, iif(o.deal_seq IS NULL, NULL, r.amount_minor), ${ORIGINAL},
    r.method, x.reason, x.board_minor, 0, 0, x.board_minor
  FROM receipt_voids x JOIN receipts r ON r.seq = x.receipt_seq JOIN deals d ON d.seq = r.deal_seq
    LEFT JOIN originals o ON o.deal_seq = d.seq`;

/** All entries of a sale are seen by those who see the deal that it has become. */
const WITHIN = `(@repIds IS NULL OR EXISTS (SELECT 1 FROM credits c
  WHERE c.deal_seq = ${LAST_OF('e.saleSeq')}
    AND c.rep_id IN (SELECT value FROM json_each(@repIds))))`;

export interface JournalSearch {
  range: Range;
  /** Only of sales in which one of these has a part now; null for everybody's. */
  repIds: readonly string[] | null;
}

export function journalTable(db: Db) {
  const list = db.prepare<[Record<string, unknown>], JournalRow>(
    `SELECT at, place, ref, kind, dealId, customer, repId, receiptId, originalMinor, currency, rate, method, text,
       receivableDebit, receivableCredit, cashDebit, cashCredit
     FROM (${ENTRIES}) e WHERE e.at >= @startsAt AND e.at < @endsAt AND ${WITHIN}
       AND (e.at, e.place, e.ref) > (@at, @place, @ref)
     ORDER BY e.at, e.place, e.ref LIMIT @limit`,
  );
  const balances = db.prepare<[Record<string, unknown>], Balances>(
    `SELECT coalesce(sum(receivableDebit - receivableCredit), 0) AS receivable,
       coalesce(sum(cashDebit - cashCredit), 0) AS cash
     FROM (${ENTRIES}) e WHERE ${WITHIN} AND e.at <= @at AND (e.at, e.place, e.ref) <= (@at, @place, @ref)`,
  );
  const json = (repIds: readonly string[] | null) => repIds && JSON.stringify(repIds);
  return {
    /** The entries of a range behind a place, the earliest first. */
    list: ({ range, repIds }: JournalSearch, behind: Place, limit: number): JournalRow[] =>
      list.all({ ...range, ...behind, repIds: json(repIds), limit }),
    /** What was owed and had come in up to a place, that entry included. */
    balances: (repIds: readonly string[] | null, upTo: Place): Balances =>
      balances.get({ ...upTo, repIds: json(repIds) }) ?? { receivable: 0, cash: 0 },
  };
}

/** The place before everything that happens from an instant on. */
export function placeBefore(at: number): Place {
  return { at, place: -1, ref: -1 };
}
