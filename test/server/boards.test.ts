// Boards over HTTP: their list, ETags, ties, teams, attainment, movement and what time alone changes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { METRICS } from '../../shared/metric.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { PeriodsView, StandingsView } from '../../shared/schemas/boards.ts';
import { addRep, addTeam, faultsOf, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let north: string;
let hanoi: string;
let south: string;
const rep: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  north = await addTeam(app, 'Bắc');
  hanoi = await addTeam(app, 'Hà Nội', north);
  south = await addTeam(app, 'Nam');
  for (const [name, teamId] of [
    ['An', hanoi],
    ['Bình', hanoi],
    ['Chi', south],
    ['Dũng', null],
  ] as const) {
    rep[name] = await addRep(app, name, { teamId });
  }
});
afterAll(() => app.close());

const board = async (id = 'main') => (await app.call<Snapshot>('GET', `/api/boards/${id}`)).body;
const idOf = (name: string) => rep[name] ?? '';
async function lines(id = 'main'): Promise<[string, number | null, boolean, number][]> {
  return (await board(id)).standings.rows.map(({ name, rank, tied, value }) => [name, rank, tied, value]);
}

test('ST3 an empty board lists everybody without rank, by name', async () => {
  expect(await lines()).toEqual([
    ['An', null, false, 0],
    ['Bình', null, false, 0],
    ['Chi', null, false, 0],
    ['Dũng', null, false, 0],
  ]);
  expect(await lines('office-revenue-period')).toEqual([['Sao Việt', null, false, 0]]);
});

test('there is a board for every subject, metric and window, main first; another is not found', async () => {
  const { body } = await app.call<{ items: { id: string; level: number | null }[] }>('GET', '/api/boards');
  expect(body.items).toHaveLength(1 + 3 * METRICS.length * 6);
  expect(body.items[0]?.id).toBe('main');
  for (const { id } of body.items) expect((await board(id)).definition.id).toBe(id);
  for (const id of ['rep-revenue-decade', '__proto__', 'MAIN', 'main%20']) {
    const answer = await app.call<Problem>('GET', `/api/boards/${id}`);
    expect([answer.status, answer.body.code], id).toEqual([404, 'board/not-found']);
  }
});

test('ST1 ST2 ties share a rank in the order of receipt; dense ranks are a setting that shows at once', async () => {
  await postDeal(app, { rep: idOf('Chi'), amount: '300' });
  await postDeal(app, { rep: idOf('Bình'), amount: '200' });
  await postDeal(app, { rep: idOf('An'), amount: '200' });
  const last = await postDeal(app, { rep: idOf('Dũng'), amount: '100' });
  expect(last.standing).toMatchObject({ rank: 4, toNext: 100, nextRank: 2 });
  expect(await lines()).toEqual([
    ['Chi', 1, false, 300],
    ['Bình', 2, true, 200],
    ['An', 2, true, 200],
    ['Dũng', 4, false, 100],
  ]);
  await app.call('PATCH', '/api/office', { ties: 'dense' });
  expect((await lines()).map(([, rank]) => rank)).toEqual([1, 2, 2, 3]);
  await app.call('PATCH', '/api/office', { ties: 'competition' });
  expect((await lines()).map(([, rank]) => rank)).toEqual([1, 2, 2, 4]);
});

test('teams are ranked on their level, the office has one line with everything', async () => {
  expect(await lines('team-revenue-period')).toEqual([
    ['Bắc', 1, false, 400],
    ['Nam', 2, false, 300],
  ]);
  expect(await lines('office-deals-period')).toEqual([['Sao Việt', 1, false, 4]]);
  const level = async (query: string) => {
    const { body } = await app.call<StandingsView>('GET', `/api/standings?by=team${query}`);
    return body.rows.map(({ name, value }) => [name, value]);
  };
  expect(await level('&level=2')).toEqual([['Hà Nội', 400]]);
  expect(await level('')).toEqual([
    ['Bắc', 400],
    ['Hà Nội', 400],
    ['Nam', 300],
  ]);
});

test('QT1 QT2 attainment ranks by value over quota; who has no quota comes after those who have one', async () => {
  const { body } = await app.call<PeriodsView>('GET', '/api/periods');
  for (const [name, amount] of [
    ['An', '100'],
    ['Dũng', '400'],
    ['Bình', '0'],
  ] as const) {
    const subject = { type: 'rep', id: idOf(name) };
    await app.call('PUT', '/api/quotas', { periodId: body.runningId, subject, metric: 'revenue', amount });
  }
  const rows = (await board('rep-attainment-period')).standings.rows;
  expect(rows.map(({ name, rank, quota, attainment }) => [name, rank, quota, attainment])).toEqual([
    ['An', 1, 100, 2],
    ['Dũng', 2, 400, 0.25],
    ['Chi', null, null, null],
    ['Bình', null, null, null],
  ]);
  const [top] = (await board('team-attainment-period')).standings.rows;
  expect(top).toMatchObject({ name: 'Bắc', quota: 100, quotaSource: 'sum', attainment: 4 });
  expect((await board()).standings.total).toMatchObject({
    value: 800,
    quota: 500,
    quotaSource: 'sum',
    attainment: 1.6,
  });
});

