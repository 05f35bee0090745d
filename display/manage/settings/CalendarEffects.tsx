// What another calendar does to the running period and after it. Rules PD7, PD10.
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import { formatDate } from '../../kit/format.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { calendarText } from './calendar-texts.ts';
import { EffectList } from './EffectList.tsx';

export function CalendarEffects({ view }: { view: OfficePreview }) {
  const t = useText(calendarText);
  return (
    <EffectList>
      <RunningEffect view={view} />
      {view.closed > 0 && <li>{t('effectClosed', { count: view.closed })}</li>}
    </EffectList>
  );
}

function RunningEffect({ view: { coming, moved, office } }: { view: OfficePreview }) {
  const t = useText(calendarText);
  const locale = useLocale();
  const running = coming.find(({ state }) => state === 'running');
  if (!running || running.isOpenEnded) return <li>{t('effectNext')}</li>;
  const date = formatDate(running.endsAt - 1, office.timeZone, locale);
  const isMoved = moved.some(({ after }) => after.id === running.id);
  const stays = office.periodUnit === 'custom' ? 'effectCustom' : 'effectCalendar';
  return <li>{t(isMoved ? 'effectEnd' : stays, { name: running.name, date })}</li>;
}
