// When the office works: what pace counts by (rules QT3, HO1).
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import { AreaField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../routes.ts';
import { EffectList } from './EffectList.tsx';
import type { OfficeFieldsProps } from './office-fields.ts';
import { usePaceMove } from './pace-move.ts';
import { Part } from './Part.tsx';
import { KEYS_OF } from './parts.ts';
import { settingsText } from './texts.ts';
import { WorkWeekFields } from './WorkWeekFields.tsx';

export function CalendarFields({ form, set, fault, patch, effects }: OfficeFieldsProps) {
  const t = useText(settingsText);
  const isChanged = KEYS_OF.work?.some((key) => key in patch) ?? false;
  return (
    <Part id="work" lead={t('calendarLead')}>
      <WorkWeekFields form={form} set={set} errorOf={fault} />
      <AreaField
        label={t('holidays')}
        hint={
          <>
            {t('holidaysHint')} <a href={routeTo('quotas', 'time')}>{t('toHolidays')}</a>
          </>
        }
        value={form.holidays}
        onValue={(holidays) => set({ holidays })}
        error={fault('holidays')}
        area={{ rows: 4 }}
      />
      {isChanged && effects.now && <WorkEffects view={effects.now} />}
    </Part>
  );
}

function WorkEffects({ view }: { view: OfficePreview }) {
  const t = useText(settingsText);
  const pace = usePaceMove(view);
  const { before, after } = view.workingDays;
  const isOther = before !== null && after !== null && before !== after;
  return (
    <EffectList>
      {isOther && <li>{t('effectDays', { before, after })}</li>}
      {pace !== null && <li>{pace}</li>}
      {!isOther && pace === null && <li>{t('effectNoPace')}</li>}
      {view.closed > 0 && <li>{t('effectClosed')}</li>}
    </EffectList>
  );
}
