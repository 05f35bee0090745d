// Local dates (YYYY-MM-DD) in the office's zone, as date inputs take and give them.
import { useUnits } from '../kit/ui/formats.ts';

/** The local date of an instant. */
export function localDate(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function useToday(): string {
  return localDate(Date.now(), useUnits().timeZone);
}

/** The date after a date: where a period that includes it ends. */
export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
