// When the office works: what pace counts by (rule QT3).
import { AreaField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import type { OfficeFieldsProps } from './office-fields.ts';
import { Weekdays } from '../Weekdays.tsx';
import { settingsText } from './texts.ts';

export function CalendarFields({ form, set, submit }: OfficeFieldsProps) {
  const t = useText(settingsText);
  return (
    <fieldset class="panel">
      <legend>{t('calendarPart')}</legend>
      <p class="quiet small">{t('calendarLead')}</p>
      <Weekdays label={t('workingDays')} days={form.workingDays} onDays={(workingDays) => set({ workingDays })} />
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
