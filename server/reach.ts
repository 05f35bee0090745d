// Whose things an actor may touch: everybody's, those of some teams, one's own. Rules RO1, RO4.
import type { SubjectType } from '../shared/deal.ts';
import { Refusal, type FieldError } from '../shared/problem.ts';
import { reachOf, type Action, type Actor } from '../shared/roles.ts';
import type { Roster } from '../shared/roster.ts';
import type { Clock } from './clock.ts';
import type { User } from './store/accounts.ts';
import type { Tables } from './store/store.ts';

/** Who there is: as the directory has it, or as a transaction reads it. */
interface Rostered {
  roster: Roster;
}

/** The reps to whom an action of an actor reaches; null for all of them. */
export function repsWithin(
  { directory: { roster }, clock }: { directory: Rostered; clock: Pick<Clock, 'now'> },
  actor: Actor,
  action: Action,
): ReadonlySet<string> | null {
  const reach = reachOf(actor, action);
  if (reach === 'office') return null;
  if (actor.type !== 'user' || reach === 'none') return new Set();
  const own = new Set(actor.repId === null ? [] : [actor.repId]);
  if (reach === 'own') return own;
  const now = clock.now();
  const teams = new Set((actor.teamIds ?? []).map((id) => roster.indexOf('team', id)));
  for (const { id } of roster.reps) {
    if (roster.teamsAt(id, now).some((place) => teams.has(place))) own.add(id);
  }
  return own;
}

/** The teams to which an action of an actor reaches, those below them too; null for all of them. */
export function teamsWithin({ roster }: Rostered, actor: Actor, action: Action): ReadonlySet<string> | null {
  const reach = reachOf(actor, action);
  if (reach === 'office') return null;
  if (actor.type !== 'user' || reach !== 'teams') return new Set();
  const own = new Set((actor.teamIds ?? []).map((id) => roster.indexOf('team', id)));
  const within = roster.teams.filter(({ id }) => roster.chainOf(id).some((place) => own.has(place)));
  return new Set(within.map(({ id }) => id));
}

/** Whether an action of an actor reaches to an account: its rep is within, or it is the actor's own. */
export function reachesUser(
  within: ReadonlySet<string> | null,
  actor: Actor,
  user: Pick<User, 'id' | 'repId'>,
): boolean {
  if (within === null || (actor.type === 'user' && actor.id === user.id)) return true;
  return user.repId !== null && within.has(user.repId);
}

/** Refuses a field that names a rep out of reach, as one that is not there. */
export function demandRep(within: ReadonlySet<string> | null, field: string, id: string): void {
  if (within?.has(id) === false) throw Refusal.field(field, 'rep/unknown', 'is no rep of this office');
}

/**
 * The id of the rep that a query asks for, by id or e-mail address; null where it asks for none. A rep out of reach is
 * not there: nobody finds out whose address is known here. Rule RO1.
 */
export function askedRep(
  { tables }: { tables: Tables },
  within: ReadonlySet<string> | null,
  ref: string | undefined,
): string | null {
  if (ref === undefined) return null;
  const rep = tables.reps.find(ref);
  if (!rep) throw Refusal.field('rep', 'rep/unknown', 'is no rep of this office');
  demandRep(within, 'rep', rep.id);
  return rep.id;
}

/** Refuses a field that names a team out of reach, as one that is not there; none at all is out of reach, too. */
export function demandTeam(within: ReadonlySet<string> | null, field: string, id: string | null): void {
  if (within === null || (id !== null && within.has(id))) return;
  if (id === null) throw Refusal.field(field, 'team/missing', 'must be one of your teams');
  throw Refusal.field(field, 'team/not-found', 'is no team of this office');
}

/** Whether an action of an actor reaches to one of these reps. */
export function reaches(within: ReadonlySet<string> | null, repIds: readonly string[]): boolean {
  return within === null || repIds.some((id) => within.has(id));
}

/**
 * Refuses a block for all of it that is out of reach, each by its field: who is in no team of a manager's, the teams
 * above theirs, and the office. Rule RO4.
 */
export function demandSubjects(
  parts: { directory: Rostered; clock: Pick<Clock, 'now'> },
  actor: Actor,
  action: Action,
  subjects: readonly { field: string; type: SubjectType; id: string }[],
): void {
  const reps = repsWithin(parts, actor, action);
  if (reps === null) return;
  const teams = teamsWithin(parts.directory, actor, action);
  const errors = subjects.flatMap(({ field, type, id }): FieldError[] => {
    const within = type === 'rep' ? reps : type === 'team' ? teams : null;
    if (within?.has(id) === true) return [];
    return [{ field, code: `${type}/unknown`, message: `is no ${type} of this office` }];
  });
  if (errors.length > 0) throw new Refusal('request/invalid', errors);
}

/** Whether an action of an actor reaches to the rep of this id or e-mail address. */
export function reachesRef({ tables }: { tables: Tables }, within: ReadonlySet<string> | null, ref: string): boolean {
  return within === null || within.has(tables.reps.find(ref)?.id ?? '');
}

/** What is said to who acts for a rep that is not theirs to act for. Rule RO1. */
export function notOwn(actor: Actor, field = 'rep'): Refusal {
  const message = actor.type === 'user' && actor.teamIds ? 'must be of your teams' : 'must be yourself';
  return new Refusal('auth/forbidden', [{ field, code: 'rep/not-own', message }]);
}
