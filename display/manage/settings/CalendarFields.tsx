// When the office works: what pace counts by (rule QT3).
import { AreaField, CheckField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import type { OfficeFieldsProps } from './office-fields.ts';
import { weekdayNames } from './day-names.ts';
import { settingsText } from './texts.ts';

export function CalendarFields({ form, set, submit }: OfficeFieldsProps) {
  const t = useText(settingsText);
  const locale = useLocale();
  const toggle = (day: number) => (isOn: boolean) =>
    set({ workingDays: isOn ? [...form.workingDays, day] : form.workingDays.filter((one) => one !== day) });
  return (
    <fieldset class="panel">
      <legend>{t('calendarPart')}</legend>
      <p class="quiet small">{t('calendarLead')}</p>
      <div class="weekdays" role="group" aria-label={t('workingDays')}>
        {weekdayNames(locale).map((name, index) => (
          <CheckField
            key={name}
            label={name}
            isOn={form.workingDays.includes(index + 1)}
            onChange={toggle(index + 1)}
          />
        ))}
      </div>
      <div class="form-grid">
        <TextField
          label={t('dayStarts')}
          value={form.dayStarts}
          onValue={(dayStarts) => set({ dayStarts })}
          error={submit.fieldError('dayStartsMinute')}
          input={{ type: 'time', required: true }}
        />
        <TextField
          label={t('dayEnds')}
          value={form.dayEnds}
          onValue={(dayEnds) => set({ dayEnds })}
          error={submit.fieldError('dayEndsMinute')}
          input={{ type: 'time', required: true }}
        />
      </div>
      <AreaField
        label={t('holidays')}
        hint={t('holidaysHint')}
        value={form.holidays}
        onValue={(holidays) => set({ holidays })}
        error={submit.fieldError('holidays')}
      />
    </fieldset>
  );
}
