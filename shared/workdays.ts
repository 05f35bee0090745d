// Working time, for pace (rule QT3): which part of a period's working days a person has behind them.
import { datesIn, instantOf, type Range } from './time.ts';

/** When an office works. Weekdays are ISO (1 Monday … 7 Sunday), minutes count from local midnight. */
export interface WorkCalendar {
  timeZone: string;
  workingDays: readonly number[];
  holidays: readonly string[];
  dayStartsMinute: number;
  dayEndsMinute: number;
}

/** What a person's own working time depends on; dates are local, `to` is the last day away, `leftOn` the first. */
export interface WorkPerson {
  joinedOn: string | null;
  leftOn: string | null;
  workShareBp: number;
  absences: readonly { from: string; to: string }[];
}

export interface WorkTime {
  /** Working days behind, today by its part of the working hours, in steps of a quarter hour. */
  elapsed: number;
  total: number;
}

interface WorkDay {
  date: string;
  done: number;
}

const QUARTER_HOUR_MS = 900_000;

/** The working days of a period as an office sees them at an instant; made once, then asked for each person. */
export function workDays(period: Range, calendar: WorkCalendar, at: number): WorkDay[] {
  const working = new Set(calendar.workingDays);
  const holidays = new Set(calendar.holidays);
  return datesIn(period, calendar.timeZone)
    .filter(({ date, weekday }) => working.has(weekday) && !holidays.has(date))
    .map(({ date }) => ({ date, done: partDone(date, calendar, at) }));
}

function partDone(date: string, calendar: WorkCalendar, at: number): number {
  const startsAt = instantOf(date, calendar.dayStartsMinute, calendar.timeZone);
  if (at <= startsAt) return 0;
  const endsAt = instantOf(date, calendar.dayEndsMinute, calendar.timeZone);
  if (at >= endsAt) return 1;
  const quarters = Math.floor((at - startsAt) / QUARTER_HOUR_MS);
  return (quarters * QUARTER_HOUR_MS) / (endsAt - startsAt);
}

/** A person's working time in a period. Rule QT3. */
export function workTime(days: readonly WorkDay[], person: WorkPerson): WorkTime {
  const share = person.workShareBp / 10_000;
  let elapsed = 0;
  let total = 0;
  for (const day of days) {
    if (!worksOn(day.date, person)) continue;
    elapsed += day.done * share;
    total += share;
  }
  return { elapsed, total };
}

function worksOn(date: string, person: WorkPerson): boolean {
  if (person.joinedOn !== null && date < person.joinedOn) return false;
  if (person.leftOn !== null && date >= person.leftOn) return false;
  return !person.absences.some((absence) => date >= absence.from && date <= absence.to);
}

/** What should have been reached by now: quota × elapsed ÷ total, rounded down; 0 where no day is worked. Rule QT3. */
export function paceOf(quota: number, time: WorkTime): number {
  if (time.total <= 0) return 0;
  return Math.min(quota, Math.floor(quota * (time.elapsed / time.total)));
}
