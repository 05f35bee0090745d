// The amount, as large as the screen allows, with the currency's sign where the locale writes it.
import { showAmount } from '../../kit/amount-text.ts';
import { currencySign } from '../../kit/format.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { winText } from '../texts.ts';

export function Amount({ amount, isMissing }: { amount: string; isMissing: boolean }) {
  const t = useText(winText);
  const locale = useLocale();
  const units = useUnits();
  const { sign, isBefore } = currencySign(units, locale);
  const shown = showAmount(amount, locale);
  const empty = amount === '' ? ' amount-empty' : '';
  const sized = { '--length': String(shown.length + sign.length * 0.7) };
  return (
    <output
      class={`amount${empty}${isMissing ? ' amount-missing' : ''}`}
      style={sized}
      tabIndex={-1}
      data-fault="amount"
      aria-label={`${t('amount')}: ${shown} ${sign}`}
    >
      {isBefore && <i class="amount-sign">{sign}</i>}
      <b class="figure">{shown}</b>
      {!isBefore && <i class="amount-sign">{sign}</i>}
    </output>
  );
}
