// The place itself, dark like the wall: rank and movement, every digit of the value, the bar with its pace.
import './standing-card.css';
import type { Row } from '../../../shared/board-view.ts';
import type { PeriodView } from '../../../shared/patch.ts';
import type { StandingReport } from '../../../shared/schemas/standing.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { Move } from '../board/BoardRow.tsx';
import { Face } from '../Face.tsx';
import { useHours } from './hours.ts';
import { whereText } from './texts.ts';

interface StandingCardProps {
  report: StandingReport;
  row: Row | null;
  /** The closed ones, the latest first. */
  periods: readonly PeriodView[];
  hrefOf: (periodId: string | null) => string;
}

export function StandingCard({ report, row, periods, hrefOf }: StandingCardProps) {
  const t = useText(whereText);
  const { money } = useFormats();
  const { rep, period } = report;
  const isFinal = period.closedAt !== null;
  return (
    <section class="where-card">
      <header class="where-who">
        <Face name={rep.name} photoId={rep.photoId} />
        <p>
          <b class="clamped">{rep.name}</b>
          {rep.team !== null && <small class="clamped">{rep.team}</small>}
        </p>
        <PeriodPick period={period} periods={periods} hrefOf={hrefOf} />
      </header>
      {!row && <p>{t('missing')}</p>}
      {row && (
        <>
          <p class="where-rank">
            <strong class="figure">
              {row.rank === null ? t('unranked') : t(row.tied ? 'tied' : 'rank', { rank: row.rank })}
            </strong>
            <Move move={row.move} />
            <small>
              {row.rank !== null && t('ofRanked', { count: report.ranked })}
              {isFinal && ` · ${t('final')}`}
            </small>
          </p>
          <p class="where-value">
            <strong class="figure" style={{ '--length': String(money(row.value).length) }}>
              {money(row.value)}
            </strong>
            <small>{t('deal', { count: row.deals })}</small>
          </p>
          <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />
          <Measure row={row} report={report} />
        </>
      )}
    </section>
  );
}

interface PeriodPickProps extends Pick<StandingCardProps, 'periods' | 'hrefOf'> {
  period: PeriodView;
}

function PeriodPick({ period, periods, hrefOf }: PeriodPickProps) {
  const t = useText(whereText);
  const isRunning = period.closedAt === null;
  if (periods.length === 0) return <span class="where-period">{period.name}</span>;
  return (
    <select
      class="where-period"
      aria-label={t('period')}
      value={isRunning ? '' : period.id}
      onChange={({ currentTarget }) => {
        location.hash = hrefOf(currentTarget.value === '' ? null : currentTarget.value);
      }}
    >
      <option value="">{isRunning ? t('now', { period: period.name }) : t('runningPeriod')}</option>
      {periods.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Attainment, how it is to the pace, and the formula of the pace (rule QT3). */
function Measure({ row, report }: { row: Row; report: StandingReport }) {
  const t = useText(whereText);
  const hours = useHours();
  const { percent, short, money } = useFormats();
  const { work } = report;
  if (row.quota === null) return <p class="where-measure">{t('noQuota')}</p>;
  const attained = t('attained', { attainment: percent(row.attainment ?? 0), quota: short(row.quota) });
  if (row.pace === null || !work) return <p class="where-measure">{attained}</p>;
  const ahead = row.value - row.pace;
  const pace = ahead === 0 ? t('onPace') : t(ahead > 0 ? 'ahead' : 'behindPace', { amount: short(Math.abs(ahead)) });
  return (
    <>
      <p class="where-measure">
        {attained} · {pace}
      </p>
      <p class="formula">
        {t('paceFormula', {
          quota: short(row.quota),
          done: hours(work.doneMinutes),
          all: hours(work.minutes),
          pace: money(row.pace),
        })}
      </p>
    </>
  );
}
