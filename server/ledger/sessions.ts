// Sessions are ended one by one or together, and are known to have been used.
import { Refusal } from '../../shared/problem.ts';
import { demandTouch, isOwn } from './account-rules.ts';
import type { Commands } from './commands.ts';
import type { Transaction } from './transaction.ts';

/** Ends one session of an account. */
export function endSession(transaction: Transaction, { userId, id }: Commands['session:end']['input']): void {
  demandDoor(transaction, userId);
  const session = transaction.store.sessions.ofUser(userId).find((one) => one.id === id);
  if (!session) throw new Refusal('session/not-found');
  transaction.store.sessions.remove(session.hash);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('session:end', userId, { session: id, device: session.device });
}

/** Ends every session of an account, but for the one with the hash `keep`. */
export function endSessions(transaction: Transaction, { userId, keep }: Commands['sessions:end']['input']): void {
  demandDoor(transaction, userId);
  removeSessions(transaction, userId, keep);
  transaction.changes.push({ type: 'accounts' });
  transaction.audit('sessions:end', userId, { all: keep === null });
}

/** Everybody signs themselves out; others it takes what it takes to touch their account. */
function demandDoor(transaction: Transaction, userId: string): void {
  const user = transaction.store.users.byId(userId);
  if (!user) throw new Refusal('user/not-found');
  if (!isOwn(transaction, user)) demandTouch(transaction, user.role);
}

export function removeSessions({ store }: Transaction, userId: string, keep: string | null): void {
  for (const { hash } of store.sessions.ofUser(userId)) if (hash !== keep) store.sessions.remove(hash);
}

/** When sessions were last used. It opens and closes nothing: nobody is told. */
export function seeSessions({ store }: Transaction, { sightings }: Commands['sessions:seen']['input']): void {
  for (const sighting of sightings) store.sessions.see(sighting);
}
