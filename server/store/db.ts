// Opens the database file. Everything that has to be true of a connection is set and checked here.
import Database from 'better-sqlite3';

export type Db = Database.Database;

const FULL = 2;
/**
 * After so many pages the log is copied back into the file, at two more flushes. A batch of deals touches about a
 * hundred pages, many of them again and again: four times SQLite's default writes each of them back less often.
 */
const CHECKPOINT_PAGES = 4_000;

/** A connection that may write: WAL, an fsync per commit, foreign keys. Throws where it would not be durable. */
export function openWritable(file: string): Db {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  assertDurable(db);
  return db;
}

/**
 * better-sqlite3 is built with WAL at "normal", and the pragma still answers "full" until a first transaction:
 * so the question is asked behind one.
 */
function assertDurable(db: Db): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  db.transaction(() => db.pragma(`user_version = ${version}`)).immediate();
  const level = db.pragma('synchronous', { simple: true });
  if (level !== FULL) throw new Error(`SQLite commits are not durable here (synchronous = ${String(level)}).`);
}

/** A connection that only reads; the writing one must be open already. */
export function openReadable(file: string): Db {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  return db;
}
