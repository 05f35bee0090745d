// PT6: who stays in place when an order changes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestRising } from '../../shared/rising.ts';

/** The length of the longest rising part, by trying all of them. */
function lengthOf(values: readonly (number | null)[], above = Number.NEGATIVE_INFINITY): number {
  const [first, ...rest] = values;
  if (first === undefined) return 0;
  const without = lengthOf(rest, above);
  return first === null || first <= above ? without : Math.max(without, 1 + lengthOf(rest, first));
}

it('PT6 keeps a part that rises, and none is longer', () => {
  const places = fc.uniqueArray(fc.nat(30), { maxLength: 9 });
  const holes = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(places, holes, (numbers, isNew) => {
      const values = numbers.map((number, place) => (isNew[place] ? null : number));
      const kept = [...longestRising(values)].sort((a, b) => a - b).map((place) => values[place] ?? Number.NaN);
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      expect(kept).not.toContain(Number.NaN);
      expect(kept).toHaveLength(lengthOf(values));
    }),
    { numRuns: 500 },
  );
});
