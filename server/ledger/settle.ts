// The sales of the past, said to be paid all at once, and that taken back. Rule RC7.
import { randomUUID } from 'node:crypto';
import { openMinor } from '../../shared/payment.ts';
import type { Settled, SettleBody } from '../../shared/schemas/money.ts';
import { dateOf, parseInstant } from '../../shared/time.ts';
import { fingerprintOf } from './deals.ts';
import { boardPart } from './exchange.ts';
import { Fields } from './fields.ts';
import { takenBack } from './receipts.ts';
import { DryRun, type Transaction } from './transaction.ts';

/** Every open sale closed before a local date gets a receipt of what is open, as of its close. */
export function settleBefore(transaction: Transaction, input: SettleBody & { dryRun: boolean }): Settled {
  const { store, now, office, rev, who: actor } = transaction;
  const { before, dryRun } = input;
  const fields = new Fields(transaction);
  const endsAt = parseInstant(before, office.timeZone);
  const today = dateOf(now, office.timeZone);
  fields.date('before', before);
  if (before > today) fields.fault('before', 'time/future', 'must not be in the future');
  const note = fields.text('reason', input.reason);
  fields.check();
  // What no receipt of a person's own can be called: it has a colon.
  const id = randomUUID();
  const within = { range: { startsAt: 0, endsAt: endsAt ?? 0 }, repIds: null, today };
  if (dryRun) {
    const { openDeals, openMinor: amountMinor } = store.receivables.totals(within);
    throw new DryRun({ id, deals: openDeals, amountMinor });
  }
  const found = store.receivables.find({ ...EVERYTHING, ...within, state: 'open' });
  let amountMinor = 0;
  for (const dealId of found) {
    const deal = store.deals.byId(dealId)?.deal;
    const sale = deal && store.receipts.sale(deal.seq);
    if (!deal || !sale) continue;
    const open = openMinor(sale);
    const boardMinor = boardPart(deal, sale.receivedMinor + open) - sale.boardMinor;
    amountMinor += boardMinor;
    store.receipts.insert({
      id: `${id}:${deal.seq}`,
      dealSeq: deal.seq,
      saleSeq: sale.saleSeq,
      amountMinor: open,
      boardMinor,
      receivedAt: deal.closedAt,
      method: null,
      note,
      recordedAt: now,
      rev,
      actor,
      fingerprint: fingerprintOf({ settled: id, deal: deal.id }),
    });
  }
  told(transaction, 'receipts:settle', id, { count: found.length, before, reason: note });
  return { id, deals: found.length, amountMinor };
}

/** Takes back whatever still stands of that. */
export function unsettle(transaction: Transaction, { id, reason }: { id: string; reason: string }): Settled {
  const receipts = transaction.store.receipts.settledBy(id);
  const amountMinor = receipts.reduce((sum, receipt) => sum + takenBack(transaction, receipt, reason.trim()), 0);
  if (receipts.length > 0) told(transaction, 'receipts:unsettle', id, { count: receipts.length, reason });
  return { id, deals: receipts.length, amountMinor };
}

const EVERYTHING = { repId: null, text: null, before: null, limit: Number.MAX_SAFE_INTEGER };

function told(transaction: Transaction, action: string, subject: string, data: object): void {
  transaction.changes.push({ type: 'receipts' });
  transaction.audit(action, subject, data);
}
