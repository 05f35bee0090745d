// The running period is reset by hand, and a reset is taken back. Rules PD1, PD4.
import type { Standings } from '../../shared/patch.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ResetAnswer } from '../../shared/schemas/boards.ts';
import { finalOf, periodView } from '../boards/results.ts';
import type { Period } from '../store/periods.ts';
import { runningIn } from './coming.ts';
import type { Commands } from './commands.ts';
import { Fields } from './fields.ts';
import { checkRuns } from './meanwhile.ts';
import { settleOpenEnd } from './open-end.ts';
import { openingName } from './period-names.ts';
import { close, open, overlapping, rollPeriods, runningPeriod } from './periods.ts';
import { DryRun, type Transaction } from './transaction.ts';

/** Two resets within this time are two hands on one button (rule PD4). */
const SAME_RESET_MS = 2_000;
const PODIUM = 3;

/** Ends the running period now and opens the next at the same instant. Rules PD1, PD4. */
export function resetPeriod(transaction: Transaction, input: Commands['period:reset']['input']): ResetAnswer {
  const { now, store } = transaction;
  const fields = new Fields(transaction);
  const name = input.name === undefined ? undefined : fields.name('name', input.name);
  fields.check();
  rollPeriods(transaction);
  const running = runningPeriod(transaction);
  const before = store.periods.list().find(({ id }) => id === running.resetOf);
  const isSeen = input.running === running.id;
  if (before && !input.dryRun && !isSeen && now - running.startsAt < SAME_RESET_MS) {
    const { standings } = store.finals.read(before.id) ?? { standings: null };
    if (standings === null) throw new Refusal('period/not-closed');
    return resetAnswer(transaction, before, running, finalOf(standings), false);
  }
  checkRuns(transaction, running, input.running);
  const range = { startsAt: now, endsAt: nextEnd(transaction, running, input.endsAt) };
  if (now <= running.startsAt || store.finals.wasFrozenAt(running.id, now)) throw new Refusal('period/just-reset');
  const standings = close(transaction, running, now);
  const isOpenEnded = running.isOpenEnded && input.endsAt === undefined;
  const opened = open(transaction, range, {
    name: name ?? freeName(store.periods.list(), openingName(range, isOpenEnded, transaction.office)),
    resetOf: running.id,
    before: running,
    isOpenEnded,
  });
  transaction.changes.push({ type: 'periods' });
  transaction.audit('period:reset', running.id, { opened: opened.id });
  const closed = { ...running, endsAt: now, closedAt: now };
  const answer = resetAnswer(transaction, closed, opened, standings, input.dryRun);
  if (input.dryRun) throw new DryRun(answer);
  return answer;
}

/** Several resets on one day open periods of the same dates: nobody could tell them apart in a list. */
function freeName(periods: readonly Period[], name: string): string {
  const taken = new Set(periods.map((one) => one.name));
  let free = name;
  for (let copy = 2; taken.has(free); copy += 1) free = `${name} (${copy})`;
  return free;
}

/** Until its planned end, which is still to come, but never into a period that is planned. */
function nextEnd(transaction: Transaction, running: Period, wanted: string | number | undefined): number {
  const { now, store } = transaction;
  const fields = new Fields(transaction);
  const end = wanted === undefined ? running.plannedEndsAt : fields.boundary('endsAt', wanted);
  if (fields.errors.length === 0 && end <= now) fields.fault('endsAt', 'time/past', 'must be in the future');
  fields.check();
  const coming = store.periods.list().find((one) => one.startsAt > now);
  if (coming && coming.startsAt < end && wanted !== undefined) throw overlapping('endsAt', coming);
  return endBefore(store.periods.list(), end, now);
}

function resetAnswer(
  transaction: Transaction,
  closed: Period,
  opened: Period,
  standings: Standings,
  dryRun: boolean,
): ResetAnswer {
  const { store, office } = transaction;
  const quotas = store.quotas.ofPeriod(opened.id);
  const hasQuota = new Set(
    quotas.filter(({ metric, amount }) => metric === 'revenue' && amount > 0).map((quota) => quota.subjectId),
  );
  const reps = office.defaultQuotaMinor === null ? store.reps.list().filter(({ leftOn }) => leftOn === null) : [];
  return {
    dryRun,
    closed: periodView(closed),
    opened: periodView(opened),
    deals: standings.total.deals,
    valueMinor: standings.total.value,
    podium: standings.rows.slice(0, PODIUM),
    waiting: store.pending
      .open()
      .filter(({ draft: { closedAt } }) => closed.startsAt <= closedAt && closedAt < closed.endsAt).length,
    withoutQuota: reps.filter(({ id }) => !hasQuota.has(id)).map(({ name }) => name),
    canUndo: true,
  };
}

/** The reset that may still be taken back: the one that opened the running period. */
export function undoableReset(periods: readonly Period[], now: number): { opened: Period; closed: Period } | null {
  const opened = periods.find((one) => one.closedAt === null && one.startsAt <= now && now < one.endsAt);
  const closed = periods.find(({ id }) => id === opened?.resetOf);
  return opened && closed ? { opened, closed } : null;
}

/** An end that does not reach into a period that was planned since. */
function endBefore(periods: readonly Period[], end: number, now: number): number {
  const coming = periods.find((one) => one.startsAt > now);
  return coming ? Math.min(coming.startsAt, end) : end;
}

/** Takes the last reset back: the period runs on as if nothing had been. Rule PD4. */
export function undoReset(transaction: Transaction, input: Commands['period:undo']['input']): void {
  const { store, now } = transaction;
  const periods = store.periods.list();
  checkRuns(transaction, runningIn(periods, now), input.running);
  const reset = undoableReset(periods, now);
  if (!reset) throw new Refusal('period/nothing-to-undo');
  store.periods.undo(reset.opened.id, now);
  store.periods.reopen(reset.closed.id, endBefore(store.periods.list(), reset.closed.plannedEndsAt, now));
  store.finals.undo(reset.closed.id, now);
  transaction.changes.push({ type: 'periods' });
  transaction.audit('period:undo', reset.closed.id, { withdrawn: reset.opened.id });
  settleOpenEnd(transaction);
  rollPeriods(transaction);
}
