// The store's one revision: +1 per writing transaction. Beside it the sum of all deals ever, which bounds every sum.
import type { Db } from './db.ts';

export interface Revision {
  rev: number;
  epoch: string;
  totalMinor: number;
}

export function revisionTable(db: Db) {
  const read = db.prepare<[], Revision>('SELECT rev, epoch, total_minor AS totalMinor FROM revision');
  const write = db.prepare('UPDATE revision SET rev = ?, total_minor = ?');
  const renew = db.prepare('UPDATE revision SET epoch = ?');
  const create = db.prepare('INSERT INTO revision (one, rev, epoch, total_minor) VALUES (1, 0, ?, 0)');
  return {
    /** The revision, or null in a store that was never written. */
    read: (): Revision | null => read.get() ?? null,
    write: (rev: number, totalMinor: number): void => void write.run(rev, totalMinor),
    /** Makes every rev that a screen knows void. */
    renew: (epoch: string): void => void renew.run(epoch),
    create: (epoch: string): void => void create.run(epoch),
  };
}
