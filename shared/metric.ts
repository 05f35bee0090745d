// What a board measures its subjects by.
import type { ActivityKind } from './activity.ts';

export const METRICS = [
  'revenue',
  'deals',
  'attainment',
  'activities',
  'leads',
  'calls',
  'meetings',
  'visits',
  'quotes',
] as const;
export type Metric = (typeof METRICS)[number];

/** What people have quotas and forecasts of. Revenue counts minor units, every other a number. Rule QT6. */
export const QUOTA_METRICS = [
  'revenue',
  'deals',
  'leads',
  'calls',
  'meetings',
  'visits',
  'quotes',
] as const satisfies readonly Metric[];
export type QuotaMetric = (typeof QUOTA_METRICS)[number];

/** The most of whatever a metric counts that is no money. Rule QT8. */
export const MAX_COUNT = 1_000_000;

/** What counts activities; each but the first counts one kind. Rule AC2. */
export type ActivityMetric = Exclude<Metric, 'revenue' | 'deals' | 'attainment'>;

/** The metric of each kind of activity. */
export const METRIC_OF = {
  lead: 'leads',
  call: 'calls',
  meeting: 'meetings',
  visit: 'visits',
  quote: 'quotes',
} as const satisfies Record<ActivityKind, ActivityMetric>;

export function isActivityMetric(metric: Metric): metric is ActivityMetric {
  return metric !== 'deals' && !isMoney(metric);
}

/** Whether a metric's values are money; else they are plain numbers. */
export function isMoney(metric: Metric): metric is 'revenue' | 'attainment' {
  return metric === 'revenue' || metric === 'attainment';
}

/** The most cells, quotas or forecasts, that are set at once. Rules QT8, FC2. */
export const MAX_CELLS = 10_000;
