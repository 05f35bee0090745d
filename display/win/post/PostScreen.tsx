// The page itself: own rank, the amount, the few words a win needs, the pad, the gold button; then the answer.
import { useState } from 'preact/hooks';
import { MAIN_BOARD } from '../../../shared/board.ts';
import { reachOf } from '../../../shared/roles.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import { useLiveBoard } from '../../kit/ui/live-board.ts';
import { useText } from '../../kit/ui/locale.ts';
import { BoardSheet } from '../BoardSheet.tsx';
import { MenuSheet } from '../MenuSheet.tsx';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { OutboxSheet } from './OutboxSheet.tsx';
import { RankCard } from '../RankCard.tsx';
import { ResultScreen } from './ResultScreen.tsx';
import { winText } from '../texts.ts';
import { UnsentChip } from './UnsentChip.tsx';
import { useEntries } from './use-entries.ts';
import { usePosting } from './use-posting.ts';
import { WinForm } from './WinForm.tsx';

interface PostScreenProps {
  outbox: Outbox;
  session: Session;
  clockOffsetMs: number;
  onSignOut: () => Promise<void>;
}

type Sheet = 'board' | 'outbox' | 'menu' | null;

export function PostScreen({ outbox, session, clockOffsetMs, onSignOut }: PostScreenProps) {
  const { user, office } = session;
  const live = useLiveBoard(MAIN_BOARD, () => void outbox.flush());
  const [sheet, setSheet] = useState<Sheet>(null);
  const close = () => setSheet(null);
  const posting = usePosting({ outbox, session, clockOffsetMs, rows: live.board?.standings.rows });
  const mend = (entry: Entry) => {
    posting.showForm(entry);
    close();
  };
  const { draft, standing } = posting;
  const row = live.board?.standings.rows.find((one) => one.subjectId === draft.repId);
  return (
    <div class="win">
      <Head outbox={outbox} onSheet={setSheet} />
      {posting.posted ? (
        <ResultScreen
          key={posting.posted.id}
          outbox={outbox}
          posted={posting.posted}
          onAnother={() => posting.showForm(null)}
          onMend={mend}
        />
      ) : (
        <>
          <RankCard row={row} standing={standing(0)} isLive={live.isLive} onOpen={() => setSheet('board')} />
          <WinForm
            draft={draft}
            onDraft={posting.setDraft}
            mending={posting.mending}
            onStopMending={() => posting.showForm(null)}
            standing={standing}
            products={office.products}
            picksRep={['teams', 'office'].includes(reachOf({ type: 'user', ...user }, 'deal:create'))}
            onPost={posting.post}
          />
        </>
      )}
      {sheet === 'board' && <BoardSheet board={live.board} repId={draft.repId} onClose={close} />}
      {sheet === 'outbox' && <OutboxSheet outbox={outbox} userId={user.id} onMend={mend} onClose={close} />}
      {sheet === 'menu' && (
        <MenuSheet user={user} unsent={outbox.entries.length} onSignOut={onSignOut} onClose={close} />
      )}
    </div>
  );
}

function Head({ outbox, onSheet }: { outbox: Outbox; onSheet: (sheet: Sheet) => void }) {
  const t = useText(winText);
  const entries = useEntries(outbox);
  return (
    <>
      <header class="win-head">
        <button type="button" class="win-title" onClick={() => onSheet('menu')} aria-haspopup="dialog">
          <h1>{t('title')}</h1>
          <MenuMark />
        </button>
        <UnsentChip entries={entries} onOpen={() => onSheet('outbox')} />
      </header>
      {!outbox.durable && <p class="note note-gold win-note">{t('notDurable')}</p>}
    </>
  );
}

function MenuMark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
