// In which money the win is: the board's, or another one that has a rate.
import { showAmount } from '../../kit/amount-text.ts';
import { Dialog } from '../../kit/ui/Dialog.tsx';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import type { DraftMoney } from './draft.ts';
import { postText } from './texts.ts';

interface CurrencySheetProps {
  /** Null for the board's. */
  money: DraftMoney | null;
  currencies: readonly DraftMoney[];
  /** With the decimals of the board's money. */
  onPick: (money: DraftMoney | null, exponent: number) => void;
  onClose: () => void;
}

export function CurrencySheet({ money, currencies, onPick, onClose }: CurrencySheetProps) {
  const t = useText(postText);
  const locale = useLocale();
  const { currency: board, exponent } = useUnits();
  return (
    <Dialog title={t('currency')} isSheet onClose={onClose}>
      <ul class="picks">
        <li>
          <button type="button" class="pick" aria-pressed={money === null} onClick={() => onPick(null, exponent)}>
            {board}
          </button>
        </li>
        {currencies.map(({ currency, exponent: decimals, rate }) => (
          <li key={currency}>
            <button
              type="button"
              class="pick"
              aria-pressed={money?.currency === currency}
              onClick={() => onPick({ currency, exponent: decimals, rate }, exponent)}
            >
              {currency}{' '}
              <small class="quiet">{t('rateNow', { currency, rate: showAmount(rate, locale), board })}</small>
            </button>
          </li>
        ))}
      </ul>
      <p class="quiet small">{t('rateHint')}</p>
    </Dialog>
  );
}
