// An amount in the office's money, written as one likes ("1,5 tỷ", "2.5M") and shown grouped once it is left.
import type { FieldError } from '../../shared/problem.ts';
import { readAmount, showAmount } from '../kit/amount-text.ts';
import type { Money } from '../kit/format.ts';
import { useUnits } from '../kit/ui/formats.ts';
import { TextField } from '../kit/ui/Field.tsx';
import { useLocale } from '../kit/ui/locale.ts';

interface AmountInputProps {
  label: string;
  hint?: string;
  /** What is in the field, as written. */
  text: string;
  onText: (text: string) => void;
  error?: FieldError | undefined;
  /** Another money than the office's. */
  money?: Money;
}

export function AmountInput({ label, hint, text, onText, error, money }: AmountInputProps) {
  const units = useUnits();
  const { exponent, currency } = money ?? units;
  const locale = useLocale();
  const tidy = () => {
    const amount = readAmount(text, locale, exponent);
    if (amount !== null) onText(showAmount(amount, locale));
  };
  return (
    <TextField
      label={`${label} (${currency})`}
      hint={hint}
      value={text}
      onValue={onText}
      error={error}
      input={{ inputMode: 'decimal', autocomplete: 'off', onBlur: tidy }}
    />
  );
}

/** A field error for an amount that cannot be read, as the API would give it. */
export const UNREADABLE_AMOUNT: FieldError = { field: 'amount', code: 'amount/not-a-number', message: '' };
