// The day that a win was closed on, where it is not today: whether it still counts in the running period, and whether the
// office lets its reps date so far back. Rules PD6, OS2.
import type { PeriodView } from '../../../shared/patch.ts';
import { formatDate, momentOf } from '../../kit/format.ts';
import type { Locale } from '../../kit/i18n.ts';
import type { RepRules } from '../../../shared/rep-rules.ts';
import { datePlus, localDate } from '../../kit/local-date.ts';

/** A date stands for noon. */
const NOON_MINUTE = 720;

/** Whether a date lies before the running period, in one that is closed. */
export function isBeforePeriod(date: string | null, period: PeriodView | null, timeZone: string): boolean {
  if (date === null || period === null) return false;
  const first = localDate(period.startsAt, timeZone);
  return date < first || (date === first && momentOf(period.startsAt, timeZone).minute > NOON_MINUTE);
}

/** The earliest day that a win entered on a day may have; null for any. */
export function earliestDay(enteredOn: string, { repsBackDays }: RepRules): string | null {
  return repsBackDays === null ? null : datePlus(enteredOn, -repsBackDays);
}

export function isTooEarly(date: string | null, earliest: string | null): boolean {
  return date !== null && earliest !== null && date < earliest;
}

/** A local date as the locale writes it. */
export function dayText(date: string, locale: Locale): string {
  return formatDate(Date.parse(`${date}T12:00:00Z`), 'UTC', locale);
}
