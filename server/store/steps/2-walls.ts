// What hangs on the wall, and its pictures and sounds.
export const STEP_2 = `
CREATE TABLE media (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wall (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE playlists (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  layout TEXT NOT NULL,
  items TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE screens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

ALTER TABLE reps ADD COLUMN photo_id TEXT REFERENCES media (id);
ALTER TABLE reps ADD COLUMN sound_id TEXT REFERENCES media (id);

CREATE INDEX deals_by_amount ON deals (amount_minor);
CREATE INDEX credits_by_rep_amount ON credits (rep_id, amount_minor);
`;
