// Years of whole weeks, as retail and manufacturing keep them: 4-4-5, 4-5-4, 5-4-4, with 52 or 53 weeks. Rule TM4.
import { Temporal } from 'temporal-polyfill';

/** How many weeks the three months of a quarter have, or `months` for the calendar's own months. */
export const YEAR_PATTERNS = ['months', '4-4-5', '4-5-4', '5-4-4'] as const;
export type YearPattern = (typeof YEAR_PATTERNS)[number];

/** Which end of a week ends the year: the last in its month, or the nearest to the end of its month. */
export const YEAR_ENDS = ['last', 'nearest'] as const;
export type YearEnd = (typeof YEAR_ENDS)[number];

/** The quarter that takes the 53rd week, in its last month. */
export const LONG_QUARTERS = [1, 2, 3, 4] as const;
export type LongQuarter = (typeof LONG_QUARTERS)[number];

/** A year ends with a week, in or around the month before `fiscalStartMonth`. */
export interface WeekYearRules {
  weekStart: number;
  fiscalStartMonth: number;
  yearPattern: Exclude<YearPattern, 'months'>;
  yearEnd: YearEnd;
  longQuarter: LongQuarter;
}

/** A year of whole weeks: the first day of each of its twelve months, and of the year after it. */
export interface WeekYear {
  /** The calendar year in which its twelve months nominally begin. */
  year: number;
  /** 52 or 53. */
  weeks: number;
  starts: readonly Temporal.PlainDate[];
}

const WEEKS = 52;
/** A week's end is at most so many days before the nearest end of a month; else the next one is nearer. */
const HALF_WEEK = 3;

const WEEKS_OF: Readonly<Record<WeekYearRules['yearPattern'], readonly number[]>> = {
  '4-4-5': [4, 4, 5],
  '4-5-4': [4, 5, 4],
  '5-4-4': [5, 4, 4],
};

/** The year that a local date lies in. */
export function weekYearAt(date: Temporal.PlainDate, rules: WeekYearRules): WeekYear {
  let { year } = date.add({ days: HALF_WEEK }).subtract({ months: rules.fiscalStartMonth - 1 });
  while (Temporal.PlainDate.compare(date, firstDay(year, rules)) < 0) year -= 1;
  while (Temporal.PlainDate.compare(date, firstDay(year + 1, rules)) >= 0) year += 1;
  return weekYear(year, rules);
}

/** The year that nominally begins in the fiscal month of a calendar year. */
export function weekYear(year: number, rules: WeekYearRules): WeekYear {
  const start = firstDay(year, rules);
  const weeks = start.until(firstDay(year + 1, rules)).days / 7;
  const starts = [start];
  for (let month = 0; month < 12; month += 1) {
    const isLong = weeks > WEEKS && month === rules.longQuarter * 3 - 1;
    const length = (WEEKS_OF[rules.yearPattern][month % 3] ?? 0) + Number(isLong);
    starts.push((starts[month] ?? start).add({ weeks: length }));
  }
  return { year, weeks, starts };
}

function firstDay(year: number, { weekStart, fiscalStartMonth, yearEnd }: WeekYearRules): Temporal.PlainDate {
  const nominal = Temporal.PlainDate.from({ year, month: fiscalStartMonth, day: 1 });
  // The last beginning of a week that has all of the year before behind it, or the nearest one.
  const latest = yearEnd === 'last' ? nominal : nominal.add({ days: HALF_WEEK });
  return latest.subtract({ days: (latest.dayOfWeek - weekStart + 7) % 7 });
}
