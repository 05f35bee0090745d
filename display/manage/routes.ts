// Where one is at the desk: the part of the address behind "#/".
import { useEffect, useState } from 'preact/hooks';
import type { Action } from '../../shared/roles.ts';

export const SECTIONS = [
  'home',
  'people',
  'quotas',
  'deals',
  'money',
  'periods',
  'wall',
  'screens',
  'settings',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What one must be able to do, if not everywhere, to find use in a section. */
export const SECTION_ACTIONS: Readonly<Record<Section, Action>> = {
  home: 'board:watch',
  people: 'people:write',
  quotas: 'quota:write',
  deals: 'deal:correct',
  money: 'receipt:write',
  periods: 'period:read',
  wall: 'wall:write',
  screens: 'screen:read',
  settings: 'office:write',
};

export interface Route {
  section: Section;
  /** What is open inside the section: a period's id, say. */
  id: string | null;
  /** The code of a TV that is to be paired, from its QR code. */
  pair: string | null;
}

export function parseRoute(hash: string): Route {
  const pair = new URLSearchParams(hash.slice(1)).get('pair');
  if (pair !== null) return { section: 'screens', id: null, pair };
  const [name = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  const section = SECTIONS.find((one) => one === name) ?? 'home';
  return { section, id: id === '' ? null : decodeURIComponent(id), pair: null };
}

export function routeTo(section: Section, id?: string): string {
  return id === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(id)}`;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** The setup token that the server's link carries; it leaves the address bar and the history at once. */
export function takeSetupToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('setup');
  if (token !== null) history.replaceState(null, '', location.pathname);
  return token;
}
