// How large a win is, and whether it is celebrated at all (rules CE4, CE5).
import { compareRatios } from './money.ts';
import type { WinEffect } from './patch.ts';
import type { WallSettings } from './screen.ts';

/** So many earlier deals make a record of a rep, of the office. Rule CE4. */
export const RECORD_AFTER = { rep: 3, office: 10 } as const;

/** From so many times the average deal a win is big, huge; from the fifth deal of the period on. Rule CE5. */
const TIMES = { big: 3, huge: 8 } as const;
const AVERAGE_AFTER = 4;

/** Earlier deals that stand: how many, and the largest amount among them, minor units. */
export interface Earlier {
  deals: number;
  best: number;
}

/** Whether an amount is a record over earlier ones, of which there must be enough. Rule CE4. */
export function isRecord(amountMinor: number, earlier: Earlier, enough: number): boolean {
  return earlier.deals >= enough && amountMinor > earlier.best;
}

export type Thresholds = Pick<WallSettings, 'celebrateFromMinor' | 'bigFromMinor' | 'hugeFromMinor'>;

/** A win's level by its amount and by what the office had booked in the running period before it. Rule CE5. */
export function levelOf(
  amountMinor: number,
  wall: Thresholds,
  before: { value: number; deals: number },
): WinEffect['level'] {
  const reaches = (from: number | null, times: number): boolean => {
    if (from !== null) return amountMinor >= from;
    return before.deals >= AVERAGE_AFTER && compareRatios(amountMinor, times, before.value, before.deals) >= 0;
  };
  if (reaches(wall.hugeFromMinor, TIMES.huge)) return 3;
  return reaches(wall.bigFromMinor, TIMES.big) ? 2 : 1;
}

/** Whether a win is large enough to be celebrated, or did something that is. Rule CE5. */
export function isCelebrated(amountMinor: number, wall: Thresholds, effect: WinEffect | null): boolean {
  if (wall.celebrateFromMinor === null || amountMinor >= wall.celebrateFromMinor) return true;
  if (!effect) return false;
  const { reachedQuota, tookFirst, teamQuota, officeQuota, officeRecord } = effect;
  return reachedQuota || tookFirst || teamQuota !== null || officeQuota || officeRecord;
}
