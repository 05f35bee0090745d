// Rosters: told apart from deals, read with their tree of teams, bad rows refused.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  guessPeopleMapping,
  isPeopleTable,
  PERSON_LIMITS,
  readPeople,
  type PersonRow,
} from '../../server/import/people.ts';
import { readTable } from '../../server/import/table.ts';
import { Refusal } from '../../shared/problem.ts';
import { Email, Name } from '../../shared/schemas/fields.ts';

function tableOf(...lines: string[]) {
  return readTable(Buffer.from(lines.join('\n')));
}

function fates(rows: readonly PersonRow[]): string[] {
  return rows.map((row) => `${row.row} ${row.fate === 'refused' ? `${row.field}: ${row.code}` : row.person.name}`);
}

describe('columns', () => {
  test('a roster is known by its columns, and deals and other tables are none', () => {
    const rosters = [
      ['sales_agent', 'manager', 'regional_office'],
      ['Họ và tên', 'Nhóm'],
      ['name', 'email'],
      ['Nhân viên', 'Khu vực'],
    ];
    const others = [
      ['sales_agent', 'account', 'close_value', 'close_date', 'region'],
      ['product', 'series', 'sales_price'],
      ['account', 'sector', 'revenue', 'office_location'],
      ['Table', 'Field', 'Description'],
      ['name'],
      ['team', 'region'],
    ];
    expect([...rosters, ...others].filter(isPeopleTable)).toEqual(rosters);
  });

  test('the tree goes from the region down to the team', () => {
    expect(guessPeopleMapping(['sales_agent', 'manager', 'regional_office'])).toEqual({
      name: 'sales_agent',
      team: 'manager',
      region: 'regional_office',
    });
    const table = tableOf('sales_agent,manager,regional_office', 'Ann Lee,Dustin,Central');
    expect(readPeople(table)).toEqual([
      { row: 2, fate: 'candidate', person: { row: 2, name: 'Ann Lee', email: null, teamPath: ['Central', 'Dustin'] } },
    ]);
  });

  test('a file without names is refused, so is a mapping to a column that is not there', () => {
    expect(guessPeopleMapping(['team', 'region'])).toBeNull();
    expect(() => readPeople(tableOf('team,region', 'a,b'))).toThrow(Refusal);
    expect(() => readPeople(tableOf('name,team', 'a,b'), { name: 'name', team: 'crew' })).toThrow('“crew”');
  });
});

describe('rows', () => {
  test('a Vietnamese roster is read, its bad rows are refused by field', () => {
    const bytes = readFileSync(new URL('../fixtures/import/roster-vi.csv', import.meta.url));
    const rows = readPeople(readTable(bytes));
    expect(fates(rows)).toEqual([
      '2 Nguyễn Thị Ánh',
      '3 Trần Quốc Bảo',
      '4 Lê Ánh',
      '5 Lê Ánh',
      '6 name: row/repeated',
      '7 name: row/missing',
      '8 email: rep/email',
      '9 Võ Tám',
    ]);
    expect(rows.flatMap((row) => (row.fate === 'candidate' ? [row.person.teamPath] : []))).toEqual([
      ['Miền Trung', 'Nhóm 1'],
      ['Miền Trung', 'Nhóm 1'],
      ['Miền Nam', 'Nhóm 2'],
      ['Miền Nam'],
      [],
    ]);
  });

  test('an address listed twice is refused whatever its case, so are rows too wide or too long', () => {
    const long = 'x'.repeat(PERSON_LIMITS.name + 1);
    const table = tableOf('name,email,team', 'An,a@x.vn,1', 'Binh,A@X.vn,1', `${long},,1`, `Chi,,${long}`, 'Dung,,1,2');
    expect(fates(readPeople(table))).toEqual([
      '2 An',
      '3 email: row/repeated',
      '4 name: row/too-long',
      '5 team: row/too-long',
      '6 row: row/too-many-cells',
    ]);
  });

  test('the limits are those of the API', () => {
    expect(Name).toMatchObject({ maxLength: PERSON_LIMITS.name });
    expect(Email).toMatchObject({ maxLength: PERSON_LIMITS.email });
  });
});
