// How the race is run where ranks tie.
import { SelectField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { OfficeFieldsProps } from './office-fields.ts';
import { settingsText } from './texts.ts';

export function RaceFields({ form, set }: OfficeFieldsProps) {
  const t = useText(settingsText);
  return (
    <fieldset class="panel">
      <legend>{t('racePart')}</legend>
      <div class="form-grid">
        <SelectField
          label={t('ties')}
          value={form.ties}
          choices={[
            { value: 'competition', label: t('competition') },
            { value: 'dense', label: t('dense') },
          ]}
          onValue={(ties) => set({ ties })}
        />
      </div>
    </fieldset>
  );
}
