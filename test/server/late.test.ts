// Late deals, over real HTTP: found, booked to the open period, taken into a restated final; both can be taken back.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canonicalJson } from '../../server/ledger/canonical.ts';
import type { Problem } from '../../shared/problem.ts';
import type { FinalView, StandingsView } from '../../shared/schemas/boards.ts';
import type { StoryView } from '../../shared/schemas/corrections.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { Decisions } from '../../shared/schemas/decisions.ts';
import type { BookAnswer, Comparison, LateDeals, RestateAnswer } from '../../shared/schemas/late.ts';
import type { ExplanationView } from '../../shared/schemas/standing.ts';
import { faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { periodsOf, resetPeriod, undoReset } from '../kit/periods.ts';

let app: TestApp;
let office: Office;
let an: string;
let binh: string;
/** The period that was closed, and an instant in it. */
let closed: string;
let then: number;
beforeEach(async () => {
  app = await startApp();
  office = await fullOffice(app);
  an = office.an.repId ?? '';
  binh = office.binh.repId ?? '';
  then = app.clock.now();
  await postDeal(app, { rep: an, amount: '500', closedAt: then });
  await postDeal(app, { rep: binh, amount: '400', closedAt: then });
  app.clock.advance(HOUR_MS);
  closed = (await resetPeriod(app)).body.closed.id;
  app.clock.advance(HOUR_MS);
});
afterEach(() => app.close());

const lateOnes = async (as = app.cookie) =>
  (await app.call<LateDeals>('GET', '/api/late-deals', undefined, { as })).body.items;
const count = async (as = app.cookie) =>
  (await app.call<Decisions>('GET', '/api/decisions', undefined, { as })).body.late;
const book = (ids: string[], query = '', as = app.cookie) =>
  app.call<BookAnswer & Problem>('POST', `/api/late-deals/book${query}`, { ids, reason: 'gửi trễ' }, { as });
const restate = (query = '', reason = 'đơn gửi trễ') =>
  app.call<RestateAnswer & Problem>('POST', `/api/periods/${closed}/restate${query}`, { reason });
const undoRestate = () => app.call<FinalView & Problem>('POST', `/api/periods/${closed}/restate/undo`);
const final = async (query = '') => (await app.call<FinalView>('GET', `/api/periods/${closed}/final${query}`)).body;
const valuesOf = (view: Pick<StandingsView, 'rows'>) =>
  Object.fromEntries(view.rows.filter(({ deals }) => deals > 0).map(({ name, value }) => [name, value]));
const running = async () =>
  valuesOf((await app.call<{ standings: StandingsView }>('GET', '/api/boards/main')).body.standings);
const amend = (id: string, deed: string) => app.call<Problem>('POST', `/api/deals/${id}/${deed}`, { reason: 'vì thế' });
const late = (rep = binh, amount = '300') => postDeal(app, { rep, amount, closedAt: then });

test('LA1 a deal of a closed period waits for a decision, changes no final, and is seen by who may decide', async () => {
  const before = await final();
  const { deal } = await late();
  expect(deal.late).toBe(true);
  expect((await lateOnes()).map(({ id, period }) => [id, period?.id])).toEqual([[deal.id, closed]]);
  expect([await count(), await count(office.northManager.cookie)]).toEqual([1, 0]);
  expect(await lateOnes(office.northManager.cookie)).toEqual([]);
  expect((await app.call('GET', '/api/late-deals', undefined, { as: office.an.cookie })).status).toBe(403);
  expect([await final(), await running()]).toEqual([before, {}]);
});

test('LA1 one that was void at the close and is restored is late; one that was voided after it is as announced', async () => {
  await undoReset(app);
  const { deal: first } = await postDeal(app, { rep: an, amount: '70', closedAt: then });
  const { deal: second } = await postDeal(app, { rep: an, amount: '80', closedAt: then });
  await amend(first.id, 'void');
  closed = (await resetPeriod(app)).body.closed.id;
  app.clock.advance(HOUR_MS);
  await amend(second.id, 'void');
  await amend(first.id, 'restore');
  await amend(second.id, 'restore');
  expect((await lateOnes()).map(({ id }) => id)).toEqual([first.id]);
  const { body } = await app.call<ExplanationView>('GET', `/api/reps/${an}/explanation?period=${closed}`);
  expect(body.value).toBe(580);
  expect(body.items.map(({ dealId, fate }) => [dealId, fate]).slice(0, 2)).toEqual([
    [second.id, 'counted'],
    [first.id, 'late'],
  ]);
  // Undone and reset again, the final knows it.
  await undoReset(app);
  closed = (await resetPeriod(app)).body.closed.id;
  expect(await lateOnes()).toEqual([]);
  expect(valuesOf((await final()).standings)).toEqual({ An: 650, Bình: 400 });
});

test('LA2 booked to the open period it counts there, keeps the day on which it was won, and says so', async () => {
  const announced = await final();
  const [one, two] = [await late(), await late(an, '50')];
  const rev = await revOf(app);
  const asked = await book([one.deal.id, two.deal.id], '?dryRun=1');
  expect(
    asked.body.effect?.shifts.filter(({ by }) => by === 'rep').map(({ name, after }) => [name, after?.value]),
  ).toEqual([
    ['Bình', 300],
    ['An', 50],
  ]);
  expect(asked.body.effect?.periods.map(({ frozen }) => frozen)).toEqual([true, false]);
  expect(await revOf(app)).toBe(rev);
  const { status, body } = await book([one.deal.id, two.deal.id]);
  expect([status, await revOf(app)]).toEqual([200, rev + 1]);
  const [deal] = body.deals;
  expect(deal).toMatchObject({ closedAt: then, countsAt: app.clock.now(), late: false, corrects: one.deal.id });
  expect([await running(), await final(), await lateOnes()]).toEqual([{ Bình: 300, An: 50 }, announced, []]);
  const wins = await app.call<{ wins: { celebrate: boolean }[] }>('GET', '/api/boards/main');
  expect(wins.body.wins.slice(0, 2).map(({ celebrate }) => celebrate)).toEqual([false, false]);
  const told = (await app.call<StoryView>('GET', `/api/deals/${one.deal.id}/story`)).body.items;
  expect(told.map(({ act, reason }) => [act, reason])).toEqual([
    ['recorded', null],
    ['booked', 'gửi trễ'],
  ]);
  expect(told[1]?.changes).toEqual([{ field: 'countsAt', from: '', to: String(app.clock.now()) }]);
  // Put right, it stays where it counts; given another day, it goes there.
  const path = `/api/deals/${deal?.id}/correct`;
  const fixed = (await app.call<{ deal: DealView }>('POST', path, { amount: '310', reason: 'x' })).body.deal;
  expect(fixed).toMatchObject({ closedAt: then, countsAt: deal?.countsAt });
  const dated = await app.call<{ deal: DealView }>('POST', `/api/deals/${fixed.id}/correct`, {
    closedAt: then,
    reason: 'x',
  });
  expect(dated.body.deal).toMatchObject({ closedAt: then, countsAt: then, late: true });
});

test('LA2 CO2 what is not late is not booked, nothing of several is half done, and who comes later is told', async () => {
  const { deal } = await late();
  const { deal: fine } = await postDeal(app, { rep: an, amount: '9' });
  const rev = await revOf(app);
  expect((await book([deal.id, fine.id])).body.code).toBe('deal/not-late');
  expect((await book([deal.id, 'nothing'])).status).toBe(404);
  expect((await book([deal.id], '', office.northManager.cookie)).status).toBe(404);
  expect(faultsOf(await book([]))).toEqual({ ids: 'field/minItems' });
  expect(await revOf(app)).toBe(rev);
  const both = await Promise.all([book([deal.id]), book([deal.id], '', office.manager.cookie)]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'deal/voided' });
});

