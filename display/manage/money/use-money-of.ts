// Amounts in whatever currency a deal was agreed in, and rates as the locale writes them.
import { exponentOf } from '../../../shared/currencies.ts';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { showAmount } from '../../kit/amount-text.ts';
import { formatDate, formatMoney, type Money } from '../../kit/format.ts';
import { useLocale } from '../../kit/ui/locale.ts';

export function moneyOf(currency: string): Money {
  return { currency, exponent: exponentOf(currency) ?? 0 };
}

/** The money that a deal was agreed in. */
export function dealMoney({ original, currency }: Pick<DealView, 'original' | 'currency'>): Money {
  return moneyOf(original?.currency ?? currency);
}

export function useMoneyOf() {
  const locale = useLocale();
  return {
    /** Minor units of a currency, every digit. */
    money: (minor: number, currency: string) => formatMoney(minor, moneyOf(currency), locale),
    /** A plain decimal: a rate. */
    decimal: (text: string) => showAmount(text, locale),
    /** A local date (YYYY-MM-DD). */
    date: (date: string) => formatDate(Date.parse(`${date}T12:00:00Z`), 'UTC', locale),
  };
}
