// Late deals are decided on: booked to the open period, or taken into a restated final of their own. Rules LA1–LA4, LA6.
import { randomUUID } from 'node:crypto';
import type { Deal } from '../../shared/deal.ts';
import { isLate } from '../../shared/late.ts';
import { Refusal } from '../../shared/problem.ts';
import { accountOf } from '../../shared/roles.ts';
import { finalOf } from '../boards/results.ts';
import type { Final, Period } from '../store/periods.ts';
import { replaceDeal } from './amend.ts';
import { canonicalJson } from './canonical.ts';
import type { Commands } from './commands.ts';
import { previewed } from './effect.ts';
import { readReason } from './fields.ts';
import { freeze, rollPeriods, runningPeriod, standingsIn, withoutFaces } from './periods.ts';
import type { Transaction } from './transaction.ts';
import { standingDeal } from './voids.ts';

/** Has late deals count in the open period from now on; each keeps the day on which it was won. Rule LA2. */
export function bookLate(
  transaction: Transaction,
  { ids, reason, dryRun }: Commands['deals:book']['input'],
): Commands['deals:book']['output'] {
  // Time may have closed the period in which they would be booked.
  rollPeriods(transaction);
  return previewed(transaction, { dryRun }, () => {
    runningPeriod(transaction);
    const why = readReason(transaction, reason);
    return { deals: ids.map((id) => bookOne(transaction, id, why)) };
  });
}

function bookOne(transaction: Transaction, id: string, reason: string): Deal {
  const old = standingDeal(transaction, id);
  if (!isLateNow(transaction, old)) throw new Refusal('deal/not-late');
  if (transaction.store.late.countedIn(id) !== null) throw new Refusal('deal/counted');
  const { seq: _, void: __, pastVoids: ___, wonAt, ...content } = old;
  const booked = replaceDeal(
    transaction,
    old,
    {
      ...content,
      id: randomUUID(),
      closedAt: transaction.now,
      wonAt: wonAt ?? old.closedAt,
      recordedAt: transaction.now,
      rev: transaction.rev,
      external: null,
      corrects: old.id,
      fingerprint: transaction.store.deals.byId(id)?.fingerprint ?? '',
    },
    reason,
  );
  transaction.audit('deal:book', old.id, { reason, replacedBy: booked.id });
  return booked;
}

function isLateNow({ store }: Transaction, deal: Deal): boolean {
  const period = store.periods.at(deal.closedAt);
  const final = period && period.closedAt !== null ? store.finals.read(period.id) : null;
  return final !== null && isLate(deal, final);
}

/**
 * Freezes a closed period anew, as the books have it now: with its late deals, without what was voided since. What was
 * announced before stays beside it. Rule LA3.
 */
export function restatePeriod(
  transaction: Transaction,
  { periodId, reason, dryRun }: Commands['period:restate']['input'],
): Commands['period:restate']['output'] {
  return previewed(transaction, { dryRun, periodId }, () => {
    const { period, final } = closedPeriod(transaction, periodId);
    const standings = withoutFaces(standingsIn(transaction, period));
    if (sameResult(final.standings, canonicalJson(standings))) throw new Refusal('period/unchanged');
    const late = transaction.store.late.seqsIn(period).length;
    const restates = { hash: final.hash, reason: readReason(transaction, reason) };
    const hash = freeze(
      transaction,
      period.id,
      { ...standings, restates },
      {
        reason: restates.reason,
        madeBy: accountOf(transaction.actor),
      },
    );
    transaction.changes.push({ type: 'periods' });
    transaction.audit('period:restate', period.id, { ...restates, late });
    return { period, late, hash };
  });
}

/** Takes the last restatement of a period back, until the next period closes. Rule LA4. */
export function undoRestatement(transaction: Transaction, { periodId, hash }: Commands['restate:undo']['input']): void {
  const { store, now } = transaction;
  const { period, final } = closedPeriod(transaction, periodId);
  if (hash !== undefined && hash !== final.hash) throw new Refusal('period/restated');
  if (!canUndoRestatement(store.periods.list(), period.id, final)) throw new Refusal('period/nothing-to-undo');
  store.finals.undoOne(period.id, final.frozenAt, now);
  transaction.changes.push({ type: 'periods' });
  transaction.audit('restate:undo', period.id, { hash: final.hash });
}

/** Whether a final is a restatement, and no period has closed since. */
export function canUndoRestatement(
  periods: readonly Period[],
  periodId: string,
  { reason, frozenAt }: Pick<Final, 'reason' | 'frozenAt'>,
): boolean {
  return reason !== null && !periods.some(({ id, closedAt }) => id !== periodId && (closedAt ?? 0) > frozenAt);
}

function closedPeriod({ store }: Transaction, periodId: string): { period: Period; final: Final } {
  const period = store.periods.list().find(({ id }) => id === periodId);
  if (!period) throw new Refusal('period/not-found');
  const final = period.closedAt === null ? null : store.finals.read(period.id);
  if (!final) throw new Refusal('period/not-closed');
  return { period, final };
}

/** Whether two frozen results list the same, whenever they were made. */
function sameResult(before: string, after: string): boolean {
  const listed = (text: string) => {
    const { rows, total } = finalOf(text);
    return canonicalJson({ rows, total });
  };
  return listed(before) === listed(after);
}
