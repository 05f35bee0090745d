// What wants somebody: what waits for a decision, what is overdue, who has no quota, how the TVs are. Each leads there.
import type { Decisions } from '../../../shared/schemas/decisions.ts';
import type { PaceList } from '../../../shared/schemas/home.ts';
import type { ReceivableTotals } from '../../../shared/schemas/money.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { readReceivables } from '../money/calls.ts';
import { routeTo } from '../routes.ts';
import { HealthSummary } from '../screens/HealthSummary.tsx';
import type { SectionProps } from '../section-props.ts';
import { homeText } from './texts.ts';
import { useFresh } from './use-fresh.ts';

interface WantsPanelProps extends SectionProps {
  counts: PaceList['counts'] | null;
}

export function WantsPanel({ live: { board }, decisions, screens, counts }: WantsPanelProps) {
  const t = useText(homeText);
  const money = useFresh(() => readReceivables({ state: 'overdue' }), board);
  return (
    <section class="panel wants-panel" aria-labelledby="home-wants">
      <div>
        <h2 id="home-wants">{t('wants')}</h2>
        {decisions.data && counts && money.data && (
          <Wants decisions={decisions.data} counts={counts} money={money.data.totals} />
        )}
      </div>
      {screens.data && (
        <div>
          <h2>
            <a href={routeTo('screens')}>{t('screens')}</a>
          </h2>
          {screens.data.screens.length === 0 ? (
            <p class="quiet">{t('noScreens')}</p>
          ) : (
            <HealthSummary screens={screens.data.screens} />
          )}
        </div>
      )}
    </section>
  );
}

interface WantsProps {
  decisions: Decisions;
  counts: PaceList['counts'];
  money: ReceivableTotals;
}

function Wants({
  decisions: { pending, late },
  counts: { noQuota },
  money: { overdueDeals, overdueMinor },
}: WantsProps) {
  const t = useText(homeText);
  const { short } = useFormats();
  const lines = [
    { count: pending, href: routeTo('deals', 'waiting'), words: t('wantsPending', { count: pending }) },
    { count: late, href: routeTo('deals', 'late'), words: t('wantsLate', { count: late }) },
    {
      count: overdueDeals,
      href: routeTo('money'),
      words: t('wantsOverdue', { count: overdueDeals, amount: short(overdueMinor) }),
    },
    { count: noQuota, href: routeTo('quotas'), words: t('wantsQuota', { count: noQuota }) },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return <p class="wants-nothing">{t('wantsNothing')}</p>;
  return (
    <ul class="wants">
      {lines.map(({ count, href, words }) => (
        <li key={href}>
          <a href={href}>
            <strong class="figure">{count}</strong> <span>{words}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
