// Days as the desk asks for them, in the office's zone.
import { datePlus, localDate } from '../kit/local-date.ts';
import { useUnits } from '../kit/ui/formats.ts';

export function useToday(): string {
  return localDate(Date.now(), useUnits().timeZone);
}

/** The date after a date: where a period that includes it ends. */
export function nextDate(date: string): string {
  return datePlus(date, 1);
}
