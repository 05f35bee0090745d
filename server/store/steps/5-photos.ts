// Deals may have a photo; the same bytes are one picture, however often a phone sends them. Both indexes hold few rows:
// what names a picture is looked for whenever pictures are cleared away.
export const STEP_5 = `
ALTER TABLE deals ADD COLUMN photo_id TEXT REFERENCES media (id);
CREATE INDEX deals_by_photo ON deals (photo_id) WHERE photo_id IS NOT NULL;

ALTER TABLE media ADD COLUMN hash TEXT;
CREATE UNIQUE INDEX media_by_hash ON media (hash) WHERE hash IS NOT NULL;
`;
