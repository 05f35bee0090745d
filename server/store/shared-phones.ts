// Phones that go from hand to hand.
import type { Db } from './db.ts';

export interface SharedPhone {
  id: string;
  name: string;
  hash: string;
  createdAt: number;
}

export function sharedPhoneTable(db: Db) {
  const list = db.prepare<[], SharedPhone>(
    'SELECT id, name, hash, created_at AS createdAt FROM shared_phones WHERE revoked_at IS NULL ORDER BY created_at, rowid',
  );
  const insert = db.prepare(
    'INSERT INTO shared_phones (id, name, hash, created_at) VALUES (@id, @name, @hash, @createdAt)',
  );
  const revoke = db.prepare('UPDATE shared_phones SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  return {
    /** Those that have not been revoked. */
    list: (): SharedPhone[] => list.all(),
    insert: (phone: SharedPhone): void => void insert.run(phone),
    /** Whether there was one to revoke. */
    revoke: (id: string, now: number): boolean => revoke.run(now, id).changes === 1,
  };
}
