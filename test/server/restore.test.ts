// Correcting acts with confidence, over real HTTP: seen before they are done, taken back, told afterwards.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import type { StoryView } from '../../shared/schemas/corrections.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import { postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { periodsOf } from '../kit/periods.ts';

let app: TestApp;
let office: Office;
let an: string;
let binh: string;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  an = office.an.repId ?? '';
  binh = office.binh.repId ?? '';
});
afterAll(() => app.close());

type Reply = DealAnswer & Problem;
const act = (id: string, deed: string, body: object, as = app.cookie) =>
  app.call<Reply>('POST', `/api/deals/${id}/${deed}`, { reason: 'vì thế', ...body }, { as });
const rowsNow = async () =>
  (await app.call<{ standings: StandingsView }>('GET', '/api/boards/main')).body.standings.rows;
const dealOf = async (id: string) => (await app.call<DealView>('GET', `/api/deals/${id}`)).body;
const story = async (id: string, as = app.cookie) =>
  (await app.call<StoryView>('GET', `/api/deals/${id}/story`, undefined, { as })).body;

test('CO1 a void taken back leaves everything as if it had never been, the place in line included', async () => {
  const first = await postDeal(app, { rep: an, amount: '500' });
  await postDeal(app, { rep: binh, amount: '500' });
  const before = await rowsNow();
  expect((await act(first.deal.id, 'void', {})).status).toBe(200);
  expect(await rowsNow()).not.toEqual(before);
  const back = await act(first.deal.id, 'restore', { reason: 'khách quay lại' });
  expect([back.status, back.body.deal.void, back.body.deal.seq]).toEqual([200, null, first.deal.seq]);
  expect(await rowsNow()).toEqual(before);
  expect((await act(first.deal.id, 'restore', {})).body.code).toBe('deal/stands');
  // And again, as often as one likes.
  expect((await act(first.deal.id, 'void', {})).status).toBe(200);
  expect((await act(first.deal.id, 'restore', {})).status).toBe(200);
  expect(await rowsNow()).toEqual(before);
});

test('CO1 RX3 a correction is taken back by restoring the original, with what colleagues said meanwhile', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '700' });
  const before = await rowsNow();
  const one = (await act(deal.id, 'correct', { amount: '900' })).body.deal;
  const two = (await act(one.id, 'correct', { rep: binh })).body.deal;
  expect((await act(deal.id, 'restore', {})).body.code).toBe('deal/replaced');
  expect((await act(one.id, 'restore', {})).status).toBe(200);
  const as = office.viewer.cookie;
  await app.call('PUT', `/api/deals/${one.id}/reaction`, { kind: 'clap' }, { as });
  expect((await act(deal.id, 'restore', {})).status).toBe(200);
  expect(await rowsNow()).toEqual(before);
  expect((await dealOf(one.id)).void).toMatchObject({ replacedBy: deal.id });
  expect((await dealOf(two.id)).void).toMatchObject({ replacedBy: one.id });
  expect(app.parts.tables.reactions.counts(deal.seq)).toEqual({ clap: 1 });
});

test('CO2 of two managers who decide on a deal the later one is told what the first has done', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '10' });
  const [a, b] = await Promise.all([
    act(deal.id, 'void', { reason: 'trùng đơn' }),
    act(deal.id, 'correct', { amount: '20' }, office.manager.cookie),
  ]);
  const [later] = [a, b].filter(({ status }) => status !== 200);
  expect([later?.status, later?.body.code]).toEqual([409, 'deal/voided']);
  expect(later?.body.detail).toMatch(/“(trùng đơn|vì thế)”/);
  const restores = await Promise.all([act(deal.id, 'restore', {}), act(deal.id, 'restore', {}, office.manager.cookie)]);
  expect(new Set(restores.map(({ status }) => status))).toEqual(new Set([200, 409]));
});

