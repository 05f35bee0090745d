// Voids can be taken back: such a void is history from then on, and the deal may be voided again. Wins above an amount
// may wait for a manager; until then they are no deals.
export const STEP_12 = `
CREATE TABLE past_voids (
  n INTEGER PRIMARY KEY,
  deal_seq INTEGER NOT NULL REFERENCES deals (seq),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  replaced_by TEXT REFERENCES deals (id),
  back_at INTEGER NOT NULL,
  back_rev INTEGER NOT NULL,
  back_reason TEXT NOT NULL
) STRICT;
CREATE INDEX past_voids_by_deal ON past_voids (deal_seq);
CREATE INDEX deals_by_corrected ON deals (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX audit_by_rev ON audit (rev);

CREATE TABLE approval_rule (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  above_minor INTEGER NOT NULL CHECK (above_minor > 0)
) STRICT;

CREATE TABLE pending_deals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  draft TEXT NOT NULL,
  photo_id TEXT REFERENCES media (id),
  posted_by TEXT,
  posted_at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  decision TEXT,
  decided_at INTEGER,
  decided_by TEXT,
  reason TEXT
) STRICT;
CREATE INDEX pending_deals_open ON pending_deals (seq) WHERE decision IS NULL;
`;
