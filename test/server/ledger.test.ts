// The ledger's promise over real HTTP: one flush for all who come together, an answer only for what is durable.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ledger } from '../../server/ledger/ledger.ts';
import { openWritable, type Db } from '../../server/store/db.ts';
import { openReader } from '../../server/store/store.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import {
  addRep,
  makeDataDir,
  OWNER,
  postDeal,
  revOf,
  SETUP_TOKEN,
  startApp,
  TUESDAY,
  type TestApp,
} from '../kit/app.ts';
import { watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let an: string;
let outside: Db;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An');
  outside = openWritable(join(app.dataDir, 'winboard.db'));
});
afterAll(async () => {
  outside.close();
  await app.close();
});

const post = (body: object) =>
  app.call<DealAnswer & Problem>('POST', '/api/deals', { rep: an, customer: 'x', ...body });

/** Posts deals while another program holds the file, and lets go of it when all have arrived. */
async function together(deals: readonly object[]) {
  outside.exec('BEGIN IMMEDIATE');
  const arrived = new Promise<void>((resolve) => {
    let missing = deals.length;
    app.app.server.on('request', function count() {
      missing -= 1;
      if (missing > 0) return;
      app.app.server.off('request', count);
      resolve();
    });
  });
  const answers = deals.map(post);
  await arrived;
  // Bodies are read after the heads: a few calls later they are with the ledger, too.
  for (let i = 0; i < 5; i += 1) await app.call('GET', '/healthz');
  outside.exec('COMMIT');
  return await Promise.all(answers);
}

test('LG1 deals that arrive together share one commit, each with an answer and a place of its own', async () => {
  const rev = await revOf(app);
  const answers = await together(Array.from({ length: 41 }, (_, i) => ({ amount: String(i === 7 ? 0 : i + 1) })));
  const stored = answers.filter(({ status }) => status === 201);
  expect(stored).toHaveLength(40);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(1);
  const revs = new Set(stored.map(({ body }) => body.rev));
  expect(revs.size).toBeLessThanOrEqual(3);
  expect(Math.max(...revs)).toBe(rev + revs.size);
  expect(await revOf(app)).toBe(rev + revs.size);
  const seqs = stored.map(({ body }) => body.deal.seq).sort((a, b) => a - b);
  expect(seqs).toEqual(Array.from({ length: 40 }, (_, i) => (seqs[0] ?? 0) + i));
});

test('LG2 nobody hears of a deal before it is committed, and the server answers others meanwhile', async () => {
  const watcher = await watchBoard(app.url, { headers: { cookie: app.cookie } });
  const rev = watcher.board().standings.rev;
  outside.exec('BEGIN IMMEDIATE');
  let answered = false;
  const answer = post({ amount: '777' }).then((one) => {
    answered = true;
    return one;
  });
  for (let i = 0; i < 5; i += 1) {
    expect((await app.call('GET', '/api/boards/main')).status).toBe(200);
  }
  expect([answered, watcher.patches.length, await revOf(app)]).toEqual([false, 0, rev]);
  outside.exec('COMMIT');
  const { status, body } = await answer;
  expect(status).toBe(201);
  const board = await watcher.reached(body.rev);
  expect(board.wins[0]?.dealId).toBe(body.deal.id);
  watcher.close();
});

test('one deal that the store refuses hurts no other in the same batch', async () => {
  outside.exec(`CREATE TRIGGER bad BEFORE INSERT ON deals WHEN new.customer = 'BOOM'
    BEGIN SELECT RAISE(ABORT, 'secret path /var/lib'); END`);
  const answers = await together(
    Array.from({ length: 10 }, (_, i) => ({ amount: '5', customer: i === 4 ? 'BOOM' : 'x' })),
  );
  outside.exec('DROP TRIGGER bad');
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 503, 201, 201, 201, 201, 201]);
  expect(answers[4]?.body.code).toBe('store/failed');
  expect(JSON.stringify(answers[4]?.body)).not.toContain('secret');
});

