// How ranks are counted where they tie (rule ST1), and whose rank another way would move (rule OS5).
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import { SelectField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { EffectList } from './EffectList.tsx';
import type { OfficeFieldsProps } from './office-fields.ts';
import { Part } from './Part.tsx';
import { settingsText } from './texts.ts';

/** So many are named. */
const TOLD = 6;

export function RaceFields({ form, set, patch, effects }: OfficeFieldsProps) {
  const t = useText(settingsText);
  return (
    <Part id="race">
      <SelectField
        label={t('ties')}
        hint={t('tiesHint')}
        value={form.ties}
        choices={(['competition', 'dense'] as const).map((value) => ({ value, label: t(value) }))}
        onValue={(ties) => set({ ties })}
      />
      {patch.ties !== undefined && effects.now && <RankEffects ranks={effects.now.ranks} />}
    </Part>
  );
}

function RankEffects({ ranks: { shifts, more } }: Pick<OfficePreview, 'ranks'>) {
  const t = useText(settingsText);
  const left = shifts.length - TOLD + more;
  return (
    <EffectList>
      {shifts.length === 0 && <li>{t('effectNoRank')}</li>}
      {shifts.slice(0, TOLD).map(({ repId, ...shift }) => (
        <li key={repId}>{t('effectRank', shift)}</li>
      ))}
      {left > 0 && <li>{t('effectMoreRanks', { count: left })}</li>}
      <li>{t('effectFinals')}</li>
    </EffectList>
  );
}
