// The lines of the sheet in reading order: the office, each team with its reps below it, then who is in no team.
import type { GridRow } from '../../../../shared/schemas/quotas.ts';
import { foldKey } from '../../../../shared/fold.ts';
import { matches } from '../../../kit/search.ts';

export interface Line {
  row: GridRow;
  depth: number;
}

/** `teamIds` are the teams that one is limited to; null is the whole office. */
export function linesOf(rows: readonly GridRow[], teamIds: readonly string[] | null, locale: string): Line[] {
  const collator = new Intl.Collator(locale);
  const byName = (found: readonly GridRow[]) => [...found].sort((a, b) => collator.compare(a.name, b.name));
  const teams = rows.filter(({ type }) => type === 'team');
  const reps = rows.filter(({ type }) => type === 'rep');
  const known = new Set(teams.map(({ id }) => id));
  const isIn =
    (parentId: string | null) =>
    ({ parentId: own }: GridRow) =>
      (own !== null && known.has(own) ? own : null) === parentId;
  const below = (parentId: string | null, depth: number): Line[] =>
    byName(teams.filter(isIn(parentId))).flatMap((row) => [{ row, depth }, ...membersOf(row.id, depth + 1)]);
  const membersOf = (teamId: string, depth: number): Line[] => [
    ...byName(reps.filter(isIn(teamId))).map((row) => ({ row, depth })),
    ...below(teamId, depth),
  ];
  const office = rows.filter(({ type }) => type === 'office').map((row) => ({ row, depth: 0 }));
  if (teamIds === null) return [...office, ...below(null, 0), ...byName(reps.filter(isIn(null))).map(loose)];
  const own = new Set(teamIds);
  const roots = teams.filter(({ id, parentId }) => own.has(id) && !isBelow(teams, parentId, own));
  return byName(roots).flatMap((row) => [{ row, depth: 0 }, ...membersOf(row.id, 1)]);
}

function loose(row: GridRow): Line {
  return { row, depth: 0 };
}

function isBelow(teams: readonly GridRow[], teamId: string | null, own: ReadonlySet<string>): boolean {
  for (let id = teamId; id !== null;) {
    if (own.has(id)) return true;
    id = teams.find((team) => team.id === id)?.parentId ?? null;
  }
  return false;
}

/** The first line from `from` on, and round again, whose name holds the text; null for none, and for no text. */
export function nextNamed(lines: readonly Line[], text: string, from: number): number | null {
  if (text.trim() === '') return null;
  for (let step = 0; step < lines.length; step += 1) {
    const row = (from + step) % lines.length;
    if (matches(lines[row]?.row.name ?? '', text)) return row;
  }
  return null;
}

/** Lines by the one form of their names; null for a name that several have. */
export function rowsByName(lines: readonly Line[]): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const [place, { row }] of lines.entries()) {
    const key = foldKey(row.name);
    found.set(key, found.has(key) ? null : place);
  }
  return found;
}
