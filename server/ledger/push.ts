// Who wants to be told of what, on which phones. Rules PN4, PN5.
import type { PushPreferences } from '../../shared/notices.ts';
import type { NewSubscription, PushKeys } from '../store/push.ts';
import type { Commands } from './commands.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** Phones of one account; an older one gives way. */
const MOST_PHONES = 8;

/** Keeps the keys where there are none yet; gives those that count. */
export function makeKeys(transaction: Transaction, made: PushKeys): PushKeys {
  const { push } = transaction.store;
  const known = push.keys();
  if (known) return known;
  push.keepKeys(made);
  transaction.changes.push({ type: 'push' });
  transaction.audit('push:keys', made.publicKey);
  return made;
}

export function subscribe(transaction: Transaction, input: NewSubscription): void {
  const { userId } = transaction;
  transaction.store.push.subscribe({ ...input, userId }, MOST_PHONES, transaction.now);
  transaction.changes.push({ type: 'push' });
  transaction.audit('push:subscribe', userId, { host: new URL(input.endpoint).host });
}

export function unsubscribe(transaction: Transaction, { sessionId }: { sessionId: string }): void {
  transaction.store.push.unsubscribe(sessionId);
  transaction.changes.push({ type: 'push' });
  transaction.audit('push:unsubscribe', transaction.userId);
}

/** The push service does not know it any more. */
export function forgetSubscription(transaction: Transaction, { endpoint }: { endpoint: string }): void {
  transaction.store.push.forget(endpoint);
  transaction.changes.push({ type: 'push' });
}

export function prefer(transaction: Transaction, preferences: PushPreferences): void {
  const { quietFrom, quietTo } = preferences;
  const fields = new Fields(transaction);
  if ((quietFrom === null) !== (quietTo === null)) {
    fields.fault(quietFrom === null ? 'quietFrom' : 'quietTo', 'field/missing', 'is needed with the other one');
  }
  if (quietFrom !== null && quietFrom === quietTo) {
    fields.fault('quietTo', 'time/same', 'must not be the same minute as quietFrom');
  }
  fields.check();
  const { userId } = transaction;
  transaction.store.push.prefer(userId, preferences);
  transaction.changes.push({ type: 'push' });
  transaction.audit('push:prefer', userId, preferences);
}

/** Says that these people have been reminded, before they are: nobody is told twice. Rule PN4. */
export function keepReminders(transaction: Transaction, input: Commands['push:remind']['input']): void {
  for (const userId of input.userIds) transaction.store.push.remind(input.periodId, userId, transaction.now);
  transaction.changes.push({ type: 'push' });
}
