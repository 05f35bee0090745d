// Accounts are changed: by who manages people, and by whom they belong to. Rule RO5.
import { foldKey } from '../../shared/fold.ts';
import { Refusal } from '../../shared/problem.ts';
import { can, type Role } from '../../shared/roles.ts';
import type { Rep } from '../../shared/roster.ts';
import type { UserPatch } from '../../shared/schemas/accounts.ts';
import { hasLeft } from '../account.ts';
import type { User } from '../store/accounts.ts';
import { addressIn, checkAddress, checkOwners, checkReachable, demandTouch, isOwn } from './account-rules.ts';
import type { Commands, PatchedUser } from './commands.ts';
import { Fields } from './fields.ts';
import { patchRep } from './people.ts';
import { removeSessions } from './sessions.ts';
import type { Transaction } from './transaction.ts';

export function userOf({ store }: Transaction, id: string): User {
  const user = store.users.byId(id);
  if (!user) throw new Refusal('user/not-found');
  return user;
}

export function patchUser(transaction: Transaction, { id, patch }: Commands['user:patch']['input']): void {
  const old = userOf(transaction, id);
  demandTouch(transaction, old.role);
  if (patch.role !== undefined) demandTouch(transaction, patch.role);
  checkOwnRights(transaction, old, patch);
  const renamed = renameUser(transaction, old, patch);
  const user = { ...renamed, ...accessOf(transaction, old, patch) };
  checkReachable(user);
  transaction.store.users.update(user);
  if (user.repId !== null && user.repId !== old.repId) joinNames(transaction, user.repId, user);
  if (user.endedAt !== null) shutOut(transaction, user.id);
  if (old.role === 'owner') checkOwners(transaction);
  transaction.changes.push({ type: 'accounts' });
  const { pinHash, ...said } = patch;
  transaction.audit('user:patch', id, { ...said, ...(pinHash === undefined ? {} : { pin: pinHash !== null }) });
}

/** Nobody changes what they may themselves: one slip would lock them out, one thief would be in for good. */
function checkOwnRights(transaction: Transaction, user: User, patch: PatchedUser): void {
  if (!isOwn(transaction, user)) return;
  const changesRole = patch.role !== undefined && patch.role !== user.role;
  const changesTeams = patch.teamIds !== undefined && String(patch.teamIds) !== String(user.teamIds);
  if (changesRole || changesTeams || patch.ended === true || patch.pinHash !== undefined) {
    throw new Refusal('account/own');
  }
}

/** What an account may and how it is opened, as it will be. */
function accessOf(transaction: Transaction, old: User, patch: PatchedUser): Partial<User> {
  const role = patch.role ?? old.role;
  const repId = patch.repId === undefined ? old.repId : patch.repId;
  const fields = new Fields(transaction);
  const teamIds = checkTeamIds(transaction, fields, role, teamIdsOf(old, patch, role));
  if (repId !== old.repId) checkRepOf(transaction, fields, repId);
  if (role === 'rep' && repId === null) fields.fault('repId', 'account/no-rep', 'is needed for a rep');
  fields.check();
  return {
    role,
    repId,
    teamIds,
    pinHash: patch.pinHash === undefined ? old.pinHash : patch.pinHash,
    endedAt: patch.ended === undefined ? old.endedAt : patch.ended ? (old.endedAt ?? transaction.now) : null,
  };
}

/** Who is a manager no longer is not limited to teams any more, either. */
function teamIdsOf(old: User, patch: PatchedUser, role: Role): string[] | null {
  if (patch.teamIds !== undefined) return patch.teamIds;
  return role === 'manager' ? old.teamIds : null;
}

/** Faults teams where the role has none, and unknown ones. */
export function checkTeamIds(
  { store }: Transaction,
  fields: Fields,
  role: Role,
  teamIds: string[] | null,
): string[] | null {
  if (teamIds === null) return null;
  if (role !== 'manager') fields.fault('teamIds', 'account/no-teams', 'is for managers');
  const known = new Set(store.teams.list().map(({ id }) => id));
  teamIds.forEach((id, index) => {
    if (!known.has(id)) fields.fault(`teamIds.${index}`, 'team/not-found', 'is no team of this office');
  });
  return teamIds;
}

