// The phone's frame: whose it is above, the tab in sight, the bar below. Tabs that were left stay as they are.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MAIN_BOARD } from '../../shared/board.ts';
import { useLiveBoard } from '../kit/ui/live-board.ts';
import { useText } from '../kit/ui/locale.ts';
import { LazyTab } from './LazyTab.tsx';
import { MenuSheet } from './MenuSheet.tsx';
import type { Entry } from './outbox/entry.ts';
import { OutboxSheet } from './post/OutboxSheet.tsx';
import { PostScreen } from './post/PostScreen.tsx';
import { UnsentChip } from './post/UnsentChip.tsx';
import { useEntries, useErrands } from './post/use-entries.ts';
import { usePosting } from './post/use-posting.ts';
import { parseRoute, routeTo, useHash } from './route.ts';
import { TabBar } from './TabBar.tsx';
import { ShownContext, type TabProps } from './tab-props.ts';
import { mayPost, TABS, type TabId } from './tabs.ts';
import { winText } from './texts.ts';

interface ShellProps extends Omit<TabProps, 'live'> {
  onSignOut: () => Promise<void>;
}

type Sheet = 'outbox' | 'menu' | null;

export function Shell({ outbox, session, clockOffsetMs, onSignOut }: ShellProps) {
  const live = useLiveBoard(MAIN_BOARD, () => void outbox.flush());
  const tabs = TABS.filter(({ isFor }) => isFor(session));
  const hash = useHash();
  const { tab: current } = parseRoute(hash, tabs);
  const seen = useSeen(current);
  const [sheet, setSheet] = useState<Sheet>(null);
  const posting = usePosting({ outbox, session, clockOffsetMs, rows: live.board?.standings.rows });
  const mend = (entry: Entry) => {
    posting.showForm(entry);
    setSheet(null);
    location.hash = routeTo('post');
  };
  useScroll(hash);
  useEffect(closeDialogs, [hash]);
  const tab = { outbox, session, clockOffsetMs, live };
  return (
    <div class="win">
      <Head session={session} outbox={outbox} current={current} onSheet={setSheet} />
      <main class="win-main">
        {tabs.map(({ id, load }) => (
          <div key={id} class="tab-view" hidden={id !== current}>
            <ShownContext.Provider value={id === current}>
              {load === null ? (
                <PostScreen {...tab} posting={posting} onMend={mend} />
              ) : (
                seen.has(id) && <LazyTab load={load} tab={tab} />
              )}
            </ShownContext.Provider>
          </div>
        ))}
      </main>
      <TabBar tabs={tabs} current={current} />
      {sheet === 'outbox' && (
        <OutboxSheet outbox={outbox} userId={session.user.id} onMend={mend} onClose={() => setSheet(null)} />
      )}
      {sheet === 'menu' && (
        <MenuSheet
          user={session.user}
          unsent={outbox.entries.length + outbox.errands.length}
          onSignOut={onSignOut}
          onClose={() => setSheet(null)}
        />
      )}
    </div>
  );
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
        {(mayPost(session) || entries.length > 0) && <UnsentChip entries={entries} onOpen={() => onSheet('outbox')} />}
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
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const keep = ({ oldURL }: HashChangeEvent) => places.current.set(new URL(oldURL).hash, window.scrollY);
    window.addEventListener('hashchange', keep, { capture: true });
    return () => window.removeEventListener('hashchange', keep, { capture: true });
  }, []);
  useLayoutEffect(() => window.scrollTo(0, places.current.get(hash) ?? 0), [hash]);
}

/** A dialog belongs to where it was opened: going elsewhere, by the back button too, closes it. */
function closeDialogs(): void {
  for (const dialog of document.querySelectorAll('dialog[open]')) {
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  }
}
