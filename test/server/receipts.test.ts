// Money that comes in for deals, over real HTTP.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import type { JournalDays, JournalPage, ReceiptView, ReceivableTotals } from '../../shared/schemas/money.ts';
import { faultsOf, postDeal, revOf, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { giveRate } from '../kit/money.ts';
import { fullOffice, type Office } from '../kit/people.ts';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  await giveRate(app, '25450.5');
});
afterAll(() => app.close());

interface ReceiptAnswer {
  receipt: ReceiptView;
  deal: DealView;
}

const receive = (deal: string, body: object, as = app.cookie) =>
  app.call<ReceiptAnswer & Problem>('POST', `/api/deals/${deal}/receipts`, body, { as });
const takeBack = (deal: string, receipt: string, as = app.cookie) =>
  app.call<ReceiptAnswer & Problem>(
    'POST',
    `/api/deals/${deal}/receipts/${receipt}/void`,
    { reason: 'bounced' },
    { as },
  );
const correct = (id: string, body: object) =>
  app.call<DealAnswer & Problem>('POST', `/api/deals/${id}/correct`, { reason: 'slip', ...body });
const voidDeal = (id: string) => app.call<DealAnswer>('POST', `/api/deals/${id}/void`, { reason: 'cancelled' });
const sell = async (deal: object = {}) => (await postDeal(app, { rep: office.chi, ...deal })).deal;
const listed = async (id: string) =>
  (await app.call<{ items: ReceiptView[]; deal: DealView }>('GET', `/api/deals/${id}/receipts`)).body;

test('RC1 RC2 a deal is paid in parts, in its own currency, up to what is open and no further', async () => {
  const deal = await sell({ amount: '1000', currency: 'USD', dueOn: '2026-11-30' });
  expect(deal.payment).toEqual({
    state: 'due',
    currency: 'USD',
    received: '0.00',
    receivedMinor: 0,
    open: '1000.00',
    openMinor: 100_000,
    dueOn: '2026-11-30',
  });
  const body = { id: 'receipt-0001', amount: '400.5', receivedAt: '2026-11-23', method: 'transfer', note: 'đợt 1' };
  const first = await receive(deal.id, body);
  expect(first.status).toBe(201);
  expect(first.body.receipt).toMatchObject({ id: 'receipt-0001', amount: '400.50', currency: 'USD', by: 'Chị Hà' });
  expect(first.body.deal.payment).toMatchObject({ state: 'part-paid', received: '400.50', open: '599.50' });
  const rev = await revOf(app);
  const again = await receive(deal.id, body);
  expect([again.status, again.body.receipt]).toEqual([200, first.body.receipt]);
  expect((await receive(deal.id, { ...body, amount: '400.51' })).body.code).toBe('receipt/id-taken');
  const more = await receive(deal.id, { amount: '599.51' });
  expect([more.status, faultsOf(more)]).toEqual([422, { amount: 'receipt/above-open' }]);
  expect(more.body.errors?.[0]).toMatchObject({
    message: 'is more than is open: 599.50 USD',
    values: { open: '599.50', currency: 'USD' },
  });
  for (const [wrong, faults] of [
    [{ amount: '0' }, { amount: 'amount/zero' }],
    [{ amount: '-5' }, { amount: 'amount/negative' }],
    [{ amount: '1.005' }, { amount: 'amount/too-many-decimals' }],
    [{ amount: '5', receivedAt: '2026-11-25' }, { receivedAt: 'time/future' }],
    [{ amount: '5', method: 'barter' }, { method: 'field/enum' }],
  ] as const) {
    expect(faultsOf(await receive(deal.id, wrong)), JSON.stringify(wrong)).toEqual(faults);
  }
  expect(await revOf(app)).toBe(rev);
  const rest = await receive(deal.id, { amount: '599.50' });
  expect(rest.body.deal.payment).toMatchObject({ state: 'paid', open: '0.00' });
  // What its parts are worth adds up to what the deal is worth.
  const { items } = await listed(deal.id);
  expect(items.reduce((sum, { boardMinor }) => sum + boardMinor, 0)).toBe(deal.amountMinor);
  const back = await takeBack(deal.id, 'receipt-0001');
  expect(back.body.deal.payment).toMatchObject({ state: 'part-paid', open: '400.50' });
  expect(back.body.receipt.void).toMatchObject({ reason: 'bounced', by: 'Chị Hà' });
  expect((await takeBack(deal.id, 'receipt-0001')).body.code).toBe('receipt/voided');
  expect((await takeBack((await sell()).id, 'receipt-0001')).status).toBe(404);
});

