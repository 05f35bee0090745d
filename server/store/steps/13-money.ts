// Rates of other currencies, what deals were agreed in, when they are due, and the money that came in for them. Rows are
// added, never changed: the latest of a day's rates counts, and a receipt is taken back by a row of its own.
export const STEP_13 = `
CREATE TABLE rates (
  id INTEGER PRIMARY KEY,
  board TEXT NOT NULL,
  currency TEXT NOT NULL,
  date TEXT NOT NULL,
  rate TEXT,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX rates_by_date ON rates (board, currency, date, id);

CREATE TABLE originals (
  deal_seq INTEGER PRIMARY KEY REFERENCES deals (seq),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  rate TEXT NOT NULL,
  rate_date TEXT NOT NULL
) STRICT;

-- A correction goes on with the sale of the deal that it replaces: receipts and due dates are the sale's.
CREATE TABLE sales (
  deal_seq INTEGER PRIMARY KEY REFERENCES deals (seq),
  sale_seq INTEGER NOT NULL REFERENCES deals (seq)
) STRICT;
CREATE INDEX sales_by_sale ON sales (sale_seq, deal_seq);

INSERT INTO sales (deal_seq, sale_seq)
WITH RECURSIVE chain (deal_seq, sale_seq) AS (
  SELECT seq, seq FROM deals WHERE corrects IS NULL
  UNION ALL
  SELECT d.seq, c.sale_seq FROM chain c JOIN deals o ON o.seq = c.deal_seq JOIN deals d ON d.corrects = o.id
)
SELECT deal_seq, sale_seq FROM chain WHERE deal_seq <> sale_seq;

CREATE TABLE due_dates (
  id INTEGER PRIMARY KEY,
  sale_seq INTEGER NOT NULL REFERENCES deals (seq),
  due_on TEXT,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX due_dates_by_sale ON due_dates (sale_seq, id);

CREATE TABLE receipts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  deal_seq INTEGER NOT NULL REFERENCES deals (seq),
  sale_seq INTEGER NOT NULL REFERENCES deals (seq),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  board_minor INTEGER NOT NULL CHECK (board_minor >= 0),
  received_at INTEGER NOT NULL,
  method TEXT,
  note TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  actor TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX receipts_by_sale ON receipts (sale_seq, seq);
CREATE INDEX receipts_by_time ON receipts (received_at, seq);

CREATE TABLE receipt_voids (
  receipt_seq INTEGER PRIMARY KEY REFERENCES receipts (seq),
  board_minor INTEGER NOT NULL CHECK (board_minor >= 0),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- Null: the office does not follow what is due.
ALTER TABLE office ADD COLUMN payment_terms_days INTEGER;
`;
