// Amounts as people write them in either language (rule ST6: never through a fraction).
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, showAmount } from '../../display/kit/amount-text.ts';

describe('amounts in words and figures', () => {
  it('ST6 what is shown reads back as what it was, in both languages', () => {
    const whole = fc.nat({ max: 10_000_000 }).map(String);
    const fraction = fc.stringMatching(/^(\d?[1-9])?$/);
    fc.assert(
      fc.property(whole, fraction, fc.constantFrom('vi', 'en'), (major, minor, locale) => {
        const amount = minor === '' ? major : `${major}.${minor}`;
        expect(readAmount(showAmount(amount, locale), locale, 2)).toBe(amount);
      }),
    );
  });

  it.each([
    ['185.000.000 ₫', 'vi', 0, '185000000'],
    ['1,5 tỷ', 'vi', 0, '1500000000'],
    ['300tr', 'vi', 0, '300000000'],
    ['2.5M', 'en', 0, '2500000'],
    ['$1,250.50', 'en', 2, '1250.50'],
    ['1250.5', 'en', 2, '1250.5'],
    ['007', 'vi', 0, '7'],
    ['1,5 tỷ đồng', 'vi', 0, '1500000000'],
    ['300trđ', 'vi', 0, '300000000'],
    ['20 TRIỆU', 'vi', 0, '20000000'],
    ['5 KWD', 'vi', 3, '5'],
    ['1tr5', 'vi', 0, '1500000'],
    ['2 tỷ 350', 'vi', 0, '2350000000'],
    ['2 tỷ 050 đ', 'en', 0, '2050000000'],
    ['3 triệu rưỡi', 'vi', 0, '3500000'],
    ['1k5', 'en', 0, '1500'],
    ['usd 5k', 'en', 2, '5000'],
    ['US$ 1,250.5', 'en', 2, '1250.5'],
    ['7m €', 'en', 2, '7000000'],
  ])('%s (%s, %i decimals) is %s', (text, locale, exponent, amount) => {
    expect(Number(readAmount(text, locale, exponent))).toBe(Number(amount));
  });

  it('takes the other language’s separators where the own ones make no amount', () => {
    expect(readAmount('185,000,000', 'vi', 0)).toBe('185000000');
    expect(readAmount('1.250.000', 'en', 0)).toBe('1250000');
    expect(readAmount('1.250', 'en', 0)).toBe('1250');
  });

  it.each(['', 'An Phát', '12,5', '1.2.3', '-5', '1..2', '12 34,5,6'])('%s is no amount in ₫', (text) => {
    expect(readAmount(text, 'vi', 0)).toBeNull();
  });

  it.each([
    '1tr50',
    '2 tỷ 5 triệu',
    '1,5 tỷ 5',
    '2 tỷ rưỡi 5',
    '1 trăm triệu',
    '500 nghìn tỷ',
    '(500)',
    '=A1',
    '=SUM(B2)',
    'Đội 1',
    '12%',
    '5 người',
    '- 5',
    '1e309',
  ])('QT8 %s is no amount: half understood is wrong', (text) => {
    expect(readAmount(text, 'vi', 0)).toBeNull();
  });

  it('shows what is still being typed', () => {
    expect(showAmount('185000000', 'vi')).toBe('185.000.000');
    expect(showAmount('1250.', 'vi')).toBe('1.250,');
    expect(showAmount('', 'en')).toBe('0');
  });
});
