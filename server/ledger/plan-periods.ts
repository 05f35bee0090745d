// Planning the next calendar periods ahead, so that there is something to set quotas in. Rule QT14.
import { Refusal } from '../../shared/problem.ts';
import type { PlanPeriodsBody } from '../../shared/schemas/calendar.ts';
import { LATEST_AT } from '../../shared/time.ts';
import { comingPeriods } from './coming.ts';
import { makeId } from './ids.ts';
import { settleOpenEnd } from './open-end.ts';
import { rollPeriods } from './periods.ts';
import type { Transaction } from './transaction.ts';

/** So many periods at most lie ahead. */
const MOST_AHEAD = 60;

/** Adds the next periods that no plan covers yet, as they are shown as coming (rule PD12). */
export function planPeriods(transaction: Transaction, { count, unit }: PlanPeriodsBody): void {
  rollPeriods(transaction);
  const { store, now, office } = transaction;
  if ((unit ?? office.periodUnit) === 'custom') {
    throw Refusal.field('unit', 'period/no-calendar', 'must be said: this office plans by hand');
  }
  const periods = store.periods.list();
  const planned = periods.filter(({ startsAt }) => startsAt > now).length;
  if (planned + count > MOST_AHEAD) {
    throw Refusal.field('count', 'period/too-many', `at most ${MOST_AHEAD} periods lie ahead`);
  }
  const coming = comingPeriods(periods, office, { now, count: planned + count, ...(unit && { unit }) });
  const added = coming.filter(({ state }) => state === 'calendar').slice(0, count);
  for (const { name, startsAt, endsAt } of added) {
    if (endsAt > LATEST_AT) throw Refusal.field('count', 'time/too-late', 'must not go beyond 2100');
    const period = { id: makeId(), name, startsAt, endsAt, plannedEndsAt: endsAt, closedAt: null, resetOf: null };
    store.periods.insert({ ...period, isOpenEnded: false }, now);
  }
  settleOpenEnd(transaction);
  transaction.changes.push({ type: 'periods' });
  transaction.audit('period:plan', 'office', { count: added.length });
}
