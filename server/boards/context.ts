// What standings depend on beside the deals, gathered from the office's books for one window.
import type { Quota } from '../../shared/deal.ts';
import { QUOTA_METRICS, type QuotaMetric } from '../../shared/metric.ts';
import { quotaBook, type QuotaRules } from '../../shared/quota.ts';
import type { Roster } from '../../shared/roster.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { QuotaBooks, StandingsContext } from '../../shared/board-view.ts';
import type { Range } from '../../shared/time.ts';
import type { Period } from '../store/periods.ts';

export type QuotaPeriod = Range & Pick<Period, 'isOpenEnded'> & { quotas: readonly Quota[] };

export interface ContextSources {
  office: OfficeSettings;
  roster: Roster;
  /** The period that the window is, with its quotas; null for any other window. */
  period: (Period & { quotas: readonly Quota[] }) | null;
  range: Range;
  at: number;
  dayStartsAt: number | null;
}

export function standingsContext(sources: ContextSources): StandingsContext {
  const { office, roster, range, at, dayStartsAt } = sources;
  return {
    roster,
    range,
    timeZone: office.timeZone,
    locale: office.locale,
    ties: office.ties,
    quotas: sources.period && booksOf(sources, sources.period),
    dayStartsAt,
    at,
  };
}

function booksOf(sources: ContextSources, period: QuotaPeriod): QuotaBooks {
  const books: { -readonly [M in QuotaMetric]?: QuotaBooks[M] } = {};
  for (const metric of QUOTA_METRICS) {
    const rules = quotaRules(sources, period, metric);
    const isThere = rules.defaultAmount !== null || rules.quotas.some((quota) => quota.metric === metric);
    if (isThere) books[metric] = quotaBook({ ...rules, at: sources.at });
  }
  return books;
}

/** Whose quotas count in a period, in one metric. */
export function quotaRules(
  { office, roster }: Pick<ContextSources, 'office' | 'roster'>,
  period: QuotaPeriod,
  metric: QuotaMetric,
): Omit<QuotaRules, 'at'> {
  return {
    roster,
    period,
    metric,
    quotas: period.quotas,
    defaultAmount: defaultOf(office, period, metric),
    ramp: office.quotaRamp,
    calendar: office,
  };
}

/** Nothing is due by default in a period that nobody gave an end (rule PD9). */
function defaultOf(office: OfficeSettings, { isOpenEnded }: QuotaPeriod, metric: QuotaMetric): number | null {
  if (isOpenEnded) return null;
  if (metric === 'revenue') return office.defaultQuotaMinor;
  if (metric === 'deals') return office.defaultQuotaDeals;
  return office.defaultQuotaCounts[metric] ?? null;
}