test('RC3 a correction goes on with what came in; it cannot change its currency or rate, nor become less', async () => {
  const deal = await sell({ amount: '500', currency: 'USD' });
  await receive(deal.id, { id: 'receipt-0002', amount: '300' });
  await giveRate(app, '26000', { date: '2026-11-24' });
  for (const [body, faults] of [
    [{ amount: '299.99' }, { amount: 'receipt/above-amount' }],
    [{ currency: 'VND', amount: '5000000' }, { currency: 'receipt/currency' }],
    [{ refreeze: true }, { refreeze: 'receipt/rate' }],
  ] as const) {
    const answer = await correct(deal.id, body);
    expect([answer.status, faultsOf(answer)]).toEqual([422, faults]);
    expect(answer.body.errors?.[0]?.values).toEqual({ received: '300.00', currency: 'USD' });
  }
  const less = (await correct(deal.id, { amount: '300' })).body.deal;
  expect(less.payment).toMatchObject({ state: 'paid', received: '300.00', open: '0.00' });
  const more = (await correct(less.id, { amount: '450', rep: office.an.repId ?? '' })).body.deal;
  expect(more.payment).toMatchObject({ state: 'part-paid', open: '150.00' });
  expect((await listed(more.id)).items.map(({ id, dealId }) => [id, dealId])).toEqual([['receipt-0002', deal.id]]);
  const old = await app.call<DealView>('GET', `/api/deals/${deal.id}`);
  expect(old.body.payment).toBeNull();
  expect((await receive(deal.id, { amount: '1' })).body.code).toBe('deal/voided');
  const back = await takeBack(more.id, 'receipt-0002');
  expect(back.body.deal.payment).toMatchObject({ state: 'due', received: '0.00' });
  expect((await correct(more.id, { refreeze: true })).body.deal.original?.rate).toBe('26000');
});

test('RC4 a voided deal keeps what came in as to be refunded, until it is taken back', async () => {
  const deal = await sell({ amount: '2000000' });
  await receive(deal.id, { id: 'receipt-0003', amount: '500000' });
  const gone = (await voidDeal(deal.id)).body.deal;
  expect(gone.payment).toMatchObject({ state: 'to-refund', received: '500000', open: '0' });
  expect((await receive(deal.id, { amount: '5' })).body.code).toBe('deal/voided');
  const asked = await app.call<{ items: DealView[]; totals: ReceivableTotals }>(
    'GET',
    '/api/receivables?state=to-refund',
  );
  expect(asked.body.items.map(({ id }) => id)).toEqual([deal.id]);
  expect(asked.body.totals.toRefundMinor).toBe(500_000);
  expect((await takeBack(deal.id, 'receipt-0003')).body.deal.payment).toBeNull();
});

