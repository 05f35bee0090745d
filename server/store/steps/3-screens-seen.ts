// When screens were seen, and where deals have been shown.
export const STEP_3 = `
ALTER TABLE screens ADD COLUMN seen_at INTEGER;
ALTER TABLE screens ADD COLUMN restarted_at INTEGER NOT NULL DEFAULT 0;

CREATE TABLE deliveries (
  deal_seq INTEGER PRIMARY KEY REFERENCES deals (seq),
  screens INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  median_ms INTEGER,
  slowest_ms INTEGER
) STRICT;
`;
