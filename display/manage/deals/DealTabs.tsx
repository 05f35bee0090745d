// The lists of deals: all of them, the late ones, those that wait for approval.
import type { Decisions } from '../../../shared/schemas/decisions.ts';
import type { Loaded } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { SectionTabs } from '../SectionTabs.tsx';
import { dealText } from './texts.ts';

interface DealTabsProps {
  /** Undefined is the list of all. */
  current?: 'late' | 'waiting';
  decisions: Loaded<Decisions>;
}

export function DealTabs({ current, decisions: { data } }: DealTabsProps) {
  const t = useText(dealText);
  const counted = (key: 'lateTab' | 'pendingTab', count: number) =>
    count === 0 ? t(key) : t(`${key}Count`, { count });
  return (
    <SectionTabs
      label={t('views')}
      section="deals"
      current={current}
      tabs={[
        { words: t('allTab') },
        { id: 'late', words: counted('lateTab', data?.late ?? 0) },
        { id: 'waiting', words: counted('pendingTab', data?.pending ?? 0) },
      ]}
    />
  );
}
