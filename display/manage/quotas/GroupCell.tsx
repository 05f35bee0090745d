// A group's quota of its own beside the sum of its members, and which of both counts (rule QT1).
import type { SubjectType } from '../../../shared/deal.ts';
import type { QuotaMetric } from '../../../shared/metric.ts';
import type { Row } from '../../../shared/board-view.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaCell } from './QuotaCell.tsx';
import { ownQuota, saveQuota, type QuotaGrid } from './save-quota.ts';
import { quotaText } from './texts.ts';

interface GroupCellProps {
  group: { type: SubjectType; id: string; name: string };
  metric: QuotaMetric;
  row: Row | undefined;
  grid: QuotaGrid;
}

export function GroupCell({ group, metric, row, grid }: GroupCellProps) {
  const t = useText(quotaText);
  const { money, count } = useFormats();
  const own = ownQuota(grid.quotas, group.type, group.id, metric);
  const sum = row?.quotaSum ?? 0;
  const shown = sum === 0 ? '–' : metric === 'revenue' ? money(sum) : count(sum);
  return (
    <>
      <QuotaCell
        name={group.name}
        metric={metric}
        amount={own}
        placeholder={t('ownHint')}
        onSave={(amount) => saveQuota(grid, group.type, group.id, metric, amount)}
      />
      <p class="cell-note">
        {own !== null ? t('countsOwn', { sum: shown }) : sum === 0 ? t('countsNone') : t('countsSum', { sum: shown })}
      </p>
    </>
  );
}
