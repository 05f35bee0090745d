// What reps do on the way to a deal, and what they plan. Rows are added, never changed: voids, details, moves and
// cancellations are rows of their own.
export const STEP_7 = `
CREATE TABLE plans (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rep_id TEXT NOT NULL REFERENCES reps (id),
  kind TEXT NOT NULL,
  customer TEXT NOT NULL,
  note TEXT NOT NULL,
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX plans_by_rep ON plans (rep_id, seq);

CREATE TABLE plan_moves (
  seq INTEGER PRIMARY KEY,
  plan_seq INTEGER NOT NULL REFERENCES plans (seq),
  to_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_moves_by_plan ON plan_moves (plan_seq, seq);

CREATE TABLE plan_cancellations (
  plan_seq INTEGER PRIMARY KEY REFERENCES plans (seq),
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;

CREATE TABLE activities (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rep_id TEXT NOT NULL REFERENCES reps (id),
  kind TEXT NOT NULL,
  customer TEXT NOT NULL,
  note TEXT NOT NULL,
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  plan_id TEXT REFERENCES plans (id),
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX activities_by_time ON activities (at, seq);
CREATE INDEX activities_by_rep ON activities (rep_id, at, seq);
CREATE INDEX activities_by_plan ON activities (plan_id) WHERE plan_id IS NOT NULL;

CREATE TABLE activity_details (
  seq INTEGER PRIMARY KEY,
  activity_seq INTEGER NOT NULL REFERENCES activities (seq),
  customer TEXT NOT NULL,
  note TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX activity_details_by_activity ON activity_details (activity_seq, seq);

CREATE TABLE activity_voids (
  activity_seq INTEGER PRIMARY KEY REFERENCES activities (seq),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
`;
