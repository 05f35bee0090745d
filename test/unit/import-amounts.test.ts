// Amounts as files write them: marks, groups, signs, and what a column proves about its decimal mark (rule ST6).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDecimal, readAmount, type DecimalMark, type MoneyRules } from '../../server/import/amounts.ts';
import { formatMinor, MAX_AMOUNT_MINOR } from '../../shared/money.ts';

const USD: MoneyRules = { exponent: 2, currency: 'USD', locale: 'en' };
const VND: MoneyRules = { exponent: 0, currency: 'VND', locale: 'vi' };
const KWD: MoneyRules = { exponent: 3, currency: 'KWD', locale: 'en' };

describe('ST6 readAmount', () => {
  const READ: [string, DecimalMark, MoneyRules, number][] = [
    ['1054', '.', USD, 105_400],
    ['1054.0', '.', USD, 105_400],
    ['1054,5', ',', USD, 105_450],
    ['1,250,000.50', '.', USD, 125_000_050],
    ['1.250.000,50', ',', USD, 125_000_050],
    ['1 250 000,5', ',', USD, 125_000_050],
    ['1\u00A0250\u00A0000,5', ',', USD, 125_000_050],
    ['1\u202F250,5', ',', USD, 125_050],
    ["1'250.50", '.', USD, 125_050],
    ['1’250.50', '.', USD, 125_050],
    ['$1,250.50', '.', USD, 125_050],
    ['$ 1,250.50', '.', USD, 125_050],
    ['US$1,250.50', '.', USD, 125_050],
    ['1,250.50 USD', '.', USD, 125_050],
    ['usd 1,250.50', '.', USD, 125_050],
    ['+5.00', '.', USD, 500],
    ['1.250.000 ₫', ',', VND, 1_250_000],
    ['1.250.000đ', ',', VND, 1_250_000],
    ['1.250.000 VNĐ', ',', VND, 1_250_000],
    ['1,250,000 VND', '.', VND, 1_250_000],
    ['1.250.000 đồng', ',', VND, 1_250_000],
    ['1250000,00', ',', VND, 1_250_000],
    ['1,500', ',', KWD, 1500],
  ];
  for (const [text, mark, rules, minor] of READ) {
    test(`“${text}” with decimal “${mark}” in ${rules.currency} is ${minor}`, () => {
      expect(readAmount(text, mark, rules)).toEqual({ minor });
    });
  }

  const FAULTS: [string, DecimalMark, MoneyRules, string][] = [
    ['', '.', USD, 'not-a-number'],
    ['abc', '.', USD, 'not-a-number'],
    ['NaN', '.', USD, 'not-a-number'],
    ['1e309', '.', USD, 'not-a-number'],
    ['1,5', '.', USD, 'not-a-number'],
    ['1.5', ',', USD, 'not-a-number'],
    ['12,50,000', '.', USD, 'not-a-number'],
    ['1250,000', '.', USD, 'not-a-number'],
    ['1,250 000', '.', USD, 'not-a-number'],
    ['1.250.000', '.', USD, 'not-a-number'],
    ['1..5', '.', USD, 'not-a-number'],
    ['.5', '.', USD, 'not-a-number'],
    ['5.', '.', USD, 'not-a-number'],
    ['--5', '.', USD, 'not-a-number'],
    ['(-5)', '.', USD, 'not-a-number'],
    ['5-', '.', USD, 'not-a-number'],
    ['1,5 tr', ',', VND, 'not-a-number'],
    ['٥٠٠', '.', USD, 'not-a-number'],
    ['9'.repeat(41), '.', USD, 'not-a-number'],
    ['9'.repeat(40), '.', USD, 'too-large'],
    ['1.005', '.', USD, 'too-many-decimals'],
    ['1250,5', ',', VND, 'too-many-decimals'],
    ['0', '.', USD, 'zero'],
    ['0,00 ₫', ',', VND, 'zero'],
    ['-5', '.', USD, 'negative'],
    ['−5', '.', USD, 'negative'],
    ['-$5.00', '.', USD, 'negative'],
    ['$-5.00', '.', USD, 'negative'],
    ['($5.00)', '.', USD, 'negative'],
    ['€70', '.', USD, 'other-currency'],
    ['70 EUR', '.', USD, 'other-currency'],
    ['$70', ',', VND, 'other-currency'],
    ['70 ₫', '.', USD, 'other-currency'],
    ['₴70', '.', USD, 'other-currency'],
  ];
  for (const [text, mark, rules, fault] of FAULTS) {
    test(`“${text.slice(0, 12)}” with decimal “${mark}” in ${rules.currency} is ${fault}`, () => {
      expect(readAmount(text, mark, rules)).toEqual({ fault });
    });
  }

  /** Minor units as a style writes them. */
  function write(minor: number, exponent: number, style: { mark: DecimalMark; group: string; money: string }): string {
    const [whole = '', fraction] = formatMinor(minor, exponent).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
    return `${fraction === undefined ? grouped : `${grouped}${style.mark}${fraction}`}${style.money}`;
  }

  const styles = fc
    .record({
      mark: fc.constantFrom<DecimalMark>('.', ','),
      group: fc.constantFrom('', ' ', '\u00A0', "'", 'other'),
      money: fc.constantFrom('', ' ', ' code'),
      rules: fc.constantFrom(USD, VND, KWD),
    })
    .map((style) => ({
      ...style,
      group: style.group === 'other' ? (style.mark === '.' ? ',' : '.') : style.group,
      money: style.money.replace('code', style.rules.currency),
    }));
  const amounts = fc.integer({ min: 1, max: MAX_AMOUNT_MINOR });

  test('ST6 every amount is read back to the unit in every style', () => {
    fc.assert(
      fc.property(amounts, styles, (minor, style) => {
        const text = write(minor, style.rules.exponent, style);
        expect(readAmount(text, style.mark, style.rules)).toEqual({ minor });
      }),
    );
  });

  test('ST6 a column of prices finds its own decimal mark', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 20 }), styles, (column, style) => {
        fc.pre(style.rules.exponent === 2);
        const texts = column.map((minor) => write(minor, 2, style));
        expect(detectDecimal(texts, style.rules)).toEqual({ mark: style.mark, assumed: false });
      }),
    );
  });
});

