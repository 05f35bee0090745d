// The deals in which one rep has a part, as that rep is shown them: voided and late ones, too.
import type { OwnDeal } from '../../shared/explanation.ts';
import type { Original } from '../../shared/deal.ts';
import type { Range } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { ORIGINAL, originalOf, type OriginalColumns } from './originals.ts';

/** A deal with the rep's own credit in it. */
export interface OwnDealRow extends OwnDeal {
  dealId: string;
  customer: string;
  product: string;
  amountMinor: number;
  currency: string;
  original: Original | null;
  /** When it was won, where it counts at another time (rule LA2). */
  wonAt: number | null;
  void: { at: number; rev: number; reason: string; replacedBy: string | null } | null;
}

interface Row extends Omit<OwnDealRow, 'void' | 'pastVoids' | 'original'>, OriginalColumns {
  pastVoids: string;
  voidAt: number | null;
  voidRev: number | null;
  reason: string | null;
  replacedBy: string | null;
}

/** A rep's largest credit. */
export interface LargeCredit {
  dealId: string;
  customer: string;
  value: number;
  at: number;
}

const STANDS = 'NOT EXISTS (SELECT 1 FROM voids v WHERE v.deal_seq = c.deal_seq)';

export function ownDealTable(db: Db) {
  const list = db.prepare<[Record<string, unknown>], Row>(
    `SELECT d.seq, d.id AS dealId, d.rev, d.closed_at AS closedAt, d.recorded_at AS recordedAt, d.customer, d.product,
       d.amount_minor AS amountMinor, d.currency, ${ORIGINAL}, c.share_bp AS shareBp, c.amount_minor AS creditMinor,
       v.at AS voidAt, v.rev AS voidRev, v.reason, v.replaced_by AS replacedBy, b.won_at AS wonAt,
       (SELECT json_group_array(json_object('at', p.at, 'rev', p.rev, 'backAt', p.back_at, 'backRev', p.back_rev))
        FROM past_voids p WHERE p.deal_seq = d.seq AND p.rev <= @rev) AS pastVoids
     FROM credits c JOIN deals d ON d.seq = c.deal_seq LEFT JOIN voids v ON v.deal_seq = d.seq
       LEFT JOIN bookings b ON b.deal_seq = d.seq LEFT JOIN originals o ON o.deal_seq = d.seq
     WHERE c.rep_id = @repId AND d.rev <= @rev AND (
       (d.closed_at >= @startsAt AND d.closed_at < @endsAt)
       OR (d.closed_at < @startsAt AND d.recorded_at >= @startsAt AND d.recorded_at < @endsAt))`,
  );
  const largest = db.prepare<[string], LargeCredit>(
    `SELECT d.id AS dealId, d.customer, c.amount_minor AS value, d.closed_at AS at
     FROM credits c INDEXED BY credits_by_rep_amount JOIN deals d ON d.seq = c.deal_seq
     WHERE c.rep_id = ? AND c.amount_minor > 0 AND ${STANDS} ORDER BY c.amount_minor DESC, c.deal_seq LIMIT 1`,
  );
  const standing = db.prepare<[string], { closedAt: number; amountMinor: number }>(
    `SELECT d.closed_at AS closedAt, c.amount_minor AS amountMinor
     FROM credits c JOIN deals d ON d.seq = c.deal_seq WHERE c.rep_id = ? AND ${STANDS}`,
  );
  return {
    /** Deals closed in a range, and those received in it that were closed before; as of a rev, in no order. */
    around: (repId: string, range: Range, rev: number): OwnDealRow[] =>
      list.all({ repId, rev, startsAt: range.startsAt, endsAt: range.endsAt }).map((row) => fromRow(row, rev)),
    /** The largest credit that stands, the first received of equal ones; null for none. Rule FA4. */
    largest: (repId: string): LargeCredit | null => largest.get(repId) ?? null,
    /** Every credit that stands, in no order. */
    standing: (repId: string): { closedAt: number; amountMinor: number }[] => standing.all(repId),
  };
}

function fromRow({ voidAt, voidRev, reason, replacedBy, pastVoids, ...row }: Row, rev: number): OwnDealRow {
  const { originalMinor, originalCurrency, rate, rateDate, ...plain } = row;
  const original = originalOf({ originalMinor, originalCurrency, rate, rateDate });
  const deal = { ...plain, original, pastVoids: JSON.parse(pastVoids) as OwnDealRow['pastVoids'] };
  if (voidAt === null || voidRev === null || voidRev > rev) return { ...deal, void: null };
  return { ...deal, void: { at: voidAt, rev: voidRev, reason: reason ?? '', replacedBy } };
}
