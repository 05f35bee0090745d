// What reps may do with their wins (rules OS1–OS4), and what changing that means.
import type { KnownSettings } from '../../../shared/schemas/office.ts';
import { formatDate } from '../../kit/format.ts';
import { datePlus } from '../../kit/local-date.ts';
import { CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { useToday } from '../dates.ts';
import { EffectList } from './EffectList.tsx';
import type { OfficeFieldsProps } from './office-fields.ts';
import { Part } from './Part.tsx';
import { repsText } from './reps-texts.ts';

const SWITCHES = [
  ['repsSplit', 'repsSplitHint', 'splitOn', 'splitOff'],
  ['repsPhotos', 'repsPhotosHint', 'photosOn', 'photosOff'],
  ['repsUndo', 'repsUndoHint', 'undoOn', 'undoOff'],
  ['repsWords', 'repsWordsHint', 'wordsOn', 'wordsOff'],
] as const;
/** What an unsent win can go against. */
const OF_WINS = ['repsSplit', 'repsPhotos', 'repsBackDays'] as const;

export function RepFields({ form, set, fault, patch }: OfficeFieldsProps) {
  const t = useText(repsText);
  return (
    <Part id="reps" lead={t('lead')}>
      <div class="rep-rules">
        {SWITCHES.map(([field, hint]) => (
          <CheckField
            key={field}
            label={t(field)}
            hint={t(hint)}
            isOn={form[field]}
            onChange={(isOn) => set({ [field]: isOn })}
          />
        ))}
      </div>
      <div class="form-grid">
        <SelectField
          label={t('repsBack')}
          hint={t('backHint')}
          value={form.repsBack}
          choices={(['any', 'today', 'days'] as const).map((value) => ({ value, label: t(value) }))}
          onValue={(repsBack) => set({ repsBack })}
        />
        {form.repsBack === 'days' && (
          <TextField
            label={t('repsBackDays')}
            value={form.repsBackDays}
            onValue={(repsBackDays) => set({ repsBackDays })}
            error={fault('repsBackDays')}
            input={{ inputMode: 'numeric', autocomplete: 'off' }}
          />
        )}
      </div>
      <RepEffects patch={patch} isDateWrong={fault('repsBackDays') !== undefined} />
    </Part>
  );
}

function RepEffects({ patch, isDateWrong }: { patch: KnownSettings; isDateWrong: boolean }) {
  const t = useText(repsText);
  const locale = useLocale();
  const today = useToday();
  const isOfWins = OF_WINS.some((key) => key in patch);
  return (
    <EffectList>
      {SWITCHES.map(
        ([field, , on, off]) => patch[field] !== undefined && <li key={field}>{t(patch[field] ? on : off)}</li>,
      )}
      {patch.repsBackDays !== undefined && !isDateWrong && <li>{backWords(patch.repsBackDays)}</li>}
      {isOfWins && !isDateWrong && <li>{t('waiting')}</li>}
    </EffectList>
  );

  function backWords(days: number | null): string {
    if (days === null) return t('backAny');
    if (days === 0) return t('backToday');
    const date = formatDate(Date.parse(`${datePlus(today, -days)}T12:00:00Z`), 'UTC', locale);
    return t('backDays', { date });
  }
}
