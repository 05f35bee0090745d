// The live board in the hand, the rep's own row marked.
import { useEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../shared/patch.ts';
import type { Row } from '../../shared/board-view.ts';
import { Dialog } from '../kit/ui/Dialog.tsx';
import { useFormats } from '../kit/ui/formats.ts';
import { useText } from '../kit/ui/locale.ts';
import { QuotaBar } from '../kit/ui/QuotaBar.tsx';
import { winText } from './texts.ts';

interface BoardSheetProps {
  board: Snapshot | null;
  repId: string | null;
  onClose: () => void;
}

export function BoardSheet({ board, repId, onClose }: BoardSheetProps) {
  const t = useText(winText);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' }), []);
  const standings = board?.standings;
  const rows = standings?.rows ?? [];
  const hidden = (standings?.subjects ?? 0) - rows.length;
  return (
    <Dialog title={standings?.period?.name ?? t('board')} isSheet onClose={onClose}>
      {!standings && <p class="quiet">{t('boardWaiting')}</p>}
      {standings && !rows.some((row) => row.rank !== null) && <p class="note note-gold">{t('boardEmpty')}</p>}
      <ol class="rows" ref={list}>
        {rows.map((row) => (
          <BoardRow key={row.subjectId} row={row} isOwn={row.subjectId === repId} />
        ))}
      </ol>
      {hidden > 0 && <p class="quiet small">{t('moreRows', { count: hidden })}</p>}
    </Dialog>
  );
}

function BoardRow({ row, isOwn }: { row: Row; isOwn: boolean }) {
  const t = useText(winText);
  const { short } = useFormats();
  const rank = row.rank === null ? '–' : `${row.tied ? '=' : ''}${row.rank}`;
  return (
    <li
      class={`row${isOwn ? ' row-own' : ''}${row.rank === 1 ? ' row-first' : ''}`}
      aria-current={isOwn ? 'true' : undefined}
    >
      <span class="row-rank figure">{rank}</span>
      <span class="row-name">
        {row.name}
        {isOwn && <em>{t('you')}</em>}
      </span>
      <strong class="row-value figure">{short(row.value)}</strong>
      <QuotaBar value={row.value} quota={row.quota} pace={row.pace} />
    </li>
  );
}
