// One server per data folder: a lock that the system itself gives back when a process dies.
import Database from 'better-sqlite3';

/** Holds the folder until the answer is called. Throws where another server holds it. */
export function lockFolder(file: string): () => void {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    throw new Error('Another Winboard is running on this data folder.');
  }
  return () => void db.close();
}
