// What the form's calendar and zone would bring, asked of the server while it is filled in. Rule PD10.
import { useEffect, useState } from 'preact/hooks';
import type { OfficePreview } from '../../../shared/schemas/calendar.ts';
import type { OfficePatch, OfficeSettings } from '../../../shared/schemas/office.ts';
import { formatDate, formatDateTime } from '../../kit/format.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { previewOffice } from '../calls.ts';
import { ComingTable } from '../periods/ComingTable.tsx';
import { Shown } from '../Shown.tsx';
import { calendarText } from './calendar-texts.ts';
import { shiftWords } from './shift.ts';

/** What the coming periods, their names and their working days depend on. */
const CALENDAR = ['timeZone', 'periodUnit', 'weekStart', 'fiscalStartMonth', 'yearPattern', 'yearEnd', 'longQuarter'];
const WORK = ['workingDays', 'holidays', 'dayStartsMinute', 'dayEndsMinute'];
/** Nobody is asked about every letter that is typed. */
const SETTLE_MS = 300;
/** So many moved periods are told one by one. */
const TOLD = 3;
const WHOLE_BP = 10_000;

interface CalendarPreviewProps {
  patch: OfficePatch;
  office: OfficeSettings;
}

export function CalendarPreview({ patch, office }: CalendarPreviewProps) {
  const t = useText(calendarText);
  const asked = useSettled(JSON.stringify(partOf(patch, [...CALENDAR, ...WORK])));
  const preview = useLoad(() => previewOffice(JSON.parse(asked) as OfficePatch), [asked, office]);
  const isChanged = [patch, JSON.parse(asked) as OfficePatch].every((one) => hasCalendar(one));
  return (
    <div class="calendar-preview">
      <Shown loaded={preview}>
        {(view) => (
          <>
            {isChanged && <Effects view={view} before={office} />}
            <h3>{t(isChanged ? 'comingIf' : 'coming')}</h3>
            <ComingTable items={view.coming} timeZone={view.office.timeZone} />
          </>
        )}
      </Shown>
    </div>
  );
}

function partOf(patch: OfficePatch, keys: readonly string[]): OfficePatch {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => keys.includes(key)));
}

function hasCalendar(patch: OfficePatch): boolean {
  return Object.keys(partOf(patch, CALENDAR)).length > 0;
}

/** A value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Effects({ view, before }: { view: OfficePreview; before: OfficeSettings }) {
  const t = useText(calendarText);
  const { percent } = useFormats();
  const [was, is] = [view.paceBp.before, view.paceBp.after].map((bp) => (bp === null ? '–' : percent(bp / WHOLE_BP)));
  return (
    <div class="note note-gold" role="status">
      <strong>{t('effects')}</strong>
      <ul class="effects">
        {view.office.timeZone === before.timeZone ? <CalendarEffects view={view} /> : <ZoneEffects view={view} />}
        {was !== is && <li>{t('effectPace', { before: was ?? '', after: is ?? '' })}</li>}
        {view.closed > 0 && <li>{t('effectClosed', { count: view.closed })}</li>}
      </ul>
    </div>
  );
}

function CalendarEffects({ view: { coming, moved, office } }: { view: OfficePreview }) {
  const t = useText(calendarText);
  const locale = useLocale();
  const running = coming.find(({ state }) => state === 'running');
  if (!running || running.isOpenEnded) return null;
  const date = formatDate(running.endsAt - 1, office.timeZone, locale);
  const isMoved = moved.some(({ after }) => after.id === running.id);
  const stays = office.periodUnit === 'custom' ? 'effectCustom' : 'effectCalendar';
  return <li>{t(isMoved ? 'effectEnd' : stays, { name: running.name, date })}</li>;
}

function ZoneEffects({ view }: { view: OfficePreview }) {
  const t = useText(calendarText);
  const locale = useLocale();
  const { moved, dayStartsAt, coming, office } = view;
  const shift = (before: number, after: number) => shiftWords(t, after - before);
  const kept = coming.filter(({ state, isOpenEnded }) => state !== 'calendar' && !isOpenEnded);
  return (
    <>
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
    </>
  );
}
