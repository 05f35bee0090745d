// Written dates as instants of the office's zone, within what Winboard accepts: from 2000 until now.
import { dateOf, EARLIEST_AT, instantOf, parseInstant } from '../../shared/time.ts';
import { parseDate, type DateOrder } from './dates.ts';

export type MomentReader = (text: string) => { at: number } | { fault: 'unreadable' | 'future' | 'too-early' };

const NOON_MINUTES = 12 * 60;

/**
 * Reads dates and times by the order of their column. A date alone is noon of that day, today's no later than `now`;
 * a time with an offset is exact, any other is local. Files repeat their dates, so each text is worked out once.
 */
export function momentReader(order: DateOrder, timeZone: string, now: number): MomentReader {
  const today = dateOf(now, timeZone);
  const known = new Map<string, ReturnType<MomentReader>>();
  const read = (text: string): ReturnType<MomentReader> => {
    const at = instantFrom(text);
    if (at === null) return { fault: 'unreadable' };
    if (at < EARLIEST_AT) return { fault: 'too-early' };
    return at > now ? { fault: 'future' } : { at };
  };
  const instantFrom = (text: string): number | null => {
    const local = parseDate(text, order);
    if (!local) return parseInstant(text, timeZone);
    if (local.seconds !== null) {
      const minutes = Math.floor(local.seconds / 60);
      return instantOf(local.date, minutes, timeZone) + (local.seconds % 60) * 1000;
    }
    const noon = instantOf(local.date, NOON_MINUTES, timeZone);
    return local.date === today ? Math.min(noon, now) : noon;
  };
  return (text) => {
    const moment = known.get(text) ?? read(text);
    known.set(text, moment);
    return moment;
  };
}
