// `npm run backup -- FILE` and `npm run restore -- FILE`.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from './app.ts';
import { readConfig } from './config.ts';
import { makeId } from './ledger/ids.ts';
import { say } from './serve.ts';
import { backUp, restore } from './store/backup.ts';

async function run(verb: string | undefined, target: string | undefined): Promise<void> {
  if (target === undefined || target.startsWith('-'))
    throw new Error('Usage: npm run backup -- FILE, or npm run restore -- FILE');
  const { dataDir } = readConfig();
  const file = join(dataDir, DATABASE);
  if (verb === 'backup') {
    if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
    await backUp(file, target);
    say(`Backed up to ${target}; the copy has been checked.`);
    return;
  }
  if (!existsSync(target)) throw new Error(`There is no file ${target}.`);
  mkdirSync(dataDir, { recursive: true });
  const kept = restore(file, target, makeId());
  say(`Restored from ${target}.${kept === null ? '' : ` What was there before is kept as ${kept}.`}`);
}

try {
  await run(process.argv[2], process.argv[3]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