test('LA3 a restated final has a hash of its own, names the former one, and both stay', async () => {
  const announced = await final();
  const { deal } = await late();
  const asked = await restate('?dryRun=1');
  expect(asked.body).toMatchObject({ late: 1, effect: { periods: [{ id: closed, frozen: true }] } });
  expect(
    asked.body.effect?.shifts
      .filter(({ by }) => by === 'rep')
      .map(({ name, before, after }) => [name, before?.rank, after?.rank, after?.value]),
  ).toEqual([
    ['Bình', 2, 1, 700],
    ['An', 1, 2, 500],
  ]);
  expect(await final()).toEqual(announced);
  app.clock.advance(1000);
  expect((await restate()).status).toBe(200);
  const restated = await final();
  expect(restated).toMatchObject({
    version: 2,
    restates: { hash: announced.hash, reason: 'đơn gửi trễ' },
    canUndo: true,
  });
  expect(valuesOf(restated.standings)).toEqual({ Bình: 700, An: 500 });
  const text = canonicalJson({ ...restated.standings, restates: restated.restates });
  expect(restated.hash).toBe(createHash('sha256').update(text).digest('hex'));
  const former = await final('?version=1');
  expect([former.hash, former.standings]).toEqual([announced.hash, announced.standings]);
  expect(restated.versions.map(({ version, by, reason }) => [version, by, reason])).toEqual([
    [1, null, null],
    [2, 'Chị Hà', 'đơn gửi trễ'],
  ]);
  expect([await lateOnes(), (await lateView(deal.id)).late]).toEqual([[], false]);
  expect((await restate()).body.code).toBe('period/unchanged');
  expect(faultsOf(await app.call('GET', `/api/periods/${closed}/final?version=9`))).toEqual({
    version: 'period/no-version',
  });
  // What reps are told of the period, the hall of fame and the phone's history follow it.
  const { body } = await app.call<ExplanationView>('GET', `/api/reps/${binh}/explanation?period=${closed}`);
  expect([body.value, body.rank]).toEqual([700, 1]);
  const history = await app.call<{ items: { value: number }[] }>('GET', `/api/reps/${binh}/history`);
  expect(history.body.items[0]?.value).toBe(700);
  const { hall } = (await app.call<{ facts: { hall: { first: { name: string }[] }[] } }>('GET', '/api/boards/main'))
    .body.facts;
  expect(hall[0]?.first[0]?.name).toBe('Bình');
});

