// Pictures and sounds, in the database so that one file holds all there is to back up.
import type { Db } from './db.ts';

export interface Media {
  id: string;
  /** The content type, as its bytes say. */
  type: string;
  width: number | null;
  height: number | null;
  durationMs: number | null;
}

/** Everything that may name a media id: what is named nowhere can go. */
const NAMED = `SELECT photo_id AS id FROM reps UNION SELECT sound_id FROM reps
  UNION SELECT photo_id FROM deals WHERE photo_id NOT NULL
  UNION SELECT photo_id FROM pending_deals WHERE photo_id NOT NULL AND decision IS NULL
  UNION SELECT value FROM wall, json_each(json_array(settings ->> 'logoId', settings ->> 'backgroundId',
    settings ->> 'soundId'))
  UNION SELECT item.value ->> 'imageId' FROM playlists, json_each(items) AS item`;

export function mediaTable(db: Db) {
  const insert = db.prepare(
    `INSERT INTO media (id, type, bytes, width, height, duration_ms, hash, created_at)
     VALUES (@id, @type, @bytes, @width, @height, @durationMs, @hash, @now)`,
  );
  const MEDIA = 'SELECT id, type, width, height, duration_ms AS durationMs FROM media';
  const find = db.prepare<[string], Media>(`${MEDIA} WHERE id = ?`);
  const findHash = db.prepare<[string], Media>(`${MEDIA} WHERE hash = ?`);
  const renew = db.prepare('UPDATE media SET created_at = ? WHERE id = ?');
  const read = db.prepare<[string], { type: string; bytes: Buffer }>('SELECT type, bytes FROM media WHERE id = ?');
  const prune = db.prepare(
    `DELETE FROM media WHERE created_at < ? AND id NOT IN (SELECT id FROM (${NAMED}) WHERE id NOT NULL)`,
  );
  const unnamed = db.prepare<[number], { bytes: number }>(
    `SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM media
     WHERE created_at >= ? AND id NOT IN (SELECT id FROM (${NAMED}) WHERE id NOT NULL)`,
  );
  return {
    insert: (media: Media, content: { bytes: Uint8Array; hash: string }, now: number): void =>
      void insert.run({ ...media, ...content, now }),
    /** What has these bytes already, or null. */
    findHash: (hash: string): Media | null => findHash.get(hash) ?? null,
    /** Keeps it as if it had been added just now. */
    renew: (id: string, now: number): void => void renew.run(now, id),
    /** What an id stands for, without its bytes; or null. */
    find: (id: string): Media | null => find.get(id) ?? null,
    /** Its bytes and their type, or null. */
    read: (id: string): { type: string; bytes: Buffer } | null => read.get(id) ?? null,
    /** The bytes of all that has been added since an instant and is named nowhere. */
    unnamedBytes: (since: number): number => unnamed.get(since)?.bytes ?? 0,
    /** Deletes what was added before an instant and is named nowhere; gives how many. */
    prune: (before: number): number => prune.run(before).changes,
  };
}
