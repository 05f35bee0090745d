// Which wins are celebrated, how much, and whether colleagues' congratulations are shown.
import { CheckField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { Submit } from '../../kit/ui/submit.ts';
import { AmountInput, UNREADABLE_AMOUNT } from '../AmountInput.tsx';
import { LEVELS, type Level } from './look-form.ts';
import type { LookFieldsProps } from './LookFields.tsx';
import { wallText } from './texts.ts';

interface CelebrationFieldsProps extends LookFieldsProps {
  /** Steps that cannot be read. */
  wrong: readonly Level[];
  fieldError: Submit['fieldError'];
}

export function CelebrationFields({ form, set, wrong, fieldError }: CelebrationFieldsProps) {
  const t = useText(wallText);
  return (
    <fieldset class="panel form">
      <legend>{t('celebrations')}</legend>
      <div class="form-grid">
        {LEVELS.map((level) => (
          <AmountInput
            key={level}
            label={t(level)}
            text={form[level]}
            onText={(text) => set({ [level]: text })}
            error={wrong.includes(level) ? UNREADABLE_AMOUNT : fieldError(level)}
          />
        ))}
      </div>
      <p class="small quiet">{t('levelsHint')}</p>
      <CheckField
        label={t('showCheers')}
        hint={t('showCheersHint')}
        isOn={form.showCheers}
        onChange={(showCheers) => set({ showCheers })}
      />
    </fieldset>
  );
}