const lateView = async (id: string) => (await app.call<DealView>('GET', `/api/deals/${id}`)).body;

test('LA3 a restated final is ranked by the tie rule of its close, whatever rule there is now', async () => {
  await undoReset(app);
  await postDeal(app, { rep: binh, amount: '100', closedAt: then });
  await postDeal(app, { rep: office.chi, amount: '50', closedAt: then });
  await resetPeriod(app);
  await app.call('PATCH', '/api/office', { ties: 'dense' });
  expect((await restate()).body.code).toBe('period/unchanged');
  await late(office.chi, '10');
  expect((await restate()).status).toBe(200);
  expect((await final()).standings.rows.flatMap(({ rank }) => rank ?? [])).toEqual([1, 1, 3]);
});

test('LA3 a restatement leaves out what was voided since, and is the office’s alone', async () => {
  const { body } = await app.call<{ items: DealView[] }>('GET', `/api/deals?rep=${binh}`);
  await amend(body.items[0]?.id ?? '', 'void');
  const refused = await app.call(
    'POST',
    `/api/periods/${closed}/restate`,
    { reason: 'x' },
    { as: office.northManager.cookie },
  );
  expect(refused.status).toBe(403);
  const { runningId } = await periodsOf(app);
  const open = await app.call<Problem>('POST', `/api/periods/${runningId}/restate`, { reason: 'x' });
  expect([open.status, open.body.code]).toEqual([409, 'period/not-closed']);
  expect((await restate()).body.late).toBe(0);
  expect(valuesOf((await final()).standings)).toEqual({ An: 500 });
});

test('LA4 either decision can be taken back until the next reset; versions that were taken back stay', async () => {
  const { deal } = await late();
  const booked = (await book([deal.id])).body.deals[0];
  expect((await amend(deal.id, 'restore')).status).toBe(200);
  expect([await running(), (await lateOnes()).map(({ id }) => id)]).toEqual([{}, [deal.id]]);
  expect((await lateView(booked?.id ?? '')).void).toMatchObject({ replacedBy: deal.id });
  await restate();
  const undone = await undoRestate();
  expect([undone.body.version, undone.body.canUndo, undone.body.versions[1]?.undoneAt]).toEqual([
    1,
    false,
    app.clock.now(),
  ]);
  expect((await lateOnes()).map(({ id }) => id)).toEqual([deal.id]);
  expect((await undoRestate()).body.code).toBe('period/nothing-to-undo');
  await restate('', 'lần hai');
  expect((await final()).version).toBe(3);
  const { deal: other } = await late(an, '20');
  await book([other.id]);
  app.clock.advance(HOUR_MS);
  await resetPeriod(app);
  expect((await undoRestate()).body.code).toBe('period/nothing-to-undo');
  expect((await amend(other.id, 'restore')).body.code).toBe('deal/settled');
});

test('LA4 CO2 a reset during a decision: either comes first, nothing is half done', async () => {
  const { deal } = await late();
  app.clock.advance(HOUR_MS);
  const [, booked] = await Promise.all([resetPeriod(app), book([deal.id])]);
  expect(booked.status).toBe(200);
  expect([await lateOnes(), await running()]).toEqual([[], { Bình: 300 }]);
  app.clock.advance(HOUR_MS);
  const [undone, restated] = await Promise.all([undoReset(app), restate()]);
  expect([undone.status, restated.body.code]).toEqual([200, 'period/unchanged']);
  expect(await running()).toEqual({ Bình: 300 });
});

test('LA5 two periods side by side: closed as announced, running as it stands', async () => {
  const { runningId } = await periodsOf(app);
  await postDeal(app, { rep: an, amount: '900' });
  const compare = (a: string, b: string) => app.call<Comparison>('GET', `/api/periods/compare?a=${a}&b=${b}`);
  const { body } = await compare(closed, runningId ?? '');
  const lines = body.rows.filter(({ a, b }) => a?.value !== b?.value);
  expect(lines.map(({ name, a, b }) => [name, a?.value, a?.rank, b?.value, b?.rank])).toEqual([
    ['An', 500, 1, 900, 1],
    ['Bình', 400, 2, 0, null],
  ]);
  expect([body.total.a.value, body.total.b.value]).toEqual([900, 900]);
  expect(faultsOf(await compare('ghost', closed))).toEqual({ a: 'period/not-found' });
  expect(faultsOf(await app.call('GET', `/api/periods/compare?a=${closed}`))).toEqual({ b: 'field/missing' });
});
