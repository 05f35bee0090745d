// Figures as the page writes them: the office's money and zone, the page's language.
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import {
  compactMoney,
  currencySign,
  formatCount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatPercent,
  type Money,
} from '../format.ts';
import type { Locale } from '../i18n.ts';
import { useLocale } from './locale.ts';

export interface OfficeUnits extends Money {
  timeZone: string;
}

export const UnitsContext = createContext<OfficeUnits>({ currency: 'VND', exponent: 0, timeZone: 'UTC' });

export interface Formats {
  /** Every digit: 185.000.000 ₫. */
  money: (minor: number) => string;
  /** At a glance: 185 tr. */
  short: (minor: number) => string;
  percent: (ratio: number) => string;
  count: (count: number) => string;
  date: (at: number) => string;
  dateTime: (at: number) => string;
}

/** "185 tr" (₫ goes without saying in Vietnamese), "$1.2K". */
function shortMoney(minor: number, money: Money, locale: Locale): string {
  const { figure, unit } = compactMoney(minor, money, locale);
  const { sign, isBefore } = currencySign(money, locale);
  if (isBefore) return `${sign}${figure}${unit}`;
  return [figure, unit, money.currency === 'VND' ? '' : sign].filter(Boolean).join(' ');
}

export function useUnits(): OfficeUnits {
  return useContext(UnitsContext);
}

export function useFormats(): Formats {
  const units = useUnits();
  const locale = useLocale();
  return useMemo(() => {
    return {
      money: (minor) => formatMoney(minor, units, locale),
      short: (minor) => shortMoney(minor, units, locale),
      percent: (ratio) => formatPercent(ratio, locale),
      count: (count) => formatCount(count, locale),
      date: (at) => formatDate(at, units.timeZone, locale),
      dateTime: (at) => formatDateTime(at, units.timeZone, locale),
    };
  }, [units, locale]);
}
