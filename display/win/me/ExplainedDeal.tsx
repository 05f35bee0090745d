// One deal of an explanation: what it was, what became of it, what it adds.
import type { ExplanationView } from '../../../shared/schemas/standing.ts';
import { showAmount } from '../../kit/amount-text.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { whereText } from './texts.ts';

type Item = ExplanationView['items'][number];

const WHOLE_BP = 10_000;

/** What the deal was agreed in, and how it is paid where somebody follows that. */
function Money({ original, payment }: Pick<Item, 'original' | 'payment'>) {
  const t = useText(whereText);
  const locale = useLocale();
  const isFollowed = payment !== null && (payment.receivedMinor > 0 || payment.dueOn !== null);
  const agreed = original && {
    amount: `${showAmount(original.amount, locale)} ${original.currency}`,
    rate: showAmount(original.rate, locale),
  };
  const received = payment && `${showAmount(payment.received, locale)} ${payment.currency}`;
  return (
    <>
      {agreed && <p class="quiet small">{t('agreed', agreed)}</p>}
      {isFollowed && (
        <p class="quiet small">
          {t(`pay_${payment.state}`)}
          {payment.receivedMinor > 0 && ` · ${t('payReceived', { received: received ?? '' })}`}
        </p>
      )}
    </>
  );
}

export function ExplainedDeal({ item }: { item: Item }) {
  const t = useText(whereText);
  const { money, dateTime, percent } = useFormats();
  const isCounted = item.fate === 'counted';
  const share = { share: percent(item.shareBp / WHOLE_BP), amount: money(item.amountMinor) };
  return (
    <li class={isCounted ? undefined : 'told-out'}>
      <p class="told-head">
        <b>{item.customer}</b>
        <strong class="figure">{isCounted ? money(item.creditMinor) : <s>{money(item.creditMinor)}</s>}</strong>
      </p>
      <p class="quiet small">{[item.product, dateTime(item.wonAt ?? item.closedAt)].filter(Boolean).join(' · ')}</p>
      <Money original={item.original} payment={item.payment} />
      {item.shareBp !== WHOLE_BP && <p class="small">{t('share', share)}</p>}
      {isCounted && item.wonAt !== null && <p class="quiet small">{t('booked', { date: dateTime(item.closedAt) })}</p>}
      {item.fate !== 'counted' && <p class="told-fate small">{t(item.fate)}</p>}
      {item.fate === 'late' && <p class="quiet small">{t('lateText')}</p>}
      {isCounted && item.void && <p class="told-fate small">{t('voidedAfter')}</p>}
      {item.void && <p class="quiet small">{t('reason', { reason: item.void.reason })}</p>}
    </li>
  );
}
