// The desk's first page over real HTTP: who is ahead of pace and who is behind, and what was changed of late.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeView, Changes, PacedRep, PaceList } from '../../shared/schemas/home.ts';
import { addRep, postDeal, settled, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { resetPeriod, runningIdOf, undoReset } from '../kit/periods.ts';
import { cellsOf, gridOf, putBlock, repCell } from '../kit/quotas.ts';

let app: TestApp;
let office: Office;
let now: string;
let an: string;
let binh: string;
beforeEach(async () => {
  app = await startApp();
  office = await fullOffice(app);
  now = await runningIdOf(app);
  an = office.an.repId ?? '';
  binh = office.binh.repId ?? '';
});
afterEach(() => app.close());

const pace = async (as = app.cookie) => (await app.call<PaceList>('GET', '/api/pace', undefined, { as })).body;
const changes = async () => (await app.call<Changes>('GET', '/api/changes')).body.items;
const amend = (id: string, deed: string) => app.call('POST', `/api/deals/${id}/${deed}`, { reason: ' nhập nhầm ' });
const quota = (id: string, amount: string | null) => putBlock(app, [repCell(now, id, amount)]);
const named = (reps: readonly PacedRep[]) => reps.map(({ subjectId }) => subjectId);
const told = ({ action, count, subject }: ChangeView) => [action, count, subject];

test('GL1 reps are counted by how they stand to pace, the furthest by their own quotas first', async () => {
  const more = await Promise.all(['Dũng', 'Em'].map((name) => addRep(app, name)));
  await putBlock(app, [
    repCell(now, an, '1000000'),
    repCell(now, binh, '900000000'),
    repCell(now, office.chi, '1000000'),
    repCell(now, more[0] ?? '', '1000000'),
  ]);
  await postDeal(app, { rep: an, amount: '1000000' });
  await postDeal(app, { rep: office.chi, amount: '999999' });
  await postDeal(app, { rep: binh, amount: '90000000' });
  const list = await pace();
  expect(list.periodId).toBe(now);
  // 24 November, the 17th working day of 21: three quarters and more are due.
  expect(list.counts).toEqual({ reached: 1, ahead: 1, onPace: 0, behind: 2, noQuota: 1 });
  expect(named(list.ahead)).toEqual([an, office.chi]);
  expect(named(list.behind)).toEqual([more[0], binh]);
});

test('GL1 lead and projection are those of the quota grid', async () => {
  await quota(an, '1000');
  await postDeal(app, { rep: an, amount: '900' });
  const [first] = (await pace()).ahead;
  const [cell] = cellsOf(await gridOf(app), an);
  expect(cell?.projection).toBeGreaterThan(900);
  expect(first).toMatchObject({
    lead: 900 - (cell?.pace ?? 0),
    projection: cell?.projection,
    attainment: cell?.attainment,
    value: 900,
    quota: 1000,
  });
});

test('GL1 who has left is counted nowhere; a manager of teams sees the reps of those', async () => {
  await quota(an, '1000');
  await quota(binh, '1000');
  expect((await pace(office.northManager.cookie)).counts).toMatchObject({ behind: 1, noQuota: 0 });
  expect(named((await pace(office.northManager.cookie)).behind)).toEqual([an]);
  await app.call('PATCH', `/api/reps/${binh}`, { leftOn: '2026-11-23' });
  expect(named((await pace()).behind)).toEqual([an]);
});

test('GL1 GL2 neither is told to reps and viewers; of changes managers of teams hear nothing', async () => {
  for (const { cookie: as } of [office.an, office.viewer]) {
    expect((await app.call('GET', '/api/pace', undefined, { as })).status).toBe(403);
    expect((await app.call('GET', '/api/changes', undefined, { as })).status).toBe(403);
  }
  expect((await app.call('GET', '/api/changes', undefined, { as: office.northManager.cookie })).status).toBe(403);
});

test('GL2 what was changed is told newest first, by whom, of what, with the reason; posts are not', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '500', customer: 'Sao Mai' });
  expect((await changes()).map(({ action }) => action)).not.toContain('deal:record');
  await amend(deal.id, 'void');
  await amend(deal.id, 'restore');
  await quota(an, '1000');
  await putBlock(app, [repCell(now, an, '2000'), repCell(now, binh, '3000')]);
  const { body } = await resetPeriod(app);
  await undoReset(app);
  const items = await changes();
  expect(items.slice(0, 6).map(told)).toEqual([
    ['period:undo', 1, body.closed.name],
    ['period:reset', 1, body.closed.name],
    ['quota:set', 2, ''],
    ['quota:set', 1, 'An'],
    ['deal:restore', 1, 'Sao Mai'],
    ['deal:void', 1, 'Sao Mai'],
  ]);
  expect(items[5]).toMatchObject({ by: 'Chị Hà', rep: 'An', amountMinor: 500, reason: 'nhập nhầm' });
});

test('GL2 what Winboard does by itself has nobody’s name; what was done at once is one change, however much', async () => {
  app.clock.advance(8 * DAY_MS);
  await settled(app);
  const rolled = (await changes()).find(({ action }) => action === 'period:roll');
  expect(rolled).toMatchObject({ by: null });
  const next = await runningIdOf(app);
  await putBlock(app, [repCell(next, an, '5'), repCell(next, binh, '6'), repCell(next, office.chi, '7')]);
  expect((await changes())[0]).toMatchObject({ action: 'quota:set', count: 3, subject: '' });
});
