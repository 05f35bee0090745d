// What a person at the TV may do, with nothing but the arrows and Enter of a remote: it says which screen this is and
// how it stands, and goes by itself.
import './menu.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { localeOf } from '../config.ts';
import { engineOf } from '../device.ts';
import { menuWords } from './words.ts';
import { remoteKey } from './remote.ts';
import { ownBuildId, reloadWhenServing } from '../reload.ts';
import type { Screen } from '../screen.ts';
import type { ScreenState } from '../screen-state.ts';

const IDLE_MS = 30_000;

interface Item {
  text: string;
  run: () => void;
  /** Asks once more before it acts. */
  isGrave?: boolean;
}

export function Menu({ screen, state, onClose }: { screen: Screen; state: ScreenState; onClose: () => void }) {
  const { snapshot, config, link } = state;
  const locale = snapshot ? localeOf(config, snapshot.office) : (config.settings.locale ?? 'vi');
  const say = menuWords(locale);
  const [asked, setAsked] = useState<number | null>(null);
  const items = itemsOf(screen, state, say, onClose);
  const list = useRef<HTMLDivElement>(null);
  useMenuKeys(list, onClose);
  const choose = (item: Item, index: number): void => {
    if (item.isGrave && asked !== index) setAsked(index);
    else item.run();
  };
  return (
    <div class="menu" role="dialog" aria-label={say('title')}>
      <p class="menu-name">{config.screen?.name ?? 'Winboard'}</p>
      <p class="menu-facts">
        {window.location.host} · {say(link.connected ? 'connected' : 'away')} · {engineOf(navigator.userAgent)} ·{' '}
        {ownBuildId()}
      </p>
      <div class="menu-items" ref={list}>
        {items.map((item, index) => (
          <button key={item.text} type="button" class="menu-item" onClick={() => choose(item, index)}>
            {asked === index ? say('sure', { what: item.text }) : item.text}
          </button>
        ))}
      </div>
      <p class="menu-facts">{say('keys')}</p>
    </div>
  );
}

function itemsOf(
  screen: Screen,
  { code, config, link }: ScreenState,
  say: ReturnType<typeof menuWords>,
  onClose: () => void,
): Item[] {
  const then = (run: () => void) => () => {
    run();
    onClose();
  };
  const fullscreen = fullscreenOf(document.documentElement);
  return [
    ...(fullscreen ? [{ text: say('fullscreen'), run: then(fullscreen) }] : []),
    ...(code ? [{ text: say('otherCode'), run: then(() => screen.renewCode()) }] : []),
    { text: say('reload'), run: then(() => void reloadWhenServing()) },
    ...(config.screen === null || link.refused === 'auth'
      ? []
      : [{ text: say('unpair'), run: then(() => screen.unpair()), isGrave: true }]),
    { text: say('close'), run: onClose },
  ];
}

/** Below Chromium 71 it has another name, and gives no promise. */
interface AnyElement {
  requestFullscreen?: () => Promise<void>;
  webkitRequestFullscreen?: () => void;
}

/** What fills the screen with the page; null where it does already, or the browser cannot. */
function fullscreenOf(page: AnyElement): (() => void) | null {
  const isFull = window.innerHeight >= window.screen.height;
  if (isFull || !('requestFullscreen' in page || 'webkitRequestFullscreen' in page)) return null;
  return () => {
    if (page.requestFullscreen) page.requestFullscreen().catch(() => undefined);
    else page.webkitRequestFullscreen?.();
  };
}

/** Arrows move, Enter is the buttons' own; an untouched menu goes. */
function useMenuKeys(list: { current: HTMLElement | null }, onClose: () => void): void {
  // Before it is seen: the next key is its own.
  useLayoutEffect(() => {
    const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll('button') ?? [])];
    let timer = setTimeout(onClose, IDLE_MS);
    const step = (by: number): void => {
      const all = buttons();
      const at = all.findIndex((button) => button === document.activeElement);
      all[(at + by + all.length) % all.length]?.focus();
    };
    const hear = (event: KeyboardEvent): void => {
      clearTimeout(timer);
      timer = setTimeout(onClose, IDLE_MS);
      const key = remoteKey(event);
      if (key === 'next' || key === 'previous') {
        event.preventDefault();
        step(key === 'next' ? 1 : -1);
      } else if (key === 'back') onClose();
    };
    buttons()[0]?.focus();
    window.addEventListener('keydown', hear);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', hear);
    };
  }, [list, onClose]);
}
