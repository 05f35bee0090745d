// The page itself: own rank, the amount, the few words a win needs, the pad, the gold button; then the answer.
import { useCallback, useState } from 'preact/hooks';
import { MAIN_BOARD } from '../../../shared/board.ts';
import { reachOf } from '../../../shared/roles.ts';
import type { DeliveryNews } from '../../../shared/protocol.ts';
import type { Session } from '../../../shared/schemas/office.ts';
import type { DeliveryView } from '../../../shared/schemas/screens.ts';
import { useLiveBoard } from '../../kit/ui/live-board.ts';
import { useText } from '../../kit/ui/locale.ts';
import { late } from '../late.tsx';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { RankCard } from '../RankCard.tsx';
import { ResultScreen } from './ResultScreen.tsx';
import { winText } from '../texts.ts';
import { forgetLists } from './kept-list.ts';
import { forgetSent } from '../outbox/sent-wins.ts';
import { UnsentChip } from './UnsentChip.tsx';
import { useEntries } from './use-entries.ts';
import { usePosting } from './use-posting.ts';
import { WinForm } from './WinForm.tsx';

const BoardSheet = late(async () => (await import('../BoardSheet.tsx')).BoardSheet);
const MenuSheet = late(async () => (await import('../MenuSheet.tsx')).MenuSheet);
const OutboxSheet = late(async () => (await import('./OutboxSheet.tsx')).OutboxSheet);

interface PostScreenProps {
  outbox: Outbox;
  session: Session;
  clockOffsetMs: number;
  onSignOut: () => Promise<void>;
}

const NO_DELIVERIES: ReadonlyMap<string, DeliveryView> = new Map();

type Sheet = 'board' | 'outbox' | 'menu' | null;

export function PostScreen({ outbox, session, clockOffsetMs, onSignOut }: PostScreenProps) {
  const { user, office } = session;
  const [sheet, setSheet] = useState<Sheet>(null);
  const close = () => setSheet(null);
  const [deliveries, setDeliveries] = useState<ReadonlyMap<string, DeliveryView>>(NO_DELIVERIES);
  const onDelivery = useCallback(
    (news: DeliveryNews) => setDeliveries((known) => new Map([...known, [news.dealId, news]])),
    [],
  );
  const onConnect = () => {
    void outbox.serve(user.id);
    posting.lists.fetch();
  };
  const live = useLiveBoard(MAIN_BOARD, { onConnect, onDelivery });
  const posting = usePosting({ outbox, session, clockOffsetMs, board: live.board });
  const leave = async () => {
    await onSignOut();
    forgetLists(user.id);
    forgetSent(user.id);
  };
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
          clockOffsetMs={clockOffsetMs}
          delivery={deliveries.get(posting.posted.id) ?? null}
          isLive={live.isLive}
          onAnother={() => posting.showForm(null)}
          onMend={mend}
        />
      ) : (
        <>
          <RankCard row={row} standing={standing(0)} isLive={live.isLive} onOpen={() => setSheet('board')} />
          <WinForm
            posting={posting}
            products={office.products}
            picksRep={['teams', 'office'].includes(reachOf({ type: 'user', ...user }, 'deal:create'))}
          />
        </>
      )}
      {sheet === 'board' && <BoardSheet board={live.board} repId={draft.repId} onClose={close} />}
      {sheet === 'outbox' && (
        <OutboxSheet outbox={outbox} userId={user.id} clockOffsetMs={clockOffsetMs} onMend={mend} onClose={close} />
      )}
      {sheet === 'menu' && <MenuSheet user={user} unsent={outbox.entries.length} onSignOut={leave} onClose={close} />}
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