test('RC6 what is due follows the office’s terms as they were when it was recorded, or what is said of the deal', async () => {
  const before = await sell();
  await app.call('PATCH', '/api/office', { paymentTermsDays: 30 });
  const byTerms = await sell({ closedAt: '2026-11-10' });
  const own = await sell({ dueOn: '2026-11-23' });
  const none = await sell({ dueOn: null });
  await app.call('PATCH', '/api/office', { paymentTermsDays: 7 });
  const due = async (id: string) => (await app.call<DealView>('GET', `/api/deals/${id}`)).body.payment;
  expect(await due(before.id)).toMatchObject({ dueOn: null, state: 'due' });
  expect(await due(byTerms.id)).toMatchObject({ dueOn: '2026-12-10', state: 'due' });
  expect(await due(own.id)).toMatchObject({ dueOn: '2026-11-23', state: 'overdue' });
  expect(await due(none.id)).toMatchObject({ dueOn: null, state: 'due' });
  const moved = await app.call<DealView>('PUT', `/api/deals/${own.id}/due`, { dueOn: '2026-12-24' });
  expect(moved.body.payment).toMatchObject({ dueOn: '2026-12-24', state: 'due' });
  const fixed = (await correct(own.id, { customer: 'Hooli' })).body.deal;
  expect(fixed.payment).toMatchObject({ dueOn: '2026-12-24' });
  for (const [dueOn, code] of [
    ['2026-02-30', 'time/unreadable'],
    ['9999-12-31', 'time/too-late'],
    ['0001-01-01', 'time/too-early'],
  ] as const) {
    const answer = await app.call('PUT', `/api/deals/${before.id}/due`, { dueOn });
    expect(faultsOf(answer)).toEqual({ dueOn: code });
  }
  const wrong = await app.call('POST', '/api/deals', {
    rep: office.chi,
    amount: '5',
    customer: 'x',
    dueOn: '2026-02-30',
  });
  expect(faultsOf(wrong)).toEqual({ dueOn: 'time/unreadable' });
});

test('RC2 RO1 RO4 reps see how their own deals stand, managers record as far as their teams reach', async () => {
  const own = await sell({ rep: office.an.repId ?? '', amount: '700000' });
  const foreign = await sell({ rep: office.binh.repId ?? '', amount: '900000' });
  const { an, northManager, viewer } = office;
  expect((await receive(own.id, { amount: '5' }, an.cookie)).status).toBe(403);
  expect((await receive(own.id, { amount: '200000' }, northManager.cookie)).status).toBe(201);
  expect((await receive(foreign.id, { amount: '5' }, northManager.cookie)).status).toBe(404);
  const seen = await app.call<{ items: DealView[]; totals: ReceivableTotals }>('GET', '/api/receivables', undefined, {
    as: an.cookie,
  });
  expect(seen.body.items.every(({ repId }) => repId === an.repId)).toBe(true);
  expect(seen.body.items.find(({ id }) => id === own.id)?.payment).toMatchObject({ open: '500000' });
  expect((await app.call('GET', '/api/journal', undefined, { as: an.cookie })).status).toBe(403);
  expect((await app.call('GET', '/api/receivables', undefined, { as: viewer.cookie })).status).toBe(403);
  const north = await app.call<JournalPage>('GET', '/api/journal', undefined, { as: northManager.cookie });
  expect(north.body.items.map(({ dealId }) => dealId)).toContain(own.id);
  expect(north.body.items.map(({ dealId }) => dealId)).not.toContain(foreign.id);
  const token = await app.token('deals:write');
  expect((await receive(own.id, { amount: '1' }, token)).status).toBe(201);
  expect((await receive(own.id, { amount: '1' }, await app.token('deals:read'))).status).toBe(403);
});

test('RC2 deals are found by how they are paid, with what that adds up to', async () => {
  const find = async (query: string) =>
    (await app.call<{ items: DealView[]; totals: ReceivableTotals }>('GET', `/api/receivables?${query}`)).body;
  for (const state of ['due', 'overdue', 'part-paid', 'paid', 'to-refund']) {
    for (const { payment } of (await find(`state=${state}`)).items) expect(payment?.state).toBe(state);
  }
  const all = await find('');
  const open = await find('state=open');
  const minor = (deals: readonly DealView[]) => deals.reduce((sum, { payment }) => sum + (payment?.openMinor ?? 0), 0);
  expect(minor(open.items)).toBe(minor(all.items));
  expect(open.totals.openDeals).toBe(open.items.length);
  expect((await find('q=hooli')).items).toHaveLength(1);
  expect((await app.call('GET', '/api/receivables?state=late')).status).toBe(422);
});

