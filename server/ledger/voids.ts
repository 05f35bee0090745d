// Deals are taken out again; they stay in the books. Rules ST4, RO1, PO5.
import { UNDO_MS, UNDONE, type Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { rulesFor } from '../../shared/rep-rules.ts';
import { reachOf } from '../../shared/roles.ts';
import type { Commands } from './commands.ts';
import { previewed } from './effect.ts';
import { readReason } from './fields.ts';
import type { Transaction } from './transaction.ts';
import { withdraw } from './waiting.ts';

/** A deal that stands, to be taken out. Of two who decide on it the later one is told what the first has done. Rule CO2. */
export function standingDeal(transaction: Transaction, id: string): Deal {
  const deal = transaction.store.deals.byId(id)?.deal;
  if (!deal) throw new Refusal('deal/not-found');
  const { void: gone } = deal;
  if (!gone) return deal;
  const deed = gone.replacedBy === null ? 'voided' : `replaced by ${gone.replacedBy}`;
  throw new Refusal(
    'deal/voided',
    [],
    `This deal was ${deed} at ${new Date(gone.at).toISOString()}: “${gone.reason}”.`,
  );
}

/**
 * Takes a deal out of every standing, for whoever reaches its own rep. Judged here, behind all that was asked for before:
 * an undo finds the win that is still waiting to be booked. Rule PO5.
 */
export function voidDeal(
  transaction: Transaction,
  input: Commands['deal:void']['input'],
): Commands['deal:void']['output'] {
  const { actor, store, earlyUndos, who, now } = transaction;
  const { id, reason, repsWithin, dryRun = false } = input;
  const pending = store.pending.byId(id);
  if (pending && pending.decision !== 'approved' && pending.postedBy === who) {
    return previewed(transaction, { dryRun }, () => ({ deal: withdraw(transaction, pending, reason), pending: true }));
  }
  const known = store.deals.byId(id)?.deal;
  if (!known && actor.type === 'user' && !dryRun) earlyUndos.add(who, id, now);
  if (!known || repsWithin?.has(known.repId) === false) throw new Refusal('deal/not-found');
  const deal = standingDeal(transaction, id);
  if (reachOf(actor, 'deal:void') === 'own') checkUndo(transaction, deal);
  if (!rulesFor(actor, transaction.office).repsUndo) throw new Refusal('deal/no-undo');
  return previewed(transaction, { dryRun }, () => ({ deal: voidFor(transaction, deal, reason) }));
}

/** Takes out a deal that has just been booked, where who posts it has asked before for it to be undone. */
export function undoneEarly(transaction: Transaction, deal: Deal): Deal {
  const { earlyUndos, who, now } = transaction;
  return earlyUndos.has(who, deal.id, now) ? voidFor(transaction, deal, UNDONE) : deal;
}

function voidFor(transaction: Transaction, deal: Deal, said: string): Deal {
  const reason = readReason(transaction, said);
  const voided = takeOut(transaction, deal, reason, null);
  transaction.audit('deal:void', deal.id, { reason });
  return voided;
}

/** Who reaches no further takes back what they posted themselves a moment ago: no correction, nothing of somebody else's. */
function checkUndo({ store, now, who }: Transaction, { id, recordedAt, corrects, imported }: Deal): void {
  const isFresh = now - recordedAt <= UNDO_MS && corrects === null && !imported;
  const poster = store.pending.byId(id)?.postedBy ?? store.audit.lastBy('deal:record', id);
  if (!isFresh || poster !== who) throw new Refusal('auth/forbidden');
}

export function takeOut(transaction: Transaction, deal: Deal, reason: string, replacedBy: string | null): Deal {
  const { now: at, rev, store } = transaction;
  store.voids.insert({ dealSeq: deal.seq, reason, at, rev, replacedBy });
  const voided = { ...deal, void: { reason, at, replacedBy } };
  transaction.changes.push({ type: 'void', deal: voided });
  return voided;
}
