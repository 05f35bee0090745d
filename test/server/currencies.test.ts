// Deals in other currencies than the board's, over real HTTP: converted once, frozen, kept.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import type { ImportAnswer } from '../../shared/schemas/imports.ts';
import type { RateList } from '../../shared/schemas/money.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { addRep, faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { giveRate } from '../kit/money.ts';

let app: TestApp;
let an: string;
let binh: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An');
  binh = await addRep(app, 'Bình');
});
afterAll(() => app.close());

const post = (body: object) =>
  app.call<DealAnswer & Problem>('POST', '/api/deals', { rep: an, customer: 'Globex', currency: 'USD', ...body });
const put = (body: object) => app.call<RateList & Problem>('PUT', '/api/rates', body);
const correct = (id: string, body: object) =>
  app.call<DealAnswer & Problem>('POST', `/api/deals/${id}/correct`, { reason: 'slip', ...body });

test('MO8 without a rate a deal is refused, naming the currency and the date, and nothing is stored', async () => {
  const rev = await revOf(app);
  const answer = await post({ amount: '100', closedAt: '2026-11-20' });
  expect([answer.status, faultsOf(answer)]).toEqual([422, { currency: 'deal/no-rate' }]);
  expect(answer.body.errors?.[0]?.values).toEqual({ currency: 'USD', date: '2026-11-20' });
  expect(await revOf(app)).toBe(rev);
  const unknown = await post({ amount: '100', currency: 'XAU' });
  expect(faultsOf(unknown)).toEqual({ currency: 'deal/currency' });
});

test('MO7 the rate of the latest date up to the close holds; what is said of a date is kept, and the last word counts', async () => {
  await giveRate(app, '25000', { date: '2026-11-01' });
  await giveRate(app, '25450.5', { date: '2026-11-20', source: 'Vietcombank, bán ra' });
  const on = async (closedAt: string) => (await post({ amount: '10', closedAt })).body.deal.original;
  expect(await on('2026-11-19')).toMatchObject({ rate: '25000', rateDate: '2026-11-01' });
  expect(await on('2026-11-20')).toMatchObject({ rate: '25450.5', rateDate: '2026-11-20' });
  // 23:30 of the 19th in UTC is the 20th in the office.
  expect(await on('2026-11-19T23:30:00Z')).toMatchObject({ rateDate: '2026-11-20' });
  expect(faultsOf(await post({ amount: '10', closedAt: '2026-10-31' }))).toEqual({ currency: 'deal/no-rate' });
  await giveRate(app, '25100', { date: '2026-11-01', source: 'sửa' });
  expect(await on('2026-11-19')).toMatchObject({ rate: '25100' });
  const { body } = await app.call<RateList>('GET', '/api/rates?currency=USD');
  expect(body.items.map(({ date, rate, source, by, isReplaced }) => [date, rate, source, by, isReplaced])).toEqual([
    ['2026-11-01', '25100', 'sửa', 'Chị Hà', false],
    ['2026-11-20', '25450.5', 'Vietcombank, bán ra', 'Chị Hà', false],
    ['2026-11-01', '25000', 'Vietcombank', 'Chị Hà', true],
  ]);
  expect(body.currencies).toEqual([{ currency: 'USD', exponent: 2, rate: '25450.5', date: '2026-11-20' }]);
  expect((await app.call<OfficeSettings>('GET', '/api/office')).body.currencies).toEqual(body.currencies);
});

test('MO7 what is no rate is refused by name; one far off its neighbours has to be confirmed', async () => {
  const rev = await revOf(app);
  for (const [body, faults] of [
    [{ rate: '0' }, { rate: 'rate/zero' }],
    [{ rate: '-25000' }, { rate: 'rate/negative' }],
    [{ rate: '1e309' }, { rate: 'rate/not-a-number' }],
    [{ rate: '9'.repeat(13) }, { rate: 'rate/too-large' }],
    [{ rate: '2545050' }, { rate: 'rate/jump' }],
    [{ rate: '25.45' }, { rate: 'rate/jump' }],
    [{ rate: '25000', date: '2026-02-30' }, { date: 'time/unreadable' }],
    [{ rate: '25000', date: '2030-01-01' }, { date: 'rate/too-far' }],
    [{ rate: '25000', date: '1999-12-31' }, { date: 'time/too-early' }],
    [{ rate: '25000', currency: 'VND' }, { currency: 'rate/own-currency' }],
    [{ rate: '25000', currency: 'XXX' }, { currency: 'deal/currency' }],
    [{ rate: null }, { date: 'rate/unknown' }],
  ] as const) {
    const answer = await put({ currency: 'USD', date: '2026-11-24', ...body });
    expect([answer.status, faultsOf(answer)], JSON.stringify(body)).toEqual([422, faults]);
  }
  expect(await revOf(app)).toBe(rev);
  const infinite = await app.call('PUT', '/api/rates', undefined, {
    raw: '{"currency":"USD","date":"2026-11-24","rate":1e309}',
    headers: { 'content-type': 'application/json' },
  });
  expect([infinite.status, faultsOf(infinite)]).toEqual([422, { rate: 'field/type' }]);
  const jump = await put({ currency: 'USD', date: '2026-11-24', rate: '2545050' });
  expect(jump.body.errors?.[0]?.values).toEqual({ rate: '25450.5', date: '2026-11-20' });
  expect((await put({ currency: 'JPY', date: '2026-11-24', rate: '165' })).status).toBe(200);
  const confirmed = { currency: 'JPY', date: '2026-11-23', rate: '1.65', isConfirmed: true };
  expect((await put(confirmed)).status).toBe(200);
  // Taken back, it holds no more.
  expect((await put({ currency: 'JPY', date: '2026-11-23', rate: null })).status).toBe(200);
  expect(faultsOf(await post({ currency: 'JPY', amount: '5', closedAt: '2026-11-23' }))).toEqual({
    currency: 'deal/no-rate',
  });
});

