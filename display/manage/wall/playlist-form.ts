// A playlist as the editor has it, and as the API takes it.
import type { Playlist } from '../../../shared/scenes.ts';
import type { PlaylistBody } from '../../../shared/schemas/wall.ts';

export function bodyOf({ name, layout, items }: Playlist): PlaylistBody {
  return {
    name: name.trim(),
    layout,
    items: items.map((item) => ({ ...item, days: [...item.days].sort((a, b) => a - b) })),
  };
}

/** The list with one item taken out and put in again elsewhere. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

/** A whole round, in seconds. */
export function roundSeconds(playlist: Pick<Playlist, 'items'>): number {
  return playlist.items.reduce((sum, { seconds }) => sum + seconds, 0);
}
