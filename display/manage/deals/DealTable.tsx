// The deals themselves: a table on a desk, cards on a phone.
import { UNDONE } from '../../../shared/deal.ts';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { correctionText } from '../corrections/texts.ts';
import { FollowedPayment, OriginalLine } from '../money/DealMoney.tsx';
import { deskText } from '../texts.ts';
import { dealText } from './texts.ts';

interface DealTableProps {
  deals: readonly DealView[];
  isLoading: boolean;
  onOpen: (type: DealDeed, deal: DealView) => void;
}

/** What can be done with a deal, or asked of it. */
export type DealDeed = 'void' | 'correct' | 'restore' | 'story';

export function DealTable({ deals, isLoading, onOpen }: DealTableProps) {
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
          <DealLine key={deal.id} deal={deal} onOpen={(type) => onOpen(type, deal)} />
        ))}
      </tbody>
    </table>
  );
}

interface DealLineProps {
  deal: DealView;
  onOpen: (type: DealDeed) => void;
}

function DealLine({ deal, onOpen }: DealLineProps) {
  const t = useText(dealText);
  const c = useText(correctionText);
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
      <td class="number figure deal-amount">
        {money(deal.amountMinor)}
        <OriginalLine original={deal.original} />
      </td>
      <td class="deal-actions">
        {!deal.void && (
          <>
            <Button size="small" label={t('editNamed', { customer })} onClick={() => onOpen('correct')}>
              {t('edit')}
            </Button>
            <Button size="small" look="plain" label={t('voidNamed', { customer })} onClick={() => onOpen('void')}>
              {t('void')}
            </Button>
          </>
        )}
        {deal.void && (
          <Button
            size="small"
            label={c(deal.void.replacedBy === null ? 'restoreNamed' : 'takeBackNamed', { customer })}
            onClick={() => onOpen('restore')}
          >
            {c(deal.void.replacedBy === null ? 'restore' : 'takeBack')}
          </Button>
        )}
        <span class="deal-story">
          <Button size="small" look="plain" label={c('storyOf', { customer })} onClick={() => onOpen('story')}>
            {c('story')}
          </Button>
        </span>
      </td>
    </tr>
  );
}

export function Badges({ deal }: { deal: DealView }) {
  const t = useText(dealText);
  const { date } = useFormats();
  return (
    <span class="badges">
      {deal.void && (
        <span class="badge badge-bad">
          {t(deal.void.replacedBy === null ? 'voided' : 'replaced')}:{' '}
          {deal.void.reason === UNDONE ? t('undone') : deal.void.reason}
        </span>
      )}
      {deal.countsAt !== deal.closedAt && (
        <span class="badge badge-gold">{t('booked', { date: date(deal.countsAt) })}</span>
      )}
      {deal.corrects !== null && deal.countsAt === deal.closedAt && (
        <span class="badge badge-good">{t('corrected')}</span>
      )}
      {deal.late && (
        <span class="badge badge-gold" title={t('lateHint')}>
          {t('late')}
        </span>
      )}
      <FollowedPayment payment={deal.payment} />
      {deal.imported && <span class="badge">{t('imported')}</span>}
      {deal.credits.length > 1 && <span class="badge">{t('split', { count: deal.credits.length })}</span>}
    </span>
  );
}
