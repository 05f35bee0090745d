// When the win was closed, where that is not today; says where the day lies in a period that is over. Rule PD6.
import { useId } from 'preact/hooks';
import type { PeriodView } from '../../../shared/patch.ts';
import { datePlus } from '../../kit/local-date.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { isBeforePeriod } from './closing.ts';
import type { Draft } from './draft.ts';
import { postText } from './texts.ts';

interface ClosingDateProps {
  draft: Draft;
  today: string;
  period: PeriodView | null;
  isOwnOnly: boolean;
  onDate: (closedOn: string | null) => void;
}

/** The server takes no deal from before. */
const EARLIEST = '2000-01-02';

export function ClosingDate({ draft, today, period, isOwnOnly, onDate }: ClosingDateProps) {
  const t = useText(postText);
  const { timeZone } = useUnits();
  const id = useId();
  const { closedOn } = draft;
  const yesterday = datePlus(today, -1);
  const isClosed = isBeforePeriod(closedOn, period, timeZone);
  return (
    <fieldset class="more-field more-date">
      <legend class="more-label">{t('date')}</legend>
      <div class="choices">
        <button type="button" class="pick-chip" aria-pressed={closedOn === null} onClick={() => onDate(null)}>
          {t('dateToday')}
        </button>
        <button type="button" class="pick-chip" aria-pressed={closedOn === yesterday} onClick={() => onDate(yesterday)}>
          {t('dateYesterday')}
        </button>
        <label class="date-other" for={id}>
          <span class="unseen">{t('dateOther')}</span>
          <input
            id={id}
            type="date"
            class="input"
            min={EARLIEST}
            max={today}
            value={closedOn ?? ''}
            aria-invalid={isClosed}
            onInput={({ currentTarget: { value } }) => onDate(value === '' || value === today ? null : value)}
          />
        </label>
      </div>
      {isClosed && (
        <p class={`note ${isOwnOnly ? 'note-bad' : 'note-gold'}`} role="alert">
          {t(isOwnOnly ? 'dateClosed' : 'dateLate')}
        </p>
      )}
    </fieldset>
  );
}
