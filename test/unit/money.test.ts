// Money in and out: text, splits, ratios.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRatios,
  formatMinor,
  MAX_AMOUNT_MINOR,
  MAX_TOTAL_MINOR,
  parseAmount,
  splitAmount,
  WHOLE_SHARE,
} from '../../shared/money.ts';

const amounts = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: MAX_AMOUNT_MINOR }));
const exponents = fc.integer({ min: 0, max: 4 });
const totals = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: MAX_TOTAL_MINOR }));
const quotas = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: MAX_TOTAL_MINOR }));

/** Cuts of the whole into shares of at least a basis point. */
const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: WHOLE_SHARE - 1 }), { maxLength: 19 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), WHOLE_SHARE])
  .map((edges) => edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)));

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

describe('reading amounts', () => {
  it.each([
    ['1250.50', 2, 125_050],
    [1250.5, 2, 125_050],
    ['185000000', 0, 185_000_000],
    ['5.00', 0, 5],
    ['  7 ', 0, 7],
    ['+7', 0, 7],
    ['007.10', 2, 710],
    ['0.0001', 4, 1],
    [0.1, 2, 10],
    ['10000000000000', 0, MAX_AMOUNT_MINOR],
    ['100000000000.00', 2, MAX_AMOUNT_MINOR],
    [`${'0'.repeat(30)}1`, 0, 1],
  ])('MO1 %j with %i decimals is %i minor units', (amount, exponent, minor) => {
    expect(parseAmount(amount, exponent)).toEqual({ minor });
  });

  it.each([
    ['1.5', 0, 'too-many-decimals'],
    ['1.005', 2, 'too-many-decimals'],
    [0.1 + 0.2, 2, 'too-many-decimals'],
    [1e-7, 2, 'too-many-decimals'],
    ['0', 0, 'zero'],
    ['-0.00', 2, 'zero'],
    [0, 2, 'zero'],
    [-0, 2, 'zero'],
    ['-1', 0, 'negative'],
    [-1.5, 2, 'negative'],
    ['-99999999999999999999', 0, 'negative'],
    [-1e21, 0, 'negative'],
    [Number.NaN, 0, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 0, 'not-a-number'],
    [Number.NEGATIVE_INFINITY, 0, 'not-a-number'],
    ['', 0, 'not-a-number'],
    [' ', 0, 'not-a-number'],
    ['.5', 2, 'not-a-number'],
    ['5.', 2, 'not-a-number'],
    ['1,250', 2, 'not-a-number'],
    ['1 250', 2, 'not-a-number'],
    ['1e3', 2, 'not-a-number'],
    ['0x10', 2, 'not-a-number'],
    ['٣', 0, 'not-a-number'],
    ['1\n2', 0, 'not-a-number'],
    ['Infinity', 0, 'not-a-number'],
  ])('MO1 %j with %i decimals is refused: %s', (amount, exponent, fault) => {
    expect(parseAmount(amount, exponent)).toEqual({ fault });
  });

  it.each(['10000000000001', '99999999999999999999', '9'.repeat(40)])(
    'MO2 %s is too large for one amount',
    (amount) => {
      expect(parseAmount(amount, 0)).toEqual({ fault: 'too-large' });
    },
  );

  it('MO2 an amount of the largest size with decimals is still told from the next one', () => {
    expect(parseAmount('1000000000.0000', 4)).toEqual({ minor: MAX_AMOUNT_MINOR });
    expect(parseAmount('1000000000.0001', 4)).toEqual({ fault: 'too-large' });
    expect(parseAmount(1e21, 0)).toEqual({ fault: 'too-large' });
  });

  it('MO2 every sum of an office is below 2^53', () => {
    expect(MAX_TOTAL_MINOR).toBeLessThan(Number.MAX_SAFE_INTEGER);
    expect(MAX_AMOUNT_MINOR).toBeLessThan(MAX_TOTAL_MINOR);
  });

  it('MO3 an amount that is written and read again is the same, as text and as a number', () => {
    fc.assert(
      fc.property(amounts, exponents, (minor, exponent) => {
        const text = formatMinor(minor, exponent);
        expect(parseAmount(text, exponent)).toEqual({ minor });
        expect(parseAmount(Number(text), exponent)).toEqual({ minor });
      }),
    );
  });

  it('MO3 what is written has just the decimals of the currency, also below one and below zero', () => {
    expect(formatMinor(125_050, 2)).toBe('1250.50');
    expect(formatMinor(5, 3)).toBe('0.005');
    expect(formatMinor(0, 2)).toBe('0.00');
    expect(formatMinor(-5, 2)).toBe('-0.05');
    expect(formatMinor(185_000_000, 0)).toBe('185000000');
  });

  it('MO1 no text at all is read as anything but a whole number of minor units above zero', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), exponents, (amount, exponent) => {
        const read = parseAmount(amount, exponent);
        if ('fault' in read) return;
        expect(Number.isSafeInteger(read.minor) && read.minor > 0).toBe(true);
      }),
    );
  });
});

describe('splits', () => {
  it('ST6 credits add up to the deal, each within one unit of its share', () => {
    fc.assert(
      fc.property(amounts, shares, (amount, parts) => {
        const credits = splitAmount(amount, parts);
        expect(sum(credits)).toBe(amount);
        credits.forEach((credit, index) => {
          const exact = BigInt(amount) * BigInt(parts[index] ?? 0);
          const floor = Number(exact / BigInt(WHOLE_SHARE));
          expect(credit === floor || (credit === floor + 1 && exact % BigInt(WHOLE_SHARE) !== 0n)).toBe(true);
        });
      }),
    );
  });

  it('ST6 the units left over go to the largest remainders, of equal ones to the first', () => {
    expect(splitAmount(100, [3333, 3333, 3334])).toEqual([33, 33, 34]);
    expect(splitAmount(10, [2500, 2500, 2500, 2500])).toEqual([3, 3, 2, 2]);
    expect(splitAmount(1, [5000, 5000])).toEqual([1, 0]);
    expect(splitAmount(1, [4999, 5001])).toEqual([0, 1]);
    expect(splitAmount(7, [10_000])).toEqual([7]);
  });

  it('ST6 nobody with a larger share gets less', () => {
    fc.assert(
      fc.property(amounts, shares, (amount, parts) => {
        const credits = splitAmount(amount, parts);
        const byShare = parts.map((share, index) => ({ share, credit: credits[index] ?? -1 }));
        const unfair = byShare.filter((a) => byShare.some((b) => a.share > b.share && a.credit < b.credit));
        expect(unfair).toEqual([]);
      }),
    );
  });
});

describe('ratios', () => {
  it('ST6 ratios compare as exact fractions do, also where their products leave 2^53', () => {
    fc.assert(
      fc.property(totals, quotas, totals, quotas, (a, b, c, d) => {
        const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
        const sign = exact === 0n ? 0 : exact < 0n ? -1 : 1;
        expect(Math.sign(compareRatios(a, b, c, d))).toBe(sign);
      }),
      { numRuns: 500 },
    );
  });

  it('ST6 ratios that floating point calls equal are told apart, equal ones are not', () => {
    const quota = 9_007_199_254_740_881;
    expect((quota - 1) / quota).toBe((quota - 2) / (quota - 1));
    expect(compareRatios(quota - 1, quota, quota - 2, quota - 1)).toBeGreaterThan(0);
    expect(compareRatios(1, 3, 3_000_000_000_000, 9_000_000_000_000)).toBe(0);
  });
});
