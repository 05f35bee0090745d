// Another process (`npm run import`) writes to the file of a running server: the wall hears of it.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ledger } from '../../server/ledger/ledger.ts';
import type { Snapshot } from '../../shared/patch.ts';
import { addRep, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { watchBoard, type Watcher } from '../kit/sockets.ts';

let app: TestApp;
let an: string;
let importer: Ledger;
let watcher: Watcher;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An');
  const file = join(app.dataDir, 'winboard.db');
  importer = await Ledger.open({ file, now: () => app.clock.now(), onFailure: () => undefined });
  watcher = await watchBoard(app.url, { headers: { cookie: app.cookie } });
});
afterAll(async () => {
  watcher.close();
  await importer.close();
  await app.close();
});

const bring = (amount: string) =>
  importer.run('deal:record', { type: 'system' }, { rep: an, amount, customer: 'từ tệp' });
const total = async () => (await app.call<Snapshot>('GET', '/api/boards/main')).body.standings.total.value;

test('ST8 what another process has recorded is on the boards within seconds', async () => {
  await bring('100');
  expect(await total()).toBe(0);
  app.clock.advance(4_000);
  expect(await total()).toBe(100);
  expect((await watcher.caughtUp()).standings.total.value).toBe(100);
});

test('ST8 a deal of our own that comes right after it hides nothing', async () => {
  await bring('10');
  const { standing, rev } = await postDeal(app, { rep: an, amount: '1' });
  expect(await total()).toBe(111);
  const board = await watcher.reached(rev);
  expect(board.standings.total.value).toBe(111);
  expect(board.wins.map(({ amountMinor }) => amountMinor)).toEqual([1, 10, 100]);
  expect(standing?.rank).toBe(1);
});

test('a person that another process has added can sell at once', async () => {
  const { id } = await importer.run('rep:create', { type: 'system' }, { name: 'Bình' });
  const { standing, deal } = await postDeal(app, { rep: id, amount: '500' });
  expect([deal.repName, standing?.value]).toEqual(['Bình', 500]);
  expect((await watcher.caughtUp()).standings.rows.map(({ name, rank }) => [name, rank])).toEqual([
    ['Bình', 1],
    ['An', 2],
  ]);
});
