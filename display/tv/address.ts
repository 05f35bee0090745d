// What a screen knows of itself: its token, and what a viewer's address says (a read-only token, board, language, calm).
// All of it is kept on the device and leaves the address bar at once, so that no passer-by and no log can read a token.
import { isLocale, type Locale } from '../kit/i18n.ts';
import { keepNothing, readKept, writeKept } from '../kit/kept.ts';

export interface Address {
  token: string | null;
  /** The one before it, until the server is known to go by the new one. */
  formerToken: string | null;
  board: string | null;
  /** The screen's own language; null for the office's. */
  locale: Locale | null;
  /** No celebrations over the board, short motion. */
  calm: boolean;
  /** The desk's editor shows this page in a frame and says what it should be. */
  isPreview: boolean;
  /** The frame shows what this screen shows. */
  seesAs: string | null;
}

const KEY = 'tv.address';
const TOLD = ['token', 'board', 'lang', 'calm', 'preview', 'screen'];

/** The address's words laid over what the screen already knew. */
export function readAddress(search: string, hash: string, kept: Partial<Address> | null): Address {
  const told = new URLSearchParams(search);
  new URLSearchParams(hash.replace(/^#/, '')).forEach((value, name) => told.set(name, value));
  const lang = told.get('lang');
  const calm = told.get('calm');
  return {
    token: told.get('token') ?? kept?.token ?? null,
    formerToken: told.has('token') ? null : (kept?.formerToken ?? null),
    board: told.get('board') ?? kept?.board ?? null,
    locale: isLocale(lang) ? lang : (kept?.locale ?? null),
    calm: calm === null ? (kept?.calm ?? false) : calm !== '0',
    isPreview: told.has('preview'),
    seesAs: told.get('screen'),
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

/** Whether the device keeps it. */
export function keepAddress(address: Address): boolean {
  return writeKept(KEY, address);
}

/** The token that this device has now, whichever tab has it from the server. */
export function keptToken(): string | null {
  return (readKept(KEY) as Partial<Address> | null)?.token ?? null;
}
