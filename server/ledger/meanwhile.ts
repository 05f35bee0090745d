// Whoever decides on the period that runs may say which one they saw running: where another one runs by now, they look
// again. Rule PD4.
import { Refusal } from '../../shared/problem.ts';
import { accountIn } from '../../shared/roles.ts';
import type { Period } from '../store/periods.ts';
import type { Transaction } from './transaction.ts';

/** Refuses where `seen` is not the one that runs, telling who has changed that. */
export function checkRuns(transaction: Transaction, running: Period | undefined, seen: string | undefined): void {
  if (seen === undefined || seen === running?.id) return;
  if (!running) throw new Refusal('period/changed');
  const values = { period: running.name, by: whoChanged(transaction, running, seen) };
  const message = `runs no more: ${values.by} has changed to “${values.period}”`;
  throw new Refusal('period/changed', [{ field: 'running', code: 'period/changed', message, values }]);
}

/** A name; Winboard's own where a boundary has passed. */
function whoChanged({ store }: Transaction, running: Period, seen: string): string {
  const isWithdrawn = !store.periods.list().some(({ id }) => id === seen);
  const { resetOf } = running;
  const reset = resetOf === null ? null : store.audit.lastBy('period:reset', resetOf);
  const actor = isWithdrawn ? store.audit.lastBy('period:undo', running.id) : reset;
  const userId = actor === null ? null : accountIn(actor);
  return (userId === null ? null : store.users.byId(userId)?.name) ?? 'Winboard';
}
