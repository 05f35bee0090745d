// Where one is on the phone: "#board", or "#board/<what is open there>". The browser's back button goes back.
import { useEffect, useState } from 'preact/hooks';

export type TabId = 'post' | 'activities' | 'board' | 'feed' | 'me';

export interface Route {
  tab: TabId;
  /** What is open inside the tab: a rep's id, say. */
  path: readonly string[];
}

/** The route of a hash; what is not among the tabs leads to the first of them. */
export function parseRoute(hash: string, tabs: readonly { id: TabId }[]): Route {
  const [name, ...path] = hash.replace(/^#/, '').split('/');
  const tab = tabs.find((one) => one.id === name);
  return tab ? { tab: tab.id, path: path.map(decoded) } : { tab: tabs[0]?.id ?? 'board', path: [] };
}

export function routeTo(tab: TabId, ...path: readonly string[]): string {
  return `#${[tab, ...path.map(encodeURIComponent)].join('/')}`;
}

/** A hash is what anybody has typed: what cannot be read is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
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

/** What is open inside a tab; nothing while another one is in sight. */
export function usePath(tab: TabId): readonly string[] {
  const [name, ...path] = useHash().replace(/^#/, '').split('/');
  return name === tab ? path.map(decoded) : [];
}
