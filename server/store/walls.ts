// The wall's look and sound, playlists. Settings are JSON: a field that an older Winboard did not write has its default.
import type { Playlist, PlaylistItem, PlaylistLayout } from '../../shared/scenes.ts';
import { itemOf } from '../../shared/scenes.ts';
import { DEFAULT_WALL, type WallSettings } from '../../shared/screen.ts';
import type { Db } from './db.ts';

export function wallTable(db: Db) {
  const read = db.prepare<[], { settings: string }>('SELECT settings FROM wall');
  const write = db.prepare('INSERT OR REPLACE INTO wall (one, settings) VALUES (1, ?)');
  return {
    read(): WallSettings {
      const row = read.get();
      return row ? { ...DEFAULT_WALL, ...(JSON.parse(row.settings) as Partial<WallSettings>) } : DEFAULT_WALL;
    },
    write: (settings: WallSettings): void => void write.run(JSON.stringify(settings)),
  };
}

interface PlaylistRow {
  id: string;
  name: string;
  layout: PlaylistLayout;
  items: string;
  changedAt: number;
}

export function playlistTable(db: Db) {
  const list = db.prepare<[], PlaylistRow>(
    'SELECT id, name, layout, items, changed_at AS changedAt FROM playlists ORDER BY created_at, id',
  );
  const write = db.prepare(
    `INSERT INTO playlists (id, name, layout, items, changed_at, created_at)
     VALUES (@id, @name, @layout, @items, @changedAt, @changedAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, layout = @layout, items = @items, changed_at = @changedAt`,
  );
  const remove = db.prepare('DELETE FROM playlists WHERE id = ?');
  return {
    list: (): Playlist[] => list.all().map(({ items, ...row }) => ({ ...row, items: readItems(items) })),
    write: (playlist: Playlist): void => void write.run({ ...playlist, items: JSON.stringify(playlist.items) }),
    /** Whether there was one to remove. */
    remove: (id: string): boolean => remove.run(id).changes === 1,
  };
}

function readItems(text: string): PlaylistItem[] {
  return (JSON.parse(text) as PlaylistItem[]).map((item) => ({ ...itemOf(item.scene, item.seconds), ...item }));
}
