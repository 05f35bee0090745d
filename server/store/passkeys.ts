// Passkeys: the public halves of what people's own devices keep.
import type { Db } from './db.ts';

export interface Passkey {
  /** The credential's own id, base64url. */
  id: string;
  userId: string;
  name: string;
  publicKey: Uint8Array;
  /** How often its authenticator says that it has been used; 0 for ever where it does not count. */
  counter: number;
  /** How browsers reach it: "internal", "usb" … */
  transports: string[];
  createdAt: number;
  usedAt: number | null;
}

type PasskeyRow = Omit<Passkey, 'transports'> & { transports: string };

export function passkeyTable(db: Db) {
  const list = db.prepare<[], PasskeyRow>(
    `SELECT id, user_id AS userId, name, public_key AS publicKey, counter, transports, created_at AS createdAt,
       used_at AS usedAt FROM passkeys ORDER BY created_at, id`,
  );
  const insert = db.prepare(
    `INSERT INTO passkeys (id, user_id, name, public_key, counter, transports, created_at, used_at)
     VALUES (@id, @userId, @name, @publicKey, @counter, @transports, @createdAt, @usedAt)`,
  );
  const use = db.prepare('UPDATE passkeys SET counter = @counter, used_at = @now WHERE id = @id AND user_id = @userId');
  const remove = db.prepare('DELETE FROM passkeys WHERE id = ? AND user_id = ?');
  return {
    list: (): Passkey[] => list.all().map((row) => ({ ...row, transports: JSON.parse(row.transports) as string[] })),
    insert: (key: Passkey): void => void insert.run({ ...key, transports: JSON.stringify(key.transports) }),
    /** Whether the user still has it. */
    use: (input: { id: string; userId: string; counter: number; now: number }): boolean => use.run(input).changes === 1,
    /** Whether the user had it. */
    remove: (id: string, userId: string): boolean => remove.run(id, userId).changes === 1,
  };
}
