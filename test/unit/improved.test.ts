// Who does better than before, against the rule written once more with exact fractions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACT_LIMITS } from '../../shared/facts.ts';
import { dueOf, mostImproved, type Past } from '../../shared/improved.ts';
import type { WorkTime } from '../../shared/workdays.ts';

const LIMIT = FACT_LIMITS.improved;

interface Line {
  value: number;
  sum: number;
  periods: number;
}

const listsOf = (lines: readonly Line[]): { values: Float64Array; past: Past; nameOrder: Int32Array } => ({
  values: Float64Array.from(lines, ({ value }) => value),
  past: {
    sum: Float64Array.from(lines, ({ sum }) => sum),
    periods: Float64Array.from(lines, ({ periods }) => periods),
  },
  nameOrder: Int32Array.from(lines, (_, index) => lines.length - index),
});

function ask(lines: readonly Line[], time: WorkTime, limit: number = LIMIT): number[] {
  const { values, past, nameOrder } = listsOf(lines);
  return mostImproved(values, past, time, { nameOrder, limit });
}

/** FA3 word by word: the average times the part of the time, the ratio, exactly. */
function naive(lines: readonly Line[], time: WorkTime): number[] {
  const big = lines.map(({ value, sum, periods }, index) => ({
    index,
    value: BigInt(value) * BigInt(periods),
    sum: BigInt(sum),
    plain: value,
    due: periods === 0 || time.total === 0 ? 0n : (BigInt(sum) * BigInt(time.elapsed)) / BigInt(periods * time.total),
  }));
  return big
    .filter(({ sum, due }) => sum > 0n && due >= 1n)
    .filter(({ value, sum }) => value * BigInt(time.total) > sum * BigInt(time.elapsed))
    .sort((a, b) => {
      const apart = b.value * a.sum - a.value * b.sum;
      if (apart !== 0n) return apart > 0n ? 1 : -1;
      return b.plain - a.plain || b.index - a.index;
    })
    .slice(0, LIMIT)
    .map(({ index }) => index);
}

const scales = fc.constantFrom(1, 1_499_999_999_999_987);
const lines: fc.Arbitrary<Line[]> = scales.chain((scale) =>
  fc.array(
    fc
      .record({ value: fc.nat(6), near: fc.integer({ min: -1, max: 1 }), sum: fc.nat(6), periods: fc.nat(6) })
      .map(({ value, near, sum, periods }) => ({
        value: Math.max(0, value * scale + near),
        sum: periods === 0 ? 0 : sum * scale,
        periods,
      })),
    { maxLength: 20 },
  ),
);

describe('most improved', () => {
  it('FA3 lists those above the due part of their averages, by the ratio, exactly', () => {
    fc.assert(
      fc.property(lines, fc.nat(9), (list, elapsed) => {
        const time = { elapsed, total: 9 };
        expect(ask(list, time)).toEqual(naive(list, time));
      }),
      { numRuns: 1_000 },
    );
  });

  it('FA3 sees a difference that no floating-point number holds', () => {
    const sum = 8_999_999_999_999_999;
    const list = [
      { value: sum - 1, sum: sum - 2, periods: 1 },
      { value: sum, sum: sum - 1, periods: 1 },
    ];
    expect(ask(list, { elapsed: 1, total: 1 })).toEqual([0, 1]);
  });

  it('FA3 is nobody before any working time is over, or whose due part is less than one unit', () => {
    expect(ask([{ value: 5, sum: 5, periods: 1 }], { elapsed: 0, total: 9 })).toEqual([]);
    expect(ask([{ value: 5, sum: 5, periods: 1 }], { elapsed: 0, total: 0 })).toEqual([]);
    expect(ask([{ value: 5, sum: 5, periods: 1 }], { elapsed: 1, total: 9 })).toEqual([]);
    expect(ask([{ value: 5, sum: 9, periods: 1 }], { elapsed: 1, total: 9 })).toEqual([0]);
    expect(ask([{ value: 5, sum: 0, periods: 0 }], { elapsed: 1, total: 9 })).toEqual([]);
  });

  it('FA3 the due part is the average times the part of the working time, rounded down', () => {
    const { past } = listsOf([
      { value: 0, sum: 100, periods: 3 },
      { value: 0, sum: 0, periods: 0 },
    ]);
    expect(dueOf(past, { elapsed: 1, total: 2 }, 0)).toBe(16);
    expect(dueOf(past, { elapsed: 1, total: 2 }, 1)).toBe(0);
  });
});
