// Periods that managers plan, and the quotas that go on from one to the next.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { FinalView } from '../../shared/schemas/boards.ts';
import type { QuotaView } from '../../shared/schemas/quotas.ts';
import { addRep, faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { expectSeamless, periodsOf, planPeriod, resetPeriod, runningIdOf, undoReset } from '../kit/periods.ts';

let app: TestApp;
let an: string;
let binh: string;
beforeEach(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An');
  binh = await addRep(app, 'Bình');
});
afterEach(() => app.close());

const final = (id: string) => app.call<FinalView & Problem>('GET', `/api/periods/${id}/final`);

test('the end of the period that a reset opens can be said, in the future and before what is planned', async () => {
  app.clock.advance(HOUR_MS);
  for (const [endsAt, code] of [
    [app.clock.now(), 'time/past'],
    ['2020-01-01', 'time/past'],
    ['tomorrow', 'time/unreadable'],
    ['2200-01-01', 'time/too-late'],
  ] as const) {
    expect(faultsOf(await resetPeriod(app, { endsAt })), String(endsAt)).toEqual({ endsAt: code });
  }
  expect(faultsOf(await resetPeriod(app, { name: ' ' }))).toEqual({ name: 'field/pattern' });
  await planPeriod(app, 'Tết', '2027-01-20', '2027-02-10');
  const over = await resetPeriod(app, { endsAt: '2027-01-21' });
  expect([over.status, faultsOf(over)]).toEqual([409, { endsAt: 'period/overlap' }]);
  const { body } = await resetPeriod(app, { endsAt: '2027-01-20' });
  expect(body.opened.endsAt).toBe(Date.parse('2027-01-20T00:00+07:00'));
  await expectSeamless(app);
});

test('QT4 quotas go on into the period that a reset opens, and are back after an undo', async () => {
  const running = await runningIdOf(app);
  const put = (periodId: string, id: string, amount: string) =>
    app.call('PUT', '/api/quotas', { periodId, subject: { type: 'rep', id }, metric: 'revenue', amount });
  const quotas = async () => {
    const { body } = await app.call<{ items: QuotaView[] }>('GET', '/api/quotas');
    return Object.fromEntries(body.items.map(({ subject, amount }) => [subject.id, amount]));
  };
  await put(running, an, '1000');
  app.clock.advance(HOUR_MS);
  const { body } = await resetPeriod(app);
  expect(body.withoutQuota).toEqual(['Bình']);
  expect(await quotas()).toEqual({ [an]: '1000' });
  await put(body.opened.id, an, '2000');
  await put(body.opened.id, binh, '3000');
  expect(await quotas()).toEqual({ [an]: '2000', [binh]: '3000' });
  await undoReset(app);
  expect(await quotas()).toEqual({ [an]: '1000' });
});

test('QT4 quotas go on into a planned period, but for those set there', async () => {
  const running = await runningIdOf(app);
  const put = (periodId: string, id: string, amount: string) =>
    app.call('PUT', '/api/quotas', { periodId, subject: { type: 'rep', id }, metric: 'revenue', amount });
  await put(running, an, '1000');
  await put(running, binh, '1000');
  const { body } = await planPeriod(app, 'Mùa lễ', '2026-12-01', '2026-12-26');
  await put(body.id, an, '5000');
  app.clock.sleepUntil(Date.parse('2026-12-02T00:00+07:00'));
  await app.call('POST', '/api/periods/reset?dryRun=1');
  const quotas = await app.call<{ items: QuotaView[] }>('GET', `/api/quotas?periodId=${body.id}`);
  expect(Object.fromEntries(quotas.body.items.map(({ subject, amount }) => [subject.id, amount]))).toEqual({
    [an]: '5000',
    [binh]: '1000',
  });
});

test('a past or a coming period can be added where there is room; a past one is closed as it stands', async () => {
  await postDeal(app, { rep: an, amount: '500', closedAt: '2026-10-15' });
  const past = await planPeriod(app, 'Tháng 10', '2026-10-01', '2026-11-01');
  expect([past.status, past.body]).toMatchObject([201, { closedAt: app.clock.now() }]);
  expect((await final(past.body.id)).body.standings.total.value).toBe(500);
  const coming = await planPeriod(app, 'Tết', '2027-01-20T08:00+07:00', Date.parse('2027-02-10T00:00+07:00'));
  expect([coming.status, (await final(coming.body.id)).body.code]).toEqual([201, 'period/not-closed']);
  const rev = await revOf(app);
  for (const [from, to] of [
    ['2026-10-31', '2026-11-02'],
    ['2026-11-05', '2026-11-06'],
    ['2026-09-01', '2027-09-01'],
    ['2026-10-01', '2026-11-01'],
    ['2027-02-09', '2027-03-01'],
  ] as const) {
    const answer = await planPeriod(app, 'x', from, to);
    expect([answer.status, faultsOf(answer)], `${from} ${to}`).toEqual([409, { startsAt: 'period/overlap' }]);
  }
  for (const [from, to, faults] of [
    ['2026-10-02', '2026-10-02', { endsAt: 'time/reversed' }],
    ['2026-10-02', '2026-10-01', { endsAt: 'time/reversed' }],
    ['1999-01-01', '1999-02-01', { startsAt: 'time/too-early', endsAt: 'time/too-early' }],
    ['2101-01-01', 'x', { startsAt: 'time/too-late', endsAt: 'time/unreadable' }],
  ] as const) {
    expect(faultsOf(await planPeriod(app, 'x', from, to)), `${from} ${to}`).toEqual(faults);
  }
  expect(faultsOf(await app.call('POST', '/api/periods', {}))).toEqual({
    name: 'field/missing',
    startsAt: 'field/missing',
    endsAt: 'field/missing',
  });
  expect(await revOf(app)).toBe(rev);
});

test('PD1 an undo does not run into a period that was planned since', async () => {
  app.clock.advance(HOUR_MS);
  await resetPeriod(app, { endsAt: '2026-11-26' });
  expect((await planPeriod(app, 'Black Friday', '2026-11-27', '2026-11-29')).status).toBe(201);
  await undoReset(app);
  const { items } = await periodsOf(app);
  expect(items.map(({ endsAt }) => endsAt)).toEqual(
    ['2026-11-27', '2026-11-29'].map((date) => Date.parse(`${date}T00:00+07:00`)),
  );
  await expectSeamless(app);
});
