// The day and the week at a glance, dark like the wall: how much today, which rank this week, how much on each day.
import './week.css';
import type { Row } from '../../../shared/board-view.ts';
import { useLiveBoard } from '../../kit/ui/live-board.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import type { Diary } from './diary.ts';
import { activityText } from './texts.ts';

const BOARD = 'rep-activities-week';

interface WeekCardProps {
  diary: Diary;
  repId: string | null;
  isShown: boolean;
}

export function WeekCard({ diary, repId, isShown }: WeekCardProps) {
  const t = useText(activityText);
  const { count } = useFormats();
  const most = Math.max(1, ...diary.week.map((day) => day.count));
  return (
    <section class="week-card" aria-label={t('week')}>
      <p class="week-line">
        <strong class="figure">{count(diary.today.length)}</strong>
        <span>{t('today')}</span>
        <span class="week-rank">{isShown && <OwnRank repId={repId} />}</span>
      </p>
      <ul class="week-days">
        {diary.week.map((day) => (
          <Day key={day.date} {...day} most={most} />
        ))}
      </ul>
    </section>
  );
}

function Day({ date, count, isToday, most }: Diary['week'][number] & { most: number }) {
  const t = useText(activityText);
  const locale = useLocale();
  const formats = useFormats();
  const at = Date.parse(date);
  const name = (weekday: 'long' | 'narrow') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(at);
  return (
    <li class={isToday ? 'week-day week-day-now' : 'week-day'} aria-current={isToday ? 'date' : undefined}>
      <span class="unseen">{t('dayCount', { day: name('long'), count })}</span>
      <span class="week-count figure" aria-hidden="true">
        {count === 0 ? '' : formats.count(count)}
      </span>
      <span class="week-bar" style={{ '--part': String(count / most) }} aria-hidden="true" />
      <span class="week-name" aria-hidden="true">
        {name('narrow')}
      </span>
    </li>
  );
}

/** One's own place among the reps, live for as long as one looks. */
function OwnRank({ repId }: { repId: string | null }) {
  const t = useText(activityText);
  const { board, isLive } = useLiveBoard(BOARD);
  const rows = board?.standings.rows ?? [];
  const own = rows.find(({ subjectId }) => subjectId === repId);
  if (!board) return <>{isLive ? '' : t('stale')}</>;
  if (!own || own.rank === null) return <>{t('rankNone')}</>;
  const next = nextAbove(rows, own);
  const missing = next && t('toNext', { count: next.value - own.value, rank: next.rank ?? 1 });
  return (
    <>
      <b>{t(own.tied ? 'rankTied' : 'rank', { rank: own.rank })}</b>
      <br />
      {isLive ? (missing ?? t('leading')) : t('stale')}
    </>
  );
}

/** The nearest row with a better rank. */
function nextAbove(rows: readonly Row[], own: Row): Row | null {
  const better = rows.filter(({ rank, value }) => rank !== null && value > own.value);
  return better.at(-1) ?? null;
}
