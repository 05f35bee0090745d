// The rows: the own one is always in sight, those that overtake glide past each other.
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import { reachOf } from '../../../shared/roles.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { readReps } from '../../kit/api.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { useLoad } from '../../kit/ui/load.ts';
import { useText } from '../../kit/ui/locale.ts';
import { routeTo } from '../route.ts';
import { BoardRow } from './BoardRow.tsx';
import { useGlide } from './glide.ts';
import { useOwnRow, useRest } from './rest.ts';
import { boardText } from './texts.ts';

export function BoardRows({ board, session }: { board: Snapshot; session: Session }) {
  const t = useText(boardText);
  const { definition, standings } = board;
  const { rows } = standings;
  const ownId = definition.by === 'rep' ? session.user.repId : null;
  const [isWhole, setWhole] = useState(false);
  const rest = useRest(board, isWhole);
  const own = useOwnRow(board, rest, ownId);
  const all = useMemo(() => [...rows, ...rest, ...own], [rows, rest, own]);
  const hrefOf = useHrefs(session, definition.by === 'rep');
  const list = useRef<HTMLOListElement>(null);
  useGlide(list, all);
  const hidden = standings.subjects - rows.length - rest.length;
  if (standings.subjects === 0) return <p class="note">{t('nobody')}</p>;
  return (
    <>
      {!rows.some((row) => row.rank !== null) && (
        <p class="note note-gold">
          <strong>{t('emptyHead')}</strong> {t('emptyText')}
        </p>
      )}
      <ol class="places" ref={list}>
        {all.map((row) => (
          <BoardRow
            key={row.subjectId}
            row={row}
            metric={definition.metric}
            isOwn={row.subjectId === ownId}
            href={hrefOf(row.subjectId)}
          />
        ))}
      </ol>
      {hidden > 0 && !isWhole && (
        <Button onClick={() => setWhole(true)}>{t('all', { count: standings.subjects })}</Button>
      )}
    </>
  );
}

/** Where a row leads: the own one to oneself, others where one's reach goes. */
function useHrefs({ user }: Session, isOfReps: boolean): (repId: string) => string | null {
  const reach = reachOf({ type: 'user', ...user }, 'deal:read');
  const isLimited = reach === 'teams';
  const reps = useLoad(async () => (isLimited ? (await readReps()).items : []), [isLimited]);
  const mine = useMemo(() => new Set(reps.data?.map(({ id }) => id)), [reps.data]);
  return (repId) => {
    if (!isOfReps) return null;
    if (repId === user.repId) return routeTo('me');
    return reach === 'office' || (isLimited && mine.has(repId)) ? routeTo('board', repId) : null;
  };
}
