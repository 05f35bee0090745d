// What recording and correcting a deal mean for the money that is to come in for it. Rules RC3, RC6.
import type { Deal } from '../../shared/deal.ts';
import { dateOf, datePlus } from '../../shared/time.ts';
import { agreedMinor, agreedText } from './exchange.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** The due date of a deal that has just been recorded: its own, or what the office's terms make of its close. Rule RC6. */
export function noteDue(transaction: Transaction, deal: Deal, dueOn: string | null | undefined): void {
  const { store, office, now: at, rev } = transaction;
  const { paymentTermsDays: days, timeZone } = office;
  const byTerms = days === null ? null : datePlus(dateOf(deal.closedAt, timeZone), days);
  const date = dueOn === undefined ? byTerms : dueOn;
  if (date !== null) store.receipts.setDue({ saleSeq: deal.seq, dueOn: date, at, rev });
}

/** What has come in stays what it is: neither its currency nor its rate changes, and no deal is made less than it. Rule RC3. */
export function checkReceived(
  transaction: Transaction,
  old: Deal,
  draft: Pick<Deal, 'amountMinor' | 'original'>,
): void {
  const sale = transaction.store.receipts.sale(old.seq);
  if (!sale || sale.receivedMinor === 0) return;
  const fields = new Fields(transaction);
  const values = {
    received: agreedText(old, sale.receivedMinor),
    currency: old.original?.currency ?? old.currency,
  };
  const come = `${values.received} ${values.currency} that has come in`;
  if (draft.original?.currency !== old.original?.currency) {
    fields.fault('currency', 'receipt/currency', `must stay that of the ${come}`, values);
  } else if (draft.original?.rate !== old.original?.rate) {
    fields.fault('refreeze', 'receipt/rate', `must stay that of the ${come}`, values);
  } else if (agreedMinor(draft) < sale.receivedMinor) {
    fields.fault('amount', 'receipt/above-amount', `is less than the ${come}`, values);
  }
  fields.check();
}
