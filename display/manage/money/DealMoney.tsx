// What a deal was agreed in and how it is paid, beside its amount in the board's currency.
import type { DealView } from '../../../shared/schemas/deals.ts';
import { useText } from '../../kit/ui/locale.ts';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

/** "1.250,01 US$ × 25.450,5"; nothing for a deal in the board's own currency. */
export function OriginalLine({ original }: Pick<DealView, 'original'>) {
  const t = useText(moneyText);
  const { money, decimal, date } = useMoneyOf();
  if (!original) return null;
  const { amountMinor, currency, rate, rateDate } = original;
  return (
    <small class="quiet deal-original" title={t('originalHint', { date: date(rateDate) })}>
      {t('original', { amount: money(amountMinor, currency), rate: decimal(rate) })}
    </small>
  );
}

const LOOKS = {
  due: '',
  overdue: ' badge-bad',
  'part-paid': ' badge-gold',
  paid: ' badge-good',
  'to-refund': ' badge-bad',
};

export function PaymentBadge({ payment }: { payment: NonNullable<DealView['payment']> }) {
  const t = useText(moneyText);
  return <span class={`badge${LOOKS[payment.state]}`}>{t(`state_${payment.state}`)}</span>;
}

/** The same where it is one of many things: said only once somebody follows it. */
export function FollowedPayment({ payment }: Pick<DealView, 'payment'>) {
  if (!payment || (payment.receivedMinor === 0 && payment.dueOn === null)) return null;
  return <PaymentBadge payment={payment} />;
}
