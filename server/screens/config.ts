// What a screen is told to be, from the office's books.
import { DEFAULT_PLAYLIST } from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, type Privacy, type ScreenConfig, NO_PRIVACY } from '../../shared/screen.ts';
import type { Actor } from '../../shared/roles.ts';
import type { Directory } from '../directory.ts';
import type { ScreenRow } from '../store/screens.ts';

/** Anybody but a screen plays the built-in list on a board of their choice. */
export function configOf(directory: Directory, actor: Actor): ScreenConfig {
  const screen = screenOf(directory, actor);
  const settings = screen?.settings ?? DEFAULT_SCREEN;
  const listed = directory.playlists.find(({ id }) => id === settings.playlistId) ?? DEFAULT_PLAYLIST;
  const playlist = { ...listed, changedAt: Math.max(listed.changedAt, screen?.restartedAt ?? 0) };
  return { screen: screen && { id: screen.id, name: screen.name }, settings, playlist, wall: directory.wall };
}

export function privacyOf(directory: Directory, actor: Actor): Privacy {
  return screenOf(directory, actor)?.settings.privacy ?? NO_PRIVACY;
}

function screenOf(directory: Directory, actor: Actor): ScreenRow | null {
  return actor.type === 'screen' ? directory.screen(actor.id) : null;
}
