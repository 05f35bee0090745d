// Figures, dates and names as people read them. Intl's compact notation and dateStyle do not exist on the oldest
// screens, so large amounts are shortened here; formatters are made once.
import type { Locale } from './i18n.ts';

export interface Money {
  currency: string;
  /** Decimals of the currency (ISO 4217). */
  exponent: number;
}

/** A figure and the unit beside it, which is set smaller: "2,48" "tỷ". */
export interface Compact {
  figure: string;
  unit: string;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, decimals: number, currency?: string): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${currency ?? ''}`;
  let format = numberFormats.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat(
      locale,
      currency === undefined ? digits : { style: 'currency', currency, ...digits },
    );
    numberFormats.set(key, format);
  }
  return format;
}

/** A whole number with the locale's separators. */
export function formatCount(count: number, locale: Locale): string {
  return numberFormat(locale, 0).format(count);
}

/** An amount in full: "185.000.000 ₫", "$1,250.50". */
export function formatMoney(minor: number, { currency, exponent }: Money, locale: Locale): string {
  return numberFormat(locale, exponent, currency).format(minor / 10 ** exponent);
}

/** The currency's sign, and whether the locale writes it before the figure. */
export function currencySign({ currency }: Money, locale: Locale): { sign: string; isBefore: boolean } {
  const zero = numberFormat(locale, 0, currency).format(0);
  return { sign: zero.replace(/[\d\s]/g, ''), isBefore: !/^\d/.test(zero) };
}

type Scale = readonly [from: number, short: string, long: string];

const SCALES: Record<Locale, readonly Scale[]> = {
  vi: [
    [1e9, 'tỷ', 'tỷ'],
    [1e6, 'tr', 'triệu'],
  ],
  en: [
    [1e12, 'T', 'trillion'],
    [1e9, 'B', 'billion'],
    [1e6, 'M', 'million'],
    [1e3, 'K', ''],
  ],
};

/**
 * An amount in three digits and a unit: 2,48 tỷ, 980 tr; 2.48B, 12.4K. Cut, not rounded: a board never shows more
 * than was sold. The `long` units are words (triệu, million) and leave thousands in digits.
 */
export function compactMoney(
  minor: number,
  { exponent }: Money,
  locale: Locale,
  units: 'short' | 'long' = 'short',
): Compact {
  const one = 10 ** exponent;
  const size = Math.abs(minor);
  for (const [from, short, long] of SCALES[locale]) {
    const unit = units === 'short' ? short : long;
    const step = from * one;
    if (size < step || unit === '') continue;
    const decimals = size >= 100 * step || size % step === 0 ? 0 : size >= 10 * step ? 1 : 2;
    return { figure: cut(minor, step, decimals, locale), unit };
  }
  const decimals = size < 1000 * one && size % one !== 0 ? exponent : 0;
  return { figure: cut(minor, one, decimals, locale), unit: '' };
}

/** `minor` in steps, cut to so many decimals; whole numbers until the very end, so that nothing is lost. */
function cut(minor: number, step: number, decimals: number, locale: Locale): string {
  const factor = 10 ** decimals;
  const grain = step / factor;
  return numberFormat(locale, decimals).format((minor - (minor % grain)) / grain / factor);
}

/** Whole percent, cut: 100 % means reached. */
export function formatPercent(ratio: number, locale: Locale): string {
  return `${percentFigure(ratio, locale)}%`;
}

/** The figure of `formatPercent` alone, where the sign is set smaller. */
export function percentFigure(ratio: number, locale: Locale): string {
  return formatCount(Math.floor(ratio * 100 + 1e-6), locale);
}

const DATE_LOCALE: Record<Locale, string> = { vi: 'vi', en: 'en-GB' };
const DATE: Record<Locale, Intl.DateTimeFormatOptions> = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' },
};
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  kind: string,
  locale: Locale,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${timeZone}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(DATE_LOCALE[locale], { ...options, timeZone: knownZone(timeZone) });
    dateFormats.set(key, format);
  }
  return format;
}

/** The zone itself, or UTC where an old screen does not know it by that name. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** "24/11/2026", "24 Nov 2026". */
export function formatDate(at: number, timeZone: string, locale: Locale): string {
  return dateFormat('date', locale, timeZone, DATE[locale]).format(at);
}

/** "15:42", in either language. */
export function formatTime(at: number, timeZone: string, locale: Locale): string {
  return dateFormat('time', locale, timeZone, TIME).format(at).replace(/^24/, '00');
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The weekday (ISO, 1 Monday) and the minute of an instant in a zone. */
export function momentOf(at: number, timeZone: string): { weekday: number; minute: number } {
  const weekday = dateFormat('weekday', 'en', timeZone, { weekday: 'short' }).format(at);
  const [hour = 0, minute = 0] = formatTime(at, timeZone, 'en').split(':').map(Number);
  return { weekday: WEEKDAYS.indexOf(weekday) + 1, minute: hour * 60 + minute };
}

/** "15:42 24/11/2026, "24 Nov 2026, 15:42". */
export function formatDateTime(at: number, timeZone: string, locale: Locale): string {
  const date = formatDate(at, timeZone, locale);
  const time = formatTime(at, timeZone, locale);
  return locale === 'vi' ? `${time} ${date}` : `${date}, ${time}`;
}
