// Another currency for the office's board. What was sold and announced is told in the one that it had: so it changes only
// while nothing has been sold. Rule MO10.
import { exponentOf } from '../../shared/currencies.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { Fields } from './fields.ts';
import type { Transaction } from './transaction.ts';

/** Changes `office` to another currency, and clears amounts that meant the old one; the fault names `currency`. */
export function changeCurrency(
  transaction: Transaction,
  fields: Fields,
  office: OfficeSettings,
  currency: string,
): void {
  const { store } = transaction;
  const exponent = exponentOf(currency);
  if (exponent === undefined) {
    fields.fault('currency', 'office/currency', 'is no active ISO 4217 currency');
    return;
  }
  // What waits for a manager may still be sold.
  const deals = store.search.count() + store.pending.open().length;
  if (deals > 0) {
    const values = { currency: transaction.office.currency, count: String(deals) };
    const message =
      `cannot change any more: ${deals} deals and what was announced of them are in ${values.currency}. ` +
      `Deals in ${currency} can be posted as they are once it has a rate; for another board, set up another office`;
    fields.fault('currency', 'office/currency-in-use', message, values);
    return;
  }
  Object.assign(office, { currency, exponent, defaultQuotaMinor: null });
  store.quotas.removeRevenue();
  store.forecasts.removeRevenue();
  store.closingRules.removeRevenue();
  store.pending.setAbove(null);
  const wall = store.wall.read();
  store.wall.write({ ...wall, celebrateFromMinor: null, bigFromMinor: null, hugeFromMinor: null });
  for (const type of ['quotas', 'forecasts', 'periods', 'pending', 'walls'] as const)
    transaction.changes.push({ type });
}
