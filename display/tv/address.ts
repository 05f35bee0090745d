// What a screen is told by its address: its token, board, language and calm. All of it is kept on the screen and
// leaves the address bar at once, so that no passer-by and no log can read the token.
import { isLocale, type Locale } from '../kit/i18n.ts';
import { keepNothing, readKept, writeKept } from '../kit/kept.ts';

export interface Address {
  token: string | null;
  board: string | null;
  /** The screen's own language; null for the office's. */
  locale: Locale | null;
  /** No celebrations over the board, short motion. */
  calm: boolean;
  /** The desk's editor shows this page in a frame and says what it should be. */
  isPreview: boolean;
}

const KEY = 'tv.address';
const TOLD = ['token', 'board', 'lang', 'calm', 'preview'];

/** The address's words laid over what the screen already knew. */
export function readAddress(search: string, hash: string, kept: Partial<Address> | null): Address {
  const told = new URLSearchParams(search);
  new URLSearchParams(hash.replace(/^#/, '')).forEach((value, name) => told.set(name, value));
  const lang = told.get('lang');
  const calm = told.get('calm');
  return {
    token: told.get('token') ?? kept?.token ?? null,
    board: told.get('board') ?? kept?.board ?? null,
    locale: isLocale(lang) ? lang : (kept?.locale ?? null),
    calm: calm === null ? (kept?.calm ?? false) : calm !== '0',
    isPreview: told.has('preview'),
  };
}

/** The query without what is the screen's alone. */
export function bareSearch(search: string): string {
  const rest = new URLSearchParams(search);
  for (const name of TOLD) rest.delete(name);
  const text = rest.toString();
  return text === '' ? '' : `?${text}`;
}

/** Reads and cleans the page's own address. Where nothing can be kept, it holds until the next reload. */
export function openAddress(): Address {
  const { search, hash, pathname } = window.location;
  if (/\bpreview\b/.test(hash)) keepNothing();
  const address = readAddress(search, hash, readKept(KEY) as Partial<Address> | null);
  if (search !== '' || hash !== '') window.history.replaceState(null, '', pathname + bareSearch(search));
  keepAddress(address);
  return address;
}

export function keepAddress(address: Address): void {
  writeKept(KEY, address);
}
