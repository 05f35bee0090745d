// The books, the people, their accounts.
export const STEP_1 = `
CREATE TABLE revision (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  rev INTEGER NOT NULL,
  epoch TEXT NOT NULL,
  total_minor INTEGER NOT NULL
) STRICT;

CREATE TABLE office (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  locale TEXT NOT NULL,
  week_start INTEGER NOT NULL,
  fiscal_start_month INTEGER NOT NULL,
  period_unit TEXT NOT NULL,
  ties TEXT NOT NULL,
  working_days TEXT NOT NULL,
  holidays TEXT NOT NULL,
  day_starts_minute INTEGER NOT NULL,
  day_ends_minute INTEGER NOT NULL,
  default_quota_minor INTEGER,
  default_quota_deals INTEGER,
  products TEXT NOT NULL,
  show_customers INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE teams (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES teams (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE reps (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT UNIQUE COLLATE NOCASE,
  joined_on TEXT,
  left_on TEXT,
  work_share_bp INTEGER NOT NULL,
  absences TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
  rep_id TEXT NOT NULL REFERENCES reps (id),
  team_id TEXT REFERENCES teams (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  PRIMARY KEY (rep_id, from_at),
  CHECK (to_at IS NULL OR to_at > from_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  rep_id TEXT UNIQUE REFERENCES reps (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE TABLE periods (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  planned_ends_at INTEGER NOT NULL,
  closed_at INTEGER,
  reset_of TEXT REFERENCES periods (id),
  undone_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK (ends_at > starts_at)
) STRICT;
CREATE INDEX periods_by_start ON periods (starts_at);

CREATE TABLE finals (
  period_id TEXT NOT NULL REFERENCES periods (id),
  frozen_at INTEGER NOT NULL,
  hash TEXT NOT NULL,
  standings TEXT NOT NULL,
  undone_at INTEGER,
  PRIMARY KEY (period_id, frozen_at)
) STRICT;

CREATE TABLE quotas (
  period_id TEXT NOT NULL REFERENCES periods (id),
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  metric TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (period_id, subject_type, subject_id, metric)
) STRICT, WITHOUT ROWID;

CREATE TABLE deals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rep_id TEXT NOT NULL REFERENCES reps (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  customer TEXT NOT NULL,
  product TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  location TEXT NOT NULL,
  note TEXT NOT NULL,
  opened_at INTEGER,
  closed_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  corrects TEXT REFERENCES deals (id),
  imported INTEGER NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX deals_by_close ON deals (closed_at);

CREATE TABLE credits (
  deal_seq INTEGER NOT NULL REFERENCES deals (seq),
  rep_id TEXT NOT NULL REFERENCES reps (id),
  share_bp INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  PRIMARY KEY (deal_seq, rep_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX credits_by_rep ON credits (rep_id, deal_seq);

CREATE TABLE voids (
  deal_seq INTEGER PRIMARY KEY REFERENCES deals (seq),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  replaced_by TEXT REFERENCES deals (id)
) STRICT;

CREATE TABLE external_ids (
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  deal_seq INTEGER NOT NULL REFERENCES deals (seq),
  PRIMARY KEY (source, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX external_ids_by_deal ON external_ids (deal_seq);

CREATE TABLE mappings (
  name TEXT PRIMARY KEY,
  mapping TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
`;
