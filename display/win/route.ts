// Where one is on the phone: "#board", or "#board/<what is open there>". The browser's back button goes back.
import { useEffect, useState } from 'preact/hooks';
import type { Tab, TabId } from './tabs.ts';

export interface Route {
  tab: TabId;
  /** What is open inside the tab: a rep's id, say. */
  id: string | null;
}

/** The route of a hash; what is not among the tabs leads to the first of them. */
export function parseRoute(hash: string, tabs: readonly Tab[]): Route {
  const [name = '', id = ''] = hash.replace(/^#/, '').split('/');
  const tab = tabs.find((one) => one.id === name);
  if (!tab) return { tab: tabs[0]?.id ?? 'board', id: null };
  return { tab: tab.id, id: id === '' ? null : decodeId(id) };
}

export function routeTo(tab: TabId, id?: string): string {
  return id === undefined ? `#${tab}` : `#${tab}/${encodeURIComponent(id)}`;
}

function decodeId(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The hash as it is now, for whoever draws by it. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash;
}
