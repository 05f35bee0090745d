// The phone's frame: whose it is above, the tab in sight, the bar below. Tabs that were left stay as they are.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MAIN_BOARD } from '../../shared/board.ts';
import type { DeliveryNews } from '../../shared/protocol.ts';
import type { DeliveryView } from '../../shared/schemas/screens.ts';
import { useLiveBoard } from '../kit/ui/live-board.ts';
import { useText } from '../kit/ui/locale.ts';
import { fetchOnTouch } from './late.tsx';
import { LazyTab } from './LazyTab.tsx';
import type { Entry } from './outbox/entry.ts';
import { PostScreen } from './post/PostScreen.tsx';
import { UnsentChip } from './post/UnsentChip.tsx';
import { useDecided } from './post/use-decided.ts';
import { useEntries, useErrands } from './post/use-entries.ts';
import { usePosting } from './post/use-posting.ts';
import { RankNews } from './RankNews.tsx';
import { parseRoute, routeTo, useHash, type TabId } from './route.ts';
import { Sheets, type Sheet } from './Sheets.tsx';
import { TabBar } from './TabBar.tsx';
import { ShownContext, type TabProps } from './tab-props.ts';
import { mayPost, TABS } from './tabs.ts';
import { winText } from './texts.ts';

const NO_DELIVERIES: ReadonlyMap<string, DeliveryView> = new Map();

interface ShellProps extends Omit<TabProps, 'live'> {
  onSession: (session: TabProps['session']) => void;
  onSignOut: () => Promise<void>;
  /** The server has shut this page out, or knows better: who is signed in has to be asked for. */
  onShutOut: () => void;
}

export function Shell({ outbox, session, clockOffsetMs, onSession, onSignOut, onShutOut }: ShellProps) {
  const { deliveries, onDelivery } = useDeliveries();
  const { decided, onDecision, catchUp } = useDecided(session.user.id);
  const onConnect = () => {
    void outbox.serve(session.user.id);
    posting.lists.fetch();
    void catchUp();
  };
  const live = useLiveBoard(MAIN_BOARD, { onConnect, onDelivery, onDecision, onShutOut });
  const tabs = TABS.filter(({ isFor }) => isFor(session));
  const hash = useHash();
  const { tab: current } = parseRoute(hash, tabs);
  const seen = useSeen(current);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const rows = live.board?.standings.rows;
  const posting = usePosting({ outbox, session, clockOffsetMs, board: live.board });
  const mend = (entry: Entry) => {
    posting.showForm(entry);
    setSheet(null);
    // What the office allows may be another by now (rule OS4).
    onShutOut();
    location.hash = routeTo('post');
  };
  useScroll(hash);
  useEffect(closeDialogs, [hash]);
  useEffect(fetchOnTouch, []);
  const tab = { outbox, session, clockOffsetMs, live };
  return (
    <div class="win">
      <Head session={session} outbox={outbox} current={current} onSheet={setSheet} />
      <main class="win-main">
        {tabs.map(({ id, load }) => (
          <div key={id} class="tab-view" hidden={id !== current}>
            <ShownContext.Provider value={id === current}>
              {load === null ? (
                <PostScreen {...tab} posting={posting} deliveries={deliveries} decided={decided} onMend={mend} />
              ) : (
                seen.has(id) && <LazyTab load={load} tab={tab} />
              )}
            </ShownContext.Provider>
          </div>
        ))}
      </main>
      <RankNews row={rows?.find(({ subjectId }) => subjectId === session.user.repId)} />
      <TabBar tabs={tabs} current={current} />
      <Sheets
        {...tab}
        sheet={sheet}
        onSheet={setSheet}
        onMend={mend}
        onSession={onSession}
        onSignOut={onSignOut}
        onClose={() => setSheet(null)}
      />
    </div>
  );
}

/** How far the deals of this phone have come, as the server says by itself. */
function useDeliveries() {
  const [deliveries, setDeliveries] = useState(NO_DELIVERIES);
  const onDelivery = useCallback(
    (news: DeliveryNews) => setDeliveries((known) => new Map([...known, [news.dealId, news]])),
    [],
  );
  return { deliveries, onDelivery };
}

interface HeadProps {
  session: TabProps['session'];
  outbox: TabProps['outbox'];
  current: TabId;
  onSheet: (sheet: Sheet) => void;
}

function Head({ session, outbox, current, onSheet }: HeadProps) {
  const t = useText(winText);
  const entries = [...useEntries(outbox), ...useErrands(outbox)];
  const label = TABS.find(({ id }) => id === current)?.label ?? 'tabBoard';
  const title = current === 'post' ? t('title') : t(label);
  useEffect(() => {
    document.title = `${title} · Winboard`;
  }, [title]);
  return (
    <>
      <header class="win-head">
        <h1>
          <button type="button" class="win-title" onClick={() => onSheet('menu')} aria-haspopup="dialog">
            {title}
            <MenuMark />
            <span class="unseen">{t('menu')}</span>
          </button>
        </h1>
        {(mayPost(session) || entries.length > 0) && (
          <UnsentChip entries={entries} userId={session.user.id} onOpen={() => onSheet('outbox')} />
        )}
      </header>
      {!outbox.durable && mayPost(session) && <p class="note note-gold win-note">{t('notDurable')}</p>}
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

/** The tabs that have been in sight since the page was opened. */
function useSeen(current: TabId): ReadonlySet<TabId> {
  const seen = useRef(new Set<TabId>());
  seen.current.add(current);
  return seen.current;
}

/** Each place of the page keeps how far down it was read. */
function useScroll(hash: string): void {
  const places = useRef(new Map<string, number>());
  const shown = useRef(hash);
  if (shown.current !== hash) {
    // Taken before the other place is drawn, which may be too short to have been read that far.
    places.current.set(shown.current, window.scrollY);
    shown.current = hash;
  }
  useEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);
  useLayoutEffect(() => window.scrollTo(0, places.current.get(hash) ?? 0), [hash]);
}

/** A dialog belongs to where it was opened: going elsewhere, by the back button too, closes it. */
function closeDialogs(): void {
  for (const dialog of document.querySelectorAll('dialog[open]')) {
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  }
}
