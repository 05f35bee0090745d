// Working time, for pace (rule QT3): which part of a period's working days a person has behind them.
import { datesIn, instantOf, type LocalDay, type Range } from './time.ts';

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

/**
 * Working time as whole numbers, so that pace is exact: minutes of work times basis points of the person's share.
 * Only its ratio means something: a day of a full-time person is no more than a day of anybody else's quota.
 */
export interface WorkTime {
  elapsed: number;
  total: number;
}

/** A working day of `minutes`; `done` is the part of it that is over, 0 to 1 in steps of a quarter hour. */
export interface WorkDay {
  date: string;
  minutes: number;
  done: number;
}

const MINUTE_MS = 60_000;
const STEP_MINUTES = 15;

/**
 * The working days of a period as an office sees them at an instant; made once, then asked for each person. A day
 * that the period holds in part (it began or ended with a reset) has only the minutes of that part.
 */
export function workDays(period: Range, calendar: WorkCalendar, at: number): WorkDay[] {
  const working = new Set(calendar.workingDays);
  const holidays = new Set(calendar.holidays);
  return datesIn(period, calendar.timeZone)
    .filter(({ date, weekday }) => working.has(weekday) && !holidays.has(date))
    .map((day) => workDay(day, period, calendar, at))
    .filter(({ minutes }) => minutes > 0);
}

function workDay(day: LocalDay, period: Range, calendar: WorkCalendar, at: number): WorkDay {
  const from = minutesBefore(period.startsAt, day, calendar);
  const to = minutesBefore(period.endsAt, day, calendar);
  const now = minutesBefore(at, day, calendar);
  const isOver = at >= period.endsAt || now === dayMinutes(calendar);
  const stepped = isOver ? now : now - (now % STEP_MINUTES);
  const minutes = to - from;
  const done = Math.min(minutes, Math.max(0, stepped - from));
  return { date: day.date, minutes, done: minutes === 0 ? 0 : done / minutes };
}

function dayMinutes(calendar: WorkCalendar): number {
  return Math.max(1, calendar.dayEndsMinute - calendar.dayStartsMinute);
}

/** Whole minutes of a day's working hours that lie before an instant. */
function minutesBefore(at: number, day: LocalDay, calendar: WorkCalendar): number {
  if (at <= day.startsAt) return 0;
  const minutes = dayMinutes(calendar);
  if (at >= day.endsAt) return minutes;
  const startsAt = instantOf(day.date, calendar.dayStartsMinute, calendar.timeZone);
  if (at <= startsAt) return 0;
  if (at >= instantOf(day.date, calendar.dayEndsMinute, calendar.timeZone)) return minutes;
  return Math.min(minutes, Math.floor((at - startsAt) / MINUTE_MS));
}

/** A person's working time in a period. Rule QT3. */
export function workTime(days: readonly WorkDay[], person: WorkPerson): WorkTime {
  let elapsed = 0;
  let total = 0;
  for (const day of days) {
    if (!worksOn(day.date, person)) continue;
    elapsed += Math.round(day.done * day.minutes) * person.workShareBp;
    total += day.minutes * person.workShareBp;
  }
  return { elapsed, total };
}

/** Whether a person is there on a working day: with the office and not away. Rule QT3. */
export function worksOn(date: string, person: WorkPerson): boolean {
  if (!isWithOffice(person, date, date)) return false;
  return !person.absences.some((absence) => date >= absence.from && date <= absence.to);
}

/** Whether a person belongs to the office on any local date from `from` to `to`. Rules ST10, QT4. */
export function isWithOffice(person: Pick<WorkPerson, 'joinedOn' | 'leftOn'>, from: string, to: string): boolean {
  return (person.joinedOn === null || person.joinedOn <= to) && (person.leftOn === null || person.leftOn > from);
}

/** What should have been reached by now: quota × elapsed ÷ total, rounded down; 0 where no day is worked. Rule QT3. */
export function paceOf(quota: number, time: WorkTime): number {
  return time.total === 0 ? 0 : Number((BigInt(quota) * BigInt(time.elapsed)) / BigInt(time.total));
}
