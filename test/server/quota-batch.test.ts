// Blocks of quotas over HTTP: whole or not at all, two managers at once, tried before they are saved.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { addRep, addTeam, faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { periodsOf, planPeriod, resetPeriod } from '../kit/periods.ts';
import { cellsOf, gridOf, previewBlock, putBlock, quotaOffice, repCell } from '../kit/quotas.ts';

let app: TestApp;
let an: string;
let binh: string;
let north: string;
let now: string;
beforeEach(async () => {
  app = await startApp();
  ({ north, an, binh, now } = await quotaOffice(app));
});
afterEach(() => app.close());

test('QT8 a block is stored as a whole in one commit, says how much it changed, and a second time changes nothing', async () => {
  const rev = await revOf(app);
  const block = [
    repCell(now, an, '1000'),
    repCell(now, binh, 7, { metric: 'deals' }),
    { periodId: now, subject: { type: 'team' as const, id: north }, amount: '5000' },
    repCell(now, an, 40, { metric: 'calls' }),
  ];
  expect((await putBlock(app, block)).body).toEqual({ changed: 4 });
  expect(await revOf(app)).toBe(rev + 1);
  expect((await putBlock(app, block)).body).toEqual({ changed: 0 });
  expect(await revOf(app)).toBe(rev + 1);
  expect(cellsOf(await gridOf(app), north)[0]).toMatchObject({ own: 5000, quota: 5000, source: 'own', sum: 1000 });
});

test('QT8 one cell that is wrong keeps the whole block out, and every wrong one is named by its place', async () => {
  const rev = await revOf(app);
  const answer = await putBlock(app, [
    repCell(now, an, '1000'),
    repCell(now, binh, '1e15'),
    repCell(now, an, '-5', { metric: 'deals' }),
    repCell('ghost', an, '5'),
    repCell(now, 'nobody', '5'),
    repCell(now, binh, '1.5', { metric: 'visits' }),
    repCell(now, an, '1001'),
    { periodId: now, subject: { type: 'office', id: 'office' }, amount: '10000000000001' },
    repCell(now, binh, 'một tỷ', { metric: 'leads' }),
  ]);
  expect(answer.status).toBe(422);
  expect(faultsOf(answer)).toEqual({
    'cells.1.amount': 'amount/not-a-number',
    'cells.2.amount': 'quota/count',
    'cells.3.periodId': 'period/not-found',
    'cells.4.subject.id': 'rep/unknown',
    'cells.5.amount': 'quota/count',
    'cells.6.amount': 'quota/twice',
    'cells.7.amount': 'amount/too-large',
    'cells.8.amount': 'quota/count',
  });
  expect(await revOf(app)).toBe(rev);
  const wrong = await app.call<Problem>('PUT', '/api/quotas/batch', { cells: [] });
  expect(wrong.status).toBe(422);
});

test('QT2 QT8 a quota of 0 is one of none, null takes it away', async () => {
  await app.call('PATCH', '/api/office', { defaultQuota: '300' });
  await putBlock(app, [repCell(now, an, '0')]);
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ own: 0, quota: null, source: null, attainment: null });
  await putBlock(app, [repCell(now, an, null)]);
  expect(cellsOf(await gridOf(app), an)[0]).toMatchObject({ own: null, quota: 300, source: 'default' });
});

test('QT8 ten thousand cells are one block, more are refused', async () => {
  const reps = await Promise.all(Array.from({ length: 30 }, (_, index) => addRep(app, `Rep ${index}`)));
  await app.call('POST', '/api/periods/plan', { count: 12 });
  const { items } = await periodsOf(app);
  const cells = reps.flatMap((rep) => items.map(({ id }, place) => repCell(id, rep, String(1000 + place))));
  const metrics = ['revenue', 'deals', 'leads', 'calls', 'meetings', 'visits', 'quotes'] as const;
  const many = metrics.flatMap((metric) => cells.map((cell) => ({ ...cell, metric })));
  expect(many.length).toBeGreaterThan(2_500);
  expect((await putBlock(app, many)).body).toEqual({ changed: many.length });
  const tooMany = Array.from({ length: 10_001 }, () => repCell(now, an, '1'));
  expect((await putBlock(app, tooMany)).status).toBe(422);
  const pasted = Array.from({ length: 10_000 }, (_, place) => repCell(now, `nobody-${place}`, '1'));
  const { status, body } = await putBlock(app, pasted);
  expect([status, body.errors?.length]).toEqual([422, 200]);
});

