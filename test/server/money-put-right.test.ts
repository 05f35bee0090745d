// Money and what is put right, over real HTTP: restored and booked deals, wins that wait, another currency for the board.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldError, Problem } from '../../shared/problem.ts';
import type { StoryView } from '../../shared/schemas/corrections.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import type { JournalPage, ReceiptView } from '../../shared/schemas/money.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { addRep, faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { giveRate } from '../kit/money.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { resetPeriod } from '../kit/periods.ts';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  await giveRate(app, '25450.5');
});
afterAll(() => app.close());

type Reply = DealAnswer & Problem;
const amend = (id: string, deed: string, body: object = {}) =>
  app.call<Reply>('POST', `/api/deals/${id}/${deed}`, { reason: 'slip', ...body });
const receive = (id: string, amount: string, as = app.cookie) =>
  app.call<Problem>('POST', `/api/deals/${id}/receipts`, { amount }, { as });
const payment = async (id: string) => (await app.call<DealAnswer['deal']>('GET', `/api/deals/${id}`)).body.payment;
const sell = async (deal: object = {}) => (await postDeal(app, { rep: office.chi, amount: '1000', ...deal })).deal;
const entriesOf = async (...ids: string[]) => {
  const { body } = await app.call<JournalPage>('GET', '/api/journal?from=2026-01-01&to=2027-01-01');
  return body.items
    .filter(({ dealId }) => ids.includes(dealId))
    .map(({ kind, receivable: { debit, credit } }) => [kind, debit, credit]);
};

test('RC3 CO1 what came in for a correction counts for the deal that stands again, and is never more than it', async () => {
  const deal = await sell();
  app.clock.advance(1);
  const { id: larger } = (await amend(deal.id, 'correct', { amount: '1500' })).body.deal;
  await receive(larger, '1200');
  const rev = await revOf(app);
  for (const query of ['', '?dryRun=1']) {
    const refused = await amend(deal.id, `restore${query}`);
    expect([refused.status, faultsOf(refused)]).toEqual([422, { amount: 'receipt/above-amount' }]);
  }
  expect(await revOf(app)).toBe(rev);
  const { items } = (await app.call<{ items: ReceiptView[] }>('GET', `/api/deals/${larger}/receipts`)).body;
  await app.call('POST', `/api/deals/${larger}/receipts/${items[0]?.id}/void`, { reason: 'bounced' });
  await receive(larger, '600');
  app.clock.advance(1);
  expect((await amend(deal.id, 'restore')).body.deal.payment).toMatchObject({ state: 'part-paid', openMinor: 400 });
  expect(await payment(larger)).toBeNull();
  await receive(deal.id, '400');
  expect(await payment(deal.id)).toMatchObject({ state: 'paid', receivedMinor: 1000 });
  // Both ways in the journal: by the correction, and back.
  const corrections = (await entriesOf(deal.id, larger)).filter(
    ([kind]) => kind !== 'receipt' && kind !== 'receipt-void',
  );
  expect(corrections).toEqual([
    ['sale', 1000, 0],
    ['correction', 1500, 1000],
    ['correction', 1000, 1500],
  ]);
});

test('CO4 MO9 the story says what was agreed before and after, at which rate', async () => {
  const deal = await sell({ amount: '10', currency: 'USD' });
  await amend(deal.id, 'correct', { amount: '12.5' });
  const { items } = (await app.call<StoryView>('GET', `/api/deals/${deal.id}/story`)).body;
  expect(items.at(-1)?.changes).toEqual([
    { field: 'amount', from: '254505', to: '318131' },
    { field: 'agreed', from: '10.00 USD × 25450.5', to: '12.50 USD × 25450.5' },
  ]);
});

test('RC4 RC5 a deal that is restored is owed again', async () => {
  const deal = await sell();
  await receive(deal.id, '300');
  app.clock.advance(1);
  await amend(deal.id, 'void');
  expect(await payment(deal.id)).toMatchObject({ state: 'to-refund' });
  app.clock.advance(1);
  await amend(deal.id, 'restore');
  expect(await payment(deal.id)).toMatchObject({ state: 'part-paid', openMinor: 700 });
  expect(await entriesOf(deal.id)).toEqual([
    ['sale', 1000, 0],
    ['receipt', 0, 300],
    ['void', 0, 1000],
    ['restore', 1000, 0],
  ]);
});

