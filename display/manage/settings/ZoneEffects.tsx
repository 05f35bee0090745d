// What another zone does to the day, to the periods that are still to come, and to the pace. Rules PD8, PD10.
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import { formatDateTime } from '../../kit/format.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { calendarText } from './calendar-texts.ts';
import { EffectList } from './EffectList.tsx';
import { usePaceMove } from './pace-move.ts';
import { shiftWords } from './shift.ts';

/** So many moved periods are told one by one. */
const TOLD = 3;

export function ZoneEffects({ view }: { view: OfficePreview }) {
  const t = useText(calendarText);
  const locale = useLocale();
  const pace = usePaceMove(view);
  const { moved, dayStartsAt, coming, closed, office } = view;
  const shift = (before: number, after: number) => shiftWords(t, after - before);
  const kept = coming.filter(({ state, isOpenEnded }) => state !== 'calendar' && !isOpenEnded);
  return (
    <EffectList>
      <li>
        {t('effectDay', {
          after: formatDateTime(dayStartsAt.after, office.timeZone, locale),
          shift: shift(dayStartsAt.before, dayStartsAt.after),
        })}
      </li>
      {moved.slice(0, TOLD).map(({ before, after }) => (
        <li key={after.id}>{t('effectMoved', { name: after.name, shift: shift(before.endsAt, after.endsAt) })}</li>
      ))}
      {moved.length > TOLD && <li>{t('effectMore', { count: moved.length - TOLD })}</li>}
      {moved.length === 0 && dayStartsAt.before !== dayStartsAt.after && kept.length > 0 && <li>{t('effectStays')}</li>}
      {pace !== null && <li>{pace}</li>}
      {closed > 0 && <li>{t('effectClosed', { count: closed })}</li>}
    </EffectList>
  );
}
