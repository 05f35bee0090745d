// What other currencies are worth in the board's, by local date. Rows are added: the latest of a date counts, and one
// without a rate takes the date's back. Rule MO7.
import { exponentOf } from '../../shared/currencies.ts';
import type { Rate } from '../../shared/exchange.ts';
import type { ListedCurrency } from '../../shared/schemas/money.ts';
import type { Db } from './db.ts';

export interface RateRow {
  id: number;
  currency: string;
  date: string;
  /** Null takes the date's rate back. */
  rate: Rate | null;
  source: string;
  at: number;
  /** As the audit has it: "user:…", "token:…". */
  actor: string;
  /** Another one of the same date came after it. */
  isReplaced: boolean;
}

export interface DatedRate {
  date: string;
  rate: Rate;
}

export interface RateDraft extends Omit<RateRow, 'id' | 'isReplaced'> {
  /** The board currency that the rate is told in. */
  board: string;
  rev: number;
}

const COUNTS = `r.rate IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM rates n WHERE n.board = r.board AND n.currency = r.currency AND n.date = r.date AND n.id > r.id)`;

export function rateTable(db: Db) {
  const at = db.prepare<[string, string, string], DatedRate>(
    `SELECT date, rate FROM rates r WHERE board = ? AND currency = ? AND date <= ? AND ${COUNTS}
     ORDER BY date DESC LIMIT 1`,
  );
  const after = db.prepare<[string, string, string], DatedRate>(
    `SELECT date, rate FROM rates r WHERE board = ? AND currency = ? AND date > ? AND ${COUNTS} ORDER BY date LIMIT 1`,
  );
  // Currency by currency along the index: every write asks for them, and each may have a rate of every day.
  const currencies = db
    .prepare<[string, string], string | null>('SELECT min(currency) FROM rates WHERE board = ? AND currency > ?')
    .pluck();
  const list = db.prepare<[Record<string, unknown>], Omit<RateRow, 'isReplaced'> & { isReplaced: number }>(
    `SELECT id, currency, date, rate, source, at, actor, EXISTS (
       SELECT 1 FROM rates n WHERE n.board = r.board AND n.currency = r.currency AND n.date = r.date AND n.id > r.id
     ) AS isReplaced
     FROM rates r WHERE board = @board AND id < @before AND (@currency IS NULL OR currency = @currency)
     ORDER BY id DESC LIMIT @limit`,
  );
  const insert = db.prepare(
    `INSERT INTO rates (board, currency, date, rate, source, at, rev, actor)
     VALUES (@board, @currency, @date, @rate, @source, @at, @rev, @actor)`,
  );
  /** Every currency that has a rate, with the one that holds on a local date; the next one where none does yet. */
  function listed(board: string, date: string): ListedCurrency[] {
    const found: ListedCurrency[] = [];
    for (let currency = currencies.get(board, ''); typeof currency === 'string';) {
      const dated = at.get(board, currency, date) ?? after.get(board, currency, date);
      if (dated) found.push({ currency, exponent: exponentOf(currency) ?? 0, ...dated });
      currency = currencies.get(board, currency);
    }
    return found;
  }

  return {
    listed,
    /** The rate that holds on a local date: that of the date, or else of the latest date before it. Rule MO7. */
    at: (board: string, currency: string, date: string): DatedRate | null => at.get(board, currency, date) ?? null,
    /** The first one after a date. */
    after: (board: string, currency: string, date: string): DatedRate | null =>
      after.get(board, currency, date) ?? null,
    /** All that was ever said, the latest first, before an id; of one currency or of all. */
    list(board: string, wanted: { currency: string | null; before: number; limit: number }): RateRow[] {
      return list.all({ board, ...wanted }).map((row) => ({ ...row, isReplaced: row.isReplaced === 1 }));
    },
    insert: (draft: RateDraft): void => void insert.run(draft),
  };
}
