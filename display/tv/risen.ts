// Whose value has just gone up.
import type { Snapshot } from '../../shared/patch.ts';

/** Who has more than before, on the same board and in the same window. */
export function risenSubjects(before: Snapshot, after: Snapshot): string[] {
  if (before.definition.id !== after.definition.id) return [];
  if (before.standings.window.startsAt !== after.standings.window.startsAt) return [];
  const values = new Map(before.standings.rows.map((row) => [row.subjectId, row.value]));
  return after.standings.rows.filter((row) => row.value > (values.get(row.subjectId) ?? 0)).map((row) => row.subjectId);
}
