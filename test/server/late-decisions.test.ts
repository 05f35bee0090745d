// Late deals that correct others, and two managers who decide on the same ones, over real HTTP.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { FinalView, StandingsView } from '../../shared/schemas/boards.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { BookAnswer, LateDeals, RestateAnswer } from '../../shared/schemas/late.ts';
import { dateOf } from '../../shared/time.ts';
import { addRep, faultsOf, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS, ZONE } from '../kit/make.ts';
import { resetPeriod } from '../kit/periods.ts';

let app: TestApp;
let an: string;
let binh: string;
/** The period that was closed, and an instant in it. */
let closed: string;
let then: number;
beforeEach(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An');
  binh = await addRep(app, 'Bình');
  then = app.clock.now();
  app.clock.advance(HOUR_MS);
  closed = (await resetPeriod(app)).body.closed.id;
  app.clock.advance(HOUR_MS);
});
afterEach(() => app.close());

const lateOnes = async () => (await app.call<LateDeals>('GET', '/api/late-deals')).body.items;
const book = (ids: string[], query = '') =>
  app.call<BookAnswer & Problem>('POST', `/api/late-deals/book${query}`, { ids, reason: 'gửi trễ' });
const restate = (id = closed) =>
  app.call<RestateAnswer & Problem>('POST', `/api/periods/${id}/restate`, { reason: 'đơn gửi trễ' });
const correct = (id: string, changes: object) =>
  app.call<{ deal: DealView } & Problem>('POST', `/api/deals/${id}/correct`, { ...changes, reason: 'sai số' });
const late = (rep: string, amount: string) => postDeal(app, { rep, amount, closedAt: then });
async function running(): Promise<object> {
  const { body } = await app.call<{ standings: StandingsView }>('GET', '/api/boards/main');
  return Object.fromEntries(
    body.standings.rows.filter(({ deals }) => deals > 0).map(({ name, value }) => [name, value]),
  );
}

test('LA6 a correction is not booked while the final that holds counts what it corrects', async () => {
  const { deal: mine } = await postDeal(app, { rep: an, amount: '70' });
  app.clock.advance(HOUR_MS);
  const second = (await resetPeriod(app)).body.closed.id;
  app.clock.advance(HOUR_MS);
  // Twice, and moved into another closed period: what the second period announced is still the first version.
  const { body: once } = await correct(mine.id, { amount: '80' });
  const moved = (await correct(once.deal.id, { closedAt: then })).body.deal;
  const { deal: other } = await late(binh, '300');
  expect((await lateOnes()).map(({ id, countedIn }) => [id, countedIn?.id])).toEqual([
    [other.id, undefined],
    [moved.id, second],
  ]);
  for (const query of ['?dryRun=1', '']) {
    const refused = await book([other.id, moved.id], query);
    expect([refused.status, refused.body.code]).toEqual([409, 'deal/counted']);
  }
  expect(await running()).toEqual({});
  await restate(second);
  expect((await book([other.id, moved.id])).status).toBe(200);
  expect(await running()).toEqual({ An: 80, Bình: 300 });
});

test('LA4 two managers who take the same restatement back take back one', async () => {
  await late(an, '20');
  await restate();
  await late(binh, '30');
  const { hash } = (await restate()).body;
  const undo = () => app.call<Problem>('POST', `/api/periods/${closed}/restate/undo`, { hash });
  const answers = await Promise.all([undo(), undo()]);
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('period/restated');
  expect((await app.call<FinalView>('GET', `/api/periods/${closed}/final`)).body.version).toBe(2);
});

test('CO5 LA2 a deal that was booked for somebody who has left is put right; given to them anew it is refused', async () => {
  const { deal } = await late(an, '300');
  await app.call('PATCH', `/api/reps/${an}`, { leftOn: dateOf(then + DAY_MS, ZONE) });
  app.clock.advance(2 * DAY_MS);
  const booked = (await book([deal.id])).body.deals[0]?.id ?? '';
  const once = await correct(booked, { amount: '250' });
  expect([once.status, await running()]).toEqual([200, { An: 250 }]);
  const moved = await correct(once.body.deal.id, { closedAt: app.clock.now() });
  expect(faultsOf(moved)).toEqual({ rep: 'rep/left' });
  const { deal: other } = await postDeal(app, { rep: binh, amount: '10' });
  expect(faultsOf(await correct(other.id, { rep: an }))).toEqual({ rep: 'rep/left' });
});

test('CO2 NM1 a reason is kept as it can be read, or refused by its name', async () => {
  const { deal } = await late(an, '300');
  const { deal: gone } = await postDeal(app, { rep: an, amount: '1' });
  const because = (reason: string) => ({ reason });
  await app.call('POST', `/api/deals/${gone.id}/void`, because('nhầm'));
  const acts: [string, object][] = [
    [`deals/${deal.id}/void`, {}],
    [`deals/${deal.id}/correct`, { amount: '5' }],
    [`deals/${gone.id}/restore`, {}],
    ['late-deals/book', { ids: [deal.id] }],
    [`periods/${closed}/restate`, {}],
  ];
  for (const [path, body] of acts) {
    const answer = await app.call('POST', `/api/${path}`, { ...body, ...because('có\u0000gì') });
    expect([path, faultsOf(answer)]).toEqual([path, { reason: 'text/control' }]);
  }
  await app.call('POST', `/api/periods/${closed}/restate`, because(' Đơn\u200B trễ '));
  const { body } = await app.call<FinalView>('GET', `/api/periods/${closed}/final`);
  expect(body.restates?.reason).toBe('Đơn trễ');
});
