// Money that comes in for deals, and is taken back; when it is due. Rules RC1, RC4–RC6.
import { randomUUID } from 'node:crypto';
import { exponentOf } from '../../shared/currencies.ts';
import type { Deal } from '../../shared/deal.ts';
import { openMinor } from '../../shared/payment.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ReceiptBody } from '../../shared/schemas/money.ts';
import type { Receipt, ReceiptDraft } from '../store/receipts.ts';
import { fingerprintOf } from './deals.ts';
import { agreedText, boardPart } from './exchange.ts';
import { Fields, readReason } from './fields.ts';
import type { Transaction } from './transaction.ts';
import { standingDeal } from './voids.ts';

/** Records a receipt once: the same id with the same content gives the one that is there (rule LG3). */
export function recordReceipt(
  transaction: Transaction,
  input: { dealId: string; body: ReceiptBody },
): { receipt: Receipt; created: boolean } {
  const { store } = transaction;
  const { body } = input;
  const deal = store.deals.byId(input.dealId)?.deal;
  if (!deal) throw new Refusal('deal/not-found');
  const fields = new Fields(transaction);
  const draft = readReceipt(transaction, fields, deal, body);
  const known = body.id === undefined ? null : store.receipts.byId(body.id);
  if (known) {
    fields.check();
    if (known.fingerprint === draft.fingerprint) return { receipt: known.receipt, created: false };
    throw new Refusal('receipt/id-taken', [
      { field: 'id', code: 'receipt/differs', message: 'is taken by another receipt' },
    ]);
  }
  const sale = store.receipts.sale(deal.seq);
  if (deal.void || !sale) throw new Refusal('deal/voided');
  const open = openMinor(sale);
  if (draft.amountMinor > open) {
    const values = { open: agreedText(deal, open), currency: deal.original?.currency ?? deal.currency };
    fields.fault('amount', 'receipt/above-open', `is more than is open: ${values.open} ${values.currency}`, values);
  }
  fields.check();
  const { saleSeq } = sale;
  const boardMinor = boardPart(deal, sale.receivedMinor + draft.amountMinor) - sale.boardMinor;
  store.receipts.insert({ ...draft, saleSeq, boardMinor });
  told(transaction, 'receipt:record', draft.id, { deal: deal.id, amount: agreedText(deal, draft.amountMinor) });
  return { receipt: readStored(transaction, draft.id), created: true };
}

function readReceipt(
  transaction: Transaction,
  fields: Fields,
  deal: Deal,
  body: ReceiptBody,
): Omit<ReceiptDraft, 'saleSeq' | 'boardMinor'> {
  const { now, rev } = transaction;
  const exponent = exponentOf(deal.original?.currency ?? deal.currency);
  const amountMinor = fields.amount('amount', body.amount, exponent);
  const receivedAt = body.receivedAt === undefined ? now : fields.pastInstant('receivedAt', body.receivedAt);
  const note = fields.text('note', body.note ?? '');
  const method = body.method ?? null;
  return {
    id: body.id ?? randomUUID(),
    dealSeq: deal.seq,
    amountMinor,
    receivedAt,
    method,
    note,
    recordedAt: now,
    rev,
    actor: transaction.who,
    fingerprint: fingerprintOf({ deal: deal.id, amountMinor, method, note, receivedAt: body.receivedAt ?? null }),
  };
}

function readStored({ store }: Transaction, id: string): Receipt {
  const stored = store.receipts.byId(id);
  if (!stored) throw new Refusal('receipt/not-found');
  return stored.receipt;
}

/** Takes a receipt back: a slip, a bounced transfer, or money that went back to the customer. */
export function voidReceipt(transaction: Transaction, input: { dealId: string; id: string; reason: string }): Receipt {
  const { store } = transaction;
  const receipt = readStored(transaction, input.id);
  const asked = store.deals.byId(input.dealId)?.deal;
  if (!asked || store.receipts.saleOf(asked.seq) !== receipt.saleSeq) throw new Refusal('receipt/not-found');
  if (receipt.void) throw new Refusal('receipt/voided');
  const reason = readReason(transaction, input.reason);
  takenBack(transaction, receipt, reason);
  const last = store.search.bySeq(store.receipts.lastOf(receipt.saleSeq));
  told(transaction, 'receipt:void', receipt.id, { deal: last?.id, reason });
  return readStored(transaction, receipt.id);
}

/** Takes a receipt that stands out of its sale; gives what that owes again, in the board's minor units. */
export function takenBack(transaction: Transaction, receipt: Receipt, reason: string): number {
  const { store, now: at, rev, who: actor } = transaction;
  const deal = store.search.bySeq(store.receipts.lastOf(receipt.saleSeq));
  const sale = deal && store.receipts.sale(deal.seq);
  if (!deal || !sale) throw new Refusal('receipt/not-found');
  const boardMinor = sale.boardMinor - boardPart(deal, sale.receivedMinor - receipt.amountMinor);
  store.receipts.void({ seq: receipt.seq, boardMinor, reason, at, rev, actor });
  return boardMinor;
}

/** Says until when a sale is to be paid, or that nothing is said of it. Rule RC6. */
export function setDue(transaction: Transaction, input: { id: string; dueOn: string | null }): Deal {
  const { store, now: at, rev } = transaction;
  const deal = standingDeal(transaction, input.id);
  const fields = new Fields(transaction);
  fields.dueDate('dueOn', input.dueOn);
  fields.check();
  store.receipts.setDue({ saleSeq: store.receipts.saleOf(deal.seq), dueOn: input.dueOn, at, rev });
  told(transaction, 'deal:due', deal.id, { dueOn: input.dueOn });
  return deal;
}

function told(transaction: Transaction, action: string, subject: string, data: object): void {
  transaction.changes.push({ type: 'receipts' });
  transaction.audit(action, subject, data);
}
