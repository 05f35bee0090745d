// The wall's look and sound, playlists: set by managers, checked against the office.
import { Refusal } from '../../shared/problem.ts';
import { itemOf, type Playlist, type PlaylistItem } from '../../shared/scenes.ts';
import type { WallSettings } from '../../shared/screen.ts';
import type { PlaylistBody, PlaylistItemBody, WallPatch } from '../../shared/schemas/wall.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import { checkMedia } from './media.ts';
import type { Transaction } from './transaction.ts';

export function patchWall(transaction: Transaction, patch: WallPatch): void {
  const { celebrateFrom, bigFrom, hugeFrom, ...plain } = patch;
  const fields = new Fields(transaction);
  const old = transaction.store.wall.read();
  const minor = (field: string, value: string | number | null | undefined, before: number | null): number | null =>
    value === undefined ? before : value === null ? null : fields.amount(field, value);
  const wall: WallSettings = {
    ...old,
    ...plain,
    celebrateFromMinor: minor('celebrateFrom', celebrateFrom, old.celebrateFromMinor),
    bigFromMinor: minor('bigFrom', bigFrom, old.bigFromMinor),
    hugeFromMinor: minor('hugeFrom', hugeFrom, old.hugeFromMinor),
  };
  checkMedia(transaction, fields, 'logoId', wall.logoId, 'image');
  checkMedia(transaction, fields, 'backgroundId', wall.backgroundId, 'image');
  checkMedia(transaction, fields, 'soundId', wall.soundId, 'audio');
  const { celebrateFromMinor: least, bigFromMinor: big, hugeFromMinor: huge } = wall;
  if (least !== null && big !== null && big < least)
    fields.fault('bigFrom', 'wall/order', 'must not be below celebrateFrom');
  if (huge !== null && huge < Math.max(big ?? 0, least ?? 0)) {
    fields.fault('hugeFrom', 'wall/order', 'must not be below bigFrom and celebrateFrom');
  }
  fields.check();
  transaction.store.wall.write(wall);
  transaction.changes.push({ type: 'walls' });
  transaction.audit('wall:patch', 'wall', patch);
}

export function createPlaylist(transaction: Transaction, body: PlaylistBody): { id: string } {
  return writePlaylist(transaction, makeId(), body, 'playlist:create');
}

export function putPlaylist(transaction: Transaction, input: { id: string; body: PlaylistBody }): void {
  if (!playlistOf(transaction, input.id)) throw new Refusal('playlist/not-found');
  writePlaylist(transaction, input.id, input.body, 'playlist:put');
}

/** What is the same as before keeps its instant, so that no screen starts over. */
function writePlaylist(transaction: Transaction, id: string, body: PlaylistBody, action: string): { id: string } {
  const fields = new Fields(transaction);
  const old = playlistOf(transaction, id);
  const name = fields.name('name', body.name, old?.name);
  const items = body.items.map((item, index) => checkItem(transaction, fields, item, `items.${index}`));
  fields.check();
  const playlist: Playlist = { id, name, layout: body.layout, items, changedAt: transaction.now };
  const isSame =
    old !== undefined && JSON.stringify({ ...old, changedAt: 0 }) === JSON.stringify({ ...playlist, changedAt: 0 });
  if (isSame) return { id };
  transaction.store.playlists.write(playlist);
  transaction.changes.push({ type: 'walls' });
  transaction.audit(action, id, { name, layout: body.layout, items: items.length });
  return { id };
}

export function playlistOf(transaction: Transaction, id: string): Playlist | undefined {
  return transaction.store.playlists.list().find((one) => one.id === id);
}

function checkItem(transaction: Transaction, fields: Fields, body: PlaylistItemBody, path: string): PlaylistItem {
  const item: PlaylistItem = { ...itemOf(body.scene, body.seconds), ...body };
  const title = fields.text(`${path}.title`, item.title);
  const text = fields.text(`${path}.text`, item.text);
  checkMedia(transaction, fields, `${path}.imageId`, item.imageId, 'image');
  if (item.scene === 'announcement' && title === '' && text === '' && item.imageId === null) {
    fields.fault(`${path}.text`, 'field/missing', 'needs a title, a text or a picture');
  }
  return { ...item, title, text };
}

/** Screens that play it go on with the built-in one. */
export function removePlaylist(transaction: Transaction, { id }: { id: string }): void {
  const { store } = transaction;
  if (!store.playlists.remove(id)) throw new Refusal('playlist/not-found');
  for (const screen of store.screens.list().filter(({ settings }) => settings.playlistId === id)) {
    store.screens.update({ ...screen, settings: { ...screen.settings, playlistId: null } });
  }
  transaction.changes.push({ type: 'walls' });
  transaction.audit('playlist:remove', id);
}
