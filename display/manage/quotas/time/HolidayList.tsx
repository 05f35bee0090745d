// The office's own list of days off: those to come first to hand, those that are over behind a fold (rule HO1).
import { useState } from 'preact/hooks';
import { Button } from '../../../kit/ui/Button.tsx';
import { TextField } from '../../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../../kit/ui/locale.ts';
import { useToday } from '../../dates.ts';
import { dayWords } from './day-words.ts';
import { timeText } from './texts.ts';

/** Names by date, in order; "" for none. */
export type Holidays = ReadonlyMap<string, string>;

interface HolidayListProps {
  holidays: Holidays;
  onPut: (days: readonly (readonly [date: string, name: string])[]) => void;
  onRemove: (date: string) => void;
}

export function HolidayList({ holidays, onPut, onRemove }: HolidayListProps) {
  const t = useText(timeText);
  const today = useToday();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = () => {
    onPut([[date, name]]);
    setDate('');
    setName('');
  };
  const past = [...holidays].filter(([day]) => day < today);
  const coming = [...holidays].filter(([day]) => day >= today);
  return (
    <fieldset class="panel">
      <legend>{t('holidays')}</legend>
      {holidays.size === 0 && <p class="quiet">{t('none')}</p>}
      <Days days={coming} onRemove={onRemove} />
      {past.length > 0 && (
        <details>
          <summary>{t('past', { count: past.length })}</summary>
          <Days days={past} onRemove={onRemove} />
        </details>
      )}
      <div class="holiday-add">
        <TextField
          label={t('date')}
          value={date}
          onValue={setDate}
          input={{ type: 'date', min: '2000-01-01', max: '2099-12-31' }}
        />
        <TextField
          label={t('name')}
          value={name}
          onValue={setName}
          input={{
            maxLength: 120,
            autocomplete: 'off',
            // Else Enter would save the whole page.
            onKeyDown: (event) => {
              if (event.key !== 'Enter' || date === '') return;
              event.preventDefault();
              add();
            },
          }}
        />
        <Button isDisabled={date === ''} onClick={add}>
          {t('add')}
        </Button>
      </div>
    </fieldset>
  );
}

function Days({ days, onRemove }: { days: readonly [string, string][]; onRemove: (date: string) => void }) {
  const t = useText(timeText);
  const locale = useLocale();
  return (
    <ul class="holidays">
      {days.map(([date, name]) => (
        <li key={date}>
          <span class="holiday-date">{dayWords(date, locale)}</span>
          <span>{name}</span>
          <Button
            size="small"
            look="plain"
            label={t('removeNamed', { date: dayWords(date, locale) })}
            onClick={() => onRemove(date)}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
