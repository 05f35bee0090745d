// What becomes of wins that wait: approved they are deals, declined or withdrawn they never are. Rules AP2–AP4.
import type { Deal } from '../../shared/deal.ts';
import { formatMinor, MAX_TOTAL_MINOR } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import { accountIn } from '../../shared/roles.ts';
import type { RuleAnswer } from '../../shared/schemas/approvals.ts';
import type { Pending } from '../store/pending.ts';
import { changedSetting } from './changed-settings.ts';
import { runningIn } from './coming.ts';
import type { Commands } from './commands.ts';
import { storeDeal } from './deals.ts';
import { previewed } from './effect.ts';
import { Fields, readReason } from './fields.ts';
import { noteDue } from './sales.ts';
import { DryRun, type Transaction } from './transaction.ts';
import { dealOfPending, decide } from './waiting.ts';

function pendingOf({ store }: Transaction, id: string): Pending {
  const pending = store.pending.byId(id);
  if (!pending) throw new Refusal('approval/not-found');
  return pending;
}

/** One that still waits. Of two who decide the later one is told what the first has done. Rule CO2. */
function waiting(transaction: Transaction, id: string): Pending {
  const pending = pendingOf(transaction, id);
  const { decision, decidedAt, reason } = pending;
  if (decision === null) return pending;
  const why = reason === null ? '' : `: “${reason}”`;
  const at = new Date(decidedAt ?? 0).toISOString();
  throw new Refusal('approval/decided', [], `This win was ${decision} at ${at}${why}.`);
}

/** Makes a deal of it: it counts by its own closing time and is received now. Rule AP2. */
export function approveDeal(
  transaction: Transaction,
  { id, dryRun }: Commands['deal:approve']['input'],
): Commands['deal:approve']['output'] {
  return previewed(transaction, { dryRun }, () => {
    const pending = waiting(transaction, id);
    const { now: recordedAt, rev, store } = transaction;
    const { external } = pending.draft;
    if (external && store.deals.byExternal(external.source, external.id)) throw new Refusal('deal/external-taken');
    const { dueOn, ...draft } = pending.draft;
    const deal = storeDeal(transaction, { ...draft, recordedAt, rev });
    noteDue(transaction, deal, dueOn);
    decide(transaction, id, 'approved', null);
    transaction.changes.push({ type: 'deal', deal, by: accountIn(pending.postedBy) });
    transaction.audit('deal:approve', id);
    return { deal };
  });
}

/** It never becomes a deal. Rule AP3. */
export function declineDeal(transaction: Transaction, input: Commands['deal:decline']['input']): Deal {
  const { id } = input;
  waiting(transaction, id);
  const reason = readReason(transaction, input.reason);
  decide(transaction, id, 'declined', reason);
  transaction.audit('deal:decline', id, { reason });
  return dealOfPending(pendingOf(transaction, id));
}

/** Above which amount wins wait; null for none. Those that wait already go on waiting. Rules AP1, OS6. */
export function setApprovalRule(
  transaction: Transaction,
  { above, expected, dryRun }: Commands['approvals:rule']['input'],
): Commands['approvals:rule']['output'] {
  const { store, office } = transaction;
  const fields = new Fields(transaction);
  const read = (field: string, amount: string | number | null) =>
    amount === null ? null : fields.amount(field, amount);
  const aboveMinor = read('above', above);
  const wasMinor = expected === undefined ? undefined : read('expected', expected);
  fields.check();
  const nowMinor = store.pending.above();
  if (wasMinor !== undefined && nowMinor !== wasMinor && nowMinor !== aboveMinor) {
    const value = nowMinor === null ? null : formatMinor(nowMinor, office.exponent);
    throw new Refusal('office/changed', [
      changedSetting(transaction, { action: 'approvals:rule', field: 'above', value }),
    ]);
  }
  if (dryRun) throw new DryRun({ aboveMinor, effect: effectOfRule(transaction, aboveMinor) } satisfies RuleAnswer);
  store.pending.setAbove(aboveMinor);
  transaction.changes.push({ type: 'pending' });
  transaction.audit('approvals:rule', 'office', { above });
  return { aboveMinor };
}

/** What of the running period would have waited, had the rule held from its start. */
function effectOfRule({ store, now }: Transaction, aboveMinor: number | null): Required<RuleAnswer>['effect'] {
  const range = runningIn(store.periods.list(), now) ?? { startsAt: now, endsAt: now };
  const sizes = store.search.sizes(range, aboveMinor ?? MAX_TOTAL_MINOR);
  return { ...sizes, waiting: store.pending.open().length };
}
