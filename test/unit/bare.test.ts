// SC6: which scenes have nothing to show yet.
import { expect, it } from 'vitest';
import { isBare } from '../../display/tv/bare.ts';
import { SCENES } from '../../shared/scenes.ts';
import { makeRow, makeSnapshot, makeWin } from '../kit/make.ts';

it('SC6 a fresh office has nothing for six scenes, and each comes with what it shows', () => {
  const fresh = makeSnapshot(1, [makeRow('an', { rank: null })]);
  const bare = (snapshot: typeof fresh): string[] => SCENES.filter((scene) => isBare(scene, snapshot));
  expect(bare(fresh)).toEqual(['podium', 'teams', 'race', 'latest', 'records', 'improved']);
  const sold = {
    ...fresh,
    standings: { ...fresh.standings, rows: [makeRow('an')] },
    wins: [makeWin(1)],
    facts: { ...fresh.facts, teams: [makeRow('team')], sums: [0, 5] },
  };
  expect(bare(sold)).toEqual(['records', 'improved']);
});
