// Old deals that are called paid all at once, over real HTTP.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { JournalPage, ReceiptView, ReceivableTotals, Settled, Settlements } from '../../shared/schemas/money.ts';
import { faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { giveRate } from '../kit/money.ts';
import { everybody, fullOffice, type Office } from '../kit/people.ts';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  await giveRate(app, '25450.5', { date: '2026-01-01' });
});
afterAll(() => app.close());

const sell = async (deal: object) => (await postDeal(app, { rep: office.chi, ...deal })).deal;
const settle = (body: object, query = '', as = app.cookie) =>
  app.call<Settled & Problem>('POST', `/api/receivables/settle${query}`, { reason: 'trước Winboard', ...body }, { as });
const undo = (id: string) => app.call<Settled>('POST', `/api/receivables/settle/${id}/undo`, { reason: 'nhầm ngày' });
const totals = async () => (await app.call<{ totals: ReceivableTotals }>('GET', '/api/receivables')).body.totals;
const receiptsOf = async (id: string) =>
  (await app.call<{ items: ReceiptView[]; deal: DealView }>('GET', `/api/deals/${id}/receipts`)).body;
/** What customers owe and what has come in, after every entry. */
const balances = async () => {
  const { items } = (await app.call<JournalPage>('GET', '/api/journal?from=2020-01-01&to=2027-01-01')).body;
  const last = items.at(-1);
  return [last?.receivable.balance, last?.cash.balance];
};

test('RC7 what closed before a day is paid as of its close; it is told before, and taken back as a whole', async () => {
  const plain = await sell({ amount: '1000000', closedAt: '2026-09-03' });
  const dollars = await sell({ amount: '100.01', currency: 'USD', closedAt: '2026-10-05' });
  await app.call('POST', `/api/deals/${dollars.id}/receipts`, { amount: '33.33' });
  const gone = await sell({ amount: '5000', closedAt: '2026-09-04' });
  await app.call('POST', `/api/deals/${gone.id}/void`, { reason: 'x' });
  const recent = await sell({ amount: '700', closedAt: '2026-11-01' });
  const before = await totals();
  const rev = await revOf(app);

  const told = await settle({ before: '2026-11-01' }, '?dryRun=1');
  const sum = before.openMinor - 700;
  expect(told.body).toMatchObject({ deals: 2, amountMinor: sum });
  expect([await revOf(app), await totals()]).toEqual([rev, before]);

  const done = await settle({ before: '2026-11-01' });
  expect(done.body).toMatchObject({ deals: 2, amountMinor: sum });
  expect(await totals()).toMatchObject({ openMinor: 700, openDeals: 1, receivedMinor: before.receivedMinor + sum });
  expect(await balances()).toEqual([700, before.receivedMinor + sum]);
  const { items, deal } = await receiptsOf(dollars.id);
  expect(deal.payment?.state).toBe('paid');
  expect(items[1]).toMatchObject({
    amount: '66.68',
    receivedAt: dollars.closedAt,
    note: 'trước Winboard',
    method: null,
  });
  expect((await receiptsOf(gone.id)).items).toEqual([]);
  expect((await receiptsOf(recent.id)).items).toEqual([]);
  expect((await settle({ before: '2026-11-01' })).body).toMatchObject({ deals: 0, amountMinor: 0 });

  const listed = async () => (await app.call<Settlements>('GET', '/api/receivables/settle')).body.items;
  const first = { id: done.body.id, at: app.clock.now(), by: 'Chị Hà', before: '2026-11-01' };
  expect(await listed()).toEqual([{ ...first, deals: 2, amountMinor: sum }]);

  const [one] = (await receiptsOf(plain.id)).items;
  const path = `/api/deals/${plain.id}/receipts/${encodeURIComponent(one?.id ?? '')}/void`;
  expect((await app.call('POST', path, { reason: 'chưa thu' })).status).toBe(200);
  expect(await listed()).toEqual([{ ...first, deals: 1, amountMinor: sum - 1_000_000 }]);
  expect((await undo(done.body.id)).body).toMatchObject({ deals: 1, amountMinor: sum - 1_000_000 });
  expect(await totals()).toEqual(before);
  expect(await balances()).toEqual([before.openMinor, before.receivedMinor]);
  expect((await undo(done.body.id)).body).toMatchObject({ deals: 0, amountMinor: 0 });
  expect((await undo('nothing')).body).toMatchObject({ deals: 0 });
  expect(await listed()).toEqual([]);
});

test('RC7 no day to come, no reason without letters; it is for those who reach the whole office', async () => {
  expect(faultsOf(await settle({ before: '2026-11-25' }))).toEqual({ before: 'time/future' });
  expect(faultsOf(await settle({ before: '2026-02-30' }))).toEqual({ before: 'time/unreadable' });
  expect(faultsOf(await settle({ before: '2026-11-01', reason: '\u0007' }))).toEqual({ reason: 'text/control' });
  const people = await everybody(app, office);
  for (const name of ['manager of a team', 'rep', 'viewer', 'token deals:write']) {
    const as = people[name] ?? '';
    expect((await settle({ before: '2026-11-01' }, '', as)).status, name).toBe(403);
    expect((await app.call('GET', '/api/receivables/settle', undefined, { as })).status, name).toBe(403);
  }
  expect((await app.call('GET', '/api/receivables')).status).toBe(200);
});
