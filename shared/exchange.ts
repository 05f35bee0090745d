// Money of one currency as money of another, exactly: no figure is ever a fraction (rules MO5, MO7).

/** The price of one unit of a currency in the board's: a plain decimal ("25450.5") without needless zeros. */
export type Rate = string;

export type RateFault = 'not-a-number' | 'zero' | 'negative' | 'too-large' | 'too-many-decimals';

/** Digits before and behind the point: enough for the dearest currency in the cheapest, and the other way round. */
const MOST_DIGITS = 12;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads a rate as an API gives it. Rule MO7. */
export function parseRate(text: string | number): { rate: Rate } | { fault: RateFault } {
  const match = DECIMAL.exec(String(text).trim());
  if (!match) return { fault: 'not-a-number' };
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (whole === '0' && fraction === '') return { fault: 'zero' };
  if (match[1] === '-') return { fault: 'negative' };
  if (whole.length > MOST_DIGITS) return { fault: 'too-large' };
  if (fraction.length > MOST_DIGITS) return { fault: 'too-many-decimals' };
  return { rate: fraction === '' ? whole : `${whole}.${fraction}` };
}

const TEN = 10n;

/** A rate as a whole number of its smallest step. */
function scaled(rate: Rate): bigint {
  const [whole = '', fraction = ''] = rate.split('.');
  return BigInt(whole + fraction.padEnd(MOST_DIGITS, '0'));
}

/** A quotient to the nearest whole number, a half away from zero; the divisor is positive. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n;
  const size = isNegative ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return isNegative ? -rounded : rounded;
}

/**
 * Minor units of one currency as minor units of the other, by the price of one whole unit of the first in whole units of
 * the second; half up at the minor unit. It may be 0, and more than an amount may be. Rule MO5.
 */
export function convert(minor: number, exponent: number, rate: Rate, boardExponent: number): number {
  const dividend = BigInt(minor) * scaled(rate) * TEN ** BigInt(boardExponent);
  return Number(divideHalfUp(dividend, TEN ** BigInt(exponent + MOST_DIGITS)));
}

const JUMP = 10n;

/** Whether one of two rates is ten times the other or more: then a digit is more likely wrong than right. Rule MO7. */
export function isJump(rate: Rate, other: Rate): boolean {
  const [a, b] = [scaled(rate), scaled(other)];
  return a >= b * JUMP || b >= a * JUMP;
}
