// What is expected of reps: set, imported, beside what they brought.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { ForecastImportAnswer } from '../../shared/schemas/quotas.ts';
import { addRep, addTeam, faultsOf, postDeal, revOf, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { fullOffice } from '../kit/people.ts';
import { resetPeriod, runningIdOf } from '../kit/periods.ts';
import { cellsOf, gridOf, putBlock, repCell } from '../kit/quotas.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

async function smallOffice(): Promise<{ an: string; binh: string; north: string; now: string }> {
  await app.setUp();
  const north = await addTeam(app, 'Miền Bắc');
  const an = await addRep(app, 'Nguyễn Văn An', { teamId: north, email: 'an@saoviet.vn' });
  const binh = await addRep(app, 'Trần Bình', { teamId: north });
  return { an, binh, north, now: await runningIdOf(app) };
}

function expects(cells: readonly object[], as = app.cookie): Promise<Answer<{ changed: number } & Problem>> {
  return app.call('PUT', '/api/forecasts/batch', { cells }, { as });
}

test('FC1 FC3 a forecast stands beside the quota: value over forecast, of groups the sum of their members', async () => {
  const { an, binh, north, now } = await smallOffice();
  await putBlock(app, [repCell(now, an, '1000')]);
  await postDeal(app, { rep: an, amount: '600' });
  const revenue = { periodId: now, metric: 'revenue' };
  const set = await expects([
    { ...revenue, repId: an, amount: '800' },
    { ...revenue, repId: binh, amount: '200' },
    { ...revenue, repId: an, metric: 'deals', amount: 4 },
  ]);
  expect(set.body).toEqual({ changed: 3 });
  const grid = await gridOf(app);
  expect(cellsOf(grid, an)[0]).toMatchObject({ forecast: 800, accuracy: 0.75, quota: 1000, attainment: 0.6 });
  expect(cellsOf(grid, binh)[0]).toMatchObject({ forecast: 200, accuracy: 0, quota: null });
  for (const group of [north, 'office']) {
    expect(cellsOf(grid, group)[0]).toMatchObject({ forecast: 1000, accuracy: 0.6 });
  }
  expect(cellsOf(await gridOf(app, '?metric=deals'), an)[0]).toMatchObject({ forecast: 4, accuracy: 0.25 });
  expect(cellsOf(await gridOf(app, '?metric=calls'), an)[0]).toMatchObject({ forecast: null, accuracy: null });
  const { body } = await app.call<{ items: object[] }>('GET', '/api/forecasts');
  expect(body.items).toMatchObject([
    { repId: an, amount: '800', amountMinor: 800, value: 600, accuracy: 0.75, quota: 1000, attainment: 0.6 },
    { repId: binh, amount: '200', value: 0, accuracy: 0, quota: null, attainment: null },
  ]);
});

test('FC2 a forecast moves no board and no pace, and stays as it is once its period is closed', async () => {
  const { an, now } = await smallOffice();
  await postDeal(app, { rep: an, amount: '600' });
  const board = await app.call('GET', '/api/boards/main');
  const cell = { periodId: now, repId: an, metric: 'revenue', amount: '800' };
  await expects([cell]);
  const after = await app.call<{ standings: { rows: object[] } }>('GET', '/api/boards/main');
  expect(after.body.standings.rows).toEqual((board.body as typeof after.body).standings.rows);
  app.clock.advance(60_000);
  await resetPeriod(app);
  const late = await expects([{ ...cell, amount: '600' }]);
  expect([late.status, late.body.code]).toEqual([409, 'period/closed']);
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ forecast: 800, accuracy: 0.75 });
});

test('FC2 a block of forecasts is all or nothing, and does not write over what somebody else has changed', async () => {
  const { an, binh, now } = await smallOffice();
  const cell = (repId: string, amount: string | null, more: object = {}) => ({
    periodId: now,
    repId,
    metric: 'revenue',
    amount,
    ...more,
  });
  const rev = await revOf(app);
  const wrong = await expects([cell(an, '5'), cell('ghost', '5'), cell(binh, '-5')]);
  expect(faultsOf(wrong)).toEqual({ 'cells.1.repId': 'rep/unknown', 'cells.2.amount': 'amount/negative' });
  expect(await revOf(app)).toBe(rev);
  await expects([cell(an, '5')]);
  const late = await expects([cell(an, '9', { expected: null })]);
  expect([late.status, late.body.errors?.[0]?.current?.amount]).toEqual([409, '5']);
  expect((await expects([cell(an, null, { expected: '5' })])).body).toEqual({ changed: 1 });
  const calls = await expects([{ ...cell(an, '5'), metric: 'calls' }]);
  expect(calls.status).toBe(422);
});

