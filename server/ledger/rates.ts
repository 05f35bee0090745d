// What other currencies are worth, said by people: checked for slips, and never said over. Rule MO7.
import { exponentOf } from '../../shared/currencies.ts';
import { isJump, parseRate, type Rate, type RateFault } from '../../shared/exchange.ts';
import type { RateBody } from '../../shared/schemas/money.ts';
import { dateOf, datePlus } from '../../shared/time.ts';
import { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** Nobody knows a rate further ahead. */
const DAYS_AHEAD = 366;

const RATE_MESSAGES: Record<RateFault, string> = {
  'not-a-number': 'must be a decimal number such as "25450.5"',
  zero: 'must not be 0',
  negative: 'must be above 0',
  'too-large': 'is too large',
  'too-many-decimals': 'has more than 12 decimals',
};

/** Says what a currency is worth from a date on; null takes what was said of that date back. */
export function putRate(transaction: Transaction, body: RateBody): void {
  const { office, store, now, rev } = transaction;
  const { currency, date } = body;
  const fields = new Fields(transaction);
  if (currency === office.currency) fields.fault('currency', 'rate/own-currency', 'is the board’s own currency');
  else if (exponentOf(currency) === undefined) {
    fields.fault('currency', 'deal/currency', 'is no active ISO 4217 currency');
  }
  checkDate(transaction, fields, date);
  const source = fields.name('source', body.source ?? '');
  const rate = body.rate === null ? null : readRate(fields, body.rate);
  fields.check();
  const known = store.rates.at(office.currency, currency, date);
  const isOfDate = known?.date === date;
  if (rate === null && !isOfDate) fields.fault('date', 'rate/unknown', 'has no rate that could be taken back');
  if (rate !== null && body.isConfirmed !== true) checkJump(transaction, fields, body, rate);
  fields.check();
  store.rates.insert({ board: office.currency, currency, date, rate, source, at: now, rev, actor: transaction.who });
  // The office lists the currencies that have a rate.
  transaction.changes.push({ type: 'office' });
  transaction.audit('rate:put', currency, { date, rate, source });
}

function checkDate({ now, office }: Transaction, fields: Fields, date: string): void {
  fields.date('date', date);
  if (date < '2000-01-01') fields.fault('date', 'time/too-early', 'must not be before 2000');
  if (date > datePlus(dateOf(now, office.timeZone), DAYS_AHEAD)) {
    fields.fault('date', 'rate/too-far', 'must be within a year');
  }
}

function readRate(fields: Fields, text: string | number): Rate | null {
  const read = parseRate(text);
  if ('rate' in read) return read.rate;
  fields.fault('rate', `rate/${read.fault}`, RATE_MESSAGES[read.fault]);
  return null;
}

/** Ten times its neighbour is more likely a slip than a market. */
function checkJump({ store, office }: Transaction, fields: Fields, { currency, date }: RateBody, rate: Rate): void {
  const before = store.rates.at(office.currency, currency, date);
  const after = store.rates.after(office.currency, currency, date);
  const far = [before, after].find((one) => one !== null && isJump(one.rate, rate));
  if (!far) return;
  const message = `is far off the rate of ${far.date}, ${far.rate}; confirm it if it is right`;
  fields.fault('rate', 'rate/jump', message, { rate: far.rate, date: far.date });
}
