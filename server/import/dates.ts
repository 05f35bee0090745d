// Dates as people and spreadsheets write them. Whether 3/4 is April or March is decided over a whole column.

export type DateOrder = 'iso' | 'dmy' | 'mdy';

/** A local date (YYYY-MM-DD); `seconds` after its midnight, null where no time was written. */
export interface LocalMoment {
  date: string;
  seconds: number | null;
}

const TIME = String.raw`(?:(?:T|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:\s*([AP]M|SA|CH))?)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads 2017-03-01, 2017/3/1, 20170301, and by `order` 1/3/2017, 01-03-17, 1.3.2017, each with or without a time
 * (14:05, 14:05:30, 2:05 PM, 2:05 CH). A year in front is unambiguous and read in every order; `iso` reads nothing
 * else. Years of two digits: 00-69 are 2000-2069, 70-99 are 1970-1999. Null for anything else, 31/02 included.
 */
export function parseDate(text: string, order: DateOrder): LocalMoment | null {
  const written = text.trim();
  const compact = COMPACT.exec(written);
  if (compact) return moment(digits(compact[1]), digits(compact[2]), digits(compact[3]), null);
  const first = YEAR_FIRST.exec(written);
  if (first) return timed(digits(first[1]), digits(first[3]), digits(first[4]), first);
  const last = order === 'iso' ? null : YEAR_LAST.exec(written);
  if (!last) return null;
  const [day, month] = order === 'dmy' ? [last[1], last[3]] : [last[3], last[1]];
  return timed(fullYear(last[4] ?? ''), digits(month), digits(day), last);
}

function digits(text: string | undefined): number {
  return Number(text ?? 0);
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Both patterns have hour, minute, second and half of the day in groups 5 to 8. */
function timed(year: number, month: number, day: number, match: RegExpExecArray): LocalMoment | null {
  if (match[5] === undefined) return moment(year, month, day, null);
  const half = match[8]?.toUpperCase();
  const written = digits(match[5]);
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const afternoon = half === 'PM' || half === 'CH';
  const hour = half === undefined ? written : (written % 12) + (afternoon ? 12 : 0);
  const [minute, second] = [digits(match[6]), digits(match[7])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return moment(year, month, day, (hour * 60 + minute) * 60 + second);
}

function moment(year: number, month: number, day: number, seconds: number | null): LocalMoment | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { date: [padded(year, 4), padded(month, 2), padded(day, 2)].join('-'), seconds };
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The order of a column's dates. `assumed`: nothing in the column decided between day and month first. */
export interface OrderFinding {
  order: DateOrder;
  assumed: boolean;
}

/**
 * The order in which the fewest values are no dates. Where both do as well, dots mean the day comes first
 * (1.3.2017 is written nowhere with the month first); else `fallback` is assumed. `iso` when no value needs an order.
 */
export function detectOrder(values: Iterable<string>, fallback: 'dmy' | 'mdy'): OrderFinding {
  const wrong = { dmy: 0, mdy: 0 };
  let dotted = false;
  let seen = false;
  for (const value of new Set(values)) {
    const match = YEAR_LAST.exec(value.trim());
    if (!match) continue;
    seen = true;
    dotted ||= match[2] === '.';
    if (!parseDate(value, 'dmy')) wrong.dmy += 1;
    if (!parseDate(value, 'mdy')) wrong.mdy += 1;
  }
  if (!seen) return { order: 'iso', assumed: false };
  if (wrong.dmy !== wrong.mdy) return { order: wrong.dmy < wrong.mdy ? 'dmy' : 'mdy', assumed: false };
  return dotted ? { order: 'dmy', assumed: false } : { order: fallback, assumed: true };
}

/** What an undecided column is taken for: month first only where English meets the US dollar. */
export function defaultOrder(office: { locale: 'vi' | 'en'; currency: string }): 'dmy' | 'mdy' {
  return office.locale === 'en' && office.currency === 'USD' ? 'mdy' : 'dmy';
}
