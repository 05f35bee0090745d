// The latest wins on the boards: what each one did, which are celebrated, and how a void takes one back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRep, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let an: string;
let binh: string;
let token: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An');
  binh = await addRep(app, 'Bình');
  token = (await app.token('board:read')).replace('Bearer ', '');
});
afterAll(() => app.close());

test('CE3 a void is told to everybody: the celebration is withdrawn, the rows go back', async () => {
  const watcher = await watchBoard(app.url, { auth: { token } });
  const before = watcher.board().standings.rows;
  const { deal } = await postDeal(app, { rep: binh, amount: '999' });
  const retracted: string[] = [];
  watcher.socket.on('deal:retracted', ({ dealId }) => retracted.push(dealId));
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'x' });
  const board = await watcher.caughtUp();
  expect(retracted).toEqual([deal.id]);
  expect(board.wins.some(({ dealId }) => dealId === deal.id)).toBe(false);
  expect(board.standings.rows).toEqual(before);
  expect(watcher.patches.at(-1)?.retracted).toEqual([deal.id]);
  const corrected = await postDeal(app, { rep: binh, amount: '5' });
  await app.call('POST', `/api/deals/${corrected.deal.id}/correct`, { amount: '6', reason: 'x' });
  const [win] = (await watcher.caughtUp()).wins;
  expect(retracted).toEqual([deal.id, corrected.deal.id]);
  expect([win?.amountMinor, win?.celebrate]).toEqual([6, false]);
  watcher.close();
});

test('CE4 imported and late deals are in the list of wins, but not to be celebrated', async () => {
  const watcher = await watchBoard(app.url, { auth: { token } });
  await app.call('POST', '/api/periods', { name: 'Tháng 10', startsAt: '2026-10-01', endsAt: '2026-11-01' });
  app.clock.advance(1);
  await postDeal(app, { rep: an, amount: '1', closedAt: '2026-10-15', customer: 'muộn' });
  await app.call('POST', '/api/import/deals', undefined, {
    raw: 'rep,amount,customer\nAn,2,nhập',
    headers: { 'content-type': 'text/csv' },
  });
  await postDeal(app, { rep: an, amount: '3', customer: 'mới' });
  const { wins } = await watcher.caughtUp();
  expect(wins.slice(0, 3).map(({ customer, celebrate }) => [customer, celebrate])).toEqual([
    ['mới', true],
    ['nhập', false],
    ['muộn', false],
  ]);
  watcher.close();
});

test('CE4 a win says what it did: the rank, the quota reached, first place', async () => {
  const watcher = await watchBoard(app.url, { auth: { token } });
  const chi = await addRep(app, 'Chi');
  const { runningId } = (await app.call<{ runningId: string }>('GET', '/api/periods')).body;
  const quota = { periodId: runningId, subject: { type: 'rep', id: chi }, metric: 'revenue', amount: '1000' };
  await app.call('PUT', '/api/quotas', quota);
  await postDeal(app, { rep: chi, amount: '1' });
  expect((await watcher.caughtUp()).wins[0]?.effect).toMatchObject({ reachedQuota: false, tookFirst: false });
  await postDeal(app, { rep: chi, amount: '999' });
  expect((await watcher.caughtUp()).wins[0]?.effect).toMatchObject({
    rank: 1,
    value: 1000,
    attainment: 1,
    reachedQuota: true,
    tookFirst: true,
  });
  await postDeal(app, { rep: chi, amount: '1' });
  expect((await watcher.caughtUp()).wins[0]?.effect).toMatchObject({
    previousRank: 1,
    reachedQuota: false,
    tookFirst: false,
  });
  watcher.close();
});
