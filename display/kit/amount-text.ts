// Amounts as people write them, to and from the plain decimal that the API takes ("1250.5"); no figure ever passes
// through a fraction.
import { exponentOf } from '../../shared/currencies.ts';

interface Separators {
  group: string;
  decimal: string;
}

/** Asking for them takes longer than all that is done with them, and a sheet writes thousands of amounts. */
const KNOWN = new Map<string, Separators>();

/** How a locale writes 1,234.5. */
export function separatorsOf(locale: string): Separators {
  const known = KNOWN.get(locale) ?? askFor(locale);
  KNOWN.set(locale, known);
  return known;
}

function askFor(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  const find = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: find('group', ','), decimal: find('decimal', '.') };
}

/** A plain decimal, also one that is still being typed ("12."), grouped as the locale does. */
export function showAmount(amount: string, locale: string): string {
  const { group, decimal } = separatorsOf(locale);
  const [whole = '', fraction] = amount.split('.');
  const grouped = (whole || '0').replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : grouped + decimal + fraction;
}

/** Powers of ten behind the words that shorten an amount, in both languages. */
const SHORTHAND: Readonly<Record<string, number>> = {
  k: 3,
  nghìn: 3,
  ngàn: 3,
  tr: 6,
  triệu: 6,
  m: 6,
  tỷ: 9,
  tỉ: 9,
  ty: 9,
  b: 9,
  bn: 9,
};

/** What names money beside its ISO code: a sign, a dong. */
const MONEY = /^(\p{L}{0,3}\p{Sc}|vnđ|đ|d|đồng|dong)?$/iu;

const WRITTEN = /^([^\d.,]*)([\d.,\s\u00a0\u202f]*\d[.,]?)([^\d]*)$/;

/** As it is said: "1tr5", "2 tỷ 350", "3 triệu rưỡi". Two digits could mean either of two amounts. */
const SPOKEN = /^(\d+)\s*(tr|triệu|tỷ|tỉ|ty|k|nghìn|ngàn)\s*(rưỡi|\d|\d{3})(?!\d)(.*)$/iu;

function isMoney(words: string): boolean {
  return MONEY.test(words) || exponentOf(words.toUpperCase()) !== undefined;
}

/** By how many tens "1,5 tỷ đ" is more than its figures; null for words that are none of an amount's. */
function shiftOf(words: string): number | null {
  if (isMoney(words)) return 0;
  for (const [unit, shift] of Object.entries(SHORTHAND)) {
    if (words.toLowerCase().startsWith(unit) && isMoney(words.slice(unit.length).trim())) return shift;
  }
  return null;
}

/**
 * Reads "185.000.000 ₫", "1,250.50", "1,5 tỷ", "300tr", "1tr5", "2.5M" as a plain decimal with at most `exponent` decimals.
 * The locale's own separators come first; where they make no amount of the currency, the other way round is tried.
 * Null for anything else, also for words that it does not know: "(500)" and "=SUM(B2)" are no amounts.
 */
export function readAmount(text: string, locale: string, exponent: number): string | null {
  const { group, decimal } = separatorsOf(locale);
  const said = text.trim().normalize('NFC');
  const written = said.replace(SPOKEN, (_, whole: string, unit: string, rest: string, money: string) => {
    return `${whole}${decimal}${rest.toLowerCase() === 'rưỡi' ? '5' : rest} ${unit}${money}`;
  });
  const [, before = '', digits, after = ''] = WRITTEN.exec(written) ?? [];
  const shift = shiftOf(after.trim());
  if (digits === undefined || shift === null || !isMoney(before.trim())) return null;
  const plain = digits.replace(/[\s\u00a0\u202f]/g, '');
  return readDigits(plain, group, decimal, shift, exponent) ?? readDigits(plain, decimal, group, shift, exponent);
}

function readDigits(text: string, group: string, decimal: string, shift: number, exponent: number): string | null {
  const [whole = '', fraction = '', ...rest] = text.split(decimal);
  if (rest.length > 0 || fraction.includes(group)) return null;
  const groups = whole.split(group);
  const isGrouped = groups.slice(1).every((part) => part.length === 3) && (groups[0] ?? '').length <= 3;
  if (groups.length > 1 && !isGrouped) return null;
  const decimals = fraction.replace(/0+$/, '');
  if (decimals.length > shift + exponent) return null;
  const shifted = groups.join('') + decimals.slice(0, shift).padEnd(shift, '0');
  const left = decimals.slice(shift);
  const major = shifted.replace(/^0+(?=\d)/, '') || '0';
  return left === '' ? major : `${major}.${left}`;
}