test('MO5 MO6 the board counts what it came to, and the deal keeps what was agreed; splits add up to the board’s amount', async () => {
  const { status, body } = await post({
    amount: '1250.01',
    closedAt: '2026-11-24T01:00:00Z',
    splits: [
      { rep: an, share: 3333 },
      { rep: binh, share: 6667 },
    ],
  });
  expect(status).toBe(201);
  const { deal } = body;
  // 1,250.01 × 25,450.5 = 31,813,379.505
  expect(deal).toMatchObject({ amountMinor: 31_813_380, amount: '31813380', currency: 'VND' });
  expect(deal.original).toEqual({
    amount: '1250.01',
    amountMinor: 125_001,
    currency: 'USD',
    rate: '25450.5',
    rateDate: '2026-11-20',
  });
  expect(deal.credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(31_813_380);
  const csv = await app.call<string>('GET', '/api/export/deals.csv');
  const line = csv.body.split('\r\n').find((one) => one.includes(deal.id));
  expect(line).toContain(',31813380,VND,');
  expect(line).toMatch(/1250\.01,USD,25450\.5,2026-11-20,due,0\.00,1250\.01,$/);
});

test('MO5 a retry is the same deal, whatever the rate is by then; another amount is a conflict', async () => {
  const body = {
    id: 'phone-usd-0001',
    amount: '99.99',
    closedAt: app.clock.now(),
    splits: [
      { rep: an, share: 5001 },
      { rep: binh, share: 4999 },
    ],
  };
  const first = await post(body);
  expect(first.status).toBe(201);
  await giveRate(app, '26000', { date: '2026-11-24' });
  const again = await post(body);
  expect([again.status, again.body.deal]).toEqual([200, first.body.deal]);
  expect((await post({ ...body, amount: '99.98' })).body.code).toBe('deal/id-taken');
  expect((await app.call<DealView>('GET', `/api/deals/${first.body.deal.id}`)).body.original?.rate).toBe('25450.5');
});

test('LG3 MO5 what was posted in the board’s currency has the digest that it had before there were others', async () => {
  const { deal } = await postDeal(app, { rep: an, id: 'plain-deal-1', closedAt: '2026-11-24' });
  const content = {
    repId: an,
    amountMinor: 100_000,
    currency: 'VND',
    customer: 'An Phát',
    product: '',
    source: '',
    location: '',
    note: '',
    kind: 'new',
    openedAt: null,
    external: null,
    credits: [{ repId: an, shareBp: 10_000, amountMinor: 100_000 }],
    closedAt: '2026-11-24',
  };
  const digest = createHash('sha1').update(JSON.stringify(content)).digest('base64');
  expect(app.parts.tables.deals.byId(deal.id)?.fingerprint).toBe(digest);
});

test('MO8 what comes to nothing, or to more than the books hold, is refused by its amount', async () => {
  await giveRate(app, '0.3', { currency: 'KWD', date: '2026-11-24' });
  expect(faultsOf(await post({ currency: 'KWD', amount: '0.001' }))).toEqual({ amount: 'amount/too-small' });
  await giveRate(app, '999999999999', { currency: 'KWD', date: '2026-11-24', isConfirmed: true });
  expect(faultsOf(await post({ currency: 'KWD', amount: '100' }))).toEqual({ amount: 'amount/too-large' });
  expect(faultsOf(await post({ currency: 'KWD', amount: '1.2345' }))).toEqual({ amount: 'amount/too-many-decimals' });
});

test('MO9 a correction keeps the frozen rate while the currency stays, and takes a new one on request alone', async () => {
  const { deal } = (await post({ amount: '200', closedAt: '2026-11-20' })).body;
  await giveRate(app, '25600', { date: '2026-11-20' });
  const fixed = (await correct(deal.id, { amount: '300', closedAt: '2026-11-24' })).body.deal;
  expect(fixed).toMatchObject({ amountMinor: 7_635_150, original: { amount: '300.00', rate: '25450.5' } });
  const renamed = (await correct(fixed.id, { customer: 'Initech' })).body.deal;
  expect(renamed).toMatchObject({ amountMinor: 7_635_150, customer: 'Initech', original: fixed.original });
  const afresh = (await correct(renamed.id, { closedAt: '2026-11-20', refreeze: true })).body.deal;
  expect(afresh).toMatchObject({ amountMinor: 7_680_000, original: { amount: '300.00', rate: '25600' } });
  const board = (await correct(afresh.id, { currency: 'VND', amount: '7700000' })).body.deal;
  expect(board).toMatchObject({ amountMinor: 7_700_000, original: null });
  const back = (await correct(board.id, { currency: 'USD', amount: '301' })).body.deal;
  expect(back).toMatchObject({ amountMinor: 7_705_600, original: { rate: '25600' } });
});

test('MO5 MO8 an import converts its rows by their currency, and refuses those without a rate', async () => {
  const csv = [
    'Rep,Amount,Currency,Customer,Close date',
    'An,"1,000.50",usd,Umbrella,2026-11-21',
    'An,5000000,VND,Umbrella,2026-11-21',
    'An,"10.25",EUR,Umbrella,2026-11-21',
    'An,"10.25",XAU,Umbrella,2026-11-21',
  ].join('\n');
  const importIt = (dryRun: string) =>
    app.call<ImportAnswer>('POST', `/api/import/deals${dryRun}`, undefined, {
      raw: csv,
      headers: { 'content-type': 'text/csv' },
    });
  const fates = ({ rows }: ImportAnswer) => rows.map(({ fate, field, code }) => [fate, field, code]);
  const expected = [
    ['new', null, null],
    ['new', null, null],
    ['refused', 'currency', 'deal/no-rate'],
    ['refused', 'currency', 'deal/currency'],
  ];
  const dry = await importIt('?dryRun=1');
  expect(fates(dry.body)).toEqual(expected);
  expect(dry.body.rows[2]?.values).toEqual({ currency: 'EUR', date: '2026-11-21' });
  const stored = await importIt('');
  expect(fates(stored.body)).toEqual(expected);
  const { body } = await app.call<DealView>('GET', `/api/deals/${stored.body.rows[0]?.dealId}`);
  expect(body).toMatchObject({ amountMinor: 25_612_800, original: { amount: '1000.50', rate: '25600' } });
  await giveRate(app, '27000', { currency: 'EUR', date: '2026-11-01' });
  expect(fates((await importIt('')).body).map(([fate]) => fate)).toEqual(['known', 'known', 'new', 'refused']);
});

test('MO10 the office’s currency changes while nothing was sold, clearing amounts; after that it is refused with reasons', async () => {
  const young = await startApp();
  try {
    await young.setUp();
    const rep = await addRep(young, 'An');
    const patch = (body: object) => young.call<OfficeSettings & Problem>('PATCH', '/api/office', body);
    await patch({ defaultQuota: '500000000', defaultQuotaDeals: 5 });
    const periodId = young.parts.directory.periods[0]?.id ?? '';
    const subject = { type: 'rep', id: rep };
    await young.call('PUT', '/api/quotas', { periodId, subject, metric: 'revenue', amount: '500000000' });
    await young.call('PUT', '/api/quotas', { periodId, subject, metric: 'deals', amount: '3' });
    await young.call('PATCH', '/api/wall', { bigFrom: '100000000' });
    await giveRate(young, '25000');
    expect(faultsOf(await patch({ currency: 'XAU' }))).toEqual({ currency: 'office/currency' });
    const { body } = await patch({ currency: 'USD' });
    expect(body).toMatchObject({ currency: 'USD', exponent: 2, defaultQuotaMinor: null, defaultQuotaDeals: 5 });
    // A rate in the old currency says nothing of the new one.
    expect(body.currencies).toEqual([]);
    expect(young.parts.directory.quotasOf(periodId).map(({ metric }) => metric)).toEqual(['deals']);
    expect(young.parts.directory.wall.bigFromMinor).toBeNull();
    const { deal } = await postDeal(young, { rep, amount: '12.34' });
    expect(deal).toMatchObject({ currency: 'USD', amountMinor: 1234 });
    const rev = await revOf(young);
    await young.call('POST', `/api/deals/${deal.id}/void`, { reason: 'slip' });
    const late = await patch({ currency: 'VND', name: 'Khác' });
    expect([late.status, faultsOf(late)]).toEqual([422, { currency: 'office/currency-in-use' }]);
    expect(late.body.errors?.[0]?.values).toEqual({ currency: 'USD', count: '1' });
    expect((await young.call<OfficeSettings>('GET', '/api/office')).body).toMatchObject({
      name: 'Sao Việt',
      currency: 'USD',
    });
    expect(await revOf(young)).toBe(rev + 1);
  } finally {
    await young.close();
  }
});
