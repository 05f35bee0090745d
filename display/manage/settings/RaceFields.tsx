// How the race is run: the period that opens by itself, and ties.
import { SelectField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import type { OfficeFieldsProps } from './office-fields.ts';
import { settingsText } from './texts.ts';
import { monthNames, weekdayNames } from '../day-names.ts';

const UNITS = ['week', 'month', 'quarter', 'half', 'year'] as const;

export function RaceFields({ form, set, submit }: OfficeFieldsProps) {
  const t = useText(settingsText);
  const locale = useLocale();
  const numbered = (names: readonly string[]) => names.map((label, index) => ({ value: String(index + 1), label }));
  return (
    <fieldset class="panel">
      <legend>{t('racePart')}</legend>
      <div class="form-grid">
        <SelectField
          label={t('periodUnit')}
          value={form.periodUnit}
          choices={UNITS.map((unit) => ({ value: unit, label: t(unit) }))}
          onValue={(periodUnit) => set({ periodUnit })}
          error={submit.fieldError('periodUnit')}
        />
        <SelectField
          label={t('fiscalStartMonth')}
          value={form.fiscalStartMonth}
          choices={numbered(monthNames(locale))}
          onValue={(fiscalStartMonth) => set({ fiscalStartMonth })}
        />
        <SelectField
          label={t('weekStart')}
          value={form.weekStart}
          choices={numbered(weekdayNames(locale))}
          onValue={(weekStart) => set({ weekStart })}
        />
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
