// What colleagues say to wins; what phones are told while nobody looks at them. A subscription ends with the session
// that it was made in, so that nothing reaches a phone that was signed out.
export const STEP_6 = `
CREATE TABLE reactions (
  deal_seq INTEGER NOT NULL REFERENCES deals (seq),
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (deal_seq, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE push_keys (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL
) STRICT;

CREATE TABLE push_subscriptions (
  endpoint TEXT PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id),
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX push_subscriptions_by_user ON push_subscriptions (user_id, created_at);

CREATE TABLE push_preferences (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE push_reminders (
  period_id TEXT NOT NULL REFERENCES periods (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (period_id, user_id)
) STRICT, WITHOUT ROWID;
`;
