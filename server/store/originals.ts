// What deals in other currencies were agreed in, and the rates that were frozen with them. Rule MO5.
import type { Original } from '../../shared/deal.ts';
import type { Db } from './db.ts';

/** Null for a deal in the board's own currency. */
export interface OriginalColumns {
  originalMinor: number | null;
  originalCurrency: string | null;
  rate: string | null;
  rateDate: string | null;
}

/** `OriginalColumns` of `originals o`. */
export const ORIGINAL = `o.amount_minor AS originalMinor, o.currency AS originalCurrency, o.rate, o.rate_date AS rateDate`;

export function originalOf({ originalMinor, originalCurrency, rate, rateDate }: OriginalColumns): Original | null {
  if (originalMinor === null || originalCurrency === null || rate === null || rateDate === null) return null;
  return { amountMinor: originalMinor, currency: originalCurrency, rate, rateDate };
}

export function originalTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO originals (deal_seq, amount_minor, currency, rate, rate_date)
     VALUES (@dealSeq, @amountMinor, @currency, @rate, @rateDate)`,
  );
  return { insert: (dealSeq: number, original: Original): void => void insert.run({ ...original, dealSeq }) };
}
