// Deals are put right. Rules ST4, CO2, CO3.
import { isDeepStrictEqual } from 'node:util';
import type { Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { accountOf } from '../../shared/roles.ts';
import type { CorrectBody, DealBody } from '../../shared/schemas/deals.ts';
import type { DealDraft } from '../store/deals.ts';
import type { Amended, Commands } from './commands.ts';
import { readDeal, storeDeal } from './deals.ts';
import { previewed } from './effect.ts';
import { agreedMinor, agreedText } from './exchange.ts';
import { readReason } from './fields.ts';
import { checkReceived } from './sales.ts';
import type { Transaction } from './transaction.ts';
import { standingDeal, takeOut } from './voids.ts';

const NOBODY: ReadonlySet<string> = new Set();
/** What a correction may change, beside shares and the currency that it was agreed in. */
const CONTENT = [
  'repId',
  'amountMinor',
  'currency',
  'customer',
  'product',
  'kind',
  'source',
  'location',
  'note',
  'photoId',
  'openedAt',
  'closedAt',
] as const satisfies readonly (keyof DealDraft & keyof Deal)[];

/** Replaces a deal by another in one transaction; standings are as if only the replacement had been. Rule ST4. */
export function correctDeal(transaction: Transaction, input: Commands['deal:correct']['input']): Amended {
  return previewed(transaction, { dryRun: input.dryRun === true }, () => {
    const old = standingDeal(transaction, input.id);
    const { reason: said, refreeze, ...changes } = input.changes;
    const reason = readReason(transaction, said);
    const frozen = refreeze === true ? null : old.original;
    const draft = readDeal(transaction, correctedBody(old, changes), {
      now: transaction.now,
      frozen,
      // Who has left since keeps what they sold, also where it counts later than they left.
      known: changes.closedAt === undefined ? new Set([old.repId, ...old.credits.map(({ repId }) => repId)]) : NOBODY,
    });
    checkReceived(transaction, old, draft);
    // A booked deal keeps the day on which it was won, unless that is what is put right.
    const booked = old.wonAt === null || changes.closedAt !== undefined ? {} : { wonAt: old.wonAt };
    if (isSame(old, { ...draft, ...booked })) throw new Refusal('deal/unchanged');
    const deal = replaceDeal(transaction, old, { ...draft, ...booked, imported: old.imported }, reason);
    transaction.audit('deal:correct', old.id, { reason, replacedBy: deal.id });
    return { deal };
  });
}

/** Puts a deal in the place of another, with what colleagues said to that and what came in for it. Rules ST4, RX3, RC3. */
export function replaceDeal(transaction: Transaction, old: Deal, draft: DealDraft, reason: string): Deal {
  const replacement = storeDeal(transaction, { ...draft, corrects: old.id });
  takeOut(transaction, old, reason, replacement.id);
  transaction.store.reactions.carry(old.seq, replacement.seq);
  transaction.store.receipts.carry(old.seq, replacement.seq);
  transaction.changes.push({ type: 'deal', deal: replacement, by: accountOf(transaction.actor) });
  return replacement;
}

function byRep({ credits }: Pick<Deal, 'credits'>): Deal['credits'] {
  return credits.toSorted((a, b) => (a.repId < b.repId ? -1 : 1));
}

/** Whether a correction changes nothing: it would cost the deal its place in line all the same (ST4). Rule CO2. */
function isSame(old: Deal, draft: DealDraft): boolean {
  const isLike = CONTENT.every((field) => old[field] === draft[field]) && old.wonAt === (draft.wonAt ?? null);
  return isLike && isDeepStrictEqual([byRep(old), old.original], [byRep(draft), draft.original]);
}

/** Whether all of a deal is its own rep's. */
function isWhole({ repId, credits }: Deal): boolean {
  return credits.length === 1 && credits[0]?.repId === repId;
}

function correctedBody(old: Deal, changes: Omit<CorrectBody, 'reason' | 'refreeze'>): DealBody {
  const keepsCredits = changes.rep === undefined && changes.splits === undefined && !isWhole(old);
  const splits = keepsCredits
    ? old.credits.map(({ repId, shareBp }) => ({ rep: repId, share: shareBp }))
    : changes.splits;
  return {
    rep: old.repId,
    amount: agreedText(old, agreedMinor(old)),
    currency: old.original?.currency ?? old.currency,
    customer: old.customer,
    product: old.product,
    kind: old.kind,
    source: old.source,
    location: old.location,
    note: old.note,
    photoId: old.photoId,
    openedAt: old.openedAt,
    closedAt: old.closedAt,
    ...changes,
    ...(splits ? { splits } : {}),
  };
}
