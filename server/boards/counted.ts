// What a board counts: deals, or activities of a kind or of all. Each is a stream of its own in the store.
import { ACTIVITY_KINDS, type Activity } from '../../shared/activity.ts';
import { isActivityMetric, METRIC_OF, type ActivityMetric, type Metric } from '../../shared/metric.ts';
import type { Scores } from '../store/scores.ts';
import type { Tables } from '../store/store.ts';

export type Counted = 'deals' | ActivityMetric;

export function countedBy(metric: Metric): Counted {
  return isActivityMetric(metric) ? metric : 'deals';
}

export function scoresOf({ scores, activityScores }: Tables, counted: Counted): Scores {
  if (counted === 'deals') return scores;
  return activityScores(ACTIVITY_KINDS.find((kind) => METRIC_OF[kind] === counted) ?? null);
}

/** The streams that an activity is in: that of all and that of its kind. Rule AC2. */
export function streamsOf({ kind }: Pick<Activity, 'kind'>): ActivityMetric[] {
  return ['activities', METRIC_OF[kind]];
}
