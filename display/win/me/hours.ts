// Working time as the formula of pace shows it: quarter hours are exact with two decimals.
import { useCallback } from 'preact/hooks';
import { useLocale } from '../../kit/ui/locale.ts';

export function useHours(): (minutes: number) => string {
  const locale = useLocale();
  return useCallback(
    (minutes) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(minutes / 60),
    [locale],
  );
}
