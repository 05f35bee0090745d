// What holds for every account, by whichever way it is changed: who may touch it, that there is always an owner, that an
// address is one account's, that an account goes by its rep's name. Rule RO5.
import { foldKey } from '../../shared/fold.ts';
import { Refusal } from '../../shared/problem.ts';
import { mayTouch, type Role } from '../../shared/roles.ts';
import type { Rep } from '../../shared/roster.ts';
import type { User } from '../store/accounts.ts';
import type { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import type { Transaction } from './transaction.ts';

export function isOwn({ actor }: Transaction, user: User): boolean {
  return actor.type === 'user' && actor.id === user.id;
}

/** Refuses who may neither make nor touch accounts of a role. */
export function demandTouch({ actor }: Transaction, role: Role): void {
  if (!mayTouch(actor, role)) throw new Refusal('auth/forbidden');
}

/** Refuses where nobody would be left who owns the office; asked after a change, which is then taken back. */
export function checkOwners({ store }: Transaction): void {
  const stays = (user: User): boolean => user.repId === null || store.reps.find(user.repId)?.leftOn === null;
  const isThere = store.users.list().some((user) => user.role === 'owner' && user.endedAt === null && stays(user));
  if (!isThere) throw new Refusal('account/last-owner');
}

export function emailTaken(): Refusal {
  return new Refusal('rep/email-taken', [{ field: 'email', code: 'rep/email-taken', message: 'is taken' }]);
}

/** An address in the form in which addresses are kept and compared. */
export function addressIn(fields: Fields, email: string): string {
  return foldKey(fields.name('email', email));
}

/** An address belongs to one account. */
export function checkAddress(transaction: Transaction, email: string | null, owner: User | null): void {
  const taken = email === null ? null : transaction.store.users.byEmail(email);
  if (taken && taken.id !== owner?.id) throw emailTaken();
}

/** Without an address a password opens nothing. */
export function checkReachable({ email, passwordHash }: Pick<User, 'email' | 'passwordHash'>): void {
  if (email === null && passwordHash !== null) {
    throw Refusal.field('email', 'rep/email-missing', 'is needed to sign in');
  }
}

export interface RepChange {
  before: Rep;
  after: Rep;
  hasNewPassword: boolean;
}

/** A change of a rep may be one of the account behind it: then it takes what it takes to touch that. */
export function checkHolder(transaction: Transaction, user: User, change: RepChange): void {
  const { before, after, hasNewPassword } = change;
  const isLeaving = before.leftOn !== after.leftOn;
  if (isOwn(transaction, user)) {
    if (hasNewPassword || (isLeaving && after.leftOn !== null)) throw new Refusal('account/own');
    return;
  }
  const isTouched = hasNewPassword || isLeaving || before.name !== after.name || before.email !== after.email;
  if (isTouched && user.role !== 'rep') demandTouch(transaction, user.role);
}

/** Makes or renews the account that a rep signs in with on the phone. */
export function giveAccount(transaction: Transaction, rep: Rep, passwordHash: string): void {
  const { users, sessions, invitations } = transaction.store;
  const known = users.byRep(rep.id);
  checkReachable({ email: rep.email, passwordHash });
  checkAddress(transaction, rep.email, known);
  if (known) {
    users.update({ ...known, name: rep.name, email: rep.email, passwordHash });
    sessions.removeOf(known.id);
    invitations.revokeOf(known.id, transaction.now);
  } else {
    const user = { id: makeId(), name: rep.name, email: rep.email, passwordHash, role: 'rep' as const, repId: rep.id };
    users.insert(user, transaction.now);
  }
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('rep:account', rep.id);
}

/** An account follows its rep's name and address. */
export function keepAccount(transaction: Transaction, rep: Rep): void {
  const known = transaction.store.users.byRep(rep.id);
  if (!known || (known.name === rep.name && known.email === rep.email)) return;
  const user = { ...known, name: rep.name, email: rep.email };
  checkReachable(user);
  checkAddress(transaction, user.email, known);
  transaction.store.users.update(user);
  transaction.changes.push({ type: 'accounts' });
}