test('LG2 stopping answers what was sent, takes nothing more, and loses nothing', async () => {
  const dataDir = makeDataDir();
  const file = join(dataDir, 'winboard.db');
  const ledger = await Ledger.open({ file, now: () => TUESDAY, onFailure: () => undefined });
  const owner = { name: 'Hà', email: 'ha@saoviet.vn', passwordHash: 'x' };
  const office = { name: 'S', timeZone: 'UTC', currency: 'USD', locale: 'en' } as const;
  const system = { type: 'system' } as const;
  await ledger.run('setup', system, {
    office,
    manager: owner,
    session: { hash: 'x', expiresAt: 0, device: '', replaces: null },
  });
  const { id: rep } = await ledger.run('rep:create', system, { name: 'An' });
  const sent = Array.from({ length: 2500 }, () =>
    ledger.run('deal:record', system, { rep, amount: '1', customer: 'x' }),
  );
  const closed = ledger.close();
  await expect(ledger.run('deal:record', system, { rep, amount: '1', customer: 'x' })).rejects.toThrow('stored');
  const answers = await Promise.all(sent);
  await Promise.all([closed, ledger.close()]);
  const reader = openReader(file);
  expect(answers.every(({ deal }) => reader.search.byId(deal.id)?.seq === deal.seq)).toBe(true);
  reader.db.close();
  rmSync(dataDir, { recursive: true });
});

test('a stop under load answers every request that got in', async () => {
  const other = await startApp();
  await other.setUp();
  const rep = await addRep(other, 'An');
  const posts = Array.from({ length: 30 }, (_, i) =>
    other.call<DealAnswer>('POST', '/api/deals', { id: `under-load-${i}`, rep, amount: '5', customer: 'x' }).then(
      ({ status, body }) => ({ status, id: body.deal?.id }),
      () => ({ status: 0, id: undefined }),
    ),
  );
  await other.call('GET', '/healthz');
  const startedAt = performance.now();
  await other.stop();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  const answers = await Promise.all(posts);
  const again = await startApp({ dataDir: other.dataDir });
  for (const { status, id } of answers) {
    expect([0, 201, 503]).toContain(status);
    expect(id === undefined || again.parts.tables.search.byId(id) !== null).toBe(true);
  }
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  await again.close();
});

/** A server in a process of its own; resolves with its address. */
async function startChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', WINBOARD_DATA: dataDir, WINBOARD_SETUP_TOKEN: SETUP_TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /API +(http:\S+)\/docs/.exec(line)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error('the server did not start');
}

async function send(
  url: string,
  body: object,
  headers: Record<string, string>,
): Promise<{ body: unknown; cookie: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { body: await answer.json(), cookie };
}

test('LG2 a deal that was answered survives kill -9 of the server', async () => {
  const dataDir = makeDataDir();
  const { child, url } = await startChild(dataDir);
  const office = { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' };
  const { cookie } = await send(`${url}/api/setup`, { token: SETUP_TOKEN, office, manager: OWNER }, {});
  const rep = (await send(`${url}/api/reps`, { name: 'An' }, { cookie })).body as RepView;
  const win = { rep: rep.id, amount: '5000', customer: 'x' };
  const { deal } = (await send(`${url}/api/deals`, win, { cookie })).body as DealAnswer;
  child.kill('SIGKILL');
  await once(child, 'exit');
  const after = await startApp({ dataDir, now: Date.now() });
  after.cookie = cookie;
  expect((await after.call('GET', `/api/deals/${deal.id}`)).body).toEqual(deal);
  expect((await postDeal(after, { rep: rep.id })).standing?.value).toBe(105_000);
  await after.close();
});

test('a server that is told to stop ends by itself', async () => {
  const dataDir = makeDataDir();
  const { child, url } = await startChild(dataDir);
  const kept = await fetch(`${url}/healthz`);
  expect(await kept.json()).toEqual({ ok: true });
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  rmSync(dataDir, { recursive: true });
});