test('CO3 what a correcting act would do to ranks and quotas is told, and nothing is done', async () => {
  const { runningId } = await periodsOf(app);
  await app.call('PUT', '/api/quotas', {
    periodId: runningId,
    subject: { type: 'rep', id: an },
    metric: 'revenue',
    amount: '10000',
  });
  const { deal } = await postDeal(app, { rep: an, amount: '5000' });
  const before = await rowsNow();
  const rev = await revOf(app);
  const asked = await act(deal.id, 'correct?dryRun=1', { rep: binh });
  expect(asked.status).toBe(200);
  const { effect } = asked.body;
  expect(effect?.periods.map(({ id, frozen }) => [id, frozen])).toEqual([[runningId, false]]);
  expect([await revOf(app), await rowsNow()]).toEqual([rev, before]);
  const repeated = await act(deal.id, 'correct?dryRun=1', { rep: binh });
  expect(repeated.body.effect).toEqual(effect);
  const reps = effect?.shifts.filter(({ by }) => by === 'rep') ?? [];
  expect(reps.map(({ name, before: a, after: b }) => [name, a?.rank, b?.rank])).toEqual([
    ['Bình', 2, 1],
    ['An', 1, 2],
  ]);
  expect(reps[1]).toMatchObject({ quota: 10_000 });
  expect((reps[1]?.before?.attainment ?? 0) - (reps[1]?.after?.attainment ?? 0)).toBeCloseTo(0.5);
  expect(effect?.shifts.filter(({ by }) => by === 'team').map(({ name }) => name)).toEqual(['Miền Nam', 'Miền Bắc']);
  // Then it is done, and does just that.
  expect((await act(deal.id, 'correct', { rep: binh })).body.effect).toBeUndefined();
  const after = await rowsNow();
  for (const shift of reps) {
    expect(after.find(({ subjectId }) => subjectId === shift.subjectId)).toMatchObject({ ...shift.after });
  }
});

test('CO3 CO2 a preview refuses what the act itself would refuse', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '10' });
  expect((await act(deal.id, 'correct?dryRun=1', { amount: '0' })).status).toBe(422);
  expect((await act(deal.id, 'restore?dryRun=1', {})).body.code).toBe('deal/stands');
  const gone = await act(deal.id, 'void?dryRun=1', {});
  expect([gone.status, gone.body.deal.void?.reason]).toEqual([200, 'vì thế']);
  expect((await dealOf(deal.id)).void).toBeNull();
  expect((await act(deal.id, 'restore', {})).status).toBe(409);
});

test('CO4 a deal tells its story: who did what, when, why, and from what to what', async () => {
  const as = office.an.cookie;
  const body = { rep: an, amount: '185', customer: 'An Phát' };
  const { deal } = (await app.call<DealAnswer>('POST', '/api/deals', body, { as })).body;
  app.clock.advance(60_000);
  const fixed = (await act(deal.id, 'correct', { amount: '285', customer: 'An Phú', reason: 'gõ nhầm' })).body.deal;
  const splits = [
    { rep: an, share: 6000 },
    { rep: binh, share: 4000 },
  ];
  const shared = (await act(fixed.id, 'correct', { splits, reason: 'cùng làm' }, office.manager.cookie)).body.deal;
  await act(shared.id, 'void', { reason: 'khách huỷ' });
  await act(shared.id, 'restore', { reason: 'khách đổi ý' });
  await act(fixed.id, 'restore', { reason: 'An tự làm' });
  const told = await story(deal.id);
  expect(told.standingId).toBe(fixed.id);
  expect(told.items.map(({ act: what, by, reason }) => [what, by, reason])).toEqual([
    ['recorded', 'An', null],
    ['corrected', 'Chị Hà', 'gõ nhầm'],
    ['corrected', 'Mai', 'cùng làm'],
    ['voided', 'Chị Hà', 'khách huỷ'],
    ['restored', 'Chị Hà', 'khách đổi ý'],
    ['takenBack', 'Chị Hà', 'An tự làm'],
  ]);
  expect(told.items[1]?.changes).toEqual([
    { field: 'amount', from: '185', to: '285' },
    { field: 'customer', from: 'An Phát', to: 'An Phú' },
  ]);
  expect(told.items[2]?.changes).toEqual([{ field: 'credits', from: '', to: 'An 60%, Bình 40%' }]);
  expect(told.items[5]?.changes).toEqual([{ field: 'credits', from: 'An 60%, Bình 40%', to: '' }]);
  expect(await story(shared.id)).toEqual(told);
  // Whom it went to is no secret; what became of it there is.
  const moved = (await act(fixed.id, 'correct', { rep: binh, amount: '300', splits: [] })).body.deal;
  const north = await story(deal.id, office.northManager.cookie);
  expect(north.items.at(-1)?.changes).toEqual([{ field: 'rep', from: 'An', to: 'Bình' }]);
  const unseen = { as: office.northManager.cookie };
  expect((await app.call('GET', `/api/deals/${moved.id}/story`, undefined, unseen)).status).toBe(404);
});

test('RO1 RO4 a rep restores nothing, a manager of teams what is theirs', async () => {
  const { deal } = await postDeal(app, { rep: binh, amount: '10' });
  await act(deal.id, 'void', {});
  expect((await act(deal.id, 'restore', {}, office.binh.cookie)).status).toBe(403);
  expect((await act(deal.id, 'restore', {}, office.northManager.cookie)).status).toBe(404);
  expect((await act(deal.id, 'restore', {}, office.manager.cookie)).status).toBe(200);
});
