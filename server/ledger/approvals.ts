// What becomes of wins that wait: approved they are deals, declined or withdrawn they never are. Rules AP2–AP4.
import type { Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { accountIn } from '../../shared/roles.ts';
import type { Pending } from '../store/pending.ts';
import type { Commands } from './commands.ts';
import { storeDeal } from './deals.ts';
import { previewed } from './effect.ts';
import { Fields } from './fields.ts';
import { noteDue } from './sales.ts';
import type { Transaction } from './transaction.ts';
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
export function declineDeal(transaction: Transaction, { id, reason }: Commands['deal:decline']['input']): Deal {
  waiting(transaction, id);
  decide(transaction, id, 'declined', reason.trim());
  transaction.audit('deal:decline', id, { reason });
  return dealOfPending(pendingOf(transaction, id));
}

/** Above which amount wins wait; null for none. Those that wait already go on waiting. */
export function setApprovalRule(transaction: Transaction, { above }: Commands['approvals:rule']['input']): void {
  const fields = new Fields(transaction);
  const minor = above === null ? null : fields.amount('above', above);
  fields.check();
  transaction.store.pending.setAbove(minor);
  transaction.changes.push({ type: 'pending' });
  transaction.audit('approvals:rule', 'office', { above });
}
