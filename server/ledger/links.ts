// Links that are used once: to join the office, or to set a new password. Rule RO6.
import { Refusal } from '../../shared/problem.ts';
import { hasLeft } from '../account.ts';
import type { User } from '../store/accounts.ts';
import type { Invitation } from '../store/invitations.ts';
import { addressIn, checkAddress, checkReachable, demandTouch, isOwn } from './account-rules.ts';
import { checkNamesake, checkTeamIds, userOf } from './accounts.ts';
import type { AcceptedLink, Commands } from './commands.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import { liveLink, repOf, SYSTEM } from './link-worth.ts';
import { addSession } from './offices.ts';
import { createRep, patchRep } from './people.ts';
import { removeSessions } from './sessions.ts';
import type { Transaction } from './transaction.ts';

export function createInvitation(
  transaction: Transaction,
  { body, hash, expiresAt }: Commands['invitation:create']['input'],
): { id: string } {
  const { role } = body;
  demandTouch(transaction, role);
  const fields = new Fields(transaction);
  const invitation: Invitation = {
    id: makeId(),
    hash,
    name: fields.name('name', body.name),
    email: body.email ? addressIn(fields, body.email) : null,
    role,
    teamIds: checkTeamIds(transaction, fields, role, body.teamIds ?? null),
    repId: body.repId ?? null,
    teamId: body.teamId ?? null,
    userId: null,
    createdBy: makerOf(transaction),
    createdAt: transaction.now,
    expiresAt,
  };
  checkGuest(transaction, fields, invitation);
  transaction.store.invitations.insert(invitation);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('invitation:create', invitation.id, body);
  return { id: invitation.id };
}

/** For whom it is: a rep without an account, or somebody new in a team; with an address that is nobody's. */
function checkGuest(transaction: Transaction, fields: Fields, { role, repId, teamId, email }: Invitation): void {
  const { store } = transaction;
  const rep = repId === null ? null : store.reps.find(repId);
  if (repId !== null && rep?.id !== repId) fields.fault('repId', 'rep/unknown', 'is no rep of this office');
  if (teamId !== null && !store.teams.list().some(({ id }) => id === teamId)) {
    fields.fault('teamId', 'team/not-found', 'is no team of this office');
  }
  if (teamId !== null && (role !== 'rep' || repId !== null)) {
    fields.fault('teamId', 'field/unknown', 'is for somebody who becomes a rep');
  }
  fields.check();
  checkAddress(transaction, email, null);
  if (rep && store.users.byRep(rep.id)) throw new Refusal('account/rep-taken');
}

function makerOf({ actor }: Transaction): string {
  return actor.type === 'user' ? actor.id : SYSTEM;
}

export function revokeInvitation(transaction: Transaction, { id }: { id: string }): void {
  const { store, now } = transaction;
  const invitation = store.invitations.open(now).find((one) => one.id === id);
  if (!invitation) throw new Refusal('invitation/not-found');
  demandTouch(transaction, invitation.role);
  store.invitations.revoke(id, now);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('invitation:revoke', id, { name: invitation.name });
}

/** A link with which somebody sets a new password; one that was made before is void. */
export function createPasswordLink(
  transaction: Transaction,
  { userId, hash, expiresAt }: Commands['password-link:create']['input'],
): { id: string } {
  const { store, now, office } = transaction;
  const user = userOf(transaction, userId);
  demandTouch(transaction, user.role);
  // One's own is changed by who knows the old one.
  if (isOwn(transaction, user)) throw new Refusal('account/own');
  if (hasLeft(user, repOf(store, user), now, office.timeZone)) throw new Refusal('account/ended');
  const { name, email, role, teamIds } = user;
  const id = makeId();
  store.invitations.revokeOf(userId, now);
  store.invitations.insert({
    id,
    hash,
    name,
    email,
    role,
    teamIds,
    repId: null,
    teamId: null,
    userId,
    createdBy: makerOf(transaction),
    createdAt: now,
    expiresAt,
  });
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('password-link:create', userId, { link: id });
  return { id };
}

export function acceptLink(transaction: Transaction, input: AcceptedLink): { userId: string } {
  const { store, now, office } = transaction;
  const link = liveLink(store, input.linkHash, now, office.timeZone);
  if (!link) throw new Refusal('link/not-found');
  store.invitations.use(link.id, now);
  const userId = link.userId === null ? join(transaction, link, input) : renew(transaction, link.userId, input);
  addSession(transaction, { ...input.session, userId });
  transaction.changes.push({ type: 'accounts' });
  const action = link.userId === null ? 'account:join' : 'password:set';
  transaction.audit(action, userId, { link: link.id, from: link.createdBy, role: link.role });
  return { userId };
}

/** The account of somebody who was invited. */
function join(transaction: Transaction, link: Invitation, input: AcceptedLink): string {
  const { store, now } = transaction;
  const fields = new Fields(transaction);
  const name = fields.name('name', input.name ?? link.name);
  const email = addressOf(fields, input.email ?? link.email);
  fields.check();
  checkAddress(transaction, email, null);
  const { role, teamIds } = link;
  if (name !== link.name) checkNamesake(transaction, { id: null, repId: link.repId, name });
  const repId = repFor(transaction, link, { name, email });
  const { passwordHash, locale = null } = input;
  const id = makeId();
  store.users.insert({ id, name, email, passwordHash, role, repId, teamIds, locale }, now);
  return id;
}

function addressOf(fields: Fields, email: string | null): string | null {
  if (email !== null) return addressIn(fields, email);
  fields.fault('email', 'field/missing', 'is missing');
  return null;
}

/** Who the account is for among the reps, by the name and address that it goes by; a new one where a rep has none yet. */
function repFor(
  transaction: Transaction,
  { repId, teamId, role }: Invitation,
  person: Pick<User, 'name' | 'email'>,
): string | null {
  if (repId === null) return role === 'rep' ? createRep(transaction, { ...person, teamId }).id : null;
  if (transaction.store.users.byRep(repId)) throw new Refusal('account/rep-taken');
  patchRep(transaction, { id: repId, patch: person });
  return repId;
}

/** The new password of somebody who has lost the old one. */
function renew(transaction: Transaction, userId: string, input: AcceptedLink): string {
  const { store, now } = transaction;
  const old = userOf(transaction, userId);
  const fields = new Fields(transaction);
  const email = old.email ?? addressOf(fields, input.email ?? null);
  fields.check();
  checkAddress(transaction, email, old);
  const user = { ...old, email, passwordHash: input.passwordHash };
  checkReachable(user);
  store.users.update(user);
  if (old.repId !== null && email !== old.email) patchRep(transaction, { id: old.repId, patch: { email } });
  store.invitations.revokeOf(userId, now);
  removeSessions(transaction, userId, null);
  return userId;
}
