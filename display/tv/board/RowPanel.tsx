// One line of the board. It is drawn again only when its row changes (rule PT5).
import { useMemo } from 'preact/hooks';
import { isActivityMetric, type Metric } from '../../../shared/metric.ts';
import type { Row } from '../../../shared/board-view.ts';
import { fitName } from '../../../shared/names.ts';
import { percentFigure } from '../../kit/format.ts';
import { CountUp } from '../CountUp.tsx';
import { Face } from '../Face.tsx';
import { QuotaBar } from '../QuotaBar.tsx';
import { inline, shortFigure, useRowFigure, useWall } from '../wall-context.ts';

interface Props {
  row: Row;
  metric: Metric;
  isFresh: boolean;
  /** How many letters of the name have room. */
  letters: number;
  /** Whether anybody on the board has a quota. */
  hasQuotas: boolean;
}

export function RowPanel({ row, metric, isFresh, letters, hasQuotas }: Props) {
  const wall = useWall();
  return useMemo(() => {
    const medal = row.rank !== null && row.rank <= 3 ? `panel--medal panel--medal-${row.rank}` : '';
    const quiet = row.rank === null && row.deals === 0 ? 'panel--quiet' : '';
    return (
      <div
        class={`panel ${medal} ${quiet} ${isFresh ? 'panel--fresh' : ''} ${row.group === null ? 'panel--lone' : ''}`}
      >
        <div class="panel-medal" />
        <div class="panel-glow" />
        <span class="rank">{row.rank === null ? '–' : `${row.tied ? '=' : ''}${row.rank}`}</span>
        <Move move={row.move} />
        <Face name={row.name} photoId={row.photoId} />
        <span class="name">{fitName(row.name, letters)}</span>
        <span class="group">{row.group}</span>
        {hasQuotas && (
          <div class="meter">
            {row.quota === null ? (
              <div class="bar-none" />
            ) : (
              <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />
            )}
          </div>
        )}
        <Beside row={row} metric={metric} hasQuotas={hasQuotas} />
        <Value row={row} metric={metric} />
      </div>
    );
  }, [row, metric, isFresh, letters, hasQuotas, wall]);
}

function Move({ move }: { move: number | null }) {
  if (move === null) return <span class="move" />;
  if (move === 0) return <span class="move move--none">–</span>;
  return (
    <span class={`move ${move > 0 ? 'move--up' : 'move--down'}`}>
      <svg class="move-arrow" viewBox="0 0 10 9">
        <path d={move > 0 ? 'M5 0 10 9H0Z' : 'M5 9 0 0H10Z'} />
      </svg>
      {Math.abs(move)}
    </span>
  );
}

/** What stands beside the bar: how much of the quota, the money behind it, or the deals where nobody has a quota. */
function Beside({ row, metric, hasQuotas }: Pick<Props, 'row' | 'metric' | 'hasQuotas'>) {
  const wall = useWall();
  const { say, locale } = wall;
  if (!hasQuotas || wall.privacy.hideAmounts) {
    const deals = metric === 'deals' || row.deals === 0 ? '' : say('dealCount', { count: row.deals });
    return <span class="beside beside--words">{deals}</span>;
  }
  if (row.quota === null) return <span class="beside beside--words">{say('noQuota')}</span>;
  if (metric === 'attainment') {
    return <span class="beside">{inline(shortFigure(row.value, wall), locale)}</span>;
  }
  return (
    <span class="beside">
      {percentFigure(row.attainment ?? 0, locale)}
      <i>%</i>
    </span>
  );
}

function Value({ row, metric }: Pick<Props, 'row' | 'metric'>) {
  const { say } = useWall();
  const format = useRowFigure(row, metric);
  if (row.deals === 0 && row.value === 0 && !isActivityMetric(metric))
    return <span class="value value--none">{say('noDeal')}</span>;
  const isPercent = format(row.value).unit === '%';
  return <CountUp class={isPercent ? 'value value--percent' : 'value'} value={row.value} format={format} />;
}
