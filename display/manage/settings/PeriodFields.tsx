// The calendar that periods follow, with those that it brings. Rules TM3, TM4, PD7–PD9.
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS } from '../../../shared/calendar/week-year.ts';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { monthNames, weekdayNames } from '../day-names.ts';
import { ComingTable } from '../periods/ComingTable.tsx';
import { calendarText } from './calendar-texts.ts';
import { CalendarEffects } from './CalendarEffects.tsx';
import type { OfficeFieldsProps } from './office-fields.ts';
import { Part } from './Part.tsx';
import { KEYS_OF } from './parts.ts';

const UNITS = ['week', 'month', 'quarter', 'half', 'year', 'custom'] as const;

export function PeriodFields(fields: OfficeFieldsProps) {
  const t = useText(calendarText);
  const locale = useLocale();
  const { form, set, fault } = fields;
  const numbered = (names: readonly string[]) => names.map((label, index) => ({ value: String(index + 1), label }));
  return (
    <Part id="periods" lead={t(form.periodUnit === 'custom' ? 'leadCustom' : 'lead')}>
      <div class="form-grid form-grid-3">
        <SelectField
          label={t('periodUnit')}
          value={form.periodUnit}
          choices={UNITS.map((unit) => ({ value: unit, label: t(unit) }))}
          onValue={(periodUnit) => set({ periodUnit })}
          error={fault('periodUnit')}
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
          error={fault('yearPattern')}
        />
        {form.yearPattern !== 'months' && <WeekYearFields {...fields} />}
      </div>
      <Coming {...fields} />
    </Part>
  );
}

/** The coming periods, with what was changed as if it were saved (rule PD12). */
function Coming({ patch, effects: { last, now, error } }: OfficeFieldsProps) {
  const t = useText(calendarText);
  const isChanged = KEYS_OF.periods?.some((key) => key in patch) ?? false;
  const view = now ?? last;
  return (
    <div class="calendar-preview">
      {isChanged && now && <CalendarEffects view={now} />}
      <ProblemNote error={error} />
      {view && (
        <>
          <h3>{t(isChanged || patch.timeZone !== undefined ? 'comingIf' : 'coming')}</h3>
          <ComingTable items={view.coming} timeZone={view.office.timeZone} />
        </>
      )}
    </div>
  );
}

/** Both say what the week and the fiscal month make of them: there is no weekday and no month to set beside those. */
function WeekYearFields({ form, set, fault }: OfficeFieldsProps) {
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
        error={fault('yearEnd')}
      />
      <SelectField
        label={t('longQuarter')}
        value={form.longQuarter}
        choices={LONG_QUARTERS.map((quarter) => ({ value: String(quarter), label: t('quarterNumber', { quarter }) }))}
        onValue={(longQuarter) => set({ longQuarter })}
        error={fault('longQuarter')}
      />
    </>
  );
}
