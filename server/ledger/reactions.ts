// Colleagues congratulate on a win, and take it back. Rules RX1, RX3.
import type { Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { rulesFor } from '../../shared/rep-rules.ts';
import { takesReactions } from '../../shared/reactions.ts';
import type { Commands } from './commands.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

export function putReaction(transaction: Transaction, input: Commands['reaction:put']['input']): void {
  const { store, now } = transaction;
  const deal = publicDeal(transaction, input.dealId);
  if (!takesReactions(deal.recordedAt, now)) throw new Refusal('reaction/closed');
  if (isOwn(transaction, deal)) throw new Refusal('reaction/own');
  const fields = new Fields(transaction);
  const text = fields.line('text', input.text);
  const { userId } = transaction;
  // What was said before the rule may stay, also beside another sign.
  const isNew = text !== '' && text !== store.reactions.one(deal.seq, userId)?.text;
  if (isNew && !rulesFor(transaction.actor, transaction.office).repsWords) {
    fields.fault('text', 'office/reps-words', 'is left to managers in this office');
  }
  fields.check();
  store.reactions.put({ dealSeq: deal.seq, userId, kind: input.kind, text, at: now });
  transaction.changes.push({ type: 'reaction', dealId: deal.id, userId });
  transaction.audit('reaction:put', deal.id, { kind: input.kind });
}

export function removeReaction(transaction: Transaction, input: Commands['reaction:remove']['input']): void {
  const deal = publicDeal(transaction, input.dealId);
  const { userId } = transaction;
  if (!transaction.store.reactions.remove(deal.seq, userId)) throw new Refusal('reaction/not-found');
  transaction.changes.push({ type: 'reaction', dealId: deal.id, userId });
  transaction.audit('reaction:remove', deal.id);
}

/** A deal that everybody may see: it stands, and is none of an import. */
function publicDeal({ store }: Transaction, id: string): Deal {
  const deal = store.deals.byId(id)?.deal;
  if (!deal || deal.void || deal.imported) throw new Refusal('deal/not-found');
  return deal;
}

function isOwn({ actor }: Transaction, { repId, credits }: Deal): boolean {
  const own = actor.type === 'user' ? actor.repId : null;
  return own !== null && (repId === own || credits.some((credit) => credit.repId === own));
}
