// What a link is worth: as much as whoever made it could still give, to whom they still reach. Rules RO4, RO6.
import { mayTouch } from '../../shared/roles.ts';
import { Roster, type Rep } from '../../shared/roster.ts';
import { actorOfUser, hasLeft } from '../account.ts';
import { reachesUser, repsWithin, teamsWithin } from '../reach.ts';
import type { User } from '../store/accounts.ts';
import type { Invitation } from '../store/invitations.ts';
import type { Tables } from '../store/store.ts';

/** In the place of a maker's account: the server itself, asked by who runs it. */
export const SYSTEM = 'system';

/** The rep that an account or a link is for, or null. */
export function repOf(store: Tables, { repId }: Pick<User, 'repId'>): Rep | null {
  return repId === null ? null : store.reps.find(repId);
}

/** The link of a secret's hash, if it is good: not used, run out or taken back, and worth something. Rule RO6. */
export function liveLink(store: Tables, hash: string, now: number, timeZone: string): Invitation | null {
  const link = store.invitations.byHash(hash, now);
  return link && worthOf(store, link, now, timeZone);
}

/**
 * What a link opens now, or null: it is for somebody who has not left, and from somebody who might still make it. Of an
 * account that is there it says what that is now.
 */
export function worthOf(store: Tables, link: Invitation, now: number, timeZone: string): Invitation | null {
  const isThere = (user: User | null): user is User =>
    user !== null && !hasLeft(user, repOf(store, user), now, timeZone);
  const maker = link.createdBy === SYSTEM ? null : store.users.byId(link.createdBy);
  if (link.createdBy !== SYSTEM && !isThere(maker)) return null;
  const isGiven = (guest: Guest): boolean => maker === null || mayGive(store, maker, guest, now);
  if (link.userId === null) {
    const isGone = hasLeft({ endedAt: null }, repOf(store, link), now, timeZone);
    return !isGone && isGiven({ ...link, id: '' }) ? link : null;
  }
  const user = store.users.byId(link.userId);
  if (!isThere(user) || !isGiven({ ...user, teamId: null })) return null;
  const { name, email, role } = user;
  return { ...link, name, email, role };
}

/** For whom a link is: an account that is there, a rep, or somebody new in a team. */
type Guest = Pick<User, 'id' | 'role' | 'repId'> & Pick<Invitation, 'teamId'>;

/** Whether somebody may give an account of such a role, and reaches so far: the guest may have moved, the maker, too. */
function mayGive(store: Tables, maker: User, guest: Guest, now: number): boolean {
  const actor = actorOfUser(maker);
  if (!mayTouch(actor, guest.role)) return false;
  const places = { roster: rosterAbout(store, guest.repId) };
  if (guest.teamId !== null) return teamsWithin(places, actor, 'account:write')?.has(guest.teamId) ?? true;
  return reachesUser(
    repsWithin({ directory: places, clock: { now: () => now } }, actor, 'account:write'),
    actor,
    guest,
  );
}

/** All teams, and of the reps this one alone. */
function rosterAbout(store: Tables, repId: string | null): Roster {
  const rep = repId === null ? null : store.reps.find(repId);
  return new Roster({
    office: { id: 'office', name: '' },
    reps: rep ? [rep] : [],
    teams: store.teams.list(),
    memberships: rep ? store.memberships.ofRep(rep.id) : [],
  });
}
