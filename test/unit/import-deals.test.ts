// Tables of sales as deals: the guess at the columns, and the fate of every row.
import { describe, expect, test } from 'vitest';
import {
  DEAL_LIMITS,
  guessMapping,
  MAX_EXTERNAL_ID,
  readDeals,
  type DealRow,
  type ImportOffice,
} from '../../server/import/deals.ts';
import { DealBody } from '../../shared/schemas/deals.ts';
import { dealOf, DENVER, fates, faultOf, fixture, guessed, HUE, tableOf } from '../fixtures/import/sheets.ts';

/** One row of the columns rep, amount, customer, close_date and whatever `more` adds. */
function readOne(cells: Record<string, string>, office = HUE): DealRow | undefined {
  const full = { rep: 'An', amount: '100', customer: 'Acme', close_date: '2026-03-01', ...cells };
  const table = tableOf(Object.keys(full).join('|').replaceAll('|', '\t'), Object.values(full).join('\t'));
  return readDeals(table, guessed(table.columns), office).rows[0];
}

describe('guessMapping', () => {
  test('knows the columns of a Vietnamese sheet', () => {
    expect(guessMapping(fixture('deals-vi.csv').columns)).toEqual({
      mapping: {
        externalId: 'Mã đơn',
        rep: 'Nhân viên',
        customer: 'Khách hàng',
        product: 'Sản phẩm',
        amount: 'Doanh thu (VNĐ)',
        closedAt: 'Ngày chốt',
        openedAt: 'Ngày mở',
        stage: 'Giai đoạn',
        source: 'Nguồn',
        note: 'Ghi chú',
      },
    });
  });

  test('knows the columns of CRM exports', () => {
    expect(guessMapping(fixture('deals-us.csv').columns)).toEqual({
      mapping: {
        externalId: 'Opportunity ID',
        rep: 'Opportunity Owner',
        customer: 'Account Name',
        stage: 'Stage',
        amount: 'Amount',
        closedAt: 'Close Date',
        openedAt: 'Created Date',
        source: 'Lead Source',
        currency: 'Amount Currency',
      },
    });
    expect(guessMapping(['sales_agent', 'close_value', 'closedAt', 'OPENED-AT', 'externalId'])).toEqual({
      mapping: {
        rep: 'sales_agent',
        amount: 'close_value',
        closedAt: 'closedAt',
        openedAt: 'OPENED-AT',
        externalId: 'externalId',
      },
    });
  });

  test('knows letters composed either way', () => {
    const columns = ['Nhân viên', 'Số tiền'].map((name) => name.normalize('NFD'));
    expect(guessMapping(columns)).toEqual({ mapping: { rep: columns[0], amount: columns[1] } });
  });

  test('says what is missing and what it found', () => {
    expect(guessMapping(['khách hàng', 'số tiền'])).toEqual({
      missing: ['rep'],
      found: { customer: 'khách hàng', amount: 'số tiền' },
    });
    expect(guessMapping(['__proto__', 'constructor', ''])).toEqual({ missing: ['rep', 'amount'], found: {} });
  });
});

