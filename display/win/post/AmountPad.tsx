// The amount pad: our own keys, so that no keyboard comes up for the amount.
import { pressKey, type PadKey } from './amount-pad.ts';
import { separatorsOf } from '../../kit/amount-text.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { DeleteMark } from '../DeleteMark.tsx';
import { winText } from '../texts.ts';

const DIGITS: readonly PadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface AmountPadProps {
  amount: string;
  /** Decimals of the money that is typed. */
  exponent: number;
  onAmount: (amount: string) => void;
}

export function AmountPad({ amount, exponent, onAmount }: AmountPadProps) {
  const t = useText(winText);
  const { decimal } = separatorsOf(useLocale());
  const press = (key: PadKey) => onAmount(pressKey(amount, key, exponent));
  return (
    <div class="pad" role="group" aria-label={t('pad')}>
      {DIGITS.map((digit) => (
        <button key={digit} type="button" class="key figure" onClick={() => press(digit)}>
          {digit}
        </button>
      ))}
      {exponent === 0 ? (
        <button type="button" class="key key-side figure" onClick={() => press('000')}>
          000
        </button>
      ) : (
        <button type="button" class="key key-side figure" aria-label={t('point')} onClick={() => press('point')}>
          {decimal}
        </button>
      )}
      <button type="button" class="key figure" onClick={() => press('0')}>
        0
      </button>
      <button type="button" class="key key-side" aria-label={t('delete')} onClick={() => press('delete')}>
        <DeleteMark />
      </button>
    </div>
  );
}
