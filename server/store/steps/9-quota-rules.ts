// What quotas go by beside the amounts: the ramp of joiners, defaults of activities, named holidays, and what held when
// a period closed.
export const STEP_9 = `
ALTER TABLE office ADD COLUMN quota_ramp TEXT NOT NULL DEFAULT '[]';
ALTER TABLE office ADD COLUMN default_quota_counts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE office ADD COLUMN holiday_names TEXT NOT NULL DEFAULT '{}';
ALTER TABLE reps ADD COLUMN ramp TEXT;

CREATE TABLE closing_rules (
  period_id TEXT PRIMARY KEY REFERENCES periods (id),
  rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
