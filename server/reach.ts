// Whose things an actor may touch: everybody's, those of some teams, one's own. Rules RO1, RO4.
import { reachOf, type Action, type Actor } from '../shared/roles.ts';
import type { Directory } from './directory.ts';

/** The reps to whom an action of an actor reaches; null for all of them. */
export function repsWithin(
  directory: Directory,
  actor: Actor,
  action: Action,
  now: number,
): ReadonlySet<string> | null {
  const reach = reachOf(actor, action);
  if (reach === 'office') return null;
  if (actor.type !== 'user' || reach === 'none') return new Set();
  const own = new Set(actor.repId === null ? [] : [actor.repId]);
  if (reach === 'own') return own;
  const { roster } = directory;
  const teams = new Set((actor.teamIds ?? []).map((id) => roster.indexOf('team', id)));
  for (const { id } of roster.reps) {
    if (roster.teamsAt(id, now).some((place) => teams.has(place))) own.add(id);
  }
  return own;
}

/** The teams that an action of an actor reaches as a whole: those named, and all below them. Null for every team. */
export function teamsWithin({ roster }: Directory, actor: Actor, action: Action): ReadonlySet<string> | null {
  const reach = reachOf(actor, action);
  if (reach === 'office') return null;
  const within = new Set<string>();
  if (actor.type !== 'user' || reach !== 'teams') return within;
  const parents = new Map(roster.teams.map(({ id, parentId }) => [id, parentId]));
  for (const { id } of roster.teams) {
    for (let above: string | null = id; above !== null; above = parents.get(above) ?? null) {
      if (actor.teamIds?.includes(above)) within.add(id);
    }
  }
  return within;
}

/** Whether an action of an actor reaches to one of these reps. */
export function reaches(within: ReadonlySet<string> | null, repIds: readonly string[]): boolean {
  return within === null || repIds.some((id) => within.has(id));
}
