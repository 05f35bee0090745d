// How large a win is, whether it is a record, and whether it is celebrated at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WALL } from '../../shared/screen.ts';
import { isCelebrated, isRecord, levelOf, RECORD_AFTER } from '../../shared/win-level.ts';
import { makeEffect } from '../kit/make.ts';

const NONE = { value: 0, deals: 0 };

describe('records', () => {
  it('CE4 a record is above every earlier one, of which there are enough', () => {
    expect(isRecord(101, { deals: 3, best: 100 }, RECORD_AFTER.rep)).toBe(true);
    expect(isRecord(100, { deals: 3, best: 100 }, RECORD_AFTER.rep)).toBe(false);
    expect(isRecord(101, { deals: 2, best: 100 }, RECORD_AFTER.rep)).toBe(false);
    expect(isRecord(101, { deals: 9, best: 100 }, RECORD_AFTER.office)).toBe(false);
    expect(isRecord(101, { deals: 10, best: 100 }, RECORD_AFTER.office)).toBe(true);
  });
});

describe('levels', () => {
  it('CE5 goes by what the office has set', () => {
    const wall = { ...DEFAULT_WALL, bigFromMinor: 100, hugeFromMinor: 500 };
    expect([99, 100, 499, 500].map((amount) => levelOf(amount, wall, NONE))).toEqual([1, 2, 2, 3]);
  });

  it('CE5 what is not set follows the average deal before the win, from the fifth deal on', () => {
    const before = { value: 400, deals: 4 };
    expect([299, 300, 799, 800].map((amount) => levelOf(amount, DEFAULT_WALL, before))).toEqual([1, 2, 2, 3]);
    expect(levelOf(9_999, DEFAULT_WALL, { value: 300, deals: 3 })).toBe(1);
    expect(levelOf(9_999, DEFAULT_WALL, NONE)).toBe(1);
    expect(levelOf(300, { ...DEFAULT_WALL, hugeFromMinor: 300 }, before)).toBe(3);
    expect(levelOf(900, { ...DEFAULT_WALL, hugeFromMinor: 1_000 }, before)).toBe(2);
  });

  it('CE5 the average is compared exactly', () => {
    const amounts = fc.integer({ min: 1, max: 10_000_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 4, max: 900 }), (amount, average, deals) => {
        const value = average * deals - 1;
        const [big, huge] = [3n, 8n].map((times) => BigInt(amount) * BigInt(deals) >= times * BigInt(value));
        expect(levelOf(amount, DEFAULT_WALL, { value, deals })).toBe(huge ? 3 : big ? 2 : 1);
      }),
    );
  });

  it('CE5 a win below the least amount is not celebrated, unless it did what is', () => {
    const wall = { ...DEFAULT_WALL, celebrateFromMinor: 100 };
    expect([99, 100].map((amount) => isCelebrated(amount, wall, makeEffect()))).toEqual([false, true]);
    expect(isCelebrated(99, wall, null)).toBe(false);
    expect(isCelebrated(1, DEFAULT_WALL, null)).toBe(true);
    const deeds = [
      { reachedQuota: true },
      { tookFirst: true },
      { officeQuota: true },
      { teamQuota: 'Bắc' },
      { officeRecord: true },
    ];
    for (const deed of deeds) expect(isCelebrated(99, wall, makeEffect(deed))).toBe(true);
    for (const deed of [{ personalRecord: true }, { firstDeal: true }, { level: 3 as const }]) {
      expect(isCelebrated(99, wall, makeEffect(deed))).toBe(false);
    }
  });
});
