// The amount, as large as the screen allows, with the currency's sign where the locale writes it.
import { showAmount } from '../../kit/amount-text.ts';
import { currencySign, type Money } from '../../kit/format.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';

interface AmountProps {
  amount: string;
  /** Another money than the board's. */
  money: Money | null;
  isMissing: boolean;
  /** Null where the office lists no other currency. */
  onCurrency: (() => void) | null;
}

export function Amount({ amount, money, isMissing, onCurrency }: AmountProps) {
  const t = useText(winText);
  const locale = useLocale();
  const units = useUnits();
  const { sign, isBefore } = currencySign(money ?? units, locale);
  const shown = showAmount(amount, locale);
  const empty = amount === '' ? ' amount-empty' : '';
  const sized = { '--length': String(shown.length + sign.length * 0.7) };
  const mark = onCurrency ? (
    <button
      type="button"
      class="amount-sign amount-currency"
      aria-haspopup="dialog"
      aria-label={`${t('currency')}: ${(money ?? units).currency}`}
      onClick={onCurrency}
    >
      {sign}
      <span aria-hidden="true">▾</span>
    </button>
  ) : (
    <i class="amount-sign">{sign}</i>
  );
  return (
    <output
      class={`amount${empty}${isMissing ? ' amount-missing' : ''}`}
      style={sized}
      tabIndex={-1}
      data-fault="amount"
      aria-label={`${t('amount')}: ${shown} ${sign}`}
    >
      {isBefore && mark}
      <b class="figure">{shown}</b>
      {!isBefore && mark}
    </output>
  );
}
