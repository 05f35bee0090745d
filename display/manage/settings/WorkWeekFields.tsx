// On which days and in which hours the office works (rule QT3).
import type { FieldError } from '../../../shared/problem.ts';
import { TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { Weekdays } from '../Weekdays.tsx';
import { settingsText } from './texts.ts';

interface WorkWeekForm {
  workingDays: readonly number[];
  /** "08:00". */
  dayStarts: string;
  dayEnds: string;
}

interface WorkWeekFieldsProps {
  form: WorkWeekForm;
  set: (change: Partial<WorkWeekForm>) => void;
  /** What is wrong with a field, by the API's name for it. */
  errorOf: (field: string) => FieldError | undefined;
  /** Whether the browser asks for the hours; else their absence is said as a fault. */
  isRequired?: boolean;
}

export function WorkWeekFields({ form, set, errorOf, isRequired = false }: WorkWeekFieldsProps) {
  const t = useText(settingsText);
  return (
    <>
      <Weekdays label={t('workingDays')} days={form.workingDays} onDays={(workingDays) => set({ workingDays })} />
      <div class="form-grid">
        {(['dayStarts', 'dayEnds'] as const).map((field) => (
          <TextField
            key={field}
            label={t(field)}
            value={form[field]}
            onValue={(value) => set({ [field]: value })}
            error={errorOf(`${field}Minute`)}
            input={{ type: 'time', required: isRequired }}
          />
        ))}
      </div>
    </>
  );
}
