// CSV as Winboard writes it: harmless in a spreadsheet, and read back as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_BOM, csvLine, DEAL_COLUMNS, dealWriter, guardCell, unguardCell } from '../../server/import/csv.ts';
import { guessMapping, readDeals } from '../../server/import/deals.ts';
import { readTable } from '../../server/import/table.ts';
import type { DealView } from '../../shared/schemas/deals.ts';

describe('formulas', () => {
  test('what a spreadsheet would run gets an apostrophe in front', () => {
    for (const text of [
      '=1+1',
      '+84 912 345 678',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '＝1',
      '-2-3',
      "'=1",
    ]) {
      expect(guardCell(text)).toBe(`'${text}`);
    }
  });

  test('plain texts and plain negative numbers stay as they are', () => {
    for (const text of ['', 'Ánh', '5', '-5', '-1250.50', '-1.250,5', "O'Neil", "'quoted'", 'a=b', '1-1']) {
      expect(guardCell(text)).toBe(text);
    }
  });

  test('guarding loses nothing, and nothing risky gets through', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '+', ' ', '\t', '\n', '1', '.', 'a', '＋') });
    fc.assert(
      fc.property(text, (written) => {
        const guarded = guardCell(written);
        expect(unguardCell(guarded)).toBe(written);
        expect(/^[\s]*[=+@＝＋－＠]|^[\t\r\n]/.test(guarded)).toBe(false);
      }),
    );
  });

  test('a line is quoted where it must be', () => {
    expect(csvLine(['a', 'b,c', 'd;e', 'say "hi"', ' x', 12.5, null, '=1;2'])).toBe(
      `a,"b,c","d;e","say ""hi"""," x",12.5,,"'=1;2"\r\n`,
    );
  });
});

const ZONE = 'Asia/Ho_Chi_Minh';
const NOW = Date.parse('2026-03-10T02:00:00Z');

const DEAL: DealView = {
  id: '0b8c7d1e-0000-4000-8000-000000000001',
  seq: 1,
  repId: 'r1',
  repName: 'Nguyễn Thị Ánh',
  amount: '1250.50',
  amountMinor: 125_050,
  currency: 'USD',
  customer: 'Gạo, Nếp; "Việt"',
  product: 'Gói Vàng',
  kind: 'recurring',
  source: '@web',
  location: 'Huế',
  note: '=HYPERLINK("http://x")\n- một\n- hai',
  openedAt: Date.parse('2026-02-28T17:30:00Z'),
  closedAt: Date.parse('2026-03-05T05:06:07Z'),
  countsAt: Date.parse('2026-03-05T05:06:07Z'),
  recordedAt: Date.parse('2026-03-05T05:06:08Z'),
  rev: 7,
  periodId: null,
  late: false,
  imported: false,
  corrects: null,
  photoId: null,
  credits: [
    { repId: 'r1', repName: 'Nguyễn Thị Ánh', shareBp: 6250, amountMinor: 78_156 },
    { repId: 'r2', repName: 'Bảo', shareBp: 3750, amountMinor: 46_894 },
  ],
  original: null,
  payment: null,
  external: { source: 'hubspot', id: '77' },
  void: null,
};

function fileOf(deals: readonly DealView[]): Uint8Array {
  return Buffer.from(CSV_BOM + csvLine(DEAL_COLUMNS) + deals.map(dealWriter(ZONE)).join(''));
}

function readBack(deals: readonly DealView[]) {
  const table = readTable(fileOf(deals));
  const guess = guessMapping(table.columns);
  if (!('mapping' in guess)) throw new Error('the export has no mapping');
  const office = { exponent: 2, currency: 'USD', locale: 'vi', timeZone: ZONE, now: NOW } as const;
  return readDeals(table, guess.mapping, office).rows;
}

describe('the deals’ export', () => {
  test('is written in local time, guarded, with its credits', () => {
    const [, line] = Buffer.from(fileOf([DEAL]))
      .toString()
      .split('\r\n');
    expect(line).toBe(
      `${DEAL.id},Nguyễn Thị Ánh,r1,1250.50,USD,"Gạo, Nếp; ""Việt""",Gói Vàng,recurring,'@web,Huế,` +
        `2026-03-01 00:30:00,2026-03-05 12:06:07,2026-03-05 12:06:07,"'=HYPERLINK(""http://x"")\n- một\n- hai",won,,` +
        '2026-03-05 12:06:08,hubspot,77,"Nguyễn Thị Ánh 62.5 %; Bảo 37.5 %",,,,,,,,',
    );
  });

  test('is imported again as the same deals; a voided one is no won deal', () => {
    const voided: DealView = { ...DEAL, id: 'gone', void: { reason: 'slip', at: NOW, replacedBy: null } };
    expect(readBack([DEAL, voided])).toEqual([
      {
        row: 2,
        fate: 'candidate',
        deal: {
          row: 2,
          rep: DEAL.repName,
          amountMinor: DEAL.amountMinor,
          customer: DEAL.customer,
          product: DEAL.product,
          kind: DEAL.kind,
          source: DEAL.source,
          location: DEAL.location,
          note: DEAL.note,
          openedAt: DEAL.openedAt,
          closedAt: DEAL.closedAt,
          externalId: DEAL.id,
          currency: 'USD',
        },
      },
      { row: 3, fate: 'not-won' },
    ]);
  });

  test('any deal comes back as it was', () => {
    const units = ['a', 'Ệ', '=', '-', '@', '"', ',', ';', "'", '5', '<', '😀'];
    const text = fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 12 });
    const at = fc.integer({ min: Date.parse('2000-01-02T00:00:00Z') / 1000, max: NOW / 1000 }).map((s) => s * 1000);
    const deal = fc.record({ customer: text, product: text, note: text, closedAt: at }).map((fields, index = 0) => ({
      ...DEAL,
      ...fields,
      openedAt: null,
      id: `deal-${index}`,
    }));
    fc.assert(
      fc.property(deal, (one) => {
        const { customer, product, note, closedAt } = one;
        expect(readBack([one])[0]).toMatchObject({ deal: { customer, product, note, closedAt } });
      }),
    );
  });
});