test('QT8 all reps’ quotas together stay below what an office may book', async () => {
  const reps = await Promise.all(Array.from({ length: 901 }, (_, index) => addRep(app, `Rep ${index}`)));
  const most = '10000000000000';
  const block = reps.map((rep) => repCell(now, rep, most));
  expect(faultsOf(await putBlock(app, block))).toEqual({ 'cells.900.amount': 'amount/too-large' });
  expect((await putBlock(app, block.slice(0, 900))).body).toEqual({ changed: 900 });
  expect(faultsOf(await putBlock(app, [repCell(now, an, '1')]))).toEqual({ 'cells.0.amount': 'amount/too-large' });
});

test('QT9 a closed period’s quotas stay as announced: setting one is refused by name and changes nothing', async () => {
  await putBlock(app, [repCell(now, an, '1000')]);
  await resetPeriod(app);
  const { runningId } = await periodsOf(app);
  const single = { periodId: now, subject: { type: 'rep', id: an }, metric: 'revenue', amount: '1' };
  for (const answer of [
    await putBlock(app, [repCell(runningId ?? '', an, '2000'), repCell(now, an, '5')]),
    await app.call<Problem>('PUT', '/api/quotas', single),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'period/closed']);
  }
  expect(cellsOf(await gridOf(app), an).map(({ own }) => own)).toEqual([1000, 1000]);
});

test('QT10 who has an older amount before their eyes is told what it is now, who set it and when; nothing is stored', async () => {
  await putBlock(app, [repCell(now, an, '1000')]);
  const rev = await revOf(app);
  const late = await putBlock(app, [
    repCell(now, binh, '5', { expected: null }),
    repCell(now, an, '900', { expected: null }),
  ]);
  expect([late.status, late.body.code]).toEqual([409, 'quota/changed']);
  expect(late.body.errors).toEqual([
    {
      field: 'cells.1.amount',
      code: 'quota/changed',
      message: 'is 1000 by now',
      current: { amount: '1000', by: 'Chị Hà', at: app.clock.now() },
    },
  ]);
  expect(await revOf(app)).toBe(rev);
  expect((await putBlock(app, [repCell(now, an, '900', { expected: '1000' })])).body).toEqual({ changed: 1 });
  const gone = await putBlock(app, [repCell(now, an, '1', { expected: '1000' })]);
  expect(gone.body.errors?.[0]?.current?.amount).toBe('900');
});

test('QT11 a preview says what would change for whom now, rank by attainment included, and stores nothing', async () => {
  const south = await addTeam(app, 'Miền Nam');
  const chi = await addRep(app, 'Chi', { teamId: south });
  await putBlock(app, [repCell(now, an, '1000'), repCell(now, binh, '1000'), repCell(now, chi, '1000')]);
  await postDeal(app, { rep: an, amount: '900' });
  await postDeal(app, { rep: binh, amount: '600' });
  await postDeal(app, { rep: chi, amount: '300' });
  const coming = (await planPeriod(app, 'Sau', '2027-03-01', '2027-04-01')).body.id;
  const rev = await revOf(app);
  const { body } = await previewBlock(app, [repCell(now, binh, '500'), repCell(coming, an, '70')]);
  expect(body.changed).toBe(2);
  expect(await revOf(app)).toBe(rev);
  const said = body.effects.map(({ periodId, name, before, after }) => [
    periodId === now ? 'now' : 'coming',
    name,
    [before.quota, before.rank, before.attainment],
    [after.quota, after.rank, after.attainment],
  ]);
  expect(said).toEqual([
    ['now', 'Sao Việt', [3000, null, 0.6], [2500, null, 0.72]],
    ['now', 'Miền Bắc', [2000, 1, 0.75], [1500, 1, 1]],
    ['now', 'An', [1000, 1, 0.9], [1000, 2, 0.9]],
    ['now', 'Bình', [1000, 2, 0.6], [500, 1, 1.2]],
    ['coming', 'Sao Việt', [null, null, null], [70, null, null]],
    ['coming', 'Miền Bắc', [null, null, null], [70, null, null]],
    ['coming', 'An', [null, null, null], [70, null, null]],
  ]);
  expect(body.effects[3]?.after.pace).toBeLessThan(body.effects[3]?.before.pace ?? 0);
  await putBlock(app, [repCell(now, binh, '500')]);
  const { body: board } = await app.call<{ rows: { name: string; rank: number }[] }>(
    'GET',
    '/api/standings?metric=attainment',
  );
  expect(board.rows.map(({ name, rank }) => [name, rank])).toEqual([
    ['Bình', 1],
    ['An', 2],
    ['Chi', 3],
  ]);
});
