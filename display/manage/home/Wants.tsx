// What wants somebody: what waits for a decision, what is overdue, who has no quota. Each line leads there.
import type { Decisions } from '../../../shared/schemas/decisions.ts';
import type { PaceList } from '../../../shared/schemas/home.ts';
import type { ReceivableTotals } from '../../../shared/schemas/money.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../routes.ts';
import { homeText } from './texts.ts';

interface WantsProps {
  decisions: Decisions;
  counts: PaceList['counts'];
  money: ReceivableTotals;
}

export function Wants({ decisions, counts, money }: WantsProps) {
  const t = useText(homeText);
  const { short } = useFormats();
  const lines = [
    {
      key: 'pending',
      count: decisions.pending,
      href: routeTo('deals', 'waiting'),
      words: t('wantsPending', { count: decisions.pending }),
    },
    {
      key: 'late',
      count: decisions.late,
      href: routeTo('deals', 'late'),
      words: t('wantsLate', { count: decisions.late }),
    },
    {
      key: 'overdue',
      count: money.overdueDeals,
      href: routeTo('money'),
      words: t('wantsOverdue', { count: money.overdueDeals, amount: short(money.overdueMinor) }),
    },
    { key: 'quota', count: counts.noQuota, href: routeTo('quotas'), words: t('wantsQuota', { count: counts.noQuota }) },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return <p class="wants-nothing">{t('wantsNothing')}</p>;
  return (
    <ul class="wants">
      {lines.map(({ key, count, href, words }) => (
        <li key={key}>
          <a href={href}>
            <strong class="figure">{count}</strong>
            <span>{words}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
