// Ways in beside the password: PINs on phones that are shared, and passkeys.
import { Refusal } from '../../shared/problem.ts';
import type { User } from '../store/accounts.ts';
import type { Commands } from './commands.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import type { Transaction } from './transaction.ts';

/** More than anybody has devices. */
const MOST_PASSKEYS = 20;

export function sharePhone(transaction: Transaction, input: Commands['phone:share']['input']): { id: string } {
  const fields = new Fields(transaction);
  const name = fields.name('name', input.name);
  fields.check();
  const id = makeId();
  transaction.store.sharedPhones.insert({ id, name, hash: input.hash, createdAt: transaction.now });
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('phone:share', id, { name });
  return { id };
}

/** The phone is nobody's any more, and whoever is signed in on it by PIN is out. Rule RO8. */
export function revokePhone(transaction: Transaction, { id }: { id: string }): void {
  const { sharedPhones, sessions } = transaction.store;
  if (!sharedPhones.revoke(id, transaction.now)) throw new Refusal('phone/not-found');
  sessions.removeOfPhone(id);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('phone:revoke', id);
}

/** Sets one's own PIN, or takes it away; who is in by the old one on another phone is out. */
export function setPin(transaction: Transaction, { pinHash, keep }: Commands['pin:set']['input']): void {
  const user = ownAccount(transaction);
  transaction.store.users.update({ ...user, pinHash });
  transaction.store.sessions.removePinned(user.id, keep);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit(pinHash === null ? 'pin:remove' : 'pin:set', user.id);
}

/** Sessions that have lain idle on a shared phone. Rule RO8. */
export function lapseSessions(transaction: Transaction, { hashes }: Commands['sessions:lapse']['input']): void {
  for (const hash of hashes) transaction.store.sessions.remove(hash);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('sessions:lapse', '', { count: hashes.length });
}

export function addPasskey(transaction: Transaction, input: Commands['passkey:add']['input']): void {
  const user = ownAccount(transaction);
  const fields = new Fields(transaction);
  const name = fields.name('name', input.name);
  fields.check();
  const all = transaction.store.passkeys.list();
  if (all.some(({ id }) => id === input.id)) throw new Refusal('passkey/known');
  if (all.filter(({ userId }) => userId === user.id).length >= MOST_PASSKEYS) throw new Refusal('passkey/too-many');
  const { now } = transaction;
  transaction.store.passkeys.insert({ ...input, name, userId: user.id, createdAt: now, usedAt: null });
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('passkey:add', user.id, { name });
}

export function removePasskey(transaction: Transaction, { id }: { id: string }): void {
  const user = ownAccount(transaction);
  if (!transaction.store.passkeys.remove(id, user.id)) throw new Refusal('passkey/not-found');
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('passkey:remove', user.id);
}

function ownAccount({ actor, store }: Transaction): User {
  const user = actor.type === 'user' ? store.users.byId(actor.id) : null;
  if (!user) throw new Refusal('auth/required');
  return user;
}
