// A country's public holidays of a year, to be taken into the office's list (rule HO2).
import { useState } from 'preact/hooks';
import { Button } from '../../../kit/ui/Button.tsx';
import { CheckField, SelectField } from '../../../kit/ui/Field.tsx';
import { useLoad } from '../../../kit/ui/load.ts';
import { useLocale, useText } from '../../../kit/ui/locale.ts';
import { dayWords } from './day-words.ts';
import { useToday } from '../../dates.ts';
import { Shown } from '../../Shown.tsx';
import type { HolidayList as ReadyList } from '../../../../shared/schemas/quotas.ts';
import { readHolidays } from '../calls.ts';
import type { Holidays } from './HolidayList.tsx';
import { timeText } from './texts.ts';

interface ReadyHolidaysProps {
  holidays: Holidays;
  onTake: (days: readonly (readonly [date: string, name: string])[]) => void;
}

/** From this month on it is the next year that is looked at. */
const PLANNING_MONTH = 11;
/** From last year on. */
const YEARS = 5;

export function ReadyHolidays({ holidays, onTake }: ReadyHolidaysProps) {
  const t = useText(timeText);
  const [thisYear = 0, month = 1] = useToday().split('-').map(Number);
  const [country, setCountry] = useState<string | null>(null);
  const [year, setYear] = useState(month < PLANNING_MONTH ? thisYear : thisYear + 1);
  const loaded = useLoad(() => readHolidays({ year, ...(country !== null && { country }) }), [country, year]);
  const years = Array.from({ length: YEARS }, (_, place) => String(thisYear - 1 + place));
  return (
    <fieldset class="panel">
      <legend>{t('ready')}</legend>
      <p class="quiet small">{t('readyLead')}</p>
      <Shown loaded={loaded}>
        {(list) => {
          return (
            <>
              <div class="form-grid">
                <SelectField
                  label={t('country')}
                  value={country ?? list.country}
                  choices={list.countries.map(({ code, name }) => ({ value: code, label: name }))}
                  onValue={setCountry}
                />
                <SelectField
                  label={t('year')}
                  value={String(year)}
                  choices={years.map((value) => ({ value, label: value }))}
                  onValue={(value) => setYear(Number(value))}
                />
              </div>
              <Days key={`${list.country} ${list.year}`} items={list.items} holidays={holidays} onTake={onTake} />
              <p class="quiet small">{t('source')}</p>
            </>
          );
        }}
      </Shown>
    </fieldset>
  );
}

type DaysProps = ReadyHolidaysProps & { items: ReadyList['items'] };

/** Those that the office does not have yet; all are ticked until one is left out. */
function Days({ items, holidays, onTake }: DaysProps) {
  const t = useText(timeText);
  const locale = useLocale();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (items.length === 0) return <p class="quiet">{t('noneReady')}</p>;
  const fresh = items.filter(({ date }) => !holidays.has(date));
  if (fresh.length === 0) return <p class="quiet">{t('allThere')}</p>;
  const taken = fresh.filter(({ date }) => !left.has(date));
  const toggle = (date: string, isOn: boolean) => {
    setLeft(new Set(isOn ? [...left].filter((other) => other !== date) : [...left, date]));
  };
  return (
    <>
      <div class="ready-days">
        {fresh.map(({ date, name }) => (
          <CheckField
            key={date}
            label={`${dayWords(date, locale)} · ${name}`}
            isOn={!left.has(date)}
            onChange={(isOn) => toggle(date, isOn)}
          />
        ))}
      </div>
      <div>
        <Button
          isDisabled={taken.length === 0}
          onClick={() => onTake(taken.map(({ date, name }) => [date, name] as const))}
        >
          {t('take', { count: taken.length })}
        </Button>
      </div>
    </>
  );
}
