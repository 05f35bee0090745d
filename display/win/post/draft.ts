// The win as it is being entered, and the request that it becomes.
import type { DealKind } from '../../../shared/deal.ts';
import { parseAmount } from '../../../shared/money.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';

export interface Draft {
  /** A plain decimal, as the pad makes it. */
  amount: string;
  customer: string;
  product: string;
  kind: DealKind;
  repId: string | null;
  repName: string;
}

export type DraftFault = 'amount' | 'customer' | 'rep';

/** Minor units of the amount typed so far; 0 for none. */
export function minorOf(draft: Pick<Draft, 'amount'>, exponent: number): number {
  const parsed = parseAmount(plainAmount(draft.amount), exponent);
  return 'minor' in parsed ? parsed.minor : 0;
}

/** What is missing before the win can be posted, in the order of the page. */
export function faultsOf(draft: Draft, exponent: number): DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.repId === null) faults.push('rep');
  if (minorOf(draft, exponent) === 0) faults.push('amount');
  if (draft.customer.trim() === '') faults.push('customer');
  return faults;
}

/** The request; the same bytes on every retry, so its time is fixed here (rule PD3). */
export function bodyOf(draft: Draft, repId: string, id: string, closedAt: number): DealBody {
  const product = draft.product.trim();
  return {
    id,
    rep: repId,
    amount: plainAmount(draft.amount),
    customer: draft.customer.trim(),
    kind: draft.kind,
    closedAt,
    ...(product === '' ? {} : { product }),
  };
}

/** A refused win, back in the form to be mended. */
export function draftOf(body: DealBody, repName: string): Draft {
  return {
    amount: String(body.amount),
    customer: body.customer,
    product: body.product ?? '',
    kind: body.kind ?? 'new',
    repId: body.rep,
    repName,
  };
}

function plainAmount(amount: string): string {
  return amount.replace(/\.$/, '');
}
