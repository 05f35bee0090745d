// An amount as it was posted, in whatever currency that was.
import { parseAmount } from '../../../shared/money.ts';
import { showAmount } from '../../kit/amount-text.ts';
import { useFormats, useUnits } from '../../kit/ui/formats.ts';
import { useLocale } from '../../kit/ui/locale.ts';

/** Writes a plain decimal of the board's currency, or of the one that is named. */
export function usePostedAmount(): (amount: string | number, currency: string | undefined) => string {
  const { money } = useFormats();
  const { exponent } = useUnits();
  const locale = useLocale();
  return (amount, currency) => {
    if (currency !== undefined) return `${showAmount(String(amount), locale)} ${currency}`;
    const parsed = parseAmount(amount, exponent);
    return money('minor' in parsed ? parsed.minor : 0);
  };
}
