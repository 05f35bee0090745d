// Accounts may go without an address or a password, end, and be limited to teams; sessions are known by device; ways in
// beside the password. `users` is made anew because SQLite cannot take a NOT NULL away.
export const STEP_4 = `
CREATE TABLE users_4 (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT UNIQUE COLLATE NOCASE,
  password_hash TEXT,
  pin_hash TEXT,
  role TEXT NOT NULL,
  rep_id TEXT UNIQUE REFERENCES reps (id),
  team_ids TEXT,
  locale TEXT,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
INSERT INTO users_4 (id, name, email, password_hash, role, rep_id, created_at)
  SELECT id, name, email, password_hash, role, rep_id, created_at FROM users;

CREATE TABLE shared_phones (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE TABLE sessions_4 (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES users_4 (id),
  device TEXT NOT NULL,
  shared_phone_id TEXT REFERENCES shared_phones (id),
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO sessions_4 (hash, id, user_id, device, created_at, seen_at, expires_at)
  SELECT hash, lower(hex(randomblob(12))), user_id, '', created_at, created_at, expires_at FROM sessions;

DROP TABLE sessions;
DROP TABLE users;
ALTER TABLE users_4 RENAME TO users;
ALTER TABLE sessions_4 RENAME TO sessions;

CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT COLLATE NOCASE,
  role TEXT NOT NULL,
  team_ids TEXT,
  rep_id TEXT REFERENCES reps (id),
  team_id TEXT REFERENCES teams (id),
  user_id TEXT REFERENCES users (id),
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

ALTER TABLE reps ADD COLUMN phone TEXT;
`;
