// Pictures and sounds come in; what names them is checked where it is written.
import { createHash } from 'node:crypto';
import type { Media } from '../store/media.ts';
import type { Commands } from './commands.ts';
import type { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import type { Transaction } from './transaction.ts';

/** What nothing names any more goes after a day: until then its upload may still be on the way into a form. */
const KEEP_MS = 86_400_000;

/** Stores it once: the same bytes again, of a phone that has not heard the answer, are what is there. Rule MD3. */
export function addMedia(transaction: Transaction, input: Commands['media:add']['input']): Media {
  const { store, now } = transaction;
  store.media.prune(now - KEEP_MS);
  const { bytes, ...about } = input;
  const hash = createHash('sha256').update(bytes).digest('base64');
  const known = store.media.findHash(hash);
  transaction.changes.push({ type: 'media' });
  if (known) {
    store.media.renew(known.id, now);
    return known;
  }
  // Whoever knows the id may see it, so it is long.
  const media = { ...about, id: makeId() + makeId() };
  store.media.insert(media, { bytes, hash }, now);
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
