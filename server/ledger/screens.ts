// Screens: claimed, set, given another secret and revoked by managers; seen and heard by the server.
import { boardById } from '../../shared/board.ts';
import { Refusal } from '../../shared/problem.ts';
import { DEFAULT_PLAYLIST_ID } from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, type ScreenSettings } from '../../shared/screen.ts';
import type { ScreenPatch } from '../../shared/schemas/screens.ts';
import type { ScreenRow } from '../store/screens.ts';
import type { Commands } from './commands.ts';
import { Fields } from './fields.ts';
import { makeId } from './ids.ts';
import type { Transaction } from './transaction.ts';
import { playlistOf } from './walls.ts';

export function createScreen(transaction: Transaction, input: Commands['screen:create']['input']): { id: string } {
  const { hash, body } = input;
  const { name, ...settings } = body;
  const id = makeId();
  const checked = checkScreen(transaction, { name }, { ...DEFAULT_SCREEN, ...settings });
  transaction.store.screens.insert({ id, hash, createdAt: transaction.now, ...checked });
  transaction.changes.push({ type: 'walls' });
  transaction.audit('screen:create', id, body);
  return { id };
}

export function patchScreen(transaction: Transaction, { id, patch }: Commands['screen:patch']['input']): void {
  changeScreen(transaction, id, patch);
  transaction.audit('screen:patch', id, patch);
}

/** Another secret opens it from now on: a new TV in its place, set anew where asked, or a rotated token. Rule SC5. */
export function rekeyScreen(transaction: Transaction, input: Commands['screen:rekey']['input']): void {
  const { id, hash, patch = {} } = input;
  changeScreen(transaction, id, patch, hash);
  transaction.audit('screen:rekey', id, patch);
}

function changeScreen(transaction: Transaction, id: string, patch: ScreenPatch, hash?: string): void {
  const old = screenOf(transaction, id);
  const { name = old.name, ...settings } = patch;
  const checked = checkScreen(transaction, { name, old: old.name }, { ...old.settings, ...settings });
  transaction.store.screens.update({ ...old, ...checked, ...(hash === undefined ? {} : { hash }) });
  transaction.changes.push({ type: 'walls' });
}

/** Its playlist begins anew, now. Rule SC6. */
export function restartScreen(transaction: Transaction, { id }: { id: string }): void {
  transaction.store.screens.update({ ...screenOf(transaction, id), restartedAt: transaction.now });
  transaction.changes.push({ type: 'walls' });
  transaction.audit('screen:restart', id);
}

/** When screens were last seen. It changes no board and no screen: nobody is told. */
export function seeScreens(transaction: Transaction, { seen }: Commands['screens:seen']['input']): void {
  for (const [id, at] of seen) transaction.store.screens.see(id, at);
}

/** Where deals were seen. Rule SC10. */
export function keepDeliveries(transaction: Transaction, { deliveries }: Commands['deals:delivered']['input']): void {
  for (const delivery of deliveries) transaction.store.deliveries.insert(delivery);
}

function screenOf(transaction: Transaction, wanted: string): ScreenRow {
  const screen = transaction.store.screens.list().find(({ id }) => id === wanted);
  if (!screen) throw new Refusal('screen/not-found');
  return screen;
}

function checkScreen(
  transaction: Transaction,
  { name: told, old }: { name: string; old?: string },
  settings: ScreenSettings,
): { name: string; settings: ScreenSettings } {
  const fields = new Fields(transaction);
  const name = fields.name('name', told, old);
  if (!boardById(settings.board)) fields.fault('board', 'board/not-found', 'is no board');
  const playlistId = settings.playlistId === DEFAULT_PLAYLIST_ID ? null : settings.playlistId;
  if (playlistId !== null && !playlistOf(transaction, playlistId)) {
    fields.fault('playlistId', 'playlist/not-found', 'is no playlist');
  }
  fields.check();
  return { name, settings: { ...settings, playlistId } };
}

export function revokeScreen(transaction: Transaction, { id }: { id: string }): void {
  if (!transaction.store.screens.revoke(id, transaction.now)) throw new Refusal('screen/not-found');
  transaction.changes.push({ type: 'walls' });
  transaction.audit('screen:revoke', id);
}