describe('detectDecimal', () => {
  const COLUMNS: [string[], MoneyRules, DecimalMark, boolean][] = [
    [['1054', '50'], USD, '.', false],
    [['1054', '50'], VND, ',', false],
    [['1054.0'], VND, '.', false],
    [['1.250.000,50'], USD, ',', false],
    [['1,250,000.50'], VND, '.', false],
    [['1.250.000'], USD, ',', false],
    [['1,250,000'], VND, '.', false],
    [['1250.500'], USD, '.', false],
    [['0.500'], KWD, '.', false],
    [['1 250,500'], KWD, ',', false],
    [['1.250', '3,5'], USD, ',', false],
    [['1.5', '2.5', '3,5'], USD, '.', false],
    [['1.5', '3,5'], USD, '.', true],
    [['1.250'], VND, ',', false],
    [['1,250'], VND, '.', false],
    [['1.250', '1,250'], VND, ',', true],
    [['1,250'], USD, '.', true],
    [['1.250'], USD, ',', true],
    [['1.250'], KWD, '.', true],
    [['', 'n/a', '1,250.000.000'], USD, '.', false],
  ];
  for (const [values, rules, mark, assumed] of COLUMNS) {
    test(`${values.map((value) => `“${value}”`).join(' ')} in ${rules.currency}: “${mark}”${assumed ? ', assumed' : ''}`, () => {
      expect(detectDecimal(values, rules)).toEqual({ mark, assumed });
    });
  }
});
