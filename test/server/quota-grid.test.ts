// The grid of people × periods over HTTP: what counts, where it comes from, what was reached of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FinalView, PeriodsView } from '../../shared/schemas/boards.ts';
import type { ComingPeriods } from '../../shared/schemas/calendar.ts';
import { faultsOf, postDeal, settled, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';
import { planPeriod, resetPeriod } from '../kit/periods.ts';
import { cellsOf, gridOf, putBlock, quotaOffice, repCell } from '../kit/quotas.ts';

let app: TestApp;
let an: string;
let binh: string;
let north: string;
let now: string;
beforeEach(async () => {
  app = await startApp();
  ({ north, an, binh, now } = await quotaOffice(app, { teamId: null }));
});
afterEach(() => app.close());

test('QT12 the grid has the office, teams and reps by periods, and agrees with the standings of each', async () => {
  await putBlock(app, [
    repCell(now, an, '1000'),
    { periodId: now, subject: { type: 'office', id: 'office' }, amount: '3000' },
  ]);
  await app.call('PATCH', '/api/office', { defaultQuota: '500' });
  await postDeal(app, { rep: an, amount: '400' });
  await postDeal(app, { rep: binh, amount: '100' });
  const grid = await gridOf(app);
  expect(grid.periods.map(({ id, state }) => [id, state])).toEqual([[now, 'running']]);
  expect(grid.rows.map(({ type, name, parentId }) => [type, name, parentId])).toEqual([
    ['office', 'Sao Việt', null],
    ['team', 'Miền Bắc', null],
    ['rep', 'An', north],
    ['rep', 'Bình', null],
  ]);
  for (const by of ['rep', 'team', 'office'] as const) {
    const { body } = await app.call<{ rows: { subjectId: string }[] }>('GET', `/api/standings?by=${by}`);
    for (const { subjectId, ...row } of body.rows as ({ subjectId: string } & Record<string, unknown>)[]) {
      const [cell] = cellsOf(grid, subjectId);
      expect([cell?.value, cell?.quota, cell?.source, cell?.attainment, cell?.pace]).toEqual([
        row['value'],
        row['quota'],
        row['quotaSource'],
        row['attainment'],
        row['pace'],
      ]);
    }
  }
  expect(cellsOf(grid, 'office')[0]).toMatchObject({ own: 3000, source: 'own', sum: 1500 });
  const { body: board } = await app.call<{ facts: { projection: number } }>('GET', '/api/boards/main');
  expect(cellsOf(grid, 'office')[0]?.projection).toBe(board.facts.projection);
});

test('QT6 reps have quotas of calls as of revenue: the board of calls shows attainment and pace', async () => {
  await putBlock(app, [repCell(now, an, 10, { metric: 'calls' })]);
  await app.call('PATCH', '/api/office', { defaultQuotaCounts: { calls: 20 } });
  await app.call('POST', '/api/activities', { id: 'call-0001', rep: an, kind: 'call' });
  await app.call('POST', '/api/activities', { id: 'meeting-0001', rep: an, kind: 'meeting' });
  const { body } = await app.call<{ rows: object[]; total: object }>('GET', '/api/standings?metric=calls');
  expect(body.rows[0]).toMatchObject({ name: 'An', value: 1, quota: 10, quotaSource: 'own', attainment: 0.1 });
  expect(body.rows[1]).toMatchObject({ name: 'Bình', value: 0, quota: 20, quotaSource: 'default' });
  expect(body.total).toMatchObject({ quota: 30, quotaSource: 'sum' });
  const live = await app.call<{ standings: { rows: object[] } }>('GET', '/api/boards/rep-calls-period');
  expect(live.body.standings.rows[0]).toMatchObject({ name: 'An', quota: 10, attainment: 0.1 });
  expect(cellsOf(await gridOf(app, '?metric=calls'), an)[0]).toMatchObject({ own: 10, value: 1, attainment: 0.1 });
  const { body: meetings } = await app.call<{ rows: object[] }>('GET', '/api/standings?metric=meetings');
  expect(meetings.rows[0]).toMatchObject({ quota: null, attainment: null });
});

test('QT7 a joiner’s quota is cut by the ramp, on the board as in the grid, and the grid says what it is cut from', async () => {
  await app.call('PATCH', '/api/office', { defaultQuota: '800', quotaRamp: [2500, 5000] });
  await app.call('PATCH', `/api/reps/${an}`, { joinedOn: '2026-11-10' });
  await app.call('PATCH', `/api/reps/${binh}`, { joinedOn: '2026-10-10', ramp: [1000, 9000] });
  const { body } = await app.call<{ rows: { name: string; quota: number }[] }>('GET', '/api/standings');
  expect(body.rows.map(({ name, quota }) => [name, quota])).toEqual([
    ['An', 200],
    ['Bình', 720],
  ]);
  const grid = await gridOf(app);
  expect(cellsOf(grid, an)[0]).toMatchObject({ own: null, quota: 200, source: 'default', rampBp: 2500, whole: 800 });
  await putBlock(app, [repCell(now, an, '1000')]);
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ own: 1000, quota: 250, source: 'own', rampBp: 2500 });
  const wrong = await app.call('PATCH', '/api/office', { quotaRamp: [2500, 10_001] });
  expect(wrong.status).toBe(422);
});

