// The board as it hangs on the wall, in the hand; a rep on it can be opened by whoever may.
import { useContext, useState } from 'preact/hooks';
import { MAIN_BOARD } from '../../../shared/board.ts';
import { useLiveBoard, type LiveBoard } from '../../kit/ui/live-board.ts';
import { useText } from '../../kit/ui/locale.ts';
import { usePath, routeTo } from '../route.ts';
import { ShownContext, type TabProps } from '../tab-props.ts';
import { Whereabouts } from '../me/Whereabouts.tsx';
import { BoardHead } from './BoardHead.tsx';
import { BoardPicker } from './BoardPicker.tsx';
import { BoardRows } from './BoardRows.tsx';
import { LatestWins } from './LatestWins.tsx';
import { boardText } from './texts.ts';
import './board.css';

export default function BoardTab(tab: TabProps) {
  const t = useText(boardText);
  const [repId, periodId] = usePath('board');
  const [boardId, setBoardId] = useState<string>(MAIN_BOARD);
  const { role, repId: ownId } = tab.session.user;
  if (repId !== undefined) {
    return (
      <>
        <a class="back" href={routeTo('board')}>
          <span aria-hidden="true">‹</span> {t('back')}
        </a>
        <Whereabouts
          key={repId}
          repId={repId}
          periodId={periodId ?? null}
          hrefOf={(period) => routeTo('board', repId, ...(period === null ? [] : [period]))}
          {...tab}
        />
      </>
    );
  }
  return (
    <div class="board">
      {role === 'rep' && ownId === null && <p class="note note-gold">{t('noRep')}</p>}
      <BoardPicker boardId={boardId} hasTeams={(tab.live.board?.facts.teams.length ?? 0) > 0} onBoard={setBoardId} />
      {boardId === MAIN_BOARD ? (
        <Board tab={tab} live={tab.live} />
      ) : (
        <OtherBoard key={boardId} boardId={boardId} tab={tab} />
      )}
    </div>
  );
}

/** Another board than the main one has a line of its own, for as long as somebody looks at it. */
function OtherBoard({ boardId, tab }: { boardId: string; tab: TabProps }) {
  return useContext(ShownContext) ? <WatchedBoard boardId={boardId} tab={tab} /> : null;
}

function WatchedBoard({ boardId, tab }: { boardId: string; tab: TabProps }) {
  return <Board tab={tab} live={useLiveBoard(boardId)} />;
}

function Board({ tab, live }: { tab: TabProps; live: LiveBoard }) {
  const t = useText(boardText);
  const { board, downSince } = live;
  if (!board) {
    return (
      <div class="waiting">
        <span class="spinner" aria-hidden="true" />
        <p role="status">{t('waiting')}</p>
      </div>
    );
  }
  return (
    <>
      <BoardHead board={board} downSince={downSince} clockOffsetMs={tab.clockOffsetMs} />
      <LatestWins wins={board.wins} />
      <BoardRows board={board} session={tab.session} />
    </>
  );
}