test('LA2 MO9 RC3 a late deal that is booked keeps what it was agreed in, and what came in for it', async () => {
  app.clock.advance(HOUR_MS);
  const closedAt = app.clock.now() - 1;
  await resetPeriod(app);
  app.clock.advance(HOUR_MS);
  const deal = await sell({ amount: '10', currency: 'USD', closedAt });
  await receive(deal.id, '4');
  await giveRate(app, '26000', { date: '2026-11-02' });
  const booked = await app.call<{ deals: DealAnswer['deal'][] }>('POST', '/api/late-deals/book', {
    ids: [deal.id],
    reason: 'gửi trễ',
  });
  expect(booked.body.deals[0]).toMatchObject({
    amountMinor: 254_505,
    original: { amount: '10.00', rate: '25450.5' },
    payment: { state: 'part-paid', received: '4.00' },
  });
});

test('AP2 MO5 RC6 a win that waits keeps its rate, and its due date, until it is approved', async () => {
  await app.call('PUT', '/api/approvals/rule', { above: '1000' });
  const body = { id: 'waits-in-dollars', rep: office.an.repId, customer: 'X', amount: '20', currency: 'USD' };
  const post = () => app.call<Reply>('POST', '/api/deals', { ...body, dueOn: '2026-12-24' }, { as: office.an.cookie });
  const asked = await post();
  const rate = asked.body.deal.original?.rate;
  await giveRate(app, '27000', { date: '2026-11-03' });
  const again = await post();
  expect([again.status, again.body.deal]).toEqual([202, asked.body.deal]);
  const { deal } = (await app.call<Reply>('POST', `/api/approvals/${body.id}/approve`)).body;
  expect(deal).toMatchObject({ original: { amount: '20.00', rate }, payment: { dueOn: '2026-12-24' } });
  await app.call('PUT', '/api/approvals/rule', { above: null });
});

test('RO4 who reaches but a share of a deal records no money for it, and sees what came in', async () => {
  const [an, binh] = [office.an.repId ?? '', office.binh.repId ?? ''];
  const splits = [
    { rep: binh, share: 9000 },
    { rep: an, share: 1000 },
  ];
  const { id } = await sell({ rep: binh, splits });
  const as = office.northManager.cookie;
  expect((await receive(id, '5', as)).status).toBe(404);
  expect((await app.call('PUT', `/api/deals/${id}/due`, { dueOn: null }, { as })).status).toBe(404);
  expect((await app.call('GET', `/api/deals/${id}/receipts`, undefined, { as })).status).toBe(200);
});

test('MO10 AP1 the office’s currency stays while a win waits in it; the amounts of rules and forecasts go with it', async () => {
  const young = await startApp();
  try {
    const { an } = await fullOffice(young);
    const above = async () =>
      (await young.call<{ aboveMinor: number | null }>('GET', '/api/approvals')).body.aboveMinor;
    await young.call('PUT', '/api/approvals/rule', { above: '1000' });
    const win = { id: 'waits-in-dong', rep: an.repId, amount: '5000', customer: 'X' };
    expect((await young.call('POST', '/api/deals', win, { as: an.cookie })).status).toBe(202);
    const patch = () => young.call<OfficeSettings & Problem>('PATCH', '/api/office', { currency: 'USD' });
    const refused = await patch();
    expect(refused.body.errors?.map(({ code }: FieldError) => code)).toEqual(['office/currency-in-use']);
    await young.call('POST', '/api/approvals/waits-in-dong/decline', { reason: 'không' });
    const periodId = young.parts.directory.periods[0]?.id ?? '';
    const cells = [{ periodId, repId: await addRep(young, 'Dũng'), metric: 'revenue', amount: '700' }];
    expect((await young.call('PUT', '/api/forecasts/batch', { cells })).status).toBe(200);
    expect((await patch()).body.currency).toBe('USD');
    expect([await above(), young.parts.tables.forecasts.ofPeriod(periodId)]).toEqual([null, []]);
  } finally {
    await young.close();
  }
});
