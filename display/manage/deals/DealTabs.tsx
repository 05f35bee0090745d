// The lists of deals: all of them, the late ones, those that wait for approval.
import type { Decisions } from '../../../shared/schemas/decisions.ts';
import type { Loaded } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../routes.ts';
import { dealText } from './texts.ts';

interface DealTabsProps {
  current: 'all' | 'late' | 'waiting';
  decisions: Loaded<Decisions>;
}

export function DealTabs({ current, decisions: { data } }: DealTabsProps) {
  const t = useText(dealText);
  const here = (tab: DealTabsProps['current']) => (tab === current ? 'page' : undefined);
  const counted = (key: 'lateTab' | 'pendingTab', count: number) =>
    count === 0 ? t(key) : t(`${key}Count`, { count });
  return (
    <nav class="tabs" aria-label={t('views')}>
      <a class="tab" href={routeTo('deals')} aria-current={here('all')}>
        {t('allTab')}
      </a>
      <a class="tab" href={routeTo('deals', 'late')} aria-current={here('late')}>
        {counted('lateTab', data?.late ?? 0)}
      </a>
      <a class="tab" href={routeTo('deals', 'waiting')} aria-current={here('waiting')}>
        {counted('pendingTab', data?.pending ?? 0)}
      </a>
    </nav>
  );
}
