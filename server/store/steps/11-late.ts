// Late deals are decided on: booked to the open period, where they keep the day on which they were won, or taken into a
// new version of their own period's final. `late_deals` holds whatever came for a closed period, so that nobody looks
// for it among a million deals; whether it is late still is asked of the books.
export const STEP_11 = `
ALTER TABLE finals ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finals ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finals ADD COLUMN reason TEXT;
ALTER TABLE finals ADD COLUMN made_by TEXT;
UPDATE finals SET rev = json_extract(standings, '$.rev');
UPDATE finals SET last_seq = coalesce((SELECT MAX(seq) FROM deals d
  WHERE d.rev < finals.rev OR (d.rev = finals.rev AND d.recorded_at < finals.frozen_at)), 0);

CREATE TABLE bookings (
  deal_seq INTEGER PRIMARY KEY REFERENCES deals (seq),
  won_at INTEGER NOT NULL
) STRICT;

CREATE TABLE late_deals (
  deal_seq INTEGER PRIMARY KEY REFERENCES deals (seq)
) STRICT;
INSERT INTO late_deals SELECT d.seq FROM deals d JOIN periods p ON d.closed_at >= p.starts_at AND d.closed_at < p.ends_at
  WHERE p.undone_at IS NULL AND p.closed_at IS NOT NULL AND d.recorded_at >= p.closed_at;
`;
