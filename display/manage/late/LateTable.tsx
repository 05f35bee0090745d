// One period's late deals, to be chosen one by one or all at once.
import type { LateDeals } from '../../../shared/schemas/late.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { correctionText } from '../corrections/texts.ts';
import { dealText } from '../deals/texts.ts';
import { OriginalLine } from '../money/DealMoney.tsx';
import { deskText } from '../texts.ts';
import { lateText } from './texts.ts';

export type LateDeal = LateDeals['items'][number];

interface LateTableProps {
  deals: readonly LateDeal[];
  picked: ReadonlySet<string>;
  onPicked: (picked: ReadonlySet<string>) => void;
  onBook: (deal: LateDeal) => void;
  onStory: (deal: LateDeal) => void;
}

export function LateTable({ deals, picked, onPicked, onBook, onStory }: LateTableProps) {
  const t = useText(lateText);
  const d = useText(dealText);
  const desk = useText(deskText);
  const bookable = deals.filter(({ countedIn }) => countedIn === null);
  const isAll = bookable.length > 0 && bookable.every(({ id }) => picked.has(id));
  const pick = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(picked);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    onPicked(next);
  };
  return (
    <table class="table deal-table late-table">
      <thead>
        <tr>
          <th>
            <input
              type="checkbox"
              aria-label={t('pickAll')}
              checked={isAll}
              disabled={bookable.length === 0}
              onChange={({ currentTarget }) =>
                pick(
                  bookable.map(({ id }) => id),
                  currentTarget.checked,
                )
              }
            />
          </th>
          <th>{d('when')}</th>
          <th>{desk('rep')}</th>
          <th>{d('customer')}</th>
          <th class="number">{d('amount')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <LateLine
            key={deal.id}
            deal={deal}
            isPicked={picked.has(deal.id)}
            onPick={(isOn) => pick([deal.id], isOn)}
            onBook={() => onBook(deal)}
            onStory={() => onStory(deal)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LateLineProps {
  deal: LateDeal;
  isPicked: boolean;
  onPick: (isOn: boolean) => void;
  onBook: () => void;
  onStory: () => void;
}

function LateLine({ deal, isPicked, onPick, onBook, onStory }: LateLineProps) {
  const t = useText(lateText);
  const c = useText(correctionText);
  const { money, date, dateTime } = useFormats();
  const { customer, countedIn } = deal;
  return (
    <tr>
      <td class="late-pick">
        <input
          type="checkbox"
          aria-label={t('pick', { customer })}
          checked={isPicked}
          disabled={countedIn !== null}
          onChange={({ currentTarget }) => onPick(currentTarget.checked)}
        />
      </td>
      <td class="deal-when">{date(deal.closedAt)}</td>
      <td class="deal-rep">{deal.repName}</td>
      <td class="deal-what">
        <strong>{customer}</strong>
        <small class="quiet">
          {[deal.product, t('cameAt', { date: dateTime(deal.recordedAt) })].filter(Boolean).join(' · ')}
        </small>
        {countedIn && <small class="late-counted">{t('countedIn', { period: countedIn.name })}</small>}
      </td>
      <td class="number figure deal-amount">
        {money(deal.amountMinor)}
        <OriginalLine original={deal.original} />
      </td>
      <td class="deal-actions">
        {countedIn === null && (
          <Button size="small" onClick={onBook}>
            {t('book')}
          </Button>
        )}
        <span class="deal-story">
          <Button size="small" look="plain" label={c('storyOf', { customer })} onClick={onStory}>
            {c('story')}
          </Button>
        </span>
      </td>
    </tr>
  );
}