test('QT3 PT7 the pace moves by quarter hours and is published without a rev of its own', async () => {
  const watcher = await watchBoard(app.url, { headers: { cookie: app.cookie } });
  const before = watcher.board().standings;
  const paceOf = (name: string, rows = watcher.board().standings.rows) => rows.find((row) => row.name === name)?.pace;
  const start = paceOf('Dũng') ?? 0;
  app.clock.advance(4 * HOUR_MS);
  await watcher.caughtUp();
  expect(watcher.patches.length).toBeGreaterThan(0);
  expect(watcher.patches.every(({ from, to, moved, wins }) => from === to && !moved && wins.length === 0)).toBe(true);
  expect(watcher.board().standings.rev).toBe(before.rev);
  // 400 a month, 21 working days of ten hours: four hours are 7 or 8.
  expect((paceOf('Dũng') ?? 0) - start).toBeGreaterThanOrEqual(7);
  expect(watcher.board().standings.rows).toEqual((await board()).standings.rows);
  watcher.close();
});

test('ST7 movement compares with the start of the office’s day, and starts anew at midnight', async () => {
  const watcher = await watchBoard(app.url, { headers: { cookie: app.cookie } });
  const moves = async () => {
    const { standings } = await watcher.caughtUp();
    return Object.fromEntries(standings.rows.map(({ name, move }) => [name, move]));
  };
  expect(await moves()).toEqual({ Chi: null, Bình: null, An: null, Dũng: null });
  app.clock.sleepUntil(Date.parse('2026-11-25T00:00+07:00') - 1);
  expect(await moves()).toEqual({ Chi: null, Bình: null, An: null, Dũng: null });
  app.clock.advance(1);
  expect(await moves()).toEqual({ Chi: 0, Bình: 0, An: 0, Dũng: 0 });
  await postDeal(app, { rep: idOf('Dũng'), amount: '150', closedAt: app.clock.now() - DAY_MS });
  expect(await moves()).toEqual({ Chi: 0, Dũng: 2, Bình: -1, An: -1 });
  app.clock.sleepUntil(Date.parse('2026-11-26T00:00+07:00'));
  expect(await moves()).toEqual({ Chi: 0, Dũng: 0, Bình: 0, An: 0 });
  expect(await lines('rep-revenue-today')).toEqual([
    ['An', null, false, 0],
    ['Bình', null, false, 0],
    ['Chi', null, false, 0],
    ['Dũng', null, false, 0],
  ]);
  watcher.close();
});

test('standings can be asked of any window, and as they were known then', async () => {
  const asOf = app.clock.now();
  app.clock.advance(HOUR_MS);
  const { deal } = await postDeal(app, { rep: idOf('An'), amount: '5000', closedAt: '2026-11-20' });
  app.clock.advance(HOUR_MS);
  const knownThen = app.clock.now();
  app.clock.advance(HOUR_MS);
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'x' });
  const ask = async (query: string) => {
    const { body } = await app.call<StandingsView>('GET', `/api/standings?from=2026-11-20&to=2026-11-21${query}`);
    return body.total.value;
  };
  expect(await ask('')).toBe(0);
  expect(await ask(`&asOf=${knownThen}`)).toBe(5000);
  expect(await ask(`&asOf=${asOf}`)).toBe(0);
  expect(await ask(`&asOf=${app.clock.now() + DAY_MS}`)).toBe(0);
});

test('a question about standings that means nothing is refused by its field', async () => {
  for (const [query, field] of [
    ['by=planet', 'by'],
    ['metric=love', 'metric'],
    ['from=yesterday', 'from'],
    ['from=2026-11-02&to=2026-11-01', 'to'],
    ['from=2026-11-01&to=2026-11-01', 'to'],
    ['asOf=x', 'asOf'],
    ['level=0', 'level'],
    ['level=x', 'level'],
    ['from=-9007199254740991&to=-9007199254740000', 'from'],
    ['from=99999999999999999', 'from'],
    ['sort=name', 'sort'],
  ] as const) {
    const answer = await app.call<Problem>('GET', `/api/standings?${query}`);
    expect([answer.status, Object.keys(faultsOf(answer))], query).toEqual([422, [field]]);
  }
  expect((await app.call('GET', '/api/standings?from=1900-01-01&to=2100-01-01')).status).toBe(200);
  expect((await app.call('GET', '/api/standings?from=-7000000000000000&to=7000000000000000')).status).toBe(200);
});

test('a board that has not changed is 304 by its ETag; the tag is the rev', async () => {
  const first = await app.call<Snapshot>('GET', '/api/boards/main');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toBe(`"${first.body.standings.rev}"`);
  const same = await app.call('GET', '/api/boards/main', undefined, { headers: { 'if-none-match': etag } });
  expect([same.status, same.body, same.headers.get('etag')]).toEqual([304, '', etag]);
  await postDeal(app, { rep: idOf('Chi'), amount: '1' });
  const next = await app.call('GET', '/api/boards/main', undefined, { headers: { 'if-none-match': etag } });
  expect(next.status).toBe(200);
  // Midnight has no rev: today's board is another one all the same.
  const today = await app.call<Snapshot>('GET', '/api/boards/rep-revenue-today');
  const known = { headers: { 'if-none-match': today.headers.get('etag') ?? '' } };
  expect((await app.call('GET', '/api/boards/rep-revenue-today', undefined, known)).status).toBe(304);
  app.clock.sleepUntil(app.clock.now() + DAY_MS);
  const tomorrow = await app.call<Snapshot>('GET', '/api/boards/rep-revenue-today', undefined, known);
  expect([tomorrow.status, tomorrow.body.standings.total.value]).toEqual([200, 0]);
});
