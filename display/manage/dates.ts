// Local dates (YYYY-MM-DD) in the office's zone, as date inputs take and give them.
import { dateAfter, localDate } from '../kit/local-time.ts';
import { useUnits } from '../kit/ui/formats.ts';

export function useToday(): string {
  return localDate(Date.now(), useUnits().timeZone);
}

/** The date after a date: where a period that includes it ends. */
export function nextDate(date: string): string {
  return dateAfter(date, 1);
}
