// One file holds the whole office: copied while it is in use, put back while it is not.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openReadable, openWritable } from './db.ts';
import { migrate, SCHEMA_VERSION } from './migrations.ts';
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

/** Copies the database to `target`, also while a server writes to it; the copy has been checked. */
export async function backUp(file: string, target: string): Promise<void> {
  const db = openReadable(file);
  const partial = `${target}.partial`;
  try {
    await db.backup(partial);
  } finally {
    db.close();
  }
  check(partial);
  renameSync(partial, target);
}

/**
 * Puts a backup in the place of the database; what was there is kept as `<file>.before-restore`. The new database gets
 * an epoch of its own, so that no screen mistakes its revs for those it knows. Throws where a server holds the file.
 */
export function restore(file: string, source: string, epoch: string): void {
  check(source);
  const kept = `${file}.before-restore`;
  if (existsSync(file)) {
    assertUnused(file);
    renameSync(file, kept);
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
  copyFileSync(source, file);
  const db = openWritable(file);
  migrate(db, file);
  revisionTable(db).renew(epoch);
  db.close();
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
