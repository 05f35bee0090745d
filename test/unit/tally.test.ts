// What one deal does to the totals of everybody it counts for.
import { describe, expect, it } from 'vitest';
import { Tally, type LastReached } from '../../shared/tally.ts';
import { makeDeal, makeMembership, makeRep, makeRoster, makeTeam } from '../kit/make.ts';

const roster = makeRoster({
  reps: [makeRep('a'), makeRep('b'), makeRep('c')],
  teams: [makeTeam('south'), makeTeam('saigon', 'south'), makeTeam('north')],
  memberships: [makeMembership('a', 'saigon'), makeMembership('b', 'saigon'), makeMembership('c', 'north')],
});
const nothingBefore: LastReached = () => 0;

function totalsOf(tally: Tally) {
  const { rep, team, office } = tally.totals;
  return [rep, team, office].map(({ value, deals, reached }) => ({
    value: [...value],
    deals: [...deals],
    reached: [...reached],
  }));
}

describe('tally', () => {
  it('ST10 a split deal counts once for each of its subjects, for a team once even if two of its reps share it', () => {
    const tally = new Tally(roster);
    const deal = makeDeal(7, { a: 60, b: 30, c: 10 });
    tally.add(deal, tally.touches(deal));
    expect(totalsOf(tally)).toEqual([
      { value: [60, 30, 10], deals: [1, 1, 1], reached: [7, 7, 7] },
      { value: [90, 90, 10], deals: [1, 1, 1], reached: [7, 7, 7] },
      { value: [100], deals: [1], reached: [7] },
    ]);
  });

  it('ST5 a credit of zero counts as a deal and leaves the tie-break alone', () => {
    const tally = new Tally(roster);
    for (const deal of [makeDeal(1, { a: 5, b: 5 }), makeDeal(2, { a: 1, b: 0 })]) {
      tally.add(deal, tally.touches(deal));
    }
    expect(tally.totals.rep.deals.slice(0, 2)).toEqual(new Float64Array([2, 2]));
    expect(tally.totals.rep.reached.slice(0, 2)).toEqual(new Float64Array([2, 1]));
  });

  it('ST2 ST8 the value is reached with the last received deal, in whatever order deals are read', () => {
    const tally = new Tally(roster);
    for (const seq of [3, 9, 5]) {
      const deal = makeDeal(seq, { a: seq });
      tally.add(deal, tally.touches(deal));
    }
    expect(tally.totals.rep.reached[0]).toBe(9);
  });

  it('ST4 a deal taken out leaves no trace, and asks only where it was the last to count', () => {
    const tally = new Tally(roster);
    const first = makeDeal(1, { a: 5 });
    const second = makeDeal(2, { b: 5 });
    const before = (tally.add(first, tally.touches(first)), totalsOf(tally));
    tally.add(second, tally.touches(second));
    const asked: string[] = [];
    tally.remove(second, tally.touches(second), (type, index) => {
      asked.push(`${type} ${index}`);
      return type === 'rep' ? 0 : 1;
    });
    expect(totalsOf(tally)).toEqual(before);
    expect(asked).toEqual(['team 1', 'team 0', 'office 0']);
    tally.remove(first, tally.touches(first), nothingBefore);
    expect(totalsOf(tally)).toEqual(totalsOf(new Tally(roster)));
  });

  it('ST9 a credit of somebody who is no rep of the roster still counts for the office', () => {
    const tally = new Tally(roster);
    const deal = makeDeal(1, { stranger: 5 });
    tally.add(deal, tally.touches(deal));
    expect(totalsOf(tally)[2]).toEqual({ value: [5], deals: [1], reached: [1] });
    expect(totalsOf(tally)[0]?.deals).toEqual([0, 0, 0]);
  });

  it('ST7 a copy goes its own way', () => {
    const tally = new Tally(roster);
    const deal = makeDeal(1, { a: 5 });
    tally.add(deal, tally.touches(deal));
    const copy = tally.copy(roster);
    tally.remove(deal, tally.touches(deal), nothingBefore);
    expect(copy.totals.rep.value[0]).toBe(5);
    expect(copy.totals.office.reached[0]).toBe(1);
    expect(tally.totals.rep.value[0]).toBe(0);
  });
});