test('FC4 RO4 a manager of teams sees and sets forecasts of them alone; reps and viewers none', async () => {
  const office = await fullOffice(app);
  const now = await runningIdOf(app);
  const cell = (repId: string) => ({ periodId: now, repId, metric: 'revenue', amount: '100' });
  await expects([cell(office.chi), cell(office.an.repId ?? '')]);
  const as = office.northManager.cookie;
  const { body } = await app.call<{ items: { repId: string }[] }>('GET', '/api/forecasts', undefined, { as });
  expect(body.items.map(({ repId }) => repId)).toEqual([office.an.repId]);
  const grid = await gridOf(app, '', { as });
  expect(cellsOf(grid, office.chi)[0]?.forecast).toBeNull();
  expect(cellsOf(grid, 'office')[0]?.forecast).toBeNull();
  expect(cellsOf(grid, office.an.repId ?? '')[0]?.forecast).toBe(100);
  expect(faultsOf(await expects([cell(office.chi)], as))).toEqual({ 'cells.0.repId': 'rep/unknown' });
  for (const other of [office.an.cookie, office.viewer.cookie]) {
    expect((await app.call('GET', '/api/forecasts', undefined, { as: other })).status).toBe(403);
  }
  expect(cellsOf(await gridOf(app, '', { as: office.an.cookie }), office.an.repId ?? '')[0]?.forecast).toBeNull();
});

function importFile(text: string, query = ''): Promise<Answer<ForecastImportAnswer & Problem>> {
  return app.call('POST', `/api/import/forecasts${query}`, undefined, {
    raw: text,
    headers: { 'content-type': 'text/csv' },
  });
}

test('FC3 a file of forecasts is read in Vietnamese and in English, tried first, and repeated without harm', async () => {
  const { an, binh, now } = await smallOffice();
  const vi =
    'Nhân viên;Kỳ;Doanh thu dự kiến;Số đơn\nNguyễn Văn An;Tháng 11/2026;1.250.000;4\nTrần Bình;2026-11-05;900.000;\n';
  const tried = await importFile(vi, '?dryRun=1');
  expect(tried.body).toMatchObject({
    dryRun: true,
    changed: 3,
    rows: [
      { row: 2, fate: 'new' },
      { row: 3, fate: 'new' },
    ],
  });
  expect(cellsOf(await gridOf(app), an)[0]?.forecast).toBeNull();
  expect((await importFile(vi)).body.changed).toBe(3);
  expect((await importFile(vi)).body.changed).toBe(0);
  expect(cellsOf(await gridOf(app), binh)[0]?.forecast).toBe(900_000);
  const en = 'rep,period,forecast\nan@saoviet.vn,,"1,300,000"\n';
  expect((await importFile(en)).body.changed).toBe(1);
  expect(cellsOf(await gridOf(app), an)[0]?.forecast).toBe(1_300_000);
  expect(now).not.toBe('');
});

test('FC3 one row that is not right keeps the whole file out, and each such row says why', async () => {
  const { an } = await smallOffice();
  await addRep(app, 'Trần Bình', { email: 'binh2@saoviet.vn' });
  const answer = await importFile(
    [
      'rep,period,revenue,deals',
      'an@saoviet.vn,Tháng 11/2026,500,',
      'Ai Đó,,5,',
      'Trần Bình,,5,',
      'an@saoviet.vn,Tháng 1/1999,5,',
      'an@saoviet.vn,,6,',
      'binh2@saoviet.vn,,5 €,',
      'binh2@saoviet.vn,Tháng 11/2026,,1.5',
      ',,5,',
    ].join('\n'),
  );
  expect(answer.body.rows.map(({ row, fate, code }) => [row, fate, code])).toEqual([
    [2, 'new', null],
    [3, 'refused', 'rep/unknown'],
    [4, 'refused', 'rep/ambiguous'],
    [5, 'refused', 'period/not-found'],
    [6, 'refused', 'row/repeated'],
    [7, 'refused', 'amount/other-currency'],
    [8, 'refused', 'row/repeated'],
    [9, 'refused', 'row/missing'],
  ]);
  expect(answer.body.changed).toBe(0);
  expect(cellsOf(await gridOf(app), an)[0]?.forecast).toBeNull();
  const none = await importFile('người,số\nAn,5\n');
  expect([none.status, none.body.code]).toEqual([422, 'import/no-column']);
});
