// The calendar that periods follow, with those that it brings. Rules TM3, TM4, PD7–PD9.
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS } from '../../../shared/calendar/week-year.ts';
import type { OfficePatch, OfficeSettings } from '../../../shared/schemas/office.ts';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { monthNames, weekdayNames } from '../day-names.ts';
import { calendarText } from './calendar-texts.ts';
import { CalendarPreview } from './CalendarPreview.tsx';
import type { OfficeFieldsProps } from './office-fields.ts';

const UNITS = ['week', 'month', 'quarter', 'half', 'year', 'custom'] as const;

interface PeriodFieldsProps extends OfficeFieldsProps {
  /** All that was changed in the form. */
  patch: OfficePatch;
  office: OfficeSettings;
}

export function PeriodFields({ patch, office, ...fields }: PeriodFieldsProps) {
  const t = useText(calendarText);
  const locale = useLocale();
  const { form, set, submit } = fields;
  const numbered = (names: readonly string[]) => names.map((label, index) => ({ value: String(index + 1), label }));
  return (
    <fieldset class="panel">
      <legend>{t('part')}</legend>
      <p class="quiet small">{t(form.periodUnit === 'custom' ? 'leadCustom' : 'lead')}</p>
      <div class="form-grid">
        <SelectField
          label={t('periodUnit')}
          value={form.periodUnit}
          choices={UNITS.map((unit) => ({ value: unit, label: t(unit) }))}
          onValue={(periodUnit) => set({ periodUnit })}
          error={submit.fieldError('periodUnit')}
        />
        <SelectField
          label={t('weekStart')}
          value={form.weekStart}
          choices={numbered(weekdayNames(locale))}
          onValue={(weekStart) => set({ weekStart })}
        />
        <SelectField
          label={t('fiscalStartMonth')}
          value={form.fiscalStartMonth}
          choices={numbered(monthNames(locale))}
          onValue={(fiscalStartMonth) => set({ fiscalStartMonth })}
        />
        <SelectField
          label={t('yearPattern')}
          value={form.yearPattern}
          choices={YEAR_PATTERNS.map((pattern) => ({ value: pattern, label: t(pattern) }))}
          onValue={(yearPattern) => set({ yearPattern })}
          error={submit.fieldError('yearPattern')}
        />
        {form.yearPattern !== 'months' && <WeekYearFields {...fields} />}
      </div>
      <CalendarPreview patch={patch} office={office} />
    </fieldset>
  );
}

/** Both say what the week and the fiscal month make of them: there is no weekday and no month to set beside those. */
function WeekYearFields({ form, set, submit }: OfficeFieldsProps) {
  const t = useText(calendarText);
  const locale = useLocale();
  const weekday = weekdayNames(locale)[(Number(form.weekStart) + 5) % 7] ?? '';
  const place = (Number(form.fiscalStartMonth) + 10) % 12;
  const names = { weekday, month: monthNames(locale)[place] ?? '', number: place + 1 };
  return (
    <>
      <SelectField
        label={t('yearEnd')}
        value={form.yearEnd}
        choices={YEAR_ENDS.map((end) => ({ value: end, label: t(end, names) }))}
        onValue={(yearEnd) => set({ yearEnd })}
        error={submit.fieldError('yearEnd')}
      />
      <SelectField
        label={t('longQuarter')}
        value={form.longQuarter}
        choices={LONG_QUARTERS.map((quarter) => ({ value: String(quarter), label: t('quarterNumber', { quarter }) }))}
        onValue={(longQuarter) => set({ longQuarter })}
        error={submit.fieldError('longQuarter')}
      />
    </>
  );
}
