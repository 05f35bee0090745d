// How much earlier or later something is.
import type { Translate } from '../../kit/i18n.ts';

const MINUTE_MS = 60_000;

/** "muộn hơn 12 giờ", "3 h 30 min earlier". */
export function shiftWords(
  t: Translate<'later' | 'earlier' | 'same' | 'hours' | 'hoursMinutes'>,
  shiftMs: number,
): string {
  if (shiftMs === 0) return t('same');
  const whole = Math.round(Math.abs(shiftMs) / MINUTE_MS);
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  const time = t(minutes === 0 ? 'hours' : 'hoursMinutes', { hours, minutes });
  return t(shiftMs > 0 ? 'later' : 'earlier', { time });
}
