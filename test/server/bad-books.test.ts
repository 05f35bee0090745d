// Bad input to what a manager keeps the books with, over real HTTP: a word that names the field, nothing stored, nothing
// half done; of two at the same moment one is done and the other told.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { QuotaGrid } from '../../shared/schemas/quotas.ts';
import { addRep, faultsOf, postDeal, revOf, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { enter } from '../kit/people.ts';
import { HOUR_MS } from '../kit/make.ts';
import { expectSeamless, periodsOf, planPeriod, resetPeriod, runningIdOf, undoReset } from '../kit/periods.ts';
import { cellsOf, gridOf, putBlock, repCell } from '../kit/quotas.ts';

let app: TestApp;
let an: string;
let now: string;
/** The second manager. */
let khoa: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp({ currency: 'USD' });
  an = await addRep(app, 'An');
  khoa = (await enter(app, { name: 'Anh Khoa', email: 'khoa@saoviet.vn', role: 'manager' })).cookie;
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.advance(HOUR_MS);
  now = await runningIdOf(app);
});

/** Calls that must all be refused, each with its faults, and store nothing. */
async function expectRefused(calls: readonly (readonly [object, object])[], send: (body: object) => Promise<Answer>) {
  const rev = await revOf(app);
  for (const [body, faults] of calls) {
    const answer = await send(body);
    expect(faultsOf(answer), JSON.stringify(body)).toEqual(faults);
    expect([409, 422], JSON.stringify(body)).toContain(answer.status);
  }
  expect(await revOf(app), 'nothing was stored').toBe(rev);
}

/** A body as text: for what JSON.stringify would not write. */
const raw = (method: string, path: string, text: string) =>
  app.call<Problem>(method, path, undefined, { raw: text, headers: { 'content-type': 'application/json' } });

test('PD1 PD7 a period that is reversed, empty, beyond 2100 or over another one is refused by its field', async () => {
  const calls = [
    [{ startsAt: '2026-12-05', endsAt: '2026-12-01' }, { endsAt: 'time/reversed' }],
    [{ startsAt: '2026-12-05', endsAt: '2026-12-05' }, { endsAt: 'time/reversed' }],
    [{ startsAt: '2026-12-01', endsAt: '9999-12-31' }, { endsAt: 'time/too-late' }],
    [{ startsAt: '0001-01-01', endsAt: '2027-01-01' }, { startsAt: 'time/too-early' }],
    [{ startsAt: '2026-02-30', endsAt: '2026-12-31' }, { startsAt: 'time/unreadable' }],
    [
      { startsAt: -0, endsAt: 1e300 },
      { startsAt: 'time/too-early', endsAt: 'time/unreadable' },
    ],
    [{ startsAt: '2026-11-20', endsAt: '2026-12-05' }, { startsAt: 'period/overlap' }],
    [{ startsAt: '2000-01-02', endsAt: '2100-01-01' }, { startsAt: 'period/overlap' }],
  ] as const;
  await expectRefused(calls, (body) => app.call('POST', '/api/periods', { name: 'Kỳ', ...body }));
  const over = await planPeriod(app, 'Kỳ', '2026-11-20', '2026-12-05');
  expect(over.body.errors?.[0]?.values).toEqual({ period: 'Tháng 11/2026' });
});

test('PD8 PD10 a zone that does not exist is refused by name, also by the preview, and nothing moves', async () => {
  const before = [await periodsOf(app), (await app.call<OfficeSettings>('GET', '/api/office')).body];
  const zones = ['Mars/Phobos', 'UTC+7', '+07:00', '../etc/passwd', 'Asia/Ho_Chi_Minh\u0000', ' '];
  const calls = zones.map((timeZone) => [{ name: 'Khác', timeZone }, { timeZone: 'office/time-zone' }] as const);
  await expectRefused(calls, (body) => app.call('PATCH', '/api/office', body));
  await expectRefused(calls, (body) => app.call('POST', '/api/office/preview', body));
  expect([await periodsOf(app), (await app.call<OfficeSettings>('GET', '/api/office')).body]).toEqual(before);
});

test('QT2 QT8 a quota of 0 is none however it is written; one that is endless, far too large or no number is refused', async () => {
  const quota = { periodId: now, subject: { type: 'rep', id: an }, metric: 'revenue' };
  const put = (amount: unknown) => app.call('PUT', '/api/quotas', { ...quota, amount });
  for (const nothing of [0, -0, '0', '-0', '0.00']) {
    expect((await put('500')).status).toBe(200);
    expect((await put(nothing)).status).toBe(200);
    expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ own: 0, quota: null, attainment: null });
  }
  const calls = [
    [1e15, 'amount/too-large'],
    ['999999999999999999999999999999', 'amount/too-large'],
    ['1e15', 'amount/not-a-number'],
    ['1e309', 'amount/not-a-number'],
    [-5, 'amount/negative'],
    [' ', 'amount/not-a-number'],
    ['1'.repeat(41), 'field/maxLength'],
    [true, 'field/type'],
  ].map(([amount, code]) => [{ amount }, { amount: code }] as const);
  await expectRefused(calls, (body) => app.call('PUT', '/api/quotas', { ...quota, ...body }));
  const endless = await raw('PUT', '/api/quotas', JSON.stringify({ ...quota, amount: 5 }).replace(':5', ':1e309'));
  expect([endless.status, faultsOf(endless)]).toEqual([422, { amount: 'field/type' }]);
});

