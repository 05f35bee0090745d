// Amounts as people and spreadsheets write them, brought to the plain decimals that `parseAmount` judges (rule ST6).
import { exponentOf } from '../../shared/currencies.ts';
import { parseAmount, type AmountFault } from '../../shared/money.ts';

export type DecimalMark = '.' | ',';
export type WrittenAmount = { minor: number } | { fault: AmountFault | 'other-currency' };

/** What an amount means depends on the office it was written for. */
export interface MoneyRules {
  exponent: number;
  currency: string;
  locale: 'vi' | 'en';
}

const MAX_LENGTH = 40;
const MONEY = String.raw`\p{L}{0,3}\p{Sc}|\p{L}{1,4}`;
const WRITTEN = new RegExp(String.raw`^([+-]?)\s*(${MONEY})?\s*([+-]?)\s*(\d[\d.,'\s]*?)\s*(${MONEY})?$`, 'u');

const DOLLARS = 'ARS AUD BND CAD CLP COP HKD MXN NZD SGD TWD USD';
/** Signs and names of money beside the ISO codes, and the currencies they may stand for. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['₫', 'VND'],
  ['đ', 'VND'],
  ['vnđ', 'VND'],
  ['đồng', 'VND'],
  ['$', DOLLARS],
  ['us$', 'USD'],
  ['s$', 'SGD'],
  ['a$', 'AUD'],
  ['hk$', 'HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY JPY'],
  ['฿', 'THB'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
]);

interface Written {
  negative: boolean;
  /** Digits and marks: "1.250.000,50"; every kind of space is a plain one, every apostrophe straight. */
  body: string;
  money: string[];
}

function dissect(text: string): Written | null {
  if (text.length > MAX_LENGTH) return null;
  const straight = text.normalize('NFC').replace(/−/g, '-').replace(/’/g, "'").replace(/\s/g, ' ').trim();
  const inner = /^\((.*)\)$/.exec(straight)?.[1];
  const match = WRITTEN.exec(inner ?? straight);
  if (!match) return null;
  const signs = `${match[1] ?? ''}${match[3] ?? ''}`;
  if (signs.length > (inner === undefined ? 1 : 0)) return null;
  const money = [match[2], match[5]].filter((part) => part !== undefined);
  return { negative: signs === '-' || inner !== undefined, body: match[4] ?? '', money };
}

/**
 * Reads "1.250.000 ₫", "$1,250.50", "1 250 000,5", "(500)" with a known decimal mark. Thousands are grouped by the
 * other mark, by spaces or by apostrophes, in threes. Another currency's sign is a fault of its own.
 */
export function readAmount(text: string, mark: DecimalMark, rules: MoneyRules): WrittenAmount {
  const written = dissect(text);
  if (!written) return { fault: 'not-a-number' };
  for (const money of written.money) {
    const fault = moneyFault(money, rules.currency);
    if (fault) return { fault };
  }
  const plain = plainDecimal(written.body, mark);
  if (plain === null) return { fault: 'not-a-number' };
  return parseAmount(written.negative ? `-${plain}` : plain, rules.exponent);
}

function moneyFault(money: string, currency: string): 'other-currency' | 'not-a-number' | null {
  if (money.toUpperCase() === currency) return null;
  const currencies = SIGNS.get(money.toLowerCase());
  if (currencies !== undefined) return currencies.split(' ').includes(currency) ? null : 'other-currency';
  const known = exponentOf(money.toUpperCase()) !== undefined || /\p{Sc}/u.test(money);
  return known ? 'other-currency' : 'not-a-number';
}

const PLAIN = { '.': /^\d+(?:\.\d+)?$/, ',': /^\d+(?:,\d+)?$/ };
const GROUPED = {
  '.': /^\d{1,3}(?:([ ',])\d{3}(?:\1\d{3})*)(?:\.\d+)?$/,
  ',': /^\d{1,3}(?:([ '.])\d{3}(?:\1\d{3})*)(?:,\d+)?$/,
};

function plainDecimal(body: string, mark: DecimalMark): string | null {
  if (!PLAIN[mark].test(body) && !GROUPED[mark].test(body)) return null;
  const ungrouped = body.replace(mark === '.' ? /[ ',]/g : /[ '.]/g, '');
  return ungrouped.replace(',', '.');
}

/** The decimal mark of a column. `assumed`: its values could mean either, and the office's habit decided. */
export interface MarkFinding {
  mark: DecimalMark;
  assumed: boolean;
}

/**
 * The decimal mark that the values of a column prove, by majority. "1.250" alone proves nothing: where the currency
 * has fewer than three decimals it is taken for one thousand two hundred and fifty; else the locale decides.
 */
export function detectDecimal(values: Iterable<string>, rules: MoneyRules): MarkFinding {
  const proven = { '.': 0, ',': 0 };
  const unclear = { '.': 0, ',': 0 };
  for (const value of new Set(values)) {
    const evidence = evidenceOf(dissect(value)?.body ?? '');
    if (evidence) (evidence.proven ? proven : unclear)[evidence.mark] += 1;
  }
  if (proven['.'] !== proven[',']) return { mark: proven['.'] > proven[','] ? '.' : ',', assumed: false };
  const habit = rules.locale === 'vi' ? ',' : '.';
  const undecided = proven['.'] + unclear['.'] + unclear[','] > 0;
  const oneKind = unclear['.'] === 0 || unclear[','] === 0;
  if (proven['.'] > 0 || !undecided || !oneKind || rules.exponent > 2) return { mark: habit, assumed: undecided };
  return { mark: unclear['.'] > 0 ? ',' : '.', assumed: rules.exponent > 0 };
}

/** Which mark is the decimal one in one number; unproven, the mark that is either decimal or groups thousands. */
function evidenceOf(body: string): { mark: DecimalMark; proven: boolean } | null {
  const marks = body.replace(/[^.,]/g, '');
  const last = marks.at(-1);
  if (last !== '.' && last !== ',') return null;
  const other = last === '.' ? ',' : '.';
  if (marks.length > 1) {
    const repeated = marks.indexOf(last) < marks.length - 1;
    if (!repeated) return { mark: last, proven: true };
    return marks.includes(other) ? null : { mark: other, proven: true };
  }
  return { mark: last, proven: !/^[1-9]\d{0,2}[.,]\d{3}$/.test(body) };
}
