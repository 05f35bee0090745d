// A period that goes on until the next one is planned: in an office that plans by hand. Rule PD9.
import type { Period } from '../store/periods.ts';
import { boundaryAfter, openEnd } from './coming.ts';
import type { Transaction } from './transaction.ts';

/**
 * Gives the running period the end that it has as things stand, if that is an open one; says whether it changed. Where
 * periods open by themselves again, that is the calendar's next boundary, for good.
 */
export function settleOpenEnd(transaction: Transaction): boolean {
  const { store, now } = transaction;
  const periods = store.periods.list();
  const running = periods.find((one) => one.isOpenEnded && one.closedAt === null && one.startsAt <= now);
  if (!running) return false;
  const settled = settledEnd(transaction, running, periods);
  if (settled.endsAt === running.endsAt && settled.isOpenEnded) return false;
  store.periods.move({ ...running, ...settled, plannedEndsAt: settled.endsAt });
  transaction.changes.push({ type: 'periods' });
  return true;
}

function settledEnd({ office, now }: Transaction, running: Period, periods: readonly Period[]) {
  const { periodUnit: unit } = office;
  if (unit === 'custom') return { endsAt: openEnd(periods, running.startsAt, now, office), isOpenEnded: true };
  const planned = periods.find((one) => one.startsAt > running.startsAt);
  return { endsAt: boundaryAfter(unit, now, planned, office), isOpenEnded: false };
}
