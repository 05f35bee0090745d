// Lists as people type them, a line each: products, and holidays with their names.
import type { OfficeSettings } from '../../../shared/schemas/office.ts';

export interface Holiday {
  date: string;
  /** "" for none. */
  name: string;
}

/** "2026-04-30" or "30/4/2026", then a name. */
const HOLIDAY = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))(?:[\s,;:–-]+(.*))?$/;

/** Lines that hold something, each once. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function holidayLines({ holidays, holidayNames }: Pick<OfficeSettings, 'holidays' | 'holidayNames'>): string {
  return holidays.map((date) => `${date} ${holidayNames[date] ?? ''}`.trim()).join('\n');
}

/** A day off; null where the line is none, or its date is not in the calendar. */
export function readHoliday(line: string): Holiday | null {
  const [found, year, month, day, dayFirst = '', monthSecond = '', yearLast = '', name = ''] =
    HOLIDAY.exec(line.trim()) ?? [];
  if (found === undefined) return null;
  const parts = year === undefined ? [yearLast, monthSecond, dayFirst] : [year, month, day];
  const date = parts.map((part = '') => part.padStart(2, '0')).join('-');
  const at = Date.parse(`${date}T00:00:00Z`);
  // 30 February is read as a day in March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) return null;
  return { date, name: name.trim() };
}

/** Those lines that can be read; of one date the first counts. */
export function readHolidays(text: string): Holiday[] {
  const days = new Map<string, Holiday>();
  for (const line of text.split('\n')) {
    const day = readHoliday(line);
    if (day && !days.has(day.date)) days.set(day.date, day);
  }
  return [...days.values()];
}
