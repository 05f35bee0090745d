// How long ago, as people say it.
import type { Locale } from '../../kit/i18n.ts';

const STEPS = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, Number.POSITIVE_INFINITY],
] as const;

/** "5 phút trước", "5 minutes ago"; within a minute "bây giờ", "now". */
export function ageText(at: number, now: number, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const ms = Math.max(0, now - at);
  if (ms < 60_000) return format.format(0, 'second');
  const [unit, size] = STEPS.find(([, one, most]) => ms < one * most) ?? STEPS[2];
  return format.format(-Math.floor(ms / size), unit);
}
