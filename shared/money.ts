// Money is integer minor units (rules ST6, MO1–MO3): text goes in and out without ever being a fraction.

/** The largest amount one deal or quota may have, in minor units. */
export const MAX_AMOUNT_MINOR = 10_000_000_000_000;

/** The largest sum an office may reach; every sum Winboard makes is a part of it, so all of them are exact. */
export const MAX_TOTAL_MINOR = 9_000_000_000_000_000;

export type AmountFault = 'not-a-number' | 'too-many-decimals' | 'zero' | 'negative' | 'too-large';
export type Amount = { minor: number } | { fault: AmountFault };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal ("1250.50", 1250.5) as minor units of a currency with `exponent` decimals.
 * Trailing zeros are no decimals ("5.00" is fine in VND). Rules MO1, MO2.
 */
export function parseAmount(amount: string | number, exponent: number): Amount {
  if (typeof amount === 'number' && !Number.isFinite(amount)) return { fault: 'not-a-number' };
  const match = DECIMAL.exec(plain(amount));
  if (!match) return { fault: typeof amount === 'number' ? numberFault(amount) : 'not-a-number' };
  const whole = (match[2] ?? '').replace(/^0+/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > exponent) return { fault: 'too-many-decimals' };
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  if (minor === 0) return { fault: 'zero' };
  if (match[1] === '-') return { fault: 'negative' };
  return minor > MAX_AMOUNT_MINOR ? { fault: 'too-large' } : { minor };
}

function plain(amount: string | number): string {
  return typeof amount === 'number' ? String(amount) : amount.trim();
}

/** A number that prints with an exponent is either far too large (or small) or has far too many decimals. */
function numberFault(amount: number): AmountFault {
  if (Math.abs(amount) < 1) return 'too-many-decimals';
  return amount < 0 ? 'negative' : 'too-large';
}

/** Minor units as a plain decimal: 125050 with exponent 2 is "1250.50". The inverse of `parseAmount`. Rule MO3. */
export function formatMinor(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The basis points that the shares of a split sum to. */
export const WHOLE_SHARE = 10_000;

/**
 * Shares an amount out by basis points that sum to 10,000, by largest remainder (the first wins a tie), so that
 * the parts add up to the amount exactly. Rule ST6.
 */
export function splitAmount(amountMinor: number, shares: readonly number[]): number[] {
  const amount = BigInt(amountMinor);
  const whole = BigInt(WHOLE_SHARE);
  const parts = shares.map((share) => Number((amount * BigInt(share)) / whole));
  const remainders = shares.map((share, index) => ({ index, left: Number((amount * BigInt(share)) % whole) }));
  let missing = amountMinor - parts.reduce((sum, part) => sum + part, 0);
  for (const { index } of remainders.sort((a, b) => b.left - a.left || a.index - b.index)) {
    if (missing === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    missing -= 1;
  }
  return parts;
}

/** Compares the ratios a/b and c/d (b, d > 0) exactly, by cross-multiplication: below, at or above 0. Rule ST6. */
export function compareRatios(a: number, b: number, c: number, d: number): number {
  const left = a * d;
  const right = c * b;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  if (exact === 0n) return 0;
  return exact < 0n ? -1 : 1;
}
