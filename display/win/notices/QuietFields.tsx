// The hours in which the phone is to say nothing.
import type { FieldError } from '../../../shared/problem.ts';
import { minuteOf, timeOf } from '../../kit/times.ts';
import { CheckField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { noticesText } from './texts.ts';

interface QuietFieldsProps {
  /** Minutes after midnight; null for none. */
  from: number | null;
  to: number | null;
  error: FieldError | undefined;
  onChange: (from: number | null, to: number | null) => void;
}

const NIGHT = [21 * 60, 7 * 60] as const;

export function QuietFields({ from, to, error, onChange }: QuietFieldsProps) {
  const t = useText(noticesText);
  const isOn = from !== null && to !== null;
  return (
    <fieldset>
      <CheckField
        label={t('quiet')}
        hint={t('quietHint')}
        isOn={isOn}
        onChange={(wants) => (wants ? onChange(...NIGHT) : onChange(null, null))}
      />
      {isOn && (
        <div class="hours">
          <TextField
            label={t('from')}
            value={timeOf(from)}
            onValue={(text) => onChange(text === '' ? from : minuteOf(text), to)}
            input={{ type: 'time', required: true }}
          />
          <TextField
            label={t('to')}
            value={timeOf(to)}
            error={error}
            onValue={(text) => onChange(from, text === '' ? to : minuteOf(text))}
            input={{ type: 'time', required: true }}
          />
        </div>
      )}
    </fieldset>
  );
}
