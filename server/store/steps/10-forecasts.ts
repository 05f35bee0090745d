// What is expected of each rep in a period.
export const STEP_10 = `
CREATE TABLE forecasts (
  period_id TEXT NOT NULL REFERENCES periods (id),
  rep_id TEXT NOT NULL REFERENCES reps (id),
  metric TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (period_id, rep_id, metric)
) STRICT, WITHOUT ROWID;
`;
