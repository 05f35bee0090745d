// The currencies that an office may have.
import { describe, expect, it, test } from 'vitest';
import { currencyCodes, exponentOf } from '../../shared/currencies.ts';
import { formatMinor, parseAmount } from '../../shared/money.ts';
import { cell, hasTables, publishedTable } from '../kit/published.ts';

describe('currencies', () => {
  it('MO4 a currency has the decimals of ISO 4217', () => {
    expect(exponentOf('VND')).toBe(0);
    expect(exponentOf('USD')).toBe(2);
    expect(exponentOf('KWD')).toBe(3);
    expect(exponentOf('CLF')).toBe(4);
  });

  it.each(['', 'vnd', 'XAU', 'XTS', 'XXX', 'DEM', 'toString', '__proto__'])('MO4 %j is no currency', (code) => {
    expect(exponentOf(code)).toBeUndefined();
  });

  it('MO4 the codes are given sorted and once each', () => {
    const codes = currencyCodes();
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toContain('VND');
  });

  test.runIf(hasTables)('MO4 the currencies are those of the published list, no more and no less', () => {
    const active = publishedTable('currency/iso4217_minor_units_active.csv').filter(
      (row) => cell(row, 'minor_unit') !== '-',
    );
    expect(active).toHaveLength(165);
    for (const row of active)
      expect([cell(row, 'code'), exponentOf(cell(row, 'code'))]).toEqual([
        cell(row, 'code'),
        Number(cell(row, 'minor_unit')),
      ]);
    expect(currencyCodes()).toEqual(active.map((row) => cell(row, 'code')).sort());
  });

  test.runIf(hasTables)('MO4 no currency that ISO 4217 withdrew is left', () => {
    const rows = publishedTable('currency/iso4217_codes_all.csv');
    const current = new Set(
      rows.filter((row) => cell(row, 'WithdrawalDate') === '').map((row) => cell(row, 'AlphabeticCode')),
    );
    const withdrawn = rows
      .map((row) => cell(row, 'AlphabeticCode'))
      .filter((code) => code !== '' && !current.has(code));
    expect(withdrawn.length).toBeGreaterThan(50);
    for (const code of withdrawn) expect([code, exponentOf(code)]).toEqual([code, undefined]);
  });

  test.runIf(hasTables)('MO1 what others round is refused here; once rounded it is read to the unit', () => {
    for (const row of publishedTable('currency/rounding_cases.csv')) {
      const exponent = exponentOf(cell(row, 'currency')) ?? -1;
      expect(exponent).toBe(Number(cell(row, 'minor_unit')));
      expect(parseAmount(cell(row, 'amount'), exponent)).toEqual({ fault: 'too-many-decimals' });
      const minor = Number(cell(row, 'minor_units_half_up'));
      const fault = minor === 0 ? 'zero' : 'negative';
      expect(parseAmount(cell(row, 'rounded_half_up'), exponent)).toEqual(minor > 0 ? { minor } : { fault });
      expect(Number(formatMinor(minor, exponent))).toBe(Number(cell(row, 'rounded_half_up')));
    }
  });
});
