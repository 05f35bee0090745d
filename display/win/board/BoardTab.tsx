// The live board in the hand, one's own row marked.
import type { Row } from '../../../shared/board-view.ts';
import { useFormats } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { QuotaBar } from '../../kit/ui/QuotaBar.tsx';
import type { TabProps } from '../tab-props.ts';
import { winText } from '../texts.ts';

export default function BoardTab({ session, live }: TabProps) {
  const t = useText(winText);
  const { role, repId } = session.user;
  const standings = live.board?.standings;
  const rows = standings?.rows ?? [];
  const hidden = (standings?.subjects ?? 0) - rows.length;
  return (
    <>
      {role === 'rep' && repId === null && <p class="note note-gold">{t('noRep')}</p>}
      {!standings && <p class="quiet">{t('boardWaiting')}</p>}
      {standings && !rows.some((row) => row.rank !== null) && <p class="note note-gold">{t('boardEmpty')}</p>}
      <ol class="rows">
        {rows.map((row) => (
          <BoardRow key={row.subjectId} row={row} isOwn={row.subjectId === repId} />
        ))}
      </ol>
      {hidden > 0 && <p class="quiet small">{t('moreRows', { count: hidden })}</p>}
    </>
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
