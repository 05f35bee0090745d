// Weekdays to tick, Monday first.
import { CheckField } from '../kit/ui/Field.tsx';
import { useLocale } from '../kit/ui/locale.ts';
import { weekdayNames } from './day-names.ts';

interface WeekdaysProps {
  label: string;
  /** ISO: 1 Monday … 7 Sunday. */
  days: readonly number[];
  onDays: (days: readonly number[]) => void;
}

export function Weekdays({ label, days, onDays }: WeekdaysProps) {
  const locale = useLocale();
  const toggle = (day: number) => (isOn: boolean) => onDays(isOn ? [...days, day] : days.filter((one) => one !== day));
  return (
    <div class="weekdays" role="group" aria-label={label}>
      {weekdayNames(locale).map((name, index) => (
        <CheckField key={name} label={name} isOn={days.includes(index + 1)} onChange={toggle(index + 1)} />
      ))}
    </div>
  );
}
