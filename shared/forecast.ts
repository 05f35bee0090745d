// What is expected of reps beside what they should reach (rules FC1–FC4).
import type { QuotaMetric } from './metric.ts';

/** Expected are money and deals; nobody forecasts calls. */
export const FORECAST_METRICS = ['revenue', 'deals'] as const satisfies readonly QuotaMetric[];
export type ForecastMetric = (typeof FORECAST_METRICS)[number];

/** What a rep is expected to bring in a period. `amount` is minor units or a number of deals. */
export interface Forecast {
  periodId: string;
  repId: string;
  metric: ForecastMetric;
  amount: number;
}

export function isForecastMetric(metric: QuotaMetric): metric is ForecastMetric {
  return FORECAST_METRICS.some((one) => one === metric);
}