test('QT13 a closed column shows what was announced: later voids, settings and ramps leave it', async () => {
  await app.call('PATCH', '/api/office', { defaultQuota: '800' });
  const { deal } = await postDeal(app, { rep: an, amount: '400' });
  app.clock.advance(60_000);
  await resetPeriod(app);
  const before = cellsOf(await gridOf(app), an)[0];
  expect(before).toMatchObject({ quota: 800, value: 400, attainment: 0.5, pace: 800, projection: 400 });
  app.clock.advance(60_000);
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'gõ nhầm' });
  await app.call('PATCH', '/api/office', { defaultQuota: '100', quotaRamp: [5000], holidays: ['2026-11-03'] });
  const grid = await gridOf(app);
  expect(grid.periods.map(({ state }) => state)).toEqual(['closed', 'running']);
  expect(cellsOf(grid, an)).toMatchObject([before, { quota: 100, value: 0 }]);
  const range = grid.periods[0];
  const { body } = await app.call<{ rows: { quota: number }[] }>(
    'GET',
    `/api/standings?from=${range?.startsAt}&to=${range?.endsAt}`,
  );
  expect(body.rows[0]?.quota).toBe(800);
});

test('QT13 LA3 a restated final is counted by what held at the close, and the grid shows it', async () => {
  await app.call('PATCH', '/api/office', { defaultQuota: '800' });
  const { deal } = await postDeal(app, { rep: an, amount: '400' });
  await postDeal(app, { rep: an, amount: '200' });
  app.clock.advance(60_000);
  await resetPeriod(app);
  await app.call('PATCH', '/api/office', { defaultQuota: '100' });
  app.clock.advance(60_000);
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'huỷ' });
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ quota: 800, value: 600 });
  await app.call('POST', `/api/periods/${now}/restate`, { reason: 'khách trả hàng' });
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ quota: 800, value: 200 });
  const final = await app.call<FinalView>('GET', `/api/periods/${now}/final`);
  expect(final.body.standings.rows.find(({ subjectId }) => subjectId === an)).toMatchObject({ quota: 800, value: 200 });
});

test('QT12 a range is given by instants or dates; one that is reversed or has too many periods is refused', async () => {
  await planPeriod(app, 'Tháng 1', '2027-01-01', '2027-02-01');
  expect((await gridOf(app)).periods).toHaveLength(2);
  expect((await gridOf(app, '?from=2027-01-10&to=2027-01-12')).periods.map(({ name }) => name)).toEqual(['Tháng 1']);
  expect(await gridOf(app, '?from=9999-01-01')).toMatchObject({ periods: [], rows: [] });
  expect((await gridOf(app, '?to=2026-12-01')).periods.map(({ state }) => state)).toEqual(['running']);
  expect(faultsOf(await app.call('GET', '/api/quotas/grid?from=2027-01-10&to=2026-01-12'))).toEqual({
    to: 'time/reversed',
  });
  for (let turn = 0; turn < 61; turn += 1) {
    const startsAt = TUESDAY + (100 + turn) * DAY_MS;
    await planPeriod(app, `Ngày ${turn}`, startsAt, startsAt + DAY_MS);
  }
  expect(faultsOf(await app.call('GET', '/api/quotas/grid'))).toEqual({ from: 'period/too-many' });
});

test('QT14 the next calendar periods are planned behind the last, without a gap, and take the quotas as time comes', async () => {
  await putBlock(app, [repCell(now, an, '1000')]);
  const answer = await app.call('POST', '/api/periods/plan', { count: 2 });
  expect(answer.status).toBe(201);
  const grid = await gridOf(app);
  expect(grid.periods.map(({ name, state }) => [name, state])).toEqual([
    ['Tháng 11/2026', 'running'],
    ['Tháng 12/2026', 'coming'],
    ['Tháng 1/2027', 'coming'],
  ]);
  expect(grid.periods[1]?.startsAt).toBe(grid.periods[0]?.endsAt);
  app.clock.moveTo(grid.periods[1]?.startsAt ?? 0);
  await settled(app);
  expect(cellsOf(await gridOf(app), an).map(({ own }) => own)).toEqual([1000, 1000, null]);
  const refused = await app.call('POST', '/api/periods/plan', { count: 25 });
  expect(refused.status).toBe(422);
});

test('QT14 what is planned is what was shown as coming; an office without a calendar says which one', async () => {
  await app.call('PATCH', '/api/office', { periodUnit: 'custom' });
  expect(faultsOf(await app.call('POST', '/api/periods/plan', { count: 2 }))).toEqual({ unit: 'period/no-calendar' });
  const shown = await app.call<ComingPeriods>('GET', '/api/periods/coming?count=3&unit=quarter');
  const planned = await app.call<PeriodsView>('POST', '/api/periods/plan', { count: 3, unit: 'quarter' });
  const rangeOf = ({ name, startsAt, endsAt }: { name: string; startsAt: number; endsAt: number }) => [
    name,
    startsAt,
    endsAt,
  ];
  expect(planned.body.items.slice(1).map(rangeOf)).toEqual(shown.body.items.slice(1).map(rangeOf));
});
