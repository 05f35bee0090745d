// Years of whole weeks, and periods that go on until the next one is planned.
export const STEP_8 = `
ALTER TABLE office ADD COLUMN year_pattern TEXT NOT NULL DEFAULT 'months';
ALTER TABLE office ADD COLUMN year_end TEXT NOT NULL DEFAULT 'last';
ALTER TABLE office ADD COLUMN long_quarter INTEGER NOT NULL DEFAULT 4;
ALTER TABLE periods ADD COLUMN is_open_ended INTEGER NOT NULL DEFAULT 0;
`;
