// Deals and what is open of each: a table on a desk, cards on a phone.
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { deskText } from '../texts.ts';
import { OriginalLine, PaymentBadge } from './DealMoney.tsx';
import { moneyText } from './texts.ts';
import { useMoneyOf } from './use-money-of.ts';

interface ReceivableTableProps {
  deals: readonly DealView[];
  isLoading: boolean;
  onOpen: (deal: DealView) => void;
}

export function ReceivableTable({ deals, isLoading, onOpen }: ReceivableTableProps) {
  const t = useText(moneyText);
  const desk = useText(deskText);
  return (
    <table class="table deal-table receivable-table" aria-busy={isLoading}>
      <thead>
        <tr>
          <th>{t('customer')}</th>
          <th>{desk('rep')}</th>
          <th>{t('state')}</th>
          <th class="number">{t('amount')}</th>
          <th class="number">{t('open')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <Line key={deal.id} deal={deal} onOpen={() => onOpen(deal)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ deal, onOpen }: { deal: DealView; onOpen: () => void }) {
  const t = useText(moneyText);
  const { money, date } = useFormats();
  const of = useMoneyOf();
  const { customer, payment } = deal;
  if (!payment) return null;
  const isOpen = payment.openMinor > 0;
  return (
    <tr class={deal.void ? 'deal-void' : undefined}>
      <td class="deal-what">
        <strong>{customer}</strong>
        <small class="quiet">{[date(deal.closedAt), deal.product].filter(Boolean).join(' · ')}</small>
      </td>
      <td class="deal-rep">{deal.repName}</td>
      <td class="receivable-state">
        <PaymentBadge payment={payment} />
        {isOpen && (
          <small class="quiet">
            {payment.dueOn === null ? t('noDue') : t('dueOn', { date: of.date(payment.dueOn) })}
          </small>
        )}
      </td>
      <td class="number figure deal-amount">
        {money(deal.amountMinor)}
        <OriginalLine original={deal.original} />
      </td>
      <td class="number figure receivable-open" data-label={t(deal.void ? 'toRefundSum' : 'open')}>
        {of.money(isOpen ? payment.openMinor : deal.void ? payment.receivedMinor : 0, payment.currency)}
      </td>
      <td class="deal-actions">
        <Button size="small" label={t(isOpen ? 'recordNamed' : 'detailsNamed', { customer })} onClick={onOpen}>
          {t(isOpen ? 'record' : 'details')}
        </Button>
      </td>
    </tr>
  );
}