test('QT10 two managers on the same cell at the same moment: one is stored, the other is told by whom, and decides', async () => {
  const cell = (amount: string) => [repCell(now, an, amount, { expected: '0' })];
  const answers = await Promise.all([putBlock(app, cell('700')), putBlock(app, cell('800'), { as: khoa })]);
  expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  expect(answers[1]?.body.errors?.[0]).toMatchObject({
    field: 'cells.0.amount',
    code: 'quota/changed',
    current: { amount: '700.00', by: 'Chị Hà', at: app.clock.now() },
  });
  expect(cellsOf(await gridOf(app), an)[0]?.own).toBe(70_000);
});

test('RC1 MO7 a receipt above the deal is refused with what is open, of two at once the second, too; a rate of 0 is none', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '100' });
  const path = `/api/deals/${deal.id}/receipts`;
  const faults = (code: string) => ({ amount: code });
  const calls = [
    [{ amount: '100.01' }, faults('receipt/above-open')],
    [{ amount: '-0' }, faults('amount/zero')],
    [{ amount: 1e15 }, faults('amount/too-large')],
    [{ amount: '5', receivedAt: '9999-12-31' }, { receivedAt: 'time/future' }],
  ] as const;
  await expectRefused(calls, (body) => app.call('POST', path, body));
  const both = await Promise.all(['60', '50'].map((amount) => app.call<Problem>('POST', path, { amount })));
  expect(both.map(({ status }) => status)).toEqual([201, 422]);
  expect(both[1]?.body.errors?.[0]?.values).toEqual({ open: '40.00', currency: 'USD' });
  expect((await app.call<{ items: object[] }>('GET', path)).body.items).toHaveLength(1);
  const rates = [0, '0', '-0', '0.000'].map((rate) => [{ rate }, { rate: 'rate/zero' }] as const);
  await expectRefused(rates, (body) =>
    app.call('PUT', '/api/rates', { currency: 'EUR', date: '2026-11-01', source: 'x', ...body }),
  );
});

test('PD4 who decides on a reset by an old preview is told which period runs by now and who went on to it', async () => {
  const seen = (await resetPeriod(app, {}, '?dryRun=1')).body.closed.id;
  const { opened } = (await resetPeriod(app, { running: seen, name: 'Kỳ hai' }, '')).body;
  // The other hand on the same button is told the same.
  expect((await resetPeriod(app, { running: seen })).body.opened).toEqual(opened);
  app.clock.advance(HOUR_MS);
  const late = await app.call<Problem>('POST', '/api/periods/reset', { running: seen }, { as: khoa });
  expect([late.status, late.body.code, faultsOf(late)]).toEqual([409, 'period/changed', { running: 'period/changed' }]);
  expect(late.body.errors?.[0]?.values).toEqual({ period: 'Kỳ hai', by: 'Chị Hà' });
  // An undo means the reset that was seen, and no earlier one.
  const third = (await resetPeriod(app, { running: opened.id })).body.opened.id;
  const undo = () => app.call<Problem>('POST', '/api/periods/reset/undo', { running: third }, { as: khoa });
  const undone = await Promise.all([undo(), undo()]);
  expect(undone.map(({ status, body }) => [status, body.code])).toEqual([
    [200, undefined],
    [409, 'period/changed'],
  ]);
  expect(undone[1]?.body.errors?.[0]?.values).toEqual({ period: 'Kỳ hai', by: 'Anh Khoa' });
  expect(await runningIdOf(app)).toBe(opened.id);
  await undoReset(app);
  await expectSeamless(app);
});

test('TM1 QT12 the year 9999 is refused by its field wherever something is stored, and finds nothing where one looks', async () => {
  const end = '9999-12-31';
  const deal = { rep: an, amount: '5', customer: 'x' };
  await expectRefused(
    [
      [{ closedAt: end }, { closedAt: 'time/future' }],
      [{ openedAt: end }, { openedAt: 'time/future' }],
      [{ dueOn: end }, { dueOn: 'time/too-late' }],
      [{ dueOn: '0001-01-01' }, { dueOn: 'time/too-early' }],
    ],
    (body) => app.call('POST', '/api/deals', { ...deal, ...body }),
  );
  await expectRefused([[{ endsAt: end }, { endsAt: 'time/too-late' }]], (body) => resetPeriod(app, body));
  await expectRefused([[{ date: end }, { date: 'rate/too-far' }]], (body) =>
    app.call('PUT', '/api/rates', { currency: 'EUR', rate: '1.1', source: 'x', ...body }),
  );
  const grid = await app.call<QuotaGrid>('GET', `/api/quotas/grid?from=9999-01-01&to=${end}`);
  expect([grid.status, grid.body.periods, grid.body.rows]).toEqual([200, [], []]);
  for (const path of ['standings', 'journal']) {
    expect((await app.call('GET', `/api/${path}?from=9999-01-01&to=${end}`)).status, path).toBe(200);
  }
});

test('RO3 ten megabytes are too much for any of it, and the server goes on', async () => {
  const large = 'x'.repeat(10_000_000);
  const rev = await revOf(app);
  for (const [method, path, body] of [
    ['POST', '/api/periods', { name: large, startsAt: '2027-01-01', endsAt: '2027-02-01' }],
    ['POST', '/api/periods/reset', { name: large }],
    ['PUT', '/api/quotas', { periodId: now, subject: { type: 'rep', id: an }, metric: 'revenue', amount: large }],
    ['PUT', '/api/quotas/batch', { cells: [repCell(now, an, large)] }],
    ['PUT', '/api/rates', { currency: 'EUR', date: '2026-11-01', rate: '1', source: large }],
    ['PATCH', '/api/office', { timeZone: large }],
  ] as const) {
    const answer = await app.call<Problem>(method, path, body);
    expect([answer.status, answer.body.code], path).toEqual([413, 'request/too-large']);
  }
  expect(await revOf(app)).toBe(rev);
  expect((await postDeal(app, { rep: an, amount: '5' })).deal.amountMinor).toBe(500);
});
