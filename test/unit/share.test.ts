// A win shared with colleagues, as the phone has it before it is sent.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountsOf,
  equalShares,
  MOST_OTHERS,
  ownShare,
  PERCENT,
  stepped,
  toggled,
  withShare,
  type Share,
} from '../../display/win/post/share.ts';
import { MAX_AMOUNT_MINOR, WHOLE_SHARE } from '../../shared/money.ts';

const colleague = (place: number) => ({ repId: `rep-${place}`, name: `Rep ${place}` });

/** Taps, in any order: a colleague in or out, or another part for one. */
const tap = fc.oneof(
  fc.record({ rep: fc.nat(24), shareBp: fc.constant(null) }),
  fc.record({ rep: fc.nat(24), shareBp: fc.integer({ min: -50_000, max: 50_000 }) }),
);

function play(taps: readonly { rep: number; shareBp: number | null }[]): Share[] {
  return taps.reduce<Share[]>(
    (others, { rep, shareBp }) =>
      shareBp === null ? toggled(others, colleague(rep)) : withShare(others, colleague(rep).repId, shareBp),
    [],
  );
}

describe('a shared win', () => {
  it('PO6 ST6 is whole after any taps: everybody has at least one per cent, and the amounts add up', () => {
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 40 }), fc.integer({ min: 1, max: MAX_AMOUNT_MINOR }), (taps, minor) => {
        const others = play(taps);
        const shares = [ownShare(others), ...others.map(({ shareBp }) => shareBp)];
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(WHOLE_SHARE);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(PERCENT);
        expect(others.length).toBeLessThanOrEqual(MOST_OTHERS);
        expect(amountsOf(minor, others).reduce((sum, amount) => sum + amount, 0)).toBe(minor);
      }),
    );
  });

  it('PO6 is shared alike by one tap; what cannot be divided goes to oneself first', () => {
    const three = equalShares([colleague(1), colleague(2)].map((one) => ({ ...one, shareBp: 0 })));
    expect([ownShare(three), ...three.map(({ shareBp }) => shareBp)]).toEqual([3_334, 3_333, 3_333]);
    expect(amountsOf(100, three)).toEqual([34, 33, 33]);
  });

  it('PO6 gives a colleague what oneself has left, and no more', () => {
    const one = equalShares([{ ...colleague(1), shareBp: 0 }]);
    expect(withShare(one, 'rep-1', 70_000)[0]?.shareBp).toBe(WHOLE_SHARE - PERCENT);
    expect(withShare(one, 'rep-1', -1)[0]?.shareBp).toBe(PERCENT);
    expect([stepped(3_333, 1), stepped(3_333, -1), stepped(3_500, 1)]).toEqual([3_500, 3_000, 4_000]);
  });
});
