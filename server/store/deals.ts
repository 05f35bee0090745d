// The ledger's rows: deals, their credits and external ids. Rows are added, never changed or deleted.
import type { Credit, Deal, DealKind, PastVoid } from '../../shared/deal.ts';
import type { Db } from './db.ts';
import { ORIGINAL, originalOf, originalTable, type OriginalColumns } from './originals.ts';

/** A deal on its way into the ledger, which gives it its `seq`. */
export interface DealDraft extends Omit<Deal, 'seq' | 'void' | 'wonAt' | 'pastVoids'> {
  /** Said of a late deal that is booked to the open period (rule LA2). */
  wonAt?: number;
  fingerprint: string;
}

interface DealRow
  extends Omit<Deal, 'credits' | 'external' | 'void' | 'imported' | 'pastVoids' | 'original'>, OriginalColumns {
  kind: DealKind;
  imported: number;
  fingerprint: string;
  source_: string | null;
  externalId: string | null;
  voidReason: string | null;
  voidAt: number | null;
  replacedBy: string | null;
}

export interface StoredDeal {
  deal: Deal;
  /** A digest of what was posted: the same id with another one is another deal. */
  fingerprint: string;
}

export const DEAL_SELECT = `
  SELECT d.seq, d.id, d.rep_id AS repId, d.amount_minor AS amountMinor, d.currency, d.customer, d.product, d.kind,
    d.source, d.location, d.note, d.opened_at AS openedAt, d.closed_at AS closedAt, d.recorded_at AS recordedAt, d.rev,
    d.corrects, d.imported, d.photo_id AS photoId, d.fingerprint, x.source AS source_, x.external_id AS externalId, v.reason AS voidReason,
    v.at AS voidAt, v.replaced_by AS replacedBy, b.won_at AS wonAt, ${ORIGINAL}
  FROM deals d LEFT JOIN external_ids x ON x.deal_seq = d.seq LEFT JOIN voids v ON v.deal_seq = d.seq
    LEFT JOIN bookings b ON b.deal_seq = d.seq LEFT JOIN originals o ON o.deal_seq = d.seq`;

const CREDITS =
  'SELECT rep_id AS repId, share_bp AS shareBp, amount_minor AS amountMinor FROM credits WHERE deal_seq = ?';

const PAST_VOIDS = `SELECT reason, at, rev, replaced_by AS replacedBy, back_at AS backAt, back_rev AS backRev,
  back_reason AS backReason FROM past_voids WHERE deal_seq = ? ORDER BY n`;

/** Turns rows of `DEAL_SELECT` into deals, with their credits. */
export function dealReader(db: Db): (row: unknown) => StoredDeal {
  const credits = db.prepare<[number], Credit>(`${CREDITS} ORDER BY share_bp DESC, rep_id`);
  const pastVoids = db.prepare<[number], PastVoid>(PAST_VOIDS);
  return (raw) => {
    const { source_, externalId, voidReason, voidAt, replacedBy, imported, fingerprint, ...others } = raw as DealRow;
    const { originalMinor, originalCurrency, rate, rateDate, ...plain } = others;
    const deal: Deal = {
      ...plain,
      imported: imported === 1,
      original: originalOf({ originalMinor, originalCurrency, rate, rateDate }),
      credits: credits.all(plain.seq),
      external: source_ === null || externalId === null ? null : { source: source_, id: externalId },
      void: voidReason === null || voidAt === null ? null : { reason: voidReason, at: voidAt, replacedBy },
      pastVoids: pastVoids.all(plain.seq),
    };
    return { deal, fingerprint };
  };
}

export function dealTable(db: Db) {
  const read = dealReader(db);
  const byId = db.prepare<[string]>(`${DEAL_SELECT} WHERE d.id = ?`);
  const byExternal = db.prepare<[string, string]>(
    `${DEAL_SELECT} WHERE d.seq = (SELECT deal_seq FROM external_ids WHERE source = ? AND external_id = ?)`,
  );
  const knownId = db.prepare<[string], number>('SELECT seq FROM deals WHERE id = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO deals (id, rep_id, amount_minor, currency, customer, product, kind, source, location, note, opened_at,
       closed_at, recorded_at, rev, corrects, imported, photo_id, fingerprint)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCredit = db.prepare('INSERT INTO credits (deal_seq, rep_id, share_bp, amount_minor) VALUES (?, ?, ?, ?)');
  const insertBooking = db.prepare('INSERT INTO bookings (deal_seq, won_at) VALUES (?, ?)');
  const originals = originalTable(db);
  const insertExternal = db.prepare('INSERT INTO external_ids (source, external_id, deal_seq) VALUES (?, ?, ?)');
  return {
    /** A deal by id, or null. The lookup is cheap where there is none. */
    byId(id: string): StoredDeal | null {
      return knownId.get(id) === undefined ? null : read(byId.get(id));
    },
    byExternal(source: string, externalId: string): StoredDeal | null {
      const row = byExternal.get(source, externalId);
      return row === undefined ? null : read(row);
    },
    /** Stores a deal with its credits and external id; gives it back with its `seq`. */
    insert(draft: DealDraft): Deal {
      const { fingerprint, wonAt = null, ...plain } = draft;
      const { lastInsertRowid } = insert.run(
        plain.id,
        plain.repId,
        plain.amountMinor,
        plain.currency,
        plain.customer,
        plain.product,
        plain.kind,
        plain.source,
        plain.location,
        plain.note,
        plain.openedAt,
        plain.closedAt,
        plain.recordedAt,
        plain.rev,
        plain.corrects,
        plain.imported ? 1 : 0,
        plain.photoId,
        fingerprint,
      );
      const seq = Number(lastInsertRowid);
      for (const { repId, shareBp, amountMinor } of plain.credits) insertCredit.run(seq, repId, shareBp, amountMinor);
      if (plain.original) originals.insert(seq, plain.original);
      if (plain.external) insertExternal.run(plain.external.source, plain.external.id, seq);
      if (wonAt !== null) insertBooking.run(seq, wonAt);
      return { ...plain, seq, void: null, wonAt, pastVoids: [] };
    },
  };
}
