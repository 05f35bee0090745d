// The phone's amount pad: every key leaves an amount that the server takes (rule ST6).
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padKeyOf, pressKey, type PadKey } from '../../display/win/post/amount-pad.ts';
import { MAX_AMOUNT_MINOR, parseAmount } from '../../shared/money.ts';

const KEYS: PadKey[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '000', 'point', 'delete', 'clear'];
const press = (keys: readonly PadKey[], exponent: number) =>
  keys.reduce((amount, key) => pressKey(amount, key, exponent), '');

describe('the amount pad', () => {
  it('ST6 whatever is pressed is an amount of the currency, or none yet', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 30 }), fc.constantFrom(0, 2, 3), (keys, exponent) => {
        const amount = press(keys, exponent);
        const parsed = parseAmount(amount.replace(/\.$/, '') || '0', exponent);
        expect('minor' in parsed ? parsed.minor <= MAX_AMOUNT_MINOR : parsed.fault === 'zero').toBe(true);
      }),
    );
  });

  it('grows as it is typed', () => {
    expect(press(['1', '8', '5', '000', '000'], 0)).toBe('185000000');
    expect(press(['1', '2', 'point', '5', '0', '7'], 2)).toBe('12.50');
    expect(press(['point', '5'], 2)).toBe('0.5');
    expect(press(['0', '0', '7'], 0)).toBe('7');
    expect(press(['1', 'point', '2'], 0)).toBe('12');
    expect(press(['1', '2', 'delete', 'delete', 'delete'], 0)).toBe('');
  });

  it('takes the keys of a keyboard', () => {
    expect(['7', ',', '.', 'Backspace', 'Delete', 'a'].map(padKeyOf)).toEqual([
      '7',
      'point',
      'point',
      'delete',
      'clear',
      null,
    ]);
  });
});
