// Reading a request's fields against the office: every fault is collected, so that one answer names them all.
import type { AmountFault } from '../../shared/money.ts';
import { parseAmount } from '../../shared/money.ts';
import { Refusal, type FieldError } from '../../shared/problem.ts';
import { dateOf, EARLIEST_AT, LATEST_AT, parseInstant } from '../../shared/time.ts';
import { hasPiledMarks, isReadable, PILED_MARKS_MESSAGE, visibleLine, visibleText } from '../visible.ts';
import type { Transaction } from './transaction.ts';

/** A phone's clock may be off by this much; such a time counts as now. */
export const CLOCK_TOLERANCE_MS = 60_000;

/** Nobody knows a later date of theirs. */
const MOST_AHEAD_MS = 2 * 366 * 86_400_000;

/** A date without a time stands for local noon. */
const NOON_MINUTE = 720;

/** YYYY-MM-DD. */
const DATE_LENGTH = 10;
/** All but tabs and line ends. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const NOT_IN_NAMES = /[\n\r\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

const AMOUNT_MESSAGES: Record<AmountFault, string> = {
  'not-a-number': 'must be a decimal number such as "1250.50"',
  'too-many-decimals': 'has more decimals than the currency',
  zero: 'must not be 0',
  negative: 'must be above 0',
  'too-large': 'is too large',
};

/** Why something was done, as it is kept for good. Rules CO2, NM1. */
export function readReason(transaction: Transaction, reason: string): string {
  const fields = new Fields(transaction);
  const text = fields.text('reason', reason);
  fields.check();
  return text;
}

export class Fields {
  readonly #transaction: Transaction;
  readonly errors: FieldError[] = [];

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  /** `values` are what a translation of the message has to name. */
  fault(field: string, code: string, message: string, values?: FieldError['values']): void {
    this.errors.push({ field, code, message, ...(values && { values }) });
  }

  /** Throws where anything was wrong. */
  check(): void {
    if (this.errors.length > 0) throw new Refusal('request/invalid', this.errors);
  }

  /** Minor units of the office's currency, or of one with `exponent` decimals; 0 after a fault. */
  amount(field: string, value: string | number, exponent = this.#transaction.office.exponent): number {
    const amount = parseAmount(value, exponent);
    if ('minor' in amount) return amount.minor;
    this.fault(field, `amount/${amount.fault}`, AMOUNT_MESSAGES[amount.fault]);
    return 0;
  }

  /** An instant from 2000 on and not after now. */
  pastInstant(field: string, value: string | number): number {
    const { now, office } = this.#transaction;
    const at = parseInstant(value, office.timeZone, NOON_MINUTE);
    if (at === null) return this.#noInstant(field);
    const isDate = typeof value === 'string' && value.length === DATE_LENGTH;
    const isFuture = isDate ? value > dateOf(now, office.timeZone) : at > now + CLOCK_TOLERANCE_MS;
    if (isFuture) this.fault(field, 'time/future', 'must not be in the future');
    if (at < EARLIEST_AT) this.fault(field, 'time/too-early', 'must not be before 2000');
    return Math.max(EARLIEST_AT, Math.min(at, now));
  }

  /** When something is planned: from 2000 on, at most two years ahead. */
  plannedInstant(field: string, value: string | number): number {
    const { now, office } = this.#transaction;
    const at = parseInstant(value, office.timeZone, NOON_MINUTE);
    if (at === null) return this.#noInstant(field);
    if (at > now + MOST_AHEAD_MS) this.fault(field, 'time/too-far', 'must be within two years');
    if (at < EARLIEST_AT) this.fault(field, 'time/too-early', 'must not be before 2000');
    return at;
  }

  /** What can be seen of a text. Control characters are refused: no screen, file or spreadsheet takes them. Rule NM1. */
  text(field: string, value: string): string {
    if (CONTROL.test(value)) this.fault(field, 'text/control', 'must not have control characters');
    // Half a character would be stored as another one than was sent.
    if (/\p{Surrogate}/u.test(value)) this.fault(field, 'text/broken', 'has half a character');
    const text = visibleText(value);
    if (hasPiledMarks(text)) this.fault(field, 'text/marks', PILED_MARKS_MESSAGE);
    if (text === '' && value.trim() !== '') this.#nothingToRead(field);
    return text;
  }

  /** A text on one line, read in the order in which it is written. */
  line(field: string, value: string): string {
    if (NOT_IN_NAMES.test(value)) this.fault(field, 'text/control', 'must be one line, without marks of direction');
    return visibleLine(this.text(field, value));
  }

  /** A line that somebody or something can be called by. What has been called so, `old`, keeps its name. Rule NM1. */
  name(field: string, value: string, old?: string): string {
    if (value === old) return old;
    const name = this.line(field, value);
    if (name !== '' && !isReadable(name)) this.#nothingToRead(field);
    return name;
  }

  /** A local date that the calendar has, or null. */
  date(field: string, value: string | null): void {
    if (value !== null && parseInstant(value, this.#transaction.office.timeZone) === null) {
      this.fault(field, 'time/unreadable', 'must be a date that exists');
    }
  }

  /** A date until which money is waited for, or null. */
  dueDate(field: string, value: string | null): void {
    this.date(field, value);
    if (value !== null && value < '2000-01-01') this.fault(field, 'time/too-early', 'must not be before 2000');
    if (value !== null && value > '2100-01-01') this.fault(field, 'time/too-late', 'must not be after 2100');
  }

  /** An instant as the end of a range; a date is its local midnight. */
  boundary(field: string, value: string | number): number {
    const at = parseInstant(value, this.#transaction.office.timeZone);
    if (at === null) return this.#noInstant(field);
    if (at < EARLIEST_AT) this.fault(field, 'time/too-early', 'must not be before 2000');
    if (at > LATEST_AT) this.fault(field, 'time/too-late', 'must not be after 2100');
    return at;
  }

  #nothingToRead(field: string): void {
    this.fault(field, 'text/invisible', 'needs a letter, a digit or an emoji');
  }

  #noInstant(field: string): number {
    this.fault(field, 'time/unreadable', 'must be epoch milliseconds, ISO 8601 with an offset, or a date');
    return 0;
  }
}
