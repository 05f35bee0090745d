// What the keys of the amount pad do. The amount is the plain decimal that the API takes ("1250.5"), so that no
// figure ever passes through a fraction.
import { MAX_AMOUNT_MINOR } from '../../../shared/money.ts';

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '000' | 'point' | 'delete' | 'clear';

const MAX_WHOLE = 10n;

/** The amount after a key; unchanged where the key would make none that the currency has. */
export function pressKey(amount: string, key: PadKey, exponent: number): string {
  if (key === 'clear') return '';
  if (key === 'delete') return amount.slice(0, -1);
  if (key === 'point') return exponent === 0 || amount.includes('.') ? amount : `${amount || '0'}.`;
  return key.split('').reduce((text, digit) => append(text, digit, exponent), amount);
}

function append(amount: string, digit: string, exponent: number): string {
  const [whole = '', fraction] = amount.split('.');
  if (fraction !== undefined) return fraction.length < exponent ? amount + digit : amount;
  if (whole === '' || whole === '0') return digit === '0' && whole === '' ? '' : digit;
  const longer = whole + digit;
  return BigInt(longer) > maxWhole(exponent) ? amount : longer;
}

function maxWhole(exponent: number): bigint {
  return BigInt(MAX_AMOUNT_MINOR) / MAX_WHOLE ** BigInt(exponent);
}

/** The key that a keyboard's key stands for, if any. */
export function padKeyOf(key: string): PadKey | null {
  if (/^[0-9]$/.test(key)) return key as PadKey;
  if (key === '.' || key === ',') return 'point';
  if (key === 'Backspace') return 'delete';
  return key === 'Delete' ? 'clear' : null;
}
