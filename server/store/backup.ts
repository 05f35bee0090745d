// One file holds the whole office: copied while it is in use, put back while it is not.
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openReadable, openWritable } from './db.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';
import { revisionTable } from './revision.ts';

/** Throws with a sentence for a person where a file is no whole Winboard database. */
function check(file: string): void {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const verdict: unknown = db.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`${file} is damaged: ${String(verdict)}`);
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version < 1) throw new Error(`${file} is not a Winboard database.`);
    if (version > SCHEMA_VERSION) throw new Error(`${file} comes from a newer Winboard; upgrade this one first.`);
  } finally {
    db.close();
  }
}

/**
 * Copies the database to `target`, also while a server writes to it; the copy has been checked. Throws where the target
 * is the database itself.
 */
export async function backUp(file: string, target: string): Promise<void> {
  if (isSameFile(file, target)) throw new Error('A backup cannot go over the database itself; name another file.');
  const db = openReadable(file);
  const partial = `${target}.partial`;
  try {
    await db.backup(partial);
  } finally {
    db.close();
  }
  check(partial);
  for (const suffix of ['-wal', '-shm']) rmSync(partial + suffix, { force: true });
  flush(partial);
  renameSync(partial, target);
}

/**
 * Puts a backup in the place of the database. What was there is kept under the name that comes back; null where nothing
 * was. The new database gets an epoch of its own, so that no screen mistakes its revs for those it knows. Throws where a
 * server holds the file, or the backup is the database itself; until the copy is whole and checked, nothing is moved.
 */
export function restore(file: string, source: string, epoch: string): string | null {
  if (isSameFile(file, source)) throw new Error('This is the database itself; name the backup to restore.');
  check(source);
  if (existsSync(file)) assertUnused(file);
  const fresh = `${file}.restoring`;
  copyFileSync(source, fresh);
  const db = openWritable(fresh);
  migrate(db, fresh);
  revisionTable(db).renew(epoch);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  flush(fresh);
  const kept = existsSync(file) ? freeName(`${file}.before-restore`) : null;
  if (kept !== null) renameSync(file, kept);
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  renameSync(fresh, file);
  return kept;
}

function isSameFile(a: string, b: string): boolean {
  if (!existsSync(a) || !existsSync(b)) return false;
  const [one, other] = [statSync(a), statSync(b)];
  return one.dev === other.dev && one.ino === other.ino;
}

/** A name that nothing has yet: nothing that was kept is ever written over. */
function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(free)) return free;
  }
}

/** Has the disk hold a file before its name changes. */
function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** In exclusive mode the first statement fails while anybody else has the file open. It also folds the WAL in. */
function assertUnused(file: string): void {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    throw new Error('Winboard is running on this data folder. Stop it first.');
  } finally {
    db.close();
  }
}
