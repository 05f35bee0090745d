// The calendar's settings change while periods run and are planned; plans are withdrawn. Rules PD7–PD11.
import { Refusal } from '../../shared/problem.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { inOtherZone } from '../../shared/time.ts';
import type { Period } from '../store/periods.ts';
import { settleOpenEnd } from './open-end.ts';
import { rollPeriods } from './periods.ts';
import type { Transaction } from './transaction.ts';

/** After the settings were written: what is still to come follows them as far as it should. Rules PD7, PD8, PD9. */
export function joinCalendar(transaction: Transaction, before: OfficeSettings): void {
  const { office } = transaction;
  if (office.timeZone !== before.timeZone) moveToZone(transaction, before.timeZone);
  settleOpenEnd(transaction);
}

/**
 * The ends and plans that are still to come keep their dates and times of day, in the new zone; none of them does where
 * one would then be over, or two would meet or cross. Rule PD8.
 */
function moveToZone(transaction: Transaction, from: string): void {
  const { store, office, now } = transaction;
  const move = (at: number): number => (at > now ? inOtherZone(at, from, office.timeZone) : at);
  const periods = store.periods.list();
  const open = periods.filter(({ closedAt }) => closedAt === null);
  const moved = open.map((one) => movedBy(one, move));
  if (!areInOrder(moved, now)) return;
  const undoable = periods.filter(({ id }) => open.some(({ resetOf }) => resetOf === id));
  // A reset that is taken back goes on to the end that was planned.
  const reopened = undoable.map((one) => ({ ...one, plannedEndsAt: move(one.plannedEndsAt) }));
  for (const period of [...moved, ...reopened]) writeMove(transaction, period, periods);
}

function movedBy(period: Period, move: (at: number) => number): Period {
  const startsAt = move(period.startsAt);
  return { ...period, startsAt, endsAt: move(period.endsAt), plannedEndsAt: move(period.plannedEndsAt) };
}

/** Whether periods that have not ended still are to end, one after the other; an open end finds its place by itself. */
function areInOrder(periods: readonly Period[], now: number): boolean {
  return periods.every((one, place) => {
    const next = periods[place + 1];
    if (one.isOpenEnded) return next === undefined || next.startsAt > now;
    return one.endsAt > Math.max(one.startsAt, now) && (next === undefined || next.startsAt >= one.endsAt);
  });
}

function writeMove(transaction: Transaction, period: Period, before: readonly Period[]): void {
  const was = before.find(({ id }) => id === period.id);
  const { startsAt, endsAt, plannedEndsAt } = period;
  if (was?.startsAt === startsAt && was.endsAt === endsAt && was.plannedEndsAt === plannedEndsAt) return;
  transaction.store.periods.move(period);
  transaction.changes.push({ type: 'periods' });
  transaction.audit('period:move', period.id, {
    startsAt,
    endsAt,
    was: { startsAt: was?.startsAt, endsAt: was?.endsAt },
  });
}

/** Takes a plan back that has not begun: no deal can lie in it. Rule PD11. */
export function removePeriod(transaction: Transaction, { id }: { id: string }): void {
  rollPeriods(transaction);
  const { store, now } = transaction;
  const period = store.periods.list().find((one) => one.id === id);
  if (!period) throw new Refusal('period/not-found');
  if (period.startsAt <= now) throw new Refusal('period/begun');
  store.periods.undo(id, now);
  settleOpenEnd(transaction);
  transaction.changes.push({ type: 'periods' });
  transaction.audit('period:remove', id, { name: period.name, startsAt: period.startsAt, endsAt: period.endsAt });
}
