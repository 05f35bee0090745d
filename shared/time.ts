// Calendar arithmetic in the office's zone. Temporal does the work; windows are half-open [startsAt, endsAt).
import { Temporal } from 'temporal-polyfill';
import {
  placeOf,
  spanOf,
  type CalendarRules,
  type CalendarUnit,
  type YearPlace,
  type YearUnit,
} from './calendar/units.ts';

export type { CalendarRules, CalendarUnit } from './calendar/units.ts';

export interface Range {
  startsAt: number;
  endsAt: number;
}

/**
 * The instant that stands for a range as seen at `at`: itself within, else the range's first or last millisecond.
 * Whose team a rep is in and who is listed is asked at this instant. Rules ST9, ST10.
 */
export function instantIn(range: Range, at: number): number {
  return Math.max(range.startsAt, Math.min(at, range.endsAt - 1));
}

/** The first instant that Winboard accepts: 2000-01-01T00:00Z. */
export const EARLIEST_AT = 946_684_800_000;
/** The last instant that Winboard accepts as the end of a period: 2100-01-01T00:00Z. */
export const LATEST_AT = 4_102_444_800_000;

export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** The first instant of a local date; where a zone skipped that midnight, the first instant after the gap. */
export function startOfDate(date: string, timeZone: string): number {
  return startOf(Temporal.PlainDate.from(date), timeZone);
}

/** Wall-clock minutes after midnight of a local date, as an instant. */
export function instantOf(date: string, minutes: number, timeZone: string): number {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** The local date (YYYY-MM-DD) of an instant. */
export function dateOf(at: number, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString();
}

/** What an instant's date and time of day in one zone are in another; the start of a day stays the start of that day. */
export function inOtherZone(at: number, from: string, to: string): number {
  const there = zoned(at, from);
  const date = there.toPlainDate();
  if (startOf(date, from) === at) return startOf(date, to);
  return there.toPlainDateTime().toZonedDateTime(to).epochMilliseconds;
}

/** The local date so many days after another. */
export function datePlus(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The wall clock's minutes after midnight at an instant. */
export function minuteOf(at: number, timeZone: string): number {
  const { hour, minute } = zoned(at, timeZone);
  return hour * 60 + minute;
}

/** The calendar window around an instant: [start of its day, week, month …, start of the next one). Rules TM2, TM3. */
export function windowAt(unit: CalendarUnit, at: number, rules: CalendarRules): Range {
  const date = zoned(at, rules.timeZone).toPlainDate();
  const window = windowOf(unit, date, rules);
  // Clocks set back over midnight repeat the end of a day that is over: that hour belongs to the day begun.
  return at < window.endsAt ? window : windowOf(unit, date.add({ days: 1 }), rules);
}

function windowOf(unit: CalendarUnit, date: Temporal.PlainDate, rules: CalendarRules): Range {
  const { start, next } = spanOf(unit, date, rules);
  return { startsAt: startOf(start, rules.timeZone), endsAt: startOf(next, rules.timeZone) };
}

/** Which year, half, quarter, month or week of which fiscal year an instant lies in. */
export function yearPlace(unit: YearUnit, at: number, rules: CalendarRules): YearPlace {
  const { startsAt } = windowAt('day', at, rules);
  return placeOf(unit, zoned(startsAt, rules.timeZone).toPlainDate(), rules);
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime({ timeZone }).epochMilliseconds;
}

const QUARTER_HOUR_MS = 900_000;

/** The local hour (0 to 23) in which each quarter hour of a range begins; clocks change at quarter hours. */
export function localHours(range: Range, timeZone: string): Uint8Array {
  const quarters = Math.ceil((range.endsAt - range.startsAt) / QUARTER_HOUR_MS);
  return Uint8Array.from({ length: quarters }, (_, place) => {
    return zoned(range.startsAt + place * QUARTER_HOUR_MS, timeZone).hour;
  });
}

/** The place in `localHours` of an instant. */
export function quarterOf(at: number, range: Range): number {
  return Math.floor((at - range.startsAt) / QUARTER_HOUR_MS);
}

/** A local date, its ISO weekday and the instants that it lasts. */
export interface LocalDay extends Range {
  date: string;
  weekday: number;
}

/** Every local date that a range touches; a date that its zone skipped is left out. */
export function datesIn(range: Range, timeZone: string): LocalDay[] {
  const days: LocalDay[] = [];
  let date = zoned(range.startsAt, timeZone).toPlainDate();
  for (let startsAt = startOf(date, timeZone); startsAt < range.endsAt;) {
    const next = date.add({ days: 1 });
    const endsAt = startOf(next, timeZone);
    if (endsAt > startsAt) days.push({ date: date.toString(), weekday: date.dayOfWeek, startsAt, endsAt });
    date = next;
    startsAt = endsAt;
  }
  return days;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads an instant as an API gives it: epoch ms, ISO 8601 with an offset, or a local date, which stands for
 * `minutes` after its midnight in the office's zone. Null for anything else.
 */
export function parseInstant(value: string | number, timeZone: string, minutes = 0): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  try {
    if (DATE.test(value)) return instantOf(value, minutes, timeZone);
    return INSTANT.test(value) ? Temporal.Instant.from(value).epochMilliseconds : null;
  } catch {
    return null;
  }
}
