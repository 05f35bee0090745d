// A void is taken back, or a correction. Rules CO1, CO2.
import type { Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Amended, Commands } from './commands.ts';
import { noteLate } from './deals.ts';
import { previewed } from './effect.ts';
import { readReason } from './fields.ts';
import { checkReceived } from './sales.ts';
import type { Transaction } from './transaction.ts';
import { takeOut } from './voids.ts';

/**
 * Has a deal stand again as if it had never been voided. One that was corrected comes back in the place of its
 * replacement, which is voided: a correction is taken back by restoring what it corrected. What came in for the
 * replacement counts for it. Rules CO1, RC3.
 */
export function restoreDeal(transaction: Transaction, input: Commands['deal:restore']['input']): Amended {
  return previewed(transaction, { dryRun: input.dryRun === true }, () => {
    const { store, now: at, rev } = transaction;
    const reason = readReason(transaction, input.reason);
    const old = store.deals.byId(input.id)?.deal;
    if (!old) throw new Refusal('deal/not-found');
    if (!old.void) throw new Refusal('deal/stands');
    const replacement = old.void.replacedBy === null ? null : replacementOf(transaction, old.void.replacedBy);
    if (replacement) checkReceived(transaction, replacement, old);
    store.voids.takeBack({ dealSeq: old.seq, reason, at, rev });
    const deal = store.deals.byId(old.id)?.deal ?? old;
    noteLate(transaction, deal);
    if (replacement) {
      takeOut(transaction, replacement, reason, deal.id);
      store.reactions.carry(replacement.seq, deal.seq);
    }
    transaction.changes.push({ type: 'restore', deal });
    transaction.audit('deal:restore', deal.id, { reason, ...(replacement && { instead: replacement.id }) });
    return { deal };
  });
}

/** What took a deal's place, as long as it stands; a late deal's booking can be taken back until the next period closes. */
function replacementOf({ store }: Transaction, id: string): Deal {
  const replacement = store.deals.byId(id)?.deal;
  if (!replacement || replacement.void) throw new Refusal('deal/replaced');
  const period = replacement.wonAt === null ? null : store.periods.at(replacement.closedAt);
  if (period !== null && period.closedAt !== null) throw new Refusal('deal/settled');
  return replacement;
}
