// A range of hours of the day.
import type { QuietHours } from '../../shared/screen.ts';
import { TextField } from '../kit/ui/Field.tsx';
import { useText } from '../kit/ui/locale.ts';
import { deskText } from './texts.ts';
import { minuteOf, timeOf } from '../kit/times.ts';

interface HoursFieldsProps {
  hours: QuietHours;
  onHours: (hours: QuietHours) => void;
}

export function HoursFields({ hours: { fromMinute, toMinute }, onHours }: HoursFieldsProps) {
  const t = useText(deskText);
  return (
    <div class="form-grid">
      <TextField
        label={t('fromHour')}
        value={timeOf(fromMinute)}
        onValue={(time) => onHours({ fromMinute: minuteOf(time), toMinute })}
        input={{ type: 'time', required: true }}
      />
      <TextField
        label={t('toHour')}
        value={timeOf(toMinute)}
        onValue={(time) => onHours({ fromMinute, toMinute: minuteOf(time) })}
        input={{ type: 'time', required: true }}
      />
    </div>
  );
}
