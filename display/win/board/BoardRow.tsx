// One row: rank, movement, face, name, figure and bar. A tap opens who it is, or else every digit of it.
import './places.css';
import { useState } from 'preact/hooks';
import type { Row } from '../../../shared/board-view.ts';
import type { Metric } from '../../../shared/metric.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { Face } from '../Face.tsx';
import { useFigure } from './figure.ts';
import { boardText } from './texts.ts';

interface BoardRowProps {
  row: Row;
  metric: Metric;
  isOwn: boolean;
  /** Where a tap leads; null where there is nothing more than the row's own digits. */
  href: string | null;
}

export function BoardRow({ row, metric, isOwn, href }: BoardRowProps) {
  const [isOpen, setOpen] = useState(false);
  const face = <RowFace row={row} metric={metric} isOwn={isOwn} />;
  return (
    <li
      class={`place${isOwn ? ' place-own' : ''}${row.rank === 1 ? ' place-first' : ''}`}
      data-subject={row.subjectId}
      aria-current={isOwn ? 'true' : undefined}
    >
      {href === null ? (
        <button type="button" class="place-face" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {face}
        </button>
      ) : (
        <a class="place-face" href={href}>
          {face}
        </a>
      )}
      {isOpen && href === null && <Digits row={row} metric={metric} />}
    </li>
  );
}

function RowFace({ row, metric, isOwn }: Omit<BoardRowProps, 'href'>) {
  const t = useText(boardText);
  const figure = useFigure(metric);
  return (
    <>
      <span class="place-rank figure">
        <span class="unseen">
          {row.rank === null ? t('unranked') : t(row.tied ? 'tied' : 'rank', { rank: row.rank })}
        </span>
        <span aria-hidden="true">{row.rank === null ? '–' : `${row.tied ? '=' : ''}${row.rank}`}</span>
        <Move move={row.move} />
      </span>
      <Face name={row.name} photoId={row.photoId} />
      <span class="place-name">
        <b class="clamped">{row.name}</b>
        {isOwn && <em>{t('you')}</em>}
        {row.group !== null && <small class="clamped">{row.group}</small>}
      </span>
      <strong class="place-value figure">{figure.ranked(row)}</strong>
      {row.quota !== null && <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />}
    </>
  );
}

/** Places won or lost since the day began (rule ST7), in words for whoever hears it. */
export function Move({ move }: { move: number | null }) {
  const t = useText(boardText);
  if (move === null || move === 0) return null;
  const count = Math.abs(move);
  return (
    <span class={`move ${move > 0 ? 'move-up' : 'move-down'}`}>
      <span aria-hidden="true">{`${move > 0 ? '▲' : '▼'}${count}`}</span>
      <span class="unseen">{t(move > 0 ? 'up' : 'down', { count })}</span>
    </span>
  );
}

function Digits({ row, metric }: { row: Row; metric: Metric }) {
  const t = useText(boardText);
  const { percent } = useFormats();
  const figure = useFigure(metric);
  const lines = [
    [t(metric === 'deals' ? 'deals' : 'full'), figure.full(row.value)],
    ...(metric === 'deals' ? [] : [[t('deals'), t('deal', { count: row.deals })]]),
    [t('quota'), row.quota === null ? t('none') : figure.full(row.quota)],
    ...(row.attainment === null ? [] : [[t('attainment'), percent(row.attainment)]]),
    ...(row.pace === null ? [] : [[t('pace'), figure.full(row.pace)]]),
  ];
  return (
    <dl class="digits">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="figure">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