test('RC5 the journal tells every entry with its balances, by day, and as CSV', async () => {
  const young = await startApp();
  try {
    await young.setUp();
    await giveRate(young, '25000');
    const rep = (await young.call<{ id: string }>('POST', '/api/reps', { name: 'An' })).body.id;
    const sold = async (deal: object) => (await postDeal(young, { rep, ...deal })).deal;
    const a = await sold({ amount: '1000', currency: 'USD', customer: '=Globex', closedAt: TUESDAY - 2 * DAY_MS });
    const b = await sold({ amount: '3000000', customer: 'Hooli', closedAt: TUESDAY - DAY_MS });
    young.clock.advance(HOUR_MS);
    const path = `/api/deals/${a.id}/receipts`;
    const { body } = await young.call<ReceiptAnswer>('POST', path, {
      amount: '250',
      receivedAt: TUESDAY - DAY_MS + 1,
      method: 'cash',
    });
    await young.call('POST', `/api/deals/${b.id}/correct`, { amount: '2000000', reason: 'gõ nhầm' });
    young.clock.advance(HOUR_MS);
    await young.call('POST', `${path}/${body.receipt.id}/void`, { reason: 'séc bị trả lại' });
    await young.call('POST', `/api/deals/${a.id}/void`, { reason: 'khách huỷ' });
    const journal = await young.call<JournalPage>('GET', '/api/journal');
    const told = journal.body.items.map(({ kind, receivable, cash }) => [
      kind,
      ...Object.values(receivable),
      ...Object.values(cash),
    ]);
    expect(told).toEqual([
      ['sale', 25_000_000, 0, 25_000_000, 0, 0, 0],
      ['sale', 3_000_000, 0, 28_000_000, 0, 0, 0],
      ['receipt', 0, 6_250_000, 21_750_000, 6_250_000, 0, 6_250_000],
      ['correction', 2_000_000, 3_000_000, 20_750_000, 0, 0, 6_250_000],
      ['void', 0, 25_000_000, -4_250_000, 0, 0, 6_250_000],
      ['receipt-void', 6_250_000, 0, 2_000_000, 0, 6_250_000, 0],
    ]);
    expect(journal.body.items[2]).toMatchObject({
      original: { amount: '250.00', currency: 'USD', rate: '25000' },
      method: 'cash',
    });
    const days = (await young.call<JournalDays>('GET', '/api/journal/days')).body;
    expect(
      days.items.map(({ date, entries, receivable, cash }) => [date, entries, receivable.balance, cash.balance]),
    ).toEqual([
      ['2026-11-22', 1, 25_000_000, 0],
      ['2026-11-23', 2, 21_750_000, 6_250_000],
      ['2026-11-24', 3, 2_000_000, 0],
    ]);
    expect([days.receivable.balance, days.cash.balance]).toEqual([2_000_000, 0]);
    const later = (await young.call<JournalPage>('GET', '/api/journal?from=2026-11-24&to=2026-11-25')).body;
    expect([later.opening, later.items.length]).toEqual([{ receivable: 21_750_000, cash: 6_250_000 }, 3]);
    const csv = await young.call<string>('GET', '/api/export/journal.csv');
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[1]).toContain(
      `2026-11-22 09:00:00,sale,${a.id},,'=Globex,An,1000.00,USD,25000,VND,25000000,0,25000000,0,0,0`,
    );
    expect(lines.at(-1)).toContain('séc bị trả lại');
    for (const query of ['cursor=x', 'cursor=1.2', 'from=2026-11-25&to=2026-11-24', 'from=yesterday']) {
      expect((await young.call('GET', `/api/journal?${query}`)).status, query).toBe(422);
    }
  } finally {
    await young.close();
  }
});
