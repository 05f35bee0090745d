// The day that a win was closed on, where it is not today, and whether it still counts in the running period. Rule PD6.
import type { PeriodView } from '../../../shared/patch.ts';
import { momentOf } from '../../kit/format.ts';
import { localDate } from '../../kit/local-date.ts';

/** A date stands for noon. */
const NOON_MINUTE = 720;

/** Whether a date lies before the running period, in one that is closed. */
export function isBeforePeriod(date: string | null, period: PeriodView | null, timeZone: string): boolean {
  if (date === null || period === null) return false;
  const first = localDate(period.startsAt, timeZone);
  return date < first || (date === first && momentOf(period.startsAt, timeZone).minute > NOON_MINUTE);
}
