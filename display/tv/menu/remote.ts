// The keys of a TV's remote: arrows and Enter are on every one, a way back is not, so nothing needs it.

export type RemoteKey = 'enter' | 'next' | 'previous' | 'back';

const KEYS = new Map<string, RemoteKey>([
  ['Enter', 'enter'],
  ['ArrowDown', 'next'],
  ['ArrowRight', 'next'],
  ['ArrowUp', 'previous'],
  ['ArrowLeft', 'previous'],
  ['Escape', 'back'],
  ['Backspace', 'back'],
  ['GoBack', 'back'],
]);

/** What the makers' own back keys send; their names differ. */
const BACK_CODES = [461, 10_009];

export function remoteKey({ key, keyCode }: Pick<KeyboardEvent, 'key' | 'keyCode'>): RemoteKey | null {
  return KEYS.get(key) ?? (BACK_CODES.includes(keyCode) ? 'back' : null);
}
