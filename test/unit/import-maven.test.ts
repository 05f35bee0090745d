// A public CRM export of 8,800 opportunities beside the checkout, in the styles in which its copies circulate.
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { guessMapping, readDeals, type DealReading } from '../../server/import/deals.ts';
import { isPeopleTable, readPeople } from '../../server/import/people.ts';
import { readTable } from '../../server/import/table.ts';
import { dateOf } from '../../shared/time.ts';

const MAVEN = new URL('../../../shared/data/maven-crm/', import.meta.url);
const isHere = existsSync(MAVEN);
const ZONE = 'America/Chicago';

function bytesOf(file: string): Uint8Array {
  return readFileSync(new URL(file, MAVEN));
}

function reading(bytes: Uint8Array): DealReading {
  const table = readTable(bytes);
  const guess = guessMapping(table.columns);
  if (!('mapping' in guess)) throw new Error('no mapping for the pipeline');
  const office = { exponent: 2, currency: 'USD', locale: 'en', timeZone: ZONE, now: Date.now() } as const;
  return readDeals(table, guess.mapping, office);
}

function dealsOf({ rows }: DealReading) {
  return rows.flatMap((row) => (row.fate === 'candidate' ? [row.deal] : []));
}

interface Sum {
  won: number;
  revenue: number;
}

function sumBy(keys: (deal: ReturnType<typeof dealsOf>[number]) => string[], deals: ReturnType<typeof dealsOf>) {
  const sums = new Map<string, Sum>();
  for (const deal of deals) {
    for (const key of keys(deal)) {
      const sum = sums.get(key) ?? { won: 0, revenue: 0 };
      sums.set(key, { won: sum.won + 1, revenue: sum.revenue + deal.amountMinor });
    }
  }
  return sums;
}

interface Answer {
  won: number;
  won_revenue: number;
}

interface Month {
  total: Answer;
  reps: Record<string, Answer>;
  managers: Record<string, Answer>;
  regions: Record<string, Answer>;
}

interface Answers {
  periods: { month: Record<string, Month> };
}

if (!isHere) process.stderr.write('Not run: the imports of maven-crm, which is not beside this checkout.\n');

describe.runIf(isHere)('maven-crm', () => {
  let text = '';
  let original: DealReading;

  beforeAll(() => {
    const bytes = bytesOf('sales_pipeline.csv');
    text = Buffer.from(bytes).toString();
    original = reading(bytes);
  });

  /** The pipeline with other dates and amounts, and another delimiter. No cell of it holds either delimiter. */
  function rewrite(change: {
    date?: (y: string, m: string, d: string) => string;
    amount?: string;
    delimiter?: string;
  }) {
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const rewritten = lines.map((line) => {
      const cells = line.split(',');
      const dated = (cell = '') => (cell === '' || !change.date ? cell : change.date(...ymd(cell)));
      const value = cells[7] === '' ? '' : `${cells[7] ?? ''}${change.amount ?? ''}`;
      return [...cells.slice(0, 5), dated(cells[5]), dated(cells[6]), value].join(change.delimiter ?? ',');
    });
    return [header.replaceAll(',', change.delimiter ?? ','), ...rewritten].join('\n');
  }

  function ymd(date: string): [string, string, string] {
    const [year = '', month = '', day = ''] = date.split('-');
    return [year, month, day];
  }

  const monthFirst = (y: string, m: string, d: string) => `${Number(m)}/${Number(d)}/${y}`;
  const dayFirst = (y: string, m: string, d: string) => `${d}-${m}-${y.slice(2)}`;

  test('every row has its fate: 4,238 won, the rest no won deals, none refused', () => {
    const counts = { candidate: 0, 'not-won': 0, refused: 0 };
    for (const row of original.rows) counts[row.fate] += 1;
    expect(counts).toEqual({ candidate: 4238, 'not-won': 4562, refused: 0 });
    expect(new Set(dealsOf(original).map((deal) => deal.externalId)).size).toBe(4238);
  });

  for (const [style, make] of [
    ['dates as M/D/YYYY', () => Buffer.from(rewrite({ date: monthFirst }))],
    ['dates as DD-MM-YY', () => Buffer.from(rewrite({ date: dayFirst }))],
    ['dates as DD-MM-YYYY', () => Buffer.from(rewrite({ date: (y, m, d) => `${d}-${m}-${y}` }))],
    ['dates with an empty time', () => Buffer.from(rewrite({ date: (y, m, d) => `${y}-${m}-${d} 12:00:00` }))],
    ['amounts as 1054.0', () => Buffer.from(rewrite({ amount: '.0' }))],
    ['UTF-16', () => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, other end first, no mark, CRLF', () => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf16le').swap16()],
    ['semicolons and decimal commas', () => Buffer.from(rewrite({ delimiter: ';', amount: ',00' }))],
    [
      'tabs, a mark, D.M.YYYY',
      () => Buffer.from(`\uFEFF${rewrite({ delimiter: '\t', date: (y, m, d) => `${d}.${m}.${y}` })}`),
    ],
  ] as const) {
    test(`${style}: the same deals`, () => {
      const again = reading(make());
      expect(again.dates.assumed).toBe(false);
      expect(again.decimal.assumed).toBe(false);
      expect(again.rows).toEqual(original.rows);
    });
  }

  test('sums per rep, manager, region and month equal the reference to the unit', () => {
    const people = readPeople(readTable(bytesOf('sales_teams.csv')));
    const paths = new Map(
      people.flatMap((row) => (row.fate === 'candidate' ? [[row.person.name, row.person.teamPath]] : [])),
    );
    const sums = sumBy((deal) => {
      const month = dateOf(deal.closedAt, ZONE).slice(0, 7);
      return ['all', deal.rep, ...(paths.get(deal.rep) ?? [])].map((subject) => `${month} ${subject}`);
    }, dealsOf(original));

    const { month } = (JSON.parse(Buffer.from(bytesOf('answers/periods.json')).toString()) as Answers).periods;
    const expected = new Map<string, Sum>();
    for (const [name, { total, reps, managers, regions }] of Object.entries(month)) {
      for (const [subject, answer] of Object.entries({ all: total, ...reps, ...managers, ...regions })) {
        if (answer.won === 0) continue;
        expected.set(`${name} ${subject}`, { won: answer.won, revenue: answer.won_revenue * 100 });
      }
    }
    expect(Object.keys(month)).toHaveLength(10);
    expect(sums).toEqual(expected);
  });

  test('sales_teams.csv is a roster of 35 in 3 regions with 6 managers; the other files are neither kind', () => {
    const table = readTable(bytesOf('sales_teams.csv'));
    expect(isPeopleTable(table.columns)).toBe(true);
    const people = readPeople(table).flatMap((row) => (row.fate === 'candidate' ? [row.person] : []));
    expect(people).toHaveLength(35);
    expect(new Set(people.map(({ teamPath }) => teamPath[0])).size).toBe(3);
    expect(new Set(people.map(({ teamPath }) => teamPath.join('/'))).size).toBe(6);
    const others = ['accounts.csv', 'products.csv', 'data_dictionary.csv'].map(
      (file) => readTable(bytesOf(file)).columns,
    );
    expect(others.filter((columns) => isPeopleTable(columns) || 'mapping' in guessMapping(columns))).toEqual([]);
  });
});
