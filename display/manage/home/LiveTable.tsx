// The live board as a table: what the wall shows, for a desk.
import { useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import type { Row } from '../../../shared/board-view.ts';
import { initialsOf } from '../../../shared/names.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import { deskText } from '../texts.ts';
import { homeText } from './texts.ts';

const FIRST = 10;

export function LiveTable({ board }: { board: Snapshot | null }) {
  const t = useText(homeText);
  const desk = useText(deskText);
  const [isWhole, setWhole] = useState(false);
  if (!board) return <p class="quiet">{desk('loading')}</p>;
  const { rows } = board.standings;
  if (rows.length === 0) return <p class="quiet">{t('boardEmpty')}</p>;
  return (
    <>
      <table class="table board-table">
        <thead>
          <tr>
            <th class="number">{desk('rank')}</th>
            <th>{desk('rep')}</th>
            <th class="wide-only">{desk('quota')}</th>
            <th class="number wide-only">%</th>
            <th class="number">{desk('value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, isWhole ? rows.length : FIRST).map((row) => (
            <LiveRow key={row.subjectId} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > FIRST && !isWhole && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('showAll', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

function LiveRow({ row }: { row: Row }) {
  const { short, percent } = useFormats();
  const rank = row.rank === null ? '–' : `${row.tied ? '=' : ''}${row.rank}`;
  return (
    <tr class={row.rank === 1 ? 'is-first' : undefined}>
      <td class="number figure rank">
        {rank}
        <Move move={row.move} />
      </td>
      <td>
        <span class="person">
          <span class="avatar" aria-hidden="true">
            {initialsOf(row.name)}
          </span>
          <span>
            <span class="clamped">{row.name}</span>
            {row.group && <small class="quiet clamped">{row.group}</small>}
          </span>
        </span>
      </td>
      <td class="wide-only bar-cell">
        <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />
      </td>
      <td class="number figure wide-only">{row.attainment === null ? '–' : percent(row.attainment)}</td>
      <td class="number figure value">{short(row.value)}</td>
    </tr>
  );
}

function Move({ move }: { move: number | null }) {
  if (move === null || move === 0) return null;
  return <span class={`move ${move > 0 ? 'move-up' : 'move-down'}`}>{move > 0 ? `▲${move}` : `▼${-move}`}</span>;
}