describe('readDeals', () => {
  test('reads a Vietnamese sheet: semicolons, dots in thousands, days first', () => {
    const table = fixture('deals-vi.csv');
    const reading = readDeals(table, guessed(table.columns), HUE);
    expect(reading.dates).toEqual({ order: 'dmy', assumed: false });
    expect(reading.decimal).toEqual({ mark: ',', assumed: false });
    expect(fates(reading.rows)).toEqual([
      '2 candidate',
      '3 candidate',
      '4 not-won',
      '6 candidate',
      '7 amount: amount/too-many-decimals',
    ]);
    expect(dealOf(reading.rows[0])).toEqual({
      row: 2,
      rep: 'Nguyễn Thị Ánh',
      amountMinor: 12_500_000,
      customer: 'Công ty TNHH Gạo; Nếp Việt',
      product: 'Gói Vàng',
      kind: 'new',
      source: 'Giới thiệu',
      location: '',
      note: 'Ký tại Huế\nGiao tháng 4',
      openedAt: Date.parse('2026-02-28T05:00:00Z'),
      closedAt: Date.parse('2026-03-05T05:00:00Z'),
      externalId: 'DH-001',
      currency: 'VND',
    });
    expect(dealOf(reading.rows[1])).toMatchObject({ amountMinor: 1_250_000, openedAt: null });
    expect(dealOf(reading.rows[3])).toMatchObject({
      closedAt: Date.parse('2026-03-07T02:30:00Z'),
      note: '=HYPERLINK("http://x")',
    });
  });

  test('reads an American export: month first, dollars, scripts as plain text', () => {
    const table = fixture('deals-us.csv');
    const reading = readDeals(table, guessed(table.columns), DENVER);
    expect(reading.dates).toEqual({ order: 'mdy', assumed: false });
    expect(fates(reading.rows)).toEqual([
      '2 candidate',
      '3 candidate',
      '4 not-won',
      '5 candidate',
      '6 amount: amount/negative',
      '7 amount: deal/currency',
    ]);
    expect(dealOf(reading.rows[0])).toMatchObject({
      amountMinor: 125_050,
      customer: 'Acme, Inc.',
      closedAt: Date.parse('2026-03-14T18:00:00Z'),
    });
    expect(dealOf(reading.rows[1]).customer).toBe('O"Neil 5" pipes');
    expect(dealOf(reading.rows[3])).toMatchObject({
      customer: '<script>alert(1)</script>',
      closedAt: Date.parse('2026-03-02T21:05:00Z'),
    });
  });

  test('a mapping that names a column the file lacks is refused with every such field', () => {
    const table = tableOf('rep,amount,amount2,amount2', 'An,1,2,3');
    const mapping = { rep: 'seller', amount: 'amount2', customer: 'rep' };
    expect(() => readDeals(table, mapping, HUE)).toThrow(
      expect.objectContaining({
        code: 'import/no-column',
        errors: [
          { field: 'rep', code: 'column/missing', message: 'The file has no column “seller” for rep.' },
          { field: 'amount', code: 'column/repeated', message: 'The file has several columns “amount2” for amount.' },
        ],
      }),
    );
  });

  test('every fault of a row names its field', () => {
    const long = 'x'.repeat(2000);
    const rows: [Record<string, string>, string][] = [
      [{}, 'candidate'],
      [{ rep: ' ' }, 'rep: row/missing'],
      [{ rep: long }, 'rep: row/too-long'],
      [{ amount: '' }, 'amount: row/missing'],
      [{ amount: 'abc' }, 'amount: amount/not-a-number'],
      [{ amount: '1e309' }, 'amount: amount/not-a-number'],
      [{ amount: '0' }, 'amount: amount/zero'],
      [{ amount: '-5' }, 'amount: amount/negative'],
      [{ amount: '5,5' }, 'amount: amount/too-many-decimals'],
      [{ amount: '99999999999999' }, 'amount: amount/too-large'],
      [{ amount: '5 USD' }, 'amount: deal/currency'],
      [{ currency: 'vnd' }, 'candidate'],
      [{ currency: '' }, 'candidate'],
      [{ currency: 'USD' }, 'candidate'],
      [{ currency: 'XAU' }, 'currency: deal/currency'],
      [{ customer: '\u00A0' }, 'customer: row/missing'],
      [{ customer: long }, 'customer: row/too-long'],
      [{ product: long }, 'product: row/too-long'],
      [{ source: long }, 'source: row/too-long'],
      [{ location: long }, 'location: row/too-long'],
      [{ note: long }, 'note: row/too-long'],
      [{ note: 'x'.repeat(1000) }, 'candidate'],
      [{ kind: 'tái ký' }, 'candidate'],
      [{ kind: 'whatever' }, 'kind: deal/kind'],
      [{ close_date: '' }, 'closedAt: row/missing'],
      [{ close_date: '31/02/2026' }, 'closedAt: time/unreadable'],
      [{ close_date: '2026-03-11' }, 'closedAt: time/future'],
      [{ close_date: '31/12/1999' }, 'closedAt: time/too-early'],
      [{ open_date: '31/02/2026' }, 'openedAt: time/unreadable'],
      [{ open_date: '2026-03-02' }, 'openedAt: time/after-close'],
      [{ open_date: '2026-03-01', close_date: '2026-03-01 08:00' }, 'candidate'],
      [{ deal_id: 'x'.repeat(201) }, 'externalId: row/too-long'],
      [{ stage: 'Lost', amount: 'abc', rep: '' }, 'not-won'],
      [{ stage: '' }, 'not-won'],
    ];
    const found = rows.map(([cells]): [Record<string, string>, string] => [cells, faultOf(readOne(cells))]);
    expect(found).toEqual(rows);
  });

  test('a row with more cells than the header is refused as a whole', () => {
    const table = tableOf('rep,amount', 'An,1', 'An,1,250');
    expect(fates(readDeals(table, guessed(table.columns), HUE).rows)).toEqual([
      '2 candidate',
      '3 row: row/too-many-cells',
    ]);
  });

  test('the lengths are those of the API', () => {
    const schemas = DealBody.properties as Record<string, { maxLength?: number }>;
    for (const [field, limit] of Object.entries(DEAL_LIMITS)) expect(schemas[field]?.maxLength).toBe(limit);
    const external = DealBody.properties.external.properties as Record<string, { maxLength?: number }>;
    expect(external['id']?.maxLength).toBe(MAX_EXTERNAL_ID);
    expect(faultOf(readOne({ customer: '😀'.repeat(200) }))).toBe('candidate');
    expect(faultOf(readOne({ customer: '😀'.repeat(201) }))).toBe('customer: row/too-long');
  });

  test('an undecided order of dates is assumed by the office and can be set', () => {
    const table = tableOf('rep,amount,close_date', 'An,1,01/02/2026');
    const mapping = guessed(table.columns);
    const closedAt = (order: object, office: ImportOffice) => {
      const reading = readDeals(table, { ...mapping, ...order }, office);
      return [reading.dates.assumed, new Date(dealOf(reading.rows[0]).closedAt).toISOString().slice(0, 10)];
    };
    expect(closedAt({}, HUE)).toEqual([true, '2026-02-01']);
    expect(closedAt({}, DENVER)).toEqual([true, '2026-01-02']);
    expect(closedAt({ dateOrder: 'mdy' }, HUE)).toEqual([false, '2026-01-02']);
  });

  test('a decimal mark that is set overrules the column', () => {
    const table = tableOf('rep;amount', 'An;1.250');
    const mapping = guessed(table.columns);
    expect(dealOf(readDeals(table, mapping, DENVER).rows[0]).amountMinor).toBe(125_000);
    expect(dealOf(readDeals(table, { ...mapping, decimal: '.' }, DENVER).rows[0]).amountMinor).toBe(125);
  });

  test('the stages that count as won can be set', () => {
    const table = tableOf('rep,amount,stage', 'An,1,Won', 'An,1,PAID ', 'An,1,hoàn tất');
    const mapping = { ...guessed(table.columns), wonStages: ['Paid', 'Hoàn tất'] };
    expect(fates(readDeals(table, mapping, HUE).rows)).toEqual(['2 not-won', '3 candidate', '4 candidate']);
  });

  test('without a column for it the customer stays empty and the deal closes now', () => {
    const table = tableOf('rep,amount', 'An,1');
    expect(dealOf(readDeals(table, guessed(table.columns), HUE).rows[0])).toMatchObject({
      customer: '',
      closedAt: HUE.now,
    });
  });

  test('texts are composed and on one line, notes keep their lines', () => {
    const table = tableOf('rep,amount,customer,note', '"  An\n\u00A0 Lê",1,x,y', 'B,1,"a\tb"," 1\n2 "');
    const { rows } = readDeals(table, guessed(table.columns), HUE);
    expect(dealOf(rows[0]).rep).toBe('An Lê');
    expect(dealOf(rows[1])).toMatchObject({ customer: 'a b', note: '1\n2' });
    expect(dealOf(readOne({ rep: 'Lê Ánh'.normalize('NFD') })).rep).toBe('Lê Ánh');
  });
});
