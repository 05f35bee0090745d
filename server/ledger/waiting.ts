// Wins above an amount wait for a manager. Rules AP1, AP4.
import { UNDONE, type Deal, type DealVoid } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { can } from '../../shared/roles.ts';
import type { Decision } from '../../shared/schemas/approvals.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import type { Pending, PendingDraft } from '../store/pending.ts';
import { readReason } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** A win that waits, in the shape of the deal that it may become; it has no place in line. */
export function dealOfPending({ draft, decision, decidedAt, reason }: Pending): Deal {
  const isOut = decision !== null && decision !== 'approved';
  return dealOf(draft, isOut ? { reason: reason ?? decision, at: decidedAt ?? 0, replacedBy: null } : null);
}

function dealOf({ fingerprint: _, wonAt: __, dueOn: ___, ...plain }: PendingDraft, gone: DealVoid | null): Deal {
  return { ...plain, seq: 0, wonAt: null, pastVoids: [], void: gone };
}

/** Keeps a win that is to wait, and says so; null where it need not. Rule AP1. */
export function waitForApproval(transaction: Transaction, draft: PendingDraft): Deal | null {
  const { store, actor, now, rev } = transaction;
  const above = store.pending.above();
  if (above === null || draft.amountMinor <= above || can(actor, 'deal:approve')) return null;
  store.pending.insert({ id: draft.id, draft, postedBy: transaction.who, postedAt: now, rev });
  transaction.changes.push({ type: 'wait', id: draft.id });
  transaction.audit('deal:request', draft.id);
  return dealOf(draft, null);
}

/** What has been asked for under the same id, or external id. */
export function findAsked(
  { store }: Transaction,
  { id, external }: DealBody,
): { pending: Pending; by: 'id' | 'external' } | null {
  const byId = id === undefined ? null : store.pending.byId(id);
  if (byId) return { pending: byId, by: 'id' };
  const byExternal = external ? store.pending.byExternal(external.source, external.id) : null;
  return byExternal && { pending: byExternal, by: 'external' };
}

/** Another deal was posted under the same id, or external id. */
export function idTaken(by: 'id' | 'external'): Refusal {
  return new Refusal(by === 'id' ? 'deal/id-taken' : 'deal/external-taken', [
    { field: by, code: 'deal/differs', message: 'is taken by a deal with other content' },
  ]);
}

/** The same post again is the one that waits; what was declined is not asked again. Rules LG3, AP4. */
export function askedAgain({ pending, by }: { pending: Pending; by: 'id' | 'external' }, fingerprint: string): Deal {
  if (pending.draft.fingerprint !== fingerprint) {
    throw idTaken(by);
  }
  if (pending.decision === 'declined') throw new Refusal('deal/declined', [], pending.reason ?? undefined);
  return dealOfPending(pending);
}

/** Whoever posted it takes it back while it waits. */
export function withdraw(transaction: Transaction, pending: Pending, said: string): Deal {
  // It is out already: whoever asks has what was wanted.
  if (pending.decision !== null) return dealOfPending(pending);
  const { id } = pending;
  const reason = readReason(transaction, said);
  decide(transaction, id, 'withdrawn', reason);
  transaction.audit('deal:withdraw', id, { reason });
  return dealOfPending(transaction.store.pending.byId(id) ?? pending);
}

/** Takes back what has just begun to wait, where who posts it has asked before for it to be undone. Rule PO5. */
export function withdrawnEarly(transaction: Transaction, deal: Deal): Deal {
  const { earlyUndos, store, who, now } = transaction;
  const pending = earlyUndos.has(who, deal.id, now) ? store.pending.byId(deal.id) : null;
  return pending ? withdraw(transaction, pending, UNDONE) : deal;
}

/** What becomes of one that waits. */
export function decide(transaction: Transaction, id: string, decision: Decision, reason: string | null): void {
  const { store, now: decidedAt, who: decidedBy } = transaction;
  store.pending.decide(id, { decision, decidedAt, decidedBy, reason });
  transaction.changes.push({ type: 'wait', id });
}
