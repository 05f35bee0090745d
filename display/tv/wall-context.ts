// What every part of the wall needs to write a figure: language, words, currency, the server's clock.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { OfficeView } from '../../shared/patch.ts';
import { compactMoney, currencySign, formatCount, type Compact } from '../kit/format.ts';
import type { Locale, Translate } from '../kit/i18n.ts';
import type { Word } from './words.ts';

export interface WallContextValue {
  locale: Locale;
  say: Translate<Word>;
  office: OfficeView;
  /** The server's time. */
  now: () => number;
}

export const WallContext = createContext<WallContextValue | null>(null);

export function useWall(): WallContextValue {
  const value = useContext(WallContext);
  if (!value) throw new Error('outside of a wall');
  return value;
}

/** A value of the board's metric, as a row has room for it: its currency only where that comes first ("$12.4" "K"). */
export function metricFigure(value: number, isMoney: boolean, wall: WallContextValue): Compact {
  return isMoney ? shortFigure(value, wall) : { figure: formatCount(value, wall.locale), unit: '' };
}

export function shortFigure(minor: number, { office, locale }: WallContextValue): Compact {
  const { figure, unit } = compactMoney(minor, office, locale);
  const { sign, isBefore } = currencySign(office, locale);
  return { figure: isBefore ? sign + figure : figure, unit };
}

/** An amount with its currency, for where it stands alone: "16,4" "tỷ ₫", "$2.48" "M". */
export function signedFigure(minor: number, units: 'short' | 'long', { office, locale }: WallContextValue): Compact {
  const { figure, unit } = compactMoney(minor, office, locale, units);
  const { sign, isBefore } = currencySign(office, locale);
  return isBefore ? { figure: sign + figure, unit } : { figure, unit: `${unit} ${sign}`.trim() };
}

/** A figure and its unit in one text. */
export function inline({ figure, unit }: Compact, locale: Locale): string {
  return unit === '' ? figure : `${figure}${locale === 'en' && unit.length === 1 ? '' : '\u00a0'}${unit}`;
}

/** A text that depends on the time, read again every second and drawn when it changes. */
export function useTicking(read: () => string): string {
  const [text, setText] = useState(read);
  useEffect(() => {
    const look = (): void => setText(read);
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [read]);
  return text;
}
