// The one thing about a win that is most worth a word.
import type { WinEffect } from '../../../shared/patch.ts';

export type Deed = 'record' | 'first' | 'quota' | 'huge' | 'personal' | 'firstDeal' | 'big';

/** Null where nothing stands out, or nothing is known. */
export function deedOf(effect: WinEffect | null): Deed | null {
  if (!effect) return null;
  if (effect.officeRecord) return 'record';
  if (effect.tookFirst) return 'first';
  if (effect.reachedQuota || effect.officeQuota || effect.teamQuota !== null) return 'quota';
  if (effect.level === 3) return 'huge';
  if (effect.firstDeal) return 'firstDeal';
  if (effect.personalRecord) return 'personal';
  return effect.level === 2 ? 'big' : null;
}
