// Rosters: who sells, and in which team. The tree comes from a region and a team column, the widest first.
import { foldKey } from '../../shared/fold.ts';
import { Refusal } from '../../shared/problem.ts';
import type { ImportedPerson } from '../ledger/commands.ts';
import { cleanLine, IS_MISSING, isTooLong, longerThan, tooManyCells, type RowFault } from './cells.ts';
import { guessMapping } from './deals.ts';
import { locateColumns, matchHeaders, PEOPLE_VOCABULARY } from './headers.ts';
import type { Table, TableRow } from './table.ts';

export interface PeopleMapping {
  name: string;
  email?: string;
  team?: string;
  region?: string;
}

/** What one row of a roster says. `teamPath` goes from the top-level team down; empty: directly in the office. */
export type PersonRow =
  | { row: number; fate: 'candidate'; person: ImportedPerson }
  | ({ row: number; fate: 'refused' } & RowFault);

export const PERSON_LIMITS = { name: 120, email: 254 };
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** The columns of a roster by their names, or null where none holds the people's names. */
export function guessPeopleMapping(columns: readonly string[]): PeopleMapping | null {
  const { name, ...others } = matchHeaders(columns, PEOPLE_VOCABULARY);
  return name === undefined ? null : { name, ...others };
}

/** Whether a file is a roster rather than deals: people with a team or an address, and no amounts. */
export function isPeopleTable(columns: readonly string[]): boolean {
  const people = guessPeopleMapping(columns);
  return people !== null && Object.keys(people).length > 1 && 'missing' in guessMapping(columns);
}

/**
 * Reads a roster by a mapping, or by the names of its columns. A person listed twice is refused the second time:
 * people with the same name need different e-mail addresses. Throws `import/no-column`.
 */
export function readPeople(table: Table, mapping = guessPeopleMapping(table.columns)): PersonRow[] {
  if (!mapping) {
    const message = 'The file has no column with the names of the people.';
    throw new Refusal('import/no-column', [{ field: 'name', code: 'column/missing', message }], message);
  }
  const places = locateColumns(table.columns, { ...mapping });
  const seen = new Map<string, number>();
  return table.rows.map((line) => {
    const cell = (field: keyof PeopleMapping) => cleanLine(line.cells[places[field] ?? -1] ?? '');
    const person = { name: cell('name'), email: cell('email') || null };
    const teamPath = [cell('region'), cell('team')].filter((name) => name !== '');
    const key = foldKey(person.email ?? person.name);
    const fault = shapeFault(line, table.columns.length, person, teamPath) ?? repeatFault(seen.get(key), person);
    if (fault) return { row: line.row, fate: 'refused', ...fault };
    seen.set(key, line.row);
    return { row: line.row, fate: 'candidate', person: { row: line.row, ...person, teamPath } };
  });
}

interface Person {
  name: string;
  email: string | null;
}

function shapeFault(line: TableRow, width: number, { name, email }: Person, teamPath: string[]): RowFault | null {
  if (line.cells.length > width) return tooManyCells();
  if (name === '') return { field: 'name', code: 'row/missing', message: IS_MISSING };
  const long = [name, ...teamPath].find((text) => isTooLong(text, PERSON_LIMITS.name));
  if (long !== undefined) {
    const field = long === name ? 'name' : 'team';
    return { field, code: 'row/too-long', message: longerThan(PERSON_LIMITS.name) };
  }
  if (email !== null && (!EMAIL.test(email) || isTooLong(email, PERSON_LIMITS.email))) {
    return { field: 'email', code: 'rep/email', message: 'must be an e-mail address' };
  }
  return null;
}

function repeatFault(earlier: number | undefined, { email }: Person): RowFault | null {
  if (earlier === undefined) return null;
  const field = email === null ? 'name' : 'email';
  return { field, code: 'row/repeated', message: `is the same as in row ${earlier}` };
}
