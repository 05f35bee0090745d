// Brings a database to this program's schema, after a backup of what was there.
import { renameSync, rmSync } from 'node:fs';
import type { Db } from './db.ts';
import { STEPS } from './migrations.ts';

/** The schema version this program writes. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings the file to this program's schema, one transaction per step, after backing up what was there as
 * `<file>.v<old>.backup`. Throws where the file comes from a newer Winboard.
 */
export function migrate(db: Db, file: string, steps: readonly string[] = STEPS): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from > steps.length) {
    throw new Error(`The database is of a newer Winboard (schema ${from}, this one writes ${steps.length}).`);
  }
  if (from === steps.length) return;
  if (from > 0) backUp(db, `${file}.v${from}.backup`);
  for (let version = from; version < steps.length; version += 1) {
    const step = steps[version] ?? '';
    db.transaction(() => {
      db.exec(step);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}

/** Whole or not at all: a copy that was cut off must not pass for a backup, nor an old one for today's. */
function backUp(db: Db, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  renameSync(partial, target);
}
