// What every part of the wall needs to write a figure: language, words, currency, the server's clock.
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { isMoney, type Metric } from '../../shared/metric.ts';
import type { Row } from '../../shared/board-view.ts';
import type { OfficeView } from '../../shared/patch.ts';
import type { FaultCode, Privacy, SoundState } from '../../shared/screen.ts';
import { compactMoney, currencySign, formatCount, percentFigure, type Compact } from '../kit/format.ts';
import type { Locale, Translate } from '../kit/i18n.ts';
import type { Word } from './words.ts';

export interface WallContextValue {
  locale: Locale;
  say: Translate<Word>;
  office: OfficeView;
  /** What the server has left out. */
  privacy: Privacy;
  /** Less motion, asked for by the viewer's device or for this screen. */
  calm: boolean;
  /** Whether this wall can be heard. */
  sound: SoundState;
  /** The server's time. */
  now: () => number;
  /** Tells the manager, never the wall, what could not be shown (rule SC7). */
  onFault: (code: FaultCode, detail: string) => void;
}

export const WallContext = createContext<WallContextValue | null>(null);

export function useWall(): WallContextValue {
  const value = useContext(WallContext);
  if (!value) throw new Error('outside of a wall');
  return value;
}

/** A value of the board's metric, as a row has room for it: its currency only where that comes first ("$12.4" "K"). */
export function metricFigure(value: number, metric: Metric, wall: WallContextValue): Compact {
  return isMoney(metric) ? shortFigure(value, wall) : { figure: formatCount(value, wall.locale), unit: '' };
}

/** An amount without its currency, where a column says it: "2,48" "tỷ"; nothing on a screen that has no amounts. */
export function shortFigure(minor: number, { office, locale, privacy }: WallContextValue): Compact {
  if (privacy.hideAmounts) return NOTHING;
  const { figure, unit } = compactMoney(minor, office, locale);
  const { sign, isBefore } = currencySign(office, locale);
  return { figure: isBefore ? sign + figure : figure, unit };
}

const NOTHING: Compact = { figure: '', unit: '' };

/** An amount with its currency, for where it stands alone: "16,4" "tỷ ₫", "$2.48" "M". */
export function signedFigure(minor: number, units: 'short' | 'long', wall: WallContextValue): Compact {
  const { office, locale, privacy } = wall;
  if (privacy.hideAmounts) return NOTHING;
  const { figure, unit } = compactMoney(minor, office, locale, units);
  const { sign, isBefore } = currencySign(office, locale);
  return isBefore ? { figure: sign + figure, unit } : { figure, unit: `${unit} ${sign}`.trim() };
}

/**
 * How a row's value is written as it counts up: money, a number, or percent of the quota on attainment boards and on
 * screens without amounts, whose values are parts of the quota (rule PV1).
 */
export function useRowFigure(row: Row, metric: Metric): (value: number) => Compact {
  const wall = useWall();
  const { quota } = row;
  const isPercent = metric === 'attainment' ? quota !== null : metric === 'revenue' && wall.privacy.hideAmounts;
  return useCallback(
    (value) => {
      if (!isPercent) return metricFigure(value, metric, wall);
      return quota === null ? NOTHING : { figure: percentFigure(value / quota, wall.locale), unit: '%' };
    },
    [isPercent, quota, metric, wall],
  );
}

/** A sum of the office in one text; `signed` with its currency, where that is not said beside it. */
export type SumText = (value: number, signed?: 'signed') => string;

/**
 * How a sum of the office in the board's metric is written; null on a screen without amounts, whose sums are parts of
 * the quota (rule PV1).
 */
export function useSumText(metric: Metric): SumText | null {
  const wall = useWall();
  return useMemo(() => {
    if (!isMoney(metric)) return (value) => formatCount(value, wall.locale);
    if (wall.privacy.hideAmounts) return null;
    return (value, signed) =>
      inline(signed ? signedFigure(value, 'short', wall) : shortFigure(value, wall), wall.locale);
  }, [metric, wall]);
}

/** A figure and its unit in one text. */
export function inline({ figure, unit }: Compact, locale: Locale): string {
  return unit === '' ? figure : `${figure}${locale === 'en' && unit.length === 1 ? '' : '\u00a0'}${unit}`;
}

/** Something that depends on the time, read again every second and drawn when it changes. */
export function useTicking<T extends string | number>(read: () => T): T {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const look = (): void => setNow(read);
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [read]);
  return now;
}
