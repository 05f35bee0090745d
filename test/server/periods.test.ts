// Periods over real HTTP: preview, reset, undo, frozen finals.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { FinalView, StandingsView } from '../../shared/schemas/boards.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import { addRep, faultsOf, postDeal, revOf, settled, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { expectSeamless, periodsOf, resetPeriod, undoReset } from '../kit/periods.ts';

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

/** What a board says, without what time alone changes. */
async function board(id = 'main'): Promise<object> {
  const { body } = await app.call<{ standings: StandingsView; wins: object[] }>('GET', `/api/boards/${id}`);
  return { rows: body.standings.rows, total: body.standings.total, period: body.standings.period };
}

/** JSON with sorted keys, as the API's readers can make it without our code. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

test('a preview says what a reset would do and does nothing', async () => {
  await postDeal(app, { rep: an, amount: '500' });
  const before = [await revOf(app), await periodsOf(app), await board()];
  app.clock.advance(HOUR_MS);
  for (const query of ['?dryRun=1', '?dryRun=true']) {
    const { status, body } = await resetPeriod(app, { name: 'Nước rút' }, query);
    expect([status, body.dryRun, body.deals, body.valueMinor]).toEqual([200, true, 1, 500]);
    expect(body.closed).toMatchObject({ name: 'Tháng 11/2026', endsAt: app.clock.now() });
    expect(body.opened).toMatchObject({ name: 'Nước rút', startsAt: app.clock.now(), closedAt: null });
    expect(body.podium.map(({ name, rank, value }) => [name, rank, value])).toEqual([
      ['An', 1, 500],
      ['Bình', null, 0],
    ]);
    expect(body.withoutQuota).toEqual(['An', 'Bình']);
  }
  expect([await revOf(app), await periodsOf(app), await board()]).toEqual(before);
  expect(faultsOf(await resetPeriod(app, {}, '?dryRun=maybe'))).toHaveProperty('dryRun');
  expect((await resetPeriod(app, {}, '?dryRun=0')).body.dryRun).toBe(false);
});

test('a reset may come without a body, as curl sends it', async () => {
  expect((await app.call('POST', '/api/periods/reset?dryRun=1')).status).toBe(200);
  expect((await app.call('POST', '/api/periods/reset')).status).toBe(200);
});

test('PD1 a reset ends one period and opens the next at the same instant, deletes nothing', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '500' });
  const planned = (await periodsOf(app)).items[0];
  app.clock.advance(HOUR_MS);
  const { body } = await resetPeriod(app);
  expect(body.opened).toMatchObject({ startsAt: body.closed.endsAt, endsAt: planned?.endsAt });
  expect((await periodsOf(app)).runningId).toBe(body.opened.id);
  await expectSeamless(app);
  expect(await board()).toMatchObject({ total: { value: 0, deals: 0 }, period: { id: body.opened.id } });
  expect((await app.call<DealView>('GET', `/api/deals/${deal.id}`)).body).toEqual({ ...deal, late: false });
  await postDeal(app, { rep: binh, amount: '70' });
  expect(await board()).toMatchObject({ total: { value: 70, deals: 1 } });
});

test('PD1 several resets on one day open periods that can be told apart', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    app.clock.advance(HOUR_MS);
    await resetPeriod(app);
  }
  const names = (await periodsOf(app)).items.map(({ name }) => name);
  expect(names.slice(2)).toEqual([`${names[1]} (2)`, `${names[1]} (3)`]);
});

test('PD2 the final is frozen as announced, with the SHA-256 of its canonical JSON', async () => {
  await postDeal(app, { rep: an, amount: '500' });
  const { deal } = await postDeal(app, { rep: binh, amount: '700' });
  app.clock.advance(1);
  const { body } = await resetPeriod(app);
  const frozen = (await final(body.closed.id)).body;
  expect(frozen.standings.rows.map(({ name, rank, value }) => [name, rank, value])).toEqual([
    ['Bình', 1, 700],
    ['An', 2, 500],
  ]);
  expect(frozen.hash).toBe(createHash('sha256').update(sortedJson(frozen.standings)).digest('hex'));
  app.clock.advance(DAY_MS);
  await postDeal(app, { rep: an, amount: '900', closedAt: body.closed.endsAt - 1 });
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'bị hoàn' });
  await app.call('PATCH', `/api/reps/${an}`, { name: 'An Mới', leftOn: '2026-11-25' });
  await app.call('PATCH', '/api/office', { ties: 'dense', name: 'Khác' });
  expect((await final(body.closed.id)).body).toEqual(frozen);
  const now = await app.call<StandingsView>(
    'GET',
    `/api/standings?from=${body.closed.startsAt}&to=${body.closed.endsAt}`,
  );
  expect(now.body.rows.map(({ name, value }) => [name, value])).toEqual([
    ['An Mới', 1400],
    ['Bình', 0],
  ]);
  expect((await final(body.opened.id)).body.code).toBe('period/not-closed');
  expect((await final('ghost')).body.code).toBe('period/not-found');
});

test('PD4 two managers resetting at once make one new period, and are told the same', async () => {
  await postDeal(app, { rep: an, amount: '500' });
  app.clock.advance(HOUR_MS);
  const answers = await Promise.all(Array.from({ length: 8 }, () => resetPeriod(app, { name: 'Kỳ mới' })));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(new Set(answers.map(({ body }) => `${body.closed.id} ${body.opened.id} ${body.deals}`)).size).toBe(1);
  expect((await periodsOf(app)).items).toHaveLength(2);
  app.clock.advance(1_999);
  expect((await resetPeriod(app)).body.opened.id).toBe(answers[0]?.body.opened.id);
  expect((await resetPeriod(app, {}, '?dryRun=1')).body).toMatchObject({
    dryRun: true,
    closed: { id: answers[0]?.body.opened.id },
  });
  app.clock.advance(1);
  expect((await resetPeriod(app)).body.closed.id).toBe(answers[0]?.body.opened.id);
  await expectSeamless(app);
});

test('PD4 who names the period they saw running resets that one, or nothing', async () => {
  app.clock.advance(HOUR_MS);
  const seen = (await periodsOf(app)).runningId ?? '';
  const first = (await resetPeriod(app, { running: seen })).body;
  expect((await resetPeriod(app, { running: seen })).body.opened.id).toBe(first.opened.id);
  app.clock.advance(HOUR_MS);
  const stale = await resetPeriod(app, { running: seen });
  expect([stale.status, stale.body.code]).toEqual([409, 'period/changed']);
  expect((await periodsOf(app)).items).toHaveLength(2);
  expect((await resetPeriod(app, { running: first.opened.id })).body.closed.id).toBe(first.opened.id);
});

test('PD4 two managers who take the same reset back take back one', async () => {
  app.clock.advance(HOUR_MS);
  await resetPeriod(app);
  app.clock.advance(HOUR_MS);
  const running = (await resetPeriod(app)).body.opened.id;
  app.clock.advance(HOUR_MS);
  const undo = () => app.call<Problem>('POST', '/api/periods/reset/undo', { running });
  const answers = await Promise.all([undo(), undo()]);
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('period/changed');
  expect((await periodsOf(app)).items).toHaveLength(2);
});

test('PD4 an undo brings the standings back exactly, withdraws the final, and there is none after it', async () => {
  await postDeal(app, { rep: an, amount: '500' });
  const before = await board();
  app.clock.advance(1);
  const { body } = await resetPeriod(app);
  expect((await periodsOf(app)).canUndo).toBe(true);
  expect((await undoReset(app)).body.runningId).toBe(body.closed.id);
  expect(await board()).toEqual(before);
  expect((await final(body.closed.id)).status).toBe(409);
  expect((await final(body.opened.id)).body.code).toBe('period/not-found');
  expect((await periodsOf(app)).canUndo).toBe(false);
  const again = await undoReset(app);
  expect([again.status, again.body.code]).toEqual([409, 'period/nothing-to-undo']);
  await expectSeamless(app);
});

test('PD4 a reset in the very millisecond of one that was taken back is refused, and a moment later goes through', async () => {
  app.clock.advance(HOUR_MS);
  await resetPeriod(app);
  await undoReset(app);
  const again = await resetPeriod(app);
  expect([again.status, again.body.code]).toEqual([409, 'period/just-reset']);
  app.clock.advance(1);
  expect((await resetPeriod(app)).status).toBe(200);
  await expectSeamless(app);
});

test('PD4 deals of the period that is undone count for the one that runs on', async () => {
  await postDeal(app, { rep: an, amount: '500' });
  app.clock.advance(1);
  await resetPeriod(app);
  app.clock.advance(HOUR_MS);
  await postDeal(app, { rep: an, amount: '70' });
  await undoReset(app);
  expect(await board()).toMatchObject({ total: { value: 570, deals: 2 } });
  app.clock.advance(HOUR_MS);
  const second = await resetPeriod(app);
  expect([second.status, second.body.valueMinor]).toEqual([200, 570]);
});

test('PD4 ST7 ST8 after an undo the boards are as a server that starts afresh has them, whatever came meanwhile', async () => {
  const old = await postDeal(app, { rep: an, amount: '500' });
  await postDeal(app, { rep: binh, amount: '400' });
  // The undo comes in the same quarter of an hour, later on that day, on the next one.
  for (const passes of [60_000, HOUR_MS, DAY_MS]) {
    app.clock.advance(1);
    await resetPeriod(app);
    await app.call('POST', `/api/deals/${old.deal.id}/void`, { reason: 'trả lại' });
    const { deal } = await postDeal(app, { rep: binh, amount: '150' });
    await app.call('POST', `/api/deals/${deal.id}/correct`, { rep: an, reason: 'của An' });
    await app.call('POST', '/api/activities', { rep: an, kind: 'visit', at: app.clock.now() });
    app.clock.advance(passes);
    await settled(app);
    await app.call('POST', `/api/deals/${old.deal.id}/restore`, { reason: 'đã nhận' });
    await postDeal(app, { rep: binh, amount: '30' });
    await undoReset(app);
    const boards = () => Promise.all(['main', 'rep-deals-period', 'rep-visits-period'].map((id) => board(id)));
    const live = await boards();
    const { cookie, dataDir } = app;
    await app.stop();
    app = await startApp({ dataDir, now: app.clock.now() });
    app.cookie = cookie;
    expect(live).toEqual(await boards());
  }
});

test('PD4 an undo after the planned end closes the period there and goes on from it', async () => {
  const before = (await periodsOf(app)).items[0];
  app.clock.advance(HOUR_MS);
  const { body } = await resetPeriod(app, { endsAt: '2026-12-15' });
  app.clock.sleepUntil(Date.parse('2026-12-05T00:00+07:00'));
  await undoReset(app);
  const { items, runningId } = await periodsOf(app);
  expect(items.map(({ id, endsAt }) => [id === body.closed.id, endsAt])).toEqual([
    [true, before?.endsAt],
    [false, Date.parse('2027-01-01T00:00+07:00')],
  ]);
  expect(runningId).toBe(items[1]?.id);
  expect((await final(body.closed.id)).status).toBe(200);
  await expectSeamless(app);
});

test('a reset of a period that has just begun is refused, and one a moment later goes through', async () => {
  app.clock.sleepUntil(Date.parse('2026-12-01T00:00+07:00'));
  await app.call('GET', '/healthz');
  const early = await resetPeriod(app);
  expect([early.status, early.body.code]).toEqual([409, 'period/just-reset']);
  app.clock.advance(1);
  expect((await resetPeriod(app)).status).toBe(200);
  await expectSeamless(app);
});
