// What standings depend on beside the deals, gathered from the office's books for one window.
import type { Quota, QuotaMetric } from '../../shared/deal.ts';
import { quotaBook, type QuotaBook, type QuotaRules } from '../../shared/quota.ts';
import type { Roster } from '../../shared/roster.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { StandingsContext } from '../../shared/board-view.ts';
import type { Range } from '../../shared/time.ts';
import type { Period } from '../store/periods.ts';

type QuotaPeriod = Range & Pick<Period, 'isOpenEnded'> & { quotas: readonly Quota[] };

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
    quotas: sources.period && {
      revenue: bookOf(sources, sources.period, 'revenue'),
      deals: bookOf(sources, sources.period, 'deals'),
    },
    dayStartsAt,
    at,
  };
}

function bookOf(sources: ContextSources, period: QuotaPeriod, metric: QuotaMetric): QuotaBook {
  return quotaBook({ ...quotaRules(sources, period, metric), at: sources.at });
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
    calendar: office,
  };
}

/** Nothing is due by default in a period that nobody gave an end (rule PD9). */
function defaultOf(office: OfficeSettings, { isOpenEnded }: QuotaPeriod, metric: QuotaMetric): number | null {
  if (isOpenEnded) return null;
  return metric === 'revenue' ? office.defaultQuotaMinor : office.defaultQuotaDeals;
}
