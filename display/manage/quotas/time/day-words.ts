// A date with its weekday, as people read it.
import { formatDate } from '../../../kit/format.ts';
import type { Locale } from '../../../kit/i18n.ts';
import { weekdayOf } from '../../../kit/local-date.ts';
import { weekdayNames } from '../../day-names.ts';

/** "Thứ Hai, 16/02/2026". */
export function dayWords(date: string, locale: Locale): string {
  const weekday = weekdayNames(locale)[weekdayOf(date) - 1] ?? '';
  return `${weekday}, ${formatDate(Date.parse(`${date}T00:00:00Z`), 'UTC', locale)}`;
}
