// What a correction's fields say, and what of that is another than before.
import type { CorrectBody, DealView } from '../../../shared/schemas/deals.ts';
import { showAmount } from '../../kit/amount-text.ts';
import { localDate } from '../../kit/local-date.ts';
import type { OfficeUnits } from '../../kit/ui/formats.ts';
import { sharesOf, splitsOf, type SplitLine } from './SplitFields.tsx';

export interface CorrectForm {
  rep: string;
  amount: string;
  customer: string;
  product: string;
  kind: DealView['kind'];
  closedOn: string;
  splits: readonly SplitLine[] | null;
  /** Convert at the rate that holds now. */
  refreeze: boolean;
  reason: string;
}

export function formOf(deal: DealView, locale: string, { timeZone }: OfficeUnits): CorrectForm {
  return {
    rep: deal.repId,
    amount: showAmount(deal.original?.amount ?? deal.amount, locale),
    customer: deal.customer,
    product: deal.product,
    kind: deal.kind,
    closedOn: localDate(deal.closedAt, timeZone),
    splits: splitsOf(deal),
    refreeze: false,
    reason: '',
  };
}

export function changesOf(
  form: CorrectForm,
  amount: string,
  deal: DealView,
  before: CorrectForm,
): Omit<CorrectBody, 'reason'> {
  return {
    ...(form.amount === before.amount || amount === (deal.original?.amount ?? deal.amount) ? {} : { amount }),
    ...(form.rep === before.rep ? {} : { rep: form.rep }),
    ...(form.customer === before.customer ? {} : { customer: form.customer.trim() }),
    ...(form.product === before.product ? {} : { product: form.product.trim() }),
    ...(form.kind === before.kind ? {} : { kind: form.kind }),
    ...(form.refreeze && { refreeze: true }),
    ...(form.closedOn === before.closedOn ? {} : { closedAt: form.closedOn }),
    // Given to another rep, a deal that was split would be that rep's alone.
    ...(isSameSplit(form, before) ? {} : { splits: sharesOf(form.splits) }),
  };
}

function isSameSplit(form: CorrectForm, before: CorrectForm): boolean {
  if (form.splits !== null && form.rep !== before.rep) return false;
  return JSON.stringify(sharesOf(form.splits)) === JSON.stringify(sharesOf(before.splits));
}
