// What a win is celebrated for.
import { describe, expect, it } from 'vitest';
import { deedsOf, leadOf } from '../../display/tv/celebration/deed.ts';
import { lastsMs, levelOf } from '../../display/tv/celebration/queue.ts';
import { celebrationWords } from '../../display/tv/celebration/words.ts';
import { makeEffect, makeWin } from '../kit/make.ts';

const words = (effect: Parameters<typeof makeEffect>[0]) =>
  deedsOf(makeWin(1, { effect: makeEffect(effect) })).map(({ word }) => word);

describe('deeds', () => {
  it('CE4 the greatest is the headline, the others stand below it, at most two', () => {
    expect(words({})).toEqual(['won']);
    expect(words({ tookFirst: true, reachedQuota: true })).toEqual(['wonBoth']);
    expect(words({ tookFirst: true, firstDeal: true })).toEqual(['wonFirst', 'wonFirstDeal']);
    const all = { officeRecord: true, officeQuota: true, teamQuota: 'Hà Nội', reachedQuota: true, tookFirst: true };
    expect(words(all)).toEqual(['wonRecord', 'wonOffice', 'wonTeam']);
    expect(deedsOf(makeWin(1))).toEqual([{ word: 'won', values: {} }]);
  });

  it('CE4 a team is named by its own name, whatever that is', () => {
    const [deed] = deedsOf(makeWin(1, { effect: makeEffect({ teamQuota: '{x} <b>' }) }));
    expect(deed && celebrationWords('en')(deed.word, deed.values)).toBe('{x} <b> has reached its quota!');
  });

  it('CE5 a bigger win lasts longer, and several at once are as large as their largest', () => {
    const wins = [1, 3, 2].map((level) => makeWin(level, { effect: makeEffect({ level: level as 1 | 2 | 3 }) }));
    expect(levelOf({ type: 'wins', wins })).toBe(3);
    const lasting = wins.map((win) => lastsMs({ type: 'win', win }));
    expect(lasting[0]).toBeLessThan(lasting[2] ?? 0);
    expect(lasting[2]).toBeLessThan(lasting[1] ?? 0);
  });

  it('the lead on the pace is of no interest once the quota is reached', () => {
    const lead = (attainment: number) =>
      leadOf(makeWin(1, { effect: makeEffect({ attainment, pace: 50, value: 80 }) }));
    expect(lead(0.8)).toBeCloseTo(0.3);
    expect(lead(1)).toBe(0);
  });
});
