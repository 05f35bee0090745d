// A ramp of joiners as people write it: percents by month (rule QT7).
import { MAX_RAMP_MONTHS } from '../../shared/ramp.ts';

/** "25 50 75". */
export function rampText(ramp: readonly number[]): string {
  return ramp.map((shareBp) => String(shareBp / 100)).join(' ');
}

/** Basis points by month, or null where the text is none of percents. */
export function readRamp(text: string): number[] | null {
  const words = text
    .replace(/%/g, ' ')
    .split(/[\s;/]+/)
    .filter((word) => word !== '');
  const shares = words.map((word) => Math.round(Number(word.replace(',', '.')) * 100));
  const isRamp = shares.length <= MAX_RAMP_MONTHS && shares.every((share) => share >= 0 && share <= 10_000);
  return isRamp ? shares : null;
}
