// From a file's bytes to the books: reads the table, runs it through the ledger, and says every row's fate. The
// import routes and the command line both come through here.
import { Refusal } from '../shared/problem.ts';
import type { Actor } from '../shared/roles.ts';
import type { ImportAnswer, Mapping, PeopleImportAnswer, RowFate } from '../shared/schemas/imports.ts';
import type { OfficeSettings } from '../shared/schemas/office.ts';
import { guessMapping, readDeals } from './import/deals.ts';
import { readPeople } from './import/people.ts';
import type { Table } from './import/table.ts';
import type { Ledger } from './ledger/ledger.ts';

/** All CSV files are one source: the same external id in two files is the same deal (rule CN1). */
export const CSV_SOURCE = 'csv';

export interface Intake {
  ledger: Ledger;
  office: OfficeSettings;
  now: number;
  actor: Actor;
  dryRun: boolean;
}

export async function importDeals(intake: Intake, table: Table, wanted: Mapping | null): Promise<ImportAnswer> {
  const { ledger, office, now, actor, dryRun } = intake;
  const mapping = wanted ?? guessedMapping(table.columns);
  const { rows, dates, decimal } = readDeals(table, mapping, { ...office, now });
  const deals = rows.flatMap((row) => (row.fate === 'candidate' ? [row.deal] : []));
  const stored = await ledger.run('deals:import', actor, { deals, source: CSV_SOURCE, dryRun });
  const others = rows.flatMap((row): RowFate[] => {
    if (row.fate === 'refused') return [refusedRow(row)];
    return row.fate === 'not-won' ? [{ ...NOTHING, row: row.row, fate: 'not-won' }] : [];
  });
  const fates = byRow([...stored, ...others]);
  const counts = { new: 0, known: 0, 'not-won': 0, refused: 0 };
  for (const { fate } of fates) counts[fate] += 1;
  return { dryRun, mapping, dates, decimal, counts, rows: fates };
}

export async function importPeople(intake: Intake, table: Table): Promise<PeopleImportAnswer> {
  const rows = readPeople(table);
  const people = rows.flatMap((row) => (row.fate === 'candidate' ? [row.person] : []));
  const { dryRun } = intake;
  const answer = await intake.ledger.run('people:import', intake.actor, { people, dryRun });
  const refused = rows.flatMap((row) => (row.fate === 'refused' ? [refusedRow(row)] : []));
  return { ...answer, dryRun, rows: byRow([...answer.rows, ...refused]) };
}

const NOTHING = { field: null, code: null, message: null, dealId: null };

function guessedMapping(columns: readonly string[]): Mapping {
  const guess = guessMapping(columns);
  if ('mapping' in guess) return guess.mapping;
  throw new Refusal(
    'import/no-column',
    guess.missing.map((field) => ({ field, code: 'column/missing', message: 'has no column in this file' })),
  );
}

function refusedRow(row: { row: number; field: string | null; code: string; message: string }): RowFate {
  const { row: number, field, code, message } = row;
  return { ...NOTHING, row: number, fate: 'refused', field, code, message };
}

function byRow(fates: RowFate[]): RowFate[] {
  return fates.sort((a, b) => a.row - b.row);
}
