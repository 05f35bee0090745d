// Money of one currency as money of another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, divideHalfUp, isJump, parseRate } from '../../shared/exchange.ts';
import { exponentOf } from '../../shared/currencies.ts';
import { paymentState, type Settlement } from '../../shared/payment.ts';
import { cell, hasTables, publishedTable } from '../kit/published.ts';

describe('conversion', () => {
  it('MO5 is exact and rounds half up at the minor unit', () => {
    expect(convert(100_000, 2, '25450.5', 0)).toBe(25_450_500);
    expect(convert(1, 2, '50', 0)).toBe(1);
    expect(convert(1, 2, '49.999999999999', 0)).toBe(0);
    expect(convert(25_450_500, 0, '0.00003929', 2)).toBe(99_995);
    expect(convert(12_345, 3, '1', 3)).toBe(12_345);
    // 0.1 + 0.2 is no 0.3 in floating point; nor is 1.005 × 100.
    expect(convert(1, 0, '1.005', 2)).toBe(101);
    expect(convert(3, 0, '0.115', 2)).toBe(35);
  });

  it.runIf(hasTables)('MO5 rounds as the published cases do, a half away from zero', () => {
    const rows = publishedTable('currency/rounding_cases.csv');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const amount = cell(row, 'amount');
      const exponent = Number(cell(row, 'minor_unit'));
      expect(exponentOf(cell(row, 'currency'))).toBe(exponent);
      const [whole = '', fraction = ''] = amount.split('.');
      const minor = divideHalfUp(BigInt(whole + fraction) * 10n ** BigInt(exponent), 10n ** BigInt(fraction.length));
      expect(String(minor), `${amount} ${cell(row, 'currency')}`).toBe(cell(row, 'minor_units_half_up'));
      // What is no rate (a negative amount) stands for itself.
      const read = parseRate(amount);
      expect('rate' in read ? convert(1, 0, read.rate, exponent) : Number(minor)).toBe(Number(minor));
    }
  });

  it('MO5 never lies more than half a minor unit off, grows with the amount, and gives the amount back at rate 1', () => {
    const rates = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), rates, fc.nat(4), fc.nat(4), (minor, steps, from, to) => {
        const digits = String(steps).padStart(7, '0');
        const read = parseRate(`${digits.slice(0, -6)}.${digits.slice(-6)}`);
        if (!('rate' in read)) throw new Error('no rate');
        // In units of 10^-(6 + from): twice the distance is at most one minor unit of the other currency.
        const exact = BigInt(minor) * steps * 10n ** BigInt(to);
        const whole = 10n ** BigInt(6 + from);
        const got = convert(minor, from, read.rate, to);
        if (!Number.isSafeInteger(got)) return;
        const off = BigInt(got) * whole - exact;
        expect(2n * (off < 0n ? -off : off) <= whole).toBe(true);
        expect(convert(minor + 1, from, read.rate, to)).toBeGreaterThanOrEqual(got);
        expect(convert(minor, from, '1', from)).toBe(minor);
      }),
    );
  });
});

describe('a rate', () => {
  it.each([
    ['25450', '25450'],
    ['025450.50', '25450.5'],
    ['0.000039290000', '0.00003929'],
    [25450.5, '25450.5'],
    [' 1 ', '1'],
  ])('MO7 %j is %s', (text, rate) => {
    expect(parseRate(text)).toEqual({ rate });
  });

  it.each([
    ['0', 'zero'],
    ['0.000', 'zero'],
    ['-0', 'zero'],
    ['-5', 'negative'],
    ['1e309', 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
    [Number.NaN, 'not-a-number'],
    ['25.450,5', 'not-a-number'],
    ['', 'not-a-number'],
    ['1234567890123', 'too-large'],
    ['0.0000000000001', 'too-many-decimals'],
  ])('MO7 %j is none: %s', (text, fault) => {
    expect(parseRate(text)).toEqual({ fault });
  });

  it('MO7 ten times another or a tenth of it is a jump', () => {
    expect(isJump('254505', '25450.5')).toBe(true);
    expect(isJump('2545.05', '25450.5')).toBe(true);
    expect(isJump('254504.99', '25450.5')).toBe(false);
    expect(isJump('25450', '26000')).toBe(false);
  });
});

describe('a sale', () => {
  const sale = (change: Partial<Settlement>): Settlement => ({
    amountMinor: 100,
    receivedMinor: 0,
    dueOn: '2026-11-24',
    isVoid: false,
    ...change,
  });
  it.each([
    [sale({}), 'due'],
    [sale({ dueOn: '2026-11-23' }), 'overdue'],
    [sale({ dueOn: null }), 'due'],
    [sale({ receivedMinor: 1 }), 'part-paid'],
    [sale({ receivedMinor: 99, dueOn: '2026-11-01' }), 'overdue'],
    [sale({ receivedMinor: 100, dueOn: '2026-11-01' }), 'paid'],
    [sale({ isVoid: true }), null],
    [sale({ isVoid: true, receivedMinor: 1 }), 'to-refund'],
  ])('RC2 %j is %s', (settlement, state) => {
    expect(paymentState(settlement, '2026-11-24')).toBe(state);
  });
});
