// The units that an office's calendar is cut into, in local dates. Rules TM3, TM4.
import type { Temporal } from 'temporal-polyfill';
import { weekYearAt, type LongQuarter, type WeekYearRules, type YearEnd, type YearPattern } from './week-year.ts';

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** What the calendar of an office depends on. `weekStart` is an ISO weekday (1 Monday … 7 Sunday). */
export interface CalendarRules {
  timeZone: string;
  weekStart: number;
  fiscalStartMonth: number;
  /** Left out: the calendar's own months. With any other pattern years, halves, quarters and months are whole weeks. */
  yearPattern?: YearPattern;
  /** Left out: `last`. */
  yearEnd?: YearEnd;
  /** Left out: the fourth. */
  longQuarter?: LongQuarter;
}

/** The first day of a unit, and of the one after it. */
export interface Span {
  start: Temporal.PlainDate;
  next: Temporal.PlainDate;
}

/** Where a unit stands in its fiscal year: the calendar year in which that nominally begins, and its place from 1. */
export interface YearPlace {
  year: number;
  place: number;
}

/** What a year is made of. */
export type YearUnit = Exclude<CalendarUnit, 'day'>;
type PartOfYear = Exclude<YearUnit, 'week'>;

const MONTHS: Readonly<Record<PartOfYear, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The unit around a local date. Rules TM3, TM4. */
export function spanOf(unit: CalendarUnit, date: Temporal.PlainDate, rules: CalendarRules): Span {
  if (unit === 'day') return { start: date, next: date.add({ days: 1 }) };
  if (unit === 'week') {
    const start = date.subtract({ days: (date.dayOfWeek - rules.weekStart + 7) % 7 });
    return { start, next: start.add({ weeks: 1 }) };
  }
  const inWeeks = weekRules(rules);
  if (inWeeks) return spanOfWeeks(unit, date, inWeeks);
  const start = date.with({ day: 1 }).subtract({ months: monthsInto(date, rules) % MONTHS[unit] });
  return { start, next: start.add({ months: MONTHS[unit] }) };
}

/** Which year, half, quarter, month or week of which fiscal year a local date lies in. */
export function placeOf(unit: YearUnit, date: Temporal.PlainDate, rules: CalendarRules): YearPlace {
  const inWeeks = weekRules(rules);
  const first = spanOf('year', date, rules).start;
  const months = inWeeks ? monthOfWeeks(date, inWeeks) : monthsInto(date, rules);
  const before = unit === 'week' ? first.until(date).days / 7 : months / MONTHS[unit];
  return { year: inWeeks ? weekYearAt(date, inWeeks).year : first.year, place: Math.floor(before) + 1 };
}

/** The rules of a year of whole weeks; null where months are the calendar's own. */
export function weekRules(rules: CalendarRules): WeekYearRules | null {
  const { weekStart, fiscalStartMonth, yearPattern = 'months', yearEnd = 'last', longQuarter = 4 } = rules;
  return yearPattern === 'months' ? null : { weekStart, fiscalStartMonth, yearPattern, yearEnd, longQuarter };
}

function monthsInto(date: Temporal.PlainDate, { fiscalStartMonth }: CalendarRules): number {
  return (date.month - fiscalStartMonth + 12) % 12;
}

function spanOfWeeks(unit: PartOfYear, date: Temporal.PlainDate, rules: WeekYearRules): Span {
  const { starts } = weekYearAt(date, rules);
  const month = monthOfWeeks(date, rules);
  const first = month - (month % MONTHS[unit]);
  return { start: starts[first] ?? date, next: starts[first + MONTHS[unit]] ?? date };
}

/** Which of a year's twelve months of whole weeks a local date lies in, from 0. */
function monthOfWeeks(date: Temporal.PlainDate, rules: WeekYearRules): number {
  const { starts } = weekYearAt(date, rules);
  return starts.filter((start) => date.since(start).sign >= 0).length - 1;
}
