// When the office works: its week, its holidays, and ready-made lists to take them from (rules QT3, HO1, HO2).
import type { KnownSettings, OfficeSettings, Session } from '../../../../shared/schemas/office.ts';
import { useText } from '../../../kit/ui/locale.ts';
import { ProblemNote } from '../../../kit/ui/Problem.tsx';
import { minuteOf, timeOf } from '../../../kit/times.ts';
import { SaveBar } from '../../SaveBar.tsx';
import { SettingConflicts } from '../../settings/SettingConflicts.tsx';
import { useOfficeDraft } from '../../settings/use-office-draft.ts';
import { WorkWeekFields } from '../../settings/WorkWeekFields.tsx';
import { HolidayList, type Holidays } from './HolidayList.tsx';
import { ReadyHolidays } from './ReadyHolidays.tsx';
import { timeText } from './texts.ts';

interface TimeViewProps {
  session: Session;
  onOffice: (office: OfficeSettings) => void;
}

interface TimeForm {
  workingDays: readonly number[];
  dayStarts: string;
  dayEnds: string;
  /** Names by date, "" for none. */
  holidays: Holidays;
}

function formOf({ workingDays, dayStartsMinute, dayEndsMinute, holidays, holidayNames }: OfficeSettings): TimeForm {
  return {
    workingDays,
    dayStarts: timeOf(dayStartsMinute),
    dayEnds: timeOf(dayEndsMinute),
    holidays: new Map([...holidays].sort().map((date) => [date, holidayNames[date] ?? ''])),
  };
}

function settingsOf({ workingDays, dayStarts, dayEnds, holidays }: TimeForm): KnownSettings {
  return {
    workingDays: [...workingDays].sort((a, b) => a - b),
    dayStartsMinute: minuteOf(dayStarts),
    dayEndsMinute: minuteOf(dayEnds),
    holidays: [...holidays.keys()],
    holidayNames: Object.fromEntries([...holidays].filter(([, name]) => name.trim() !== '')),
  };
}

export function TimeView({ session, onOffice }: TimeViewProps) {
  const t = useText(timeText);
  const draft = useOfficeDraft({
    name: `time ${session.user.id}`,
    office: session.office,
    onOffice,
    toForm: formOf,
    toSettings: settingsOf,
  });
  const { form, set, submit } = draft;
  const put = (days: readonly (readonly [date: string, name: string])[]) => {
    set({ holidays: new Map([...form.holidays, ...days].sort(([a], [b]) => (a < b ? -1 : 1))) });
  };
  return (
    <form
      class="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <fieldset class="panel">
        <legend>{t('week')}</legend>
        <p class="quiet small">{t('lead')}</p>
        <WorkWeekFields form={form} set={set} errorOf={(field) => submit.fieldError(field)} isRequired />
      </fieldset>
      <HolidayList
        holidays={form.holidays}
        onPut={put}
        onRemove={(date) => set({ holidays: new Map([...form.holidays].filter(([other]) => other !== date)) })}
      />
      <ReadyHolidays holidays={form.holidays} onTake={put} />
      <ProblemNote error={submit.error} shown={['dayStartsMinute', 'dayEndsMinute']} />
      <SaveBar isBusy={submit.isBusy} isSaved={draft.isSaved} />
      <SettingConflicts draft={draft} />
    </form>
  );
}
