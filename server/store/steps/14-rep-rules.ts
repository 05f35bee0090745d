// What reps may do with wins, an office's own choice. Until it is made everything is allowed, as it was before.
export const STEP_14 = `
ALTER TABLE office ADD COLUMN reps_split INTEGER NOT NULL DEFAULT 1;
-- Null: as far back as the period takes it.
ALTER TABLE office ADD COLUMN reps_back_days INTEGER;
ALTER TABLE office ADD COLUMN reps_undo INTEGER NOT NULL DEFAULT 1;
ALTER TABLE office ADD COLUMN reps_photos INTEGER NOT NULL DEFAULT 1;
ALTER TABLE office ADD COLUMN reps_words INTEGER NOT NULL DEFAULT 1;
`;
