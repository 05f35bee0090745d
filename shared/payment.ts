// What has come in for a sale, and what is still to come (rules RC1, RC2).

/** `to-refund`: the deal was voided, and what came in for it has not been paid back. */
export const PAYMENT_STATES = ['due', 'overdue', 'part-paid', 'paid', 'to-refund'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const RECEIPT_METHODS = ['transfer', 'cash', 'card', 'other'] as const;
export type ReceiptMethod = (typeof RECEIPT_METHODS)[number];

/** A sale's money, in the minor units of the currency that the deal was agreed in. */
export interface Settlement {
  amountMinor: number;
  receivedMinor: number;
  /** The last local date on which it is in time; null where nobody said one. */
  dueOn: string | null;
  /** Whether the deal was taken out, and by no other one replaced. */
  isVoid: boolean;
}

/** How a sale stands on a local date; null for one that was voided and has nothing to be paid back. Rule RC2. */
export function paymentState(sale: Settlement, today: string): PaymentState | null {
  const { amountMinor, receivedMinor, dueOn, isVoid } = sale;
  if (isVoid) return receivedMinor > 0 ? 'to-refund' : null;
  if (receivedMinor >= amountMinor) return 'paid';
  if (dueOn !== null && dueOn < today) return 'overdue';
  return receivedMinor > 0 ? 'part-paid' : 'due';
}

/** What is still to come in: nothing for a voided deal. */
export function openMinor({ amountMinor, receivedMinor, isVoid }: Settlement): number {
  return isVoid ? 0 : amountMinor - receivedMinor;
}
