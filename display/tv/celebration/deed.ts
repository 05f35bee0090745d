// What a win is celebrated for: the greatest of its deeds is the headline, the others stand below it. Rule CE4.
import type { Win, WinEffect } from '../../../shared/patch.ts';
import type { Values } from '../../kit/i18n.ts';
import type { CelebrationWord } from './words.ts';

export interface Deed {
  word: CelebrationWord;
  values: Values;
}

/** At most so many deeds stand below the headline. */
const BESIDE = 2;

/** Every deed and when it was done, the greatest first. */
const DEEDS: readonly (readonly [word: CelebrationWord, isDone: (effect: WinEffect) => boolean])[] = [
  ['wonRecord', ({ officeRecord }) => officeRecord],
  ['wonOffice', ({ officeQuota }) => officeQuota],
  ['wonTeam', ({ teamQuota }) => teamQuota !== null],
  ['wonBoth', ({ reachedQuota, tookFirst }) => reachedQuota && tookFirst],
  ['wonQuota', ({ reachedQuota, tookFirst }) => reachedQuota && !tookFirst],
  ['wonFirst', ({ reachedQuota, tookFirst }) => tookFirst && !reachedQuota],
  ['wonFirstDeal', ({ firstDeal }) => firstDeal],
  ['wonPersonal', ({ personalRecord, officeRecord }) => personalRecord && !officeRecord],
  ['wonHuge', ({ level, officeRecord }) => level === 3 && !officeRecord],
  ['wonBig', ({ level }) => level === 2],
];

/** The headline first; a win without any deed is simply a win. */
export function deedsOf({ effect }: Pick<Win, 'effect'>): readonly Deed[] {
  const done = effect ? DEEDS.filter(([, isDone]) => isDone(effect)) : [];
  if (done.length === 0) return [{ word: 'won', values: {} }];
  return done.slice(0, BESIDE + 1).map(([word]) => ({ word, values: { team: effect?.teamQuota ?? '' } }));
}

/** How far ahead of the pace, in parts of the quota; of no interest once that is reached. */
export function leadOf({ effect }: Pick<Win, 'effect'>): number {
  if (!effect) return 0;
  const { attainment, pace, value } = effect;
  if (attainment === null || attainment >= 1 || pace === null || value === 0) return 0;
  return attainment * (1 - pace / value);
}
