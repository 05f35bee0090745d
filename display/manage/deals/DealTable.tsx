// The deals themselves: a table on a desk, cards on a phone.
import { UNDONE } from '../../../shared/deal.ts';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { deskText } from '../texts.ts';
import { dealText } from './texts.ts';

interface DealTableProps {
  deals: readonly DealView[];
  isLoading: boolean;
  onVoid: (deal: DealView) => void;
  onCorrect: (deal: DealView) => void;
}

export function DealTable({ deals, isLoading, onVoid, onCorrect }: DealTableProps) {
  const t = useText(dealText);
  const desk = useText(deskText);
  return (
    <table class="table deal-table" aria-busy={isLoading}>
      <thead>
        <tr>
          <th>{t('when')}</th>
          <th>{desk('rep')}</th>
          <th>{t('customer')}</th>
          <th class="number">{t('amount')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <DealLine key={deal.id} deal={deal} onVoid={() => onVoid(deal)} onCorrect={() => onCorrect(deal)} />
        ))}
      </tbody>
    </table>
  );
}

interface DealLineProps {
  deal: DealView;
  onVoid: () => void;
  onCorrect: () => void;
}

function DealLine({ deal, onVoid, onCorrect }: DealLineProps) {
  const t = useText(dealText);
  const { money, dateTime } = useFormats();
  const { customer } = deal;
  return (
    <tr class={deal.void ? 'deal-void' : undefined}>
      <td class="deal-when">{dateTime(deal.closedAt)}</td>
      <td class="deal-rep">
        <span class="clamped">{deal.repName}</span>
      </td>
      <td class="deal-what">
        <strong>{customer}</strong>
        <small class="quiet">
          {[deal.product, t(deal.kind === 'new' ? 'kindNew' : 'kindRecurring')].filter(Boolean).join(' · ')}
        </small>
        <Badges deal={deal} />
      </td>
      <td class="number figure deal-amount">{money(deal.amountMinor)}</td>
      <td class="deal-actions">
        {!deal.void && (
          <>
            <Button size="small" label={t('editNamed', { customer })} onClick={onCorrect}>
              {t('edit')}
            </Button>
            <Button size="small" look="plain" label={t('voidNamed', { customer })} onClick={onVoid}>
              {t('void')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function Badges({ deal }: { deal: DealView }) {
  const t = useText(dealText);
  return (
    <span class="badges">
      {deal.void && (
        <span class="badge badge-bad">
          {t(deal.void.replacedBy === null ? 'voided' : 'replaced')}:{' '}
          {deal.void.reason === UNDONE ? t('undone') : deal.void.reason}
        </span>
      )}
      {deal.corrects !== null && <span class="badge badge-good">{t('corrected')}</span>}
      {deal.late && (
        <span class="badge badge-gold" title={t('lateHint')}>
          {t('late')}
        </span>
      )}
      {deal.imported && <span class="badge">{t('imported')}</span>}
      {deal.credits.length > 1 && <span class="badge">{t('split', { count: deal.credits.length })}</span>}
    </span>
  );
}
