// When the win was closed, where that is not today; says where the day lies in a period that is over, or further back than
// the office lets its reps date. Rules PD6, OS2, OS4.
import { useId } from 'preact/hooks';
import type { PeriodView } from '../../../shared/patch.ts';
import { datePlus } from '../../kit/local-date.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { dayText, isBeforePeriod, isTooEarly } from './closing.ts';
import type { Draft } from './draft.ts';
import { postText } from './texts.ts';

interface ClosingDateProps {
  draft: Draft;
  today: string;
  period: PeriodView | null;
  /** Null for any day. */
  earliest: string | null;
  isOwnOnly: boolean;
  onDate: (closedOn: string | null) => void;
}

/** The server takes no deal from before. */
const EARLIEST = '2000-01-02';

export function ClosingDate({ draft, today, period, earliest, isOwnOnly, onDate }: ClosingDateProps) {
  const t = useText(postText);
  const locale = useLocale();
  const { timeZone } = useUnits();
  const id = useId();
  const { closedOn } = draft;
  const yesterday = datePlus(today, -1);
  const isEarly = isTooEarly(closedOn, earliest);
  const isClosed = !isEarly && isBeforePeriod(closedOn, period, timeZone);
  return (
    <fieldset class="more-field more-date">
      <legend class="more-label">{t('date')}</legend>
      <div class="choices">
        <button type="button" class="pick-chip" aria-pressed={closedOn === null} onClick={() => onDate(null)}>
          {t('dateToday')}
        </button>
        {(earliest === null || earliest < today) && (
          <>
            <button
              type="button"
              class="pick-chip"
              aria-pressed={closedOn === yesterday}
              onClick={() => onDate(yesterday)}
            >
              {t('dateYesterday')}
            </button>
            <label class="date-other" for={id}>
              <span class="unseen">{t('dateOther')}</span>
              <input
                id={id}
                type="date"
                class="input"
                min={earliest ?? EARLIEST}
                max={today}
                value={closedOn ?? ''}
                aria-invalid={isClosed || isEarly}
                onInput={({ currentTarget: { value } }) => onDate(value === '' || value === today ? null : value)}
              />
            </label>
          </>
        )}
      </div>
      {earliest !== null && (
        <p class={isEarly ? 'note note-bad' : 'quiet small'} role={isEarly ? 'alert' : undefined}>
          {t('dateEarly', { date: dayText(earliest, locale) })}
        </p>
      )}
      {isClosed && (
        <p class={`note ${isOwnOnly ? 'note-bad' : 'note-gold'}`} role="alert">
          {t(isOwnOnly ? 'dateClosed' : 'dateLate')}
        </p>
      )}
    </fieldset>
  );
}