/** Another rep for an account is for those who may make managers; the rep has none yet. */
function checkRepOf(transaction: Transaction, fields: Fields, repId: string | null): void {
  if (!can(transaction.actor, 'account:raise')) throw new Refusal('auth/forbidden');
  if (repId === null) return;
  const { store } = transaction;
  if (store.reps.find(repId)?.id !== repId) fields.fault('repId', 'rep/unknown', 'is no rep of this office');
  else if (store.users.byRep(repId)) throw new Refusal('account/rep-taken');
}

/** Another name or address. That of a rep is the rep's, too: one person has one name. */
function renameUser(transaction: Transaction, old: User, names: Pick<UserPatch, 'name' | 'email'>): User {
  const { name = old.name, email = old.email } = names;
  if (name === old.name && email === old.email) return old;
  if (old.repId !== null) {
    patchRep(transaction, { id: old.repId, patch: { name, email } });
    return userOf(transaction, old.id);
  }
  const fields = new Fields(transaction);
  const user = {
    ...old,
    name: fields.name('name', name, old.name),
    email: email === null ? null : addressIn(fields, email),
  };
  fields.check();
  checkAddress(transaction, user.email, old);
  return user;
}

/** Nobody takes a colleague's name by themselves: two of one name are the managers' to make. Rule NM2. */
export function checkNamesake(
  { store, now, office }: Transaction,
  { id, repId, name }: Pick<User, 'repId' | 'name'> & { id: string | null },
): void {
  const reps = store.reps.list();
  const isHere = (rep: Rep): boolean => !hasLeft({ endedAt: null }, rep, now, office.timeZone);
  const holds = (user: User): boolean => {
    const rep = reps.find((one) => one.id === user.repId) ?? null;
    return user.id !== id && !hasLeft(user, rep, now, office.timeZone);
  };
  const others = [...store.users.list().filter(holds), ...reps.filter((rep) => rep.id !== repId && isHere(rep))];
  if (others.every((other) => foldKey(other.name) !== foldKey(name))) return;
  throw new Refusal('account/name-taken', [{ field: 'name', code: 'account/name-taken', message: 'is taken' }]);
}

/** An account and its rep are one person from now on: the rep's name, and the address that opens the account. */
export function joinNames(transaction: Transaction, repId: string, { email }: Pick<User, 'email'>): void {
  const rep = transaction.store.reps.find(repId);
  patchRep(transaction, { id: repId, patch: { email: email ?? rep?.email ?? null } });
}

/** Out everywhere, and no link lets in again. */
function shutOut({ store, now }: Transaction, userId: string): void {
  store.sessions.removeOf(userId);
  store.invitations.revokeOf(userId, now);
}

/** One's own name, language, face and walk-up. */
export function patchOwnUser(transaction: Transaction, { id, patch }: Commands['user:patch-own']['input']): void {
  const old = userOf(transaction, id);
  const { name, locale = old.locale, ...media } = patch;
  if (Object.keys(media).length > 0) {
    if (old.repId === null) throw Refusal.field('photoId', 'account/no-rep', 'is for reps');
    patchRep(transaction, { id: old.repId, patch: media });
  }
  const user = renameUser(transaction, old, name === undefined ? {} : { name });
  if (user.name !== old.name) checkNamesake(transaction, user);
  transaction.store.users.update({ ...user, locale });
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('user:patch-own', id, patch);
}

/** A new password: every session but the one that asks ends, and no link of before sets another. */
export function setPassword(transaction: Transaction, input: Commands['password:set']['input']): void {
  const { userId, passwordHash, keep } = input;
  const user = { ...userOf(transaction, userId), passwordHash };
  checkReachable(user);
  transaction.store.users.update(user);
  transaction.store.invitations.revokeOf(userId, transaction.now);
  removeSessions(transaction, userId, keep);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('password:set', userId);
}
