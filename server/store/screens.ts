// The office's screens, and on how many of them each deal was seen. Settings are JSON: a field that an older Winboard
// did not write has its default.
import { DEFAULT_SCREEN, type ScreenSettings } from '../../shared/screen.ts';
import type { DeliveryView } from '../../shared/schemas/screens.ts';
import type { Db } from './db.ts';

export interface ScreenRow {
  id: string;
  name: string;
  /** The digest of its secret. */
  hash: string;
  settings: ScreenSettings;
  createdAt: number;
  /** Written now and then; null for never. */
  seenAt: number | null;
  /** When a manager had its playlist begin anew, epoch ms; 0 for never. */
  restartedAt: number;
}

type NewScreenRow = Omit<ScreenRow, 'seenAt' | 'restartedAt'>;

export function screenTable(db: Db) {
  const list = db.prepare<[], Omit<ScreenRow, 'settings'> & { settings: string }>(
    `SELECT id, name, hash, settings, created_at AS createdAt, seen_at AS seenAt, restarted_at AS restartedAt
     FROM screens WHERE revoked_at IS NULL ORDER BY created_at, id`,
  );
  const insert = db.prepare(
    'INSERT INTO screens (id, name, hash, settings, created_at) VALUES (@id, @name, @hash, @settings, @createdAt)',
  );
  const update = db.prepare(
    'UPDATE screens SET name = @name, settings = @settings, hash = @hash, restarted_at = @restartedAt WHERE id = @id',
  );
  const revoke = db.prepare('UPDATE screens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const see = db.prepare('UPDATE screens SET seen_at = ? WHERE id = ?');
  const toRow = <T extends NewScreenRow>(screen: T) => ({ ...screen, settings: JSON.stringify(screen.settings) });
  return {
    /** The screens that are still the office's. */
    list: (): ScreenRow[] => list.all().map(({ settings, ...row }) => ({ ...row, settings: readSettings(settings) })),
    insert: (screen: NewScreenRow): void => void insert.run(toRow(screen)),
    update({ id, name, settings, hash, restartedAt }: ScreenRow): void {
      update.run({ id, name, settings: JSON.stringify(settings), hash, restartedAt });
    },
    /** Whether there was one to revoke. */
    revoke: (id: string, now: number): boolean => revoke.run(now, id).changes === 1,
    /** Keeps when it was last seen. */
    see: (id: string, at: number): void => void see.run(at, id),
  };
}

function readSettings(text: string): ScreenSettings {
  return { ...DEFAULT_SCREEN, ...(JSON.parse(text) as Partial<ScreenSettings>) };
}

export function deliveryTable(db: Db) {
  const read = db.prepare<[number], DeliveryView>(
    'SELECT screens, shown, median_ms AS medianMs, slowest_ms AS slowestMs FROM deliveries WHERE deal_seq = ?',
  );
  const insert = db.prepare(
    `INSERT OR REPLACE INTO deliveries (deal_seq, screens, shown, median_ms, slowest_ms)
     VALUES (@dealSeq, @screens, @shown, @medianMs, @slowestMs)`,
  );
  return {
    /** Where a deal was seen; null where nothing is known of that. Rule SC10. */
    of: (dealSeq: number): DeliveryView | null => read.get(dealSeq) ?? null,
    insert: (delivery: DeliveryView & { dealSeq: number }): void => void insert.run(delivery),
  };
}
