// Pictures and sounds come in; what names them is checked where it is written.
import type { Media } from '../store/media.ts';
import type { Commands } from './commands.ts';
import type { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import type { Transaction } from './transaction.ts';

/** What nothing names any more goes after a day: until then its upload may still be on the way into a form. */
const KEEP_MS = 86_400_000;

export function addMedia(transaction: Transaction, input: Commands['media:add']['input']): Media {
  const { store, now } = transaction;
  store.media.prune(now - KEEP_MS);
  const { bytes, ...about } = input;
  // Whoever knows the id may see it, so it is long.
  const media = { ...about, id: makeId() + makeId() };
  store.media.insert(media, bytes, now);
  transaction.changes.push({ type: 'media' });
  transaction.audit('media:add', media.id, { type: media.type, bytes: bytes.length });
  return media;
}

/** Faults a field that names no picture or no sound of ours. */
export function checkMedia(
  transaction: Transaction,
  fields: Fields,
  field: string,
  id: string | null,
  kind: 'image' | 'audio',
): void {
  if (id === null) return;
  const media = transaction.store.media.find(id);
  if (media?.type.startsWith(`${kind}/`)) return;
  fields.fault(
    field,
    'media/not-found',
    kind === 'image' ? 'is no picture of this office' : 'is no sound of this office',
  );
}
