// A rep's quota of their own, or the office's default in its place (rule QT4).
import type { QuotaMetric } from '../../../shared/metric.ts';
import type { RepView } from '../../../shared/schemas/people.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaCell } from './QuotaCell.tsx';
import { ownQuota, saveQuota, type QuotaGrid } from './save-quota.ts';
import { quotaText } from './texts.ts';

interface RepCellProps {
  rep: RepView;
  metric: QuotaMetric;
  /** The office's default in minor units, or deals. */
  fallback: number | null;
  grid: QuotaGrid;
}

export function RepCell({ rep, metric, fallback, grid }: RepCellProps) {
  const t = useText(quotaText);
  const { short, count } = useFormats();
  const amount = fallback === null ? '' : metric === 'revenue' ? short(fallback) : count(fallback);
  return (
    <QuotaCell
      name={rep.name}
      metric={metric}
      amount={ownQuota(grid.quotas, 'rep', rep.id, metric)}
      placeholder={fallback === null ? undefined : t('isDefault', { amount })}
      onSave={(entered) => saveQuota(grid, 'rep', rep.id, metric, entered)}
    />
  );
}
