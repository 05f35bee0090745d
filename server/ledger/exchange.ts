// A deal's amount in its own currency becomes the board's, at a rate that is frozen with it. Rules MO5–MO9.
import { exponentOf } from '../../shared/currencies.ts';
import type { Deal, Original } from '../../shared/deal.ts';
import { convert } from '../../shared/exchange.ts';
import { formatMinor, MAX_AMOUNT_MINOR } from '../../shared/money.ts';
import { dateOf } from '../../shared/time.ts';
import type { DatedRate } from '../store/rates.ts';
import type { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

export interface DealMoney {
  /** The board's minor units; 0 after a fault. */
  amountMinor: number;
  original: Original | null;
}

interface Agreed {
  amount: string | number;
  currency: string;
  closedAt: number;
  /** What was frozen before, of a deal that is posted again or corrected. */
  frozen: Original | null;
}

/** Reads an amount in any currency; the faults name `amount` and `currency`. */
export function readMoney(transaction: Transaction, fields: Fields, agreed: Agreed): DealMoney {
  const { office } = transaction;
  const { amount, currency } = agreed;
  if (currency === office.currency) return { amountMinor: fields.amount('amount', amount), original: null };
  const exponent = exponentOf(currency);
  if (exponent === undefined) {
    fields.fault('currency', 'deal/currency', 'is no active ISO 4217 currency');
    return NOTHING;
  }
  return exchange(transaction, fields, { ...agreed, minor: fields.amount('amount', amount, exponent), exponent });
}

/** The same of minor units of the currency, as an import has read them. */
export function exchange(
  transaction: Transaction,
  fields: Fields,
  agreed: Omit<Agreed, 'amount'> & { minor: number; exponent: number },
): DealMoney {
  const { office } = transaction;
  const { minor, exponent, currency } = agreed;
  const found = rateOf(transaction, agreed);
  if ('missingOn' in found) {
    const values = { currency, date: found.missingOn };
    const message = `has no rate: ${currency} on ${found.missingOn} or before`;
    fields.fault('currency', 'deal/no-rate', message, values);
    return NOTHING;
  }
  if (minor === 0) return NOTHING;
  const amountMinor = convert(minor, exponent, found.rate, office.exponent);
  if (amountMinor === 0) {
    fields.fault('amount', 'amount/too-small', `comes to nothing in ${office.currency}`);
  } else if (amountMinor > MAX_AMOUNT_MINOR) {
    fields.fault('amount', 'amount/too-large', 'is too large');
  }
  const original = { amountMinor: minor, currency, rate: found.rate, rateDate: found.date };
  return { amountMinor: amountMinor > MAX_AMOUNT_MINOR ? 0 : amountMinor, original };
}

const NOTHING: DealMoney = { amountMinor: 0, original: null };

/** The frozen rate of the same currency, or else the one that holds on the day of the close. */
function rateOf(
  { store, office }: Transaction,
  { currency, closedAt, frozen }: Omit<Agreed, 'amount'>,
): DatedRate | { missingOn: string } {
  if (frozen?.currency === currency) return { rate: frozen.rate, date: frozen.rateDate };
  const date = dateOf(closedAt, office.timeZone);
  return store.rates.at(office.currency, currency, date) ?? { missingOn: date };
}

/** A deal's amount in the currency that it was agreed in, in minor units. */
export function agreedMinor({ amountMinor, original }: Pick<Deal, 'amountMinor' | 'original'>): number {
  return original?.amountMinor ?? amountMinor;
}

/** An amount of a deal's own currency as a plain decimal, with its currency. */
export function agreedText(deal: Pick<Deal, 'currency' | 'original'>, minor: number): string {
  const currency = deal.original?.currency ?? deal.currency;
  return formatMinor(minor, exponentOf(currency) ?? 0);
}

/** What a part of a deal's own amount is in the board's minor units; all of it is the deal's amount. Rule RC5. */
export function boardPart(deal: Pick<Deal, 'original' | 'currency'>, minor: number): number {
  const { original, currency } = deal;
  if (original === null) return minor;
  return convert(minor, exponentOf(original.currency) ?? 0, original.rate, exponentOf(currency) ?? 0);
}
