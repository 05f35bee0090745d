// Teams as a tree, in reading order, each with its reps.
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';

export interface People {
  teams: TeamView[];
  reps: RepView[];
}

export interface TeamNode {
  /** Null holds the reps of no team. */
  team: TeamView | null;
  depth: number;
  reps: RepView[];
  /** How many reps are in the team and in all below it. */
  size: number;
}

/** Every team, parents before children, names in the locale's order; the reps without a team come last. */
export function arrangeTeams(teams: readonly TeamView[], reps: readonly RepView[], locale: string): TeamNode[] {
  const collator = new Intl.Collator(locale);
  const byName = <T extends { name: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => collator.compare(a.name, b.name));
  const known = new Set(teams.map((team) => team.id));
  const repsOf = (teamId: string | null) =>
    byName(reps.filter((rep) => (rep.teamId !== null && known.has(rep.teamId) ? rep.teamId : null) === teamId));
  const below = (parentId: string | null, depth: number): TeamNode[] =>
    byName(teams.filter((team) => team.parentId === parentId)).flatMap((team) => {
      const own = repsOf(team.id);
      const nodes = below(team.id, depth + 1);
      const size = own.length + nodes.reduce((sum, node) => sum + node.reps.length, 0);
      return [{ team, depth, reps: own, size }, ...nodes];
    });
  const loose = repsOf(null);
  return [
    ...below(null, 0),
    ...(loose.length === 0 ? [] : [{ team: null, depth: 0, reps: loose, size: loose.length }]),
  ];
}

/** A team and all below it: where it cannot be moved to. */
export function teamsBelow(teams: readonly TeamView[], teamId: string): Set<string> {
  const found = new Set([teamId]);
  for (let grown = -1; grown !== found.size;) {
    grown = found.size;
    for (const team of teams) if (team.parentId !== null && found.has(team.parentId)) found.add(team.id);
  }
  return found;
}

/** The teams that somebody manages, with all below them, as trees of their own; null is the whole office. */
export function withinTeams(teams: readonly TeamView[], teamIds: readonly string[] | null): TeamView[] {
  if (teamIds === null) return [...teams];
  const within = new Set(teamIds.flatMap((id) => [...teamsBelow(teams, id)]));
  return teams
    .filter(({ id }) => within.has(id))
    .map((team) => (team.parentId !== null && within.has(team.parentId) ? team : { ...team, parentId: null }));
}
