// A quota as the grid finds and saves it.
import type { SubjectType } from '../../../shared/deal.ts';
import type { QuotaMetric } from '../../../shared/metric.ts';
import type { QuotaView } from '../../../shared/schemas/quotas.ts';
import { putQuota } from '../calls.ts';

export interface QuotaGrid {
  periodId: string;
  quotas: readonly QuotaView[];
  onSaved: () => Promise<void>;
}

/** The subject's own quota as a plain decimal; null for none. */
export function ownQuota(
  quotas: readonly QuotaView[],
  type: SubjectType,
  id: string,
  metric: QuotaMetric,
): string | null {
  const found = quotas.find((one) => one.subject.type === type && one.subject.id === id && one.metric === metric);
  return found?.amount ?? null;
}

export async function saveQuota(
  grid: QuotaGrid,
  type: SubjectType,
  id: string,
  metric: QuotaMetric,
  amount: string | null,
) {
  await putQuota({ periodId: grid.periodId, subject: { type, id }, metric, amount });
  await grid.onSaved();
}
