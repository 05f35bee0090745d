// `npm run import -- FILE…`: rosters and deals from CSV files straight into the data folder. A server that runs on the
// same folder sees the new rev and reads everything afresh.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../shared/problem.ts';
import type { Actor } from '../shared/roles.ts';
import type { ImportAnswer, Mapping, PeopleImportAnswer } from '../shared/schemas/imports.ts';
import { DATABASE } from './app.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { isPeopleTable } from './import/people.ts';
import { readTable } from './import/table.ts';
import { importDeals, importPeople, type Intake } from './intake.ts';
import { Ledger } from './ledger/ledger.ts';
import { say } from './serve.ts';
import { openReader } from './store/store.ts';

const SYSTEM: Actor = { type: 'system' };
const USAGE = 'Usage: npm run import -- [--dry-run] [--mapping NAME] FILE…';
const MOST_FAULTS = 20;

async function importFiles(
  files: readonly string[],
  options: { dryRun: boolean; mapping: string | undefined },
): Promise<void> {
  const file = join(readConfig().dataDir, DATABASE);
  const ledger = await Ledger.open({ file, now: systemClock.now, onFailure: say });
  const reader = openReader(file);
  try {
    const office = reader.office.read();
    if (!office) throw new Refusal('setup/required');
    const mapping = options.mapping === undefined ? null : reader.mappings.read(options.mapping);
    if (options.mapping !== undefined && !mapping) throw new Refusal('mapping/not-found');
    for (const name of files) {
      const intake: Intake = { ledger, office, now: systemClock.now(), actor: SYSTEM, dryRun: options.dryRun };
      await importFile(intake, name, mapping);
    }
  } finally {
    reader.db.close();
    await ledger.close();
  }
}

async function importFile(intake: Intake, name: string, mapping: Mapping | null): Promise<void> {
  const table = readTable(readFileSync(name));
  const isPeople = mapping === null && isPeopleTable(table.columns);
  const answer = isPeople ? await importPeople(intake, table) : await importDeals(intake, table, mapping);
  say(`${name}: ${isPeople ? peopleCounts(answer as PeopleImportAnswer) : dealCounts(answer as ImportAnswer)}`);
  const refused = answer.rows.filter(({ fate }) => fate === 'refused');
  for (const { row, field, message } of refused.slice(0, MOST_FAULTS))
    say(`  row ${row}: ${field ?? ''} ${message ?? ''}`);
  if (refused.length > MOST_FAULTS) say(`  … and ${refused.length - MOST_FAULTS} more`);
}

function dealCounts({ counts }: ImportAnswer): string {
  return `${counts.new} new deals, ${counts.known} known, ${counts['not-won']} not won, ${counts.refused} refused`;
}

function peopleCounts({ teams, reps }: PeopleImportAnswer): string {
  return `${reps.new} new reps, ${reps.known} known, ${reps.moved} moved; ${teams.new} new teams`;
}

function explain(error: unknown): string {
  if (error instanceof Refusal) {
    const faults = error.errors.filter(({ message }) => message !== error.message);
    return [error.message, ...faults.map(({ field, message }) => `  ${field}: ${message}`)].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, mapping: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  await importFiles(positionals, { dryRun: values['dry-run'], mapping: values.mapping });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
