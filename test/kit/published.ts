// The tables that others published (ranks with ties, zones, calendars, currencies), kept beside the checkout. Tests
// of them run where the tables are and say so where they are not.
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';

const TABLES = new URL('../../../shared/data/semantics/', import.meta.url);

/** Whether they are there: `test.runIf(hasTables)`. */
export const hasTables = existsSync(TABLES);
if (!hasTables) process.stderr.write('Not run: the tests of published tables, which are not beside this checkout.\n');

export type TableRow = Readonly<Record<string, string>>;

/** The rows of a table, each by the names of its columns. */
export function publishedTable(path: string): TableRow[] {
  return Papa.parse<TableRow>(readFileSync(new URL(path, TABLES), 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** A cell; fails where the table has no such column, so that a renamed one is not compared as nothing. */
export function cell(row: TableRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column} in ${Object.keys(row).join(', ')}`);
  return value;
}
