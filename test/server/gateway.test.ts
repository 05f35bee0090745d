// The socket: who is let in, snapshots and patches, rooms, revoking, hostile clients, a quick stop.
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../shared/patch.ts';
import { PROTOCOL, type WatchAnswer } from '../../shared/protocol.ts';
import type { NewToken } from '../../shared/schemas/office.ts';
import { addRep, addTeam, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { connect, watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let an: string;
let binh: string;
let token: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  const team = await addTeam(app, 'Bắc');
  an = await addRep(app, 'An', { teamId: team });
  binh = await addRep(app, 'Bình', { teamId: team });
  token = (await app.token('board:read')).replace('Bearer ', '');
});
afterAll(() => app.close());

const cookie = () => ({ headers: { cookie: app.cookie } });
const httpBoard = async (id = 'main') => (await app.call<Snapshot>('GET', `/api/boards/${id}`)).body;

test('a token with board:read, a cookie or a bearer header opens the socket, and it says hello', async () => {
  for (const options of [{ auth: { token } }, cookie(), { headers: { authorization: `Bearer ${token}` } }]) {
    const { socket, hello } = await connect(app.url, options);
    expect(hello).toEqual({
      protocol: PROTOCOL,
      buildId: 'none',
      now: app.clock.now(),
      epoch: app.parts.tables.revision.read()?.epoch,
    });
    socket.close();
  }
});

test('RO2 nobody, a made-up token and a token without board:read stay outside', async () => {
  const writer = (await app.token('deals:write')).replace('Bearer ', '');
  const hook = (await app.token('people:read', 'import:write')).replace('Bearer ', '');
  for (const [options, code] of [
    [{}, 'auth/required'],
    [{ auth: { token: 'wb_made-up' } }, 'auth/required'],
    [{ auth: { token: '' } }, 'auth/required'],
    [{ headers: { cookie: 'winboard=made-up' } }, 'auth/required'],
    [{ auth: { token: writer } }, 'auth/forbidden'],
    [{ auth: { token: hook } }, 'auth/forbidden'],
    [{ auth: { token: 'wb_made-up' }, ...cookie() }, 'auth/required'],
  ] as const) {
    await expect(connect(app.url, options)).rejects.toThrow(code);
  }
});

test('a page of another site cannot open a socket with somebody’s cookie', async () => {
  const { host } = new URL(app.url);
  for (const origin of ['http://evil.example', 'null', `http://${host}.evil.example`, 'garbage']) {
    await expect(connect(app.url, { headers: { cookie: app.cookie, origin } }), origin).rejects.toThrow(
      'websocket error',
    );
  }
  const same = await connect(app.url, { headers: { cookie: app.cookie, origin: `http://${host}` } });
  same.socket.close();
});

test('PT1 PT3 a watcher gets the board, then a patch per commit that goes on from there', async () => {
  const watcher = await watchBoard(app.url, { auth: { token } });
  expect(watcher.board().standings.rows).toEqual((await httpBoard()).standings.rows);
  let rev = watcher.board().standings.rev;
  for (const amount of ['10', '20', '30']) {
    const answer = await postDeal(app, { rep: an, amount });
    await watcher.reached(answer.rev);
    expect(watcher.patches.at(-1)).toMatchObject({ board: 'main', from: rev, to: answer.rev });
    expect(watcher.patches.at(-1)?.wins.map(({ dealId }) => dealId)).toEqual([answer.deal.id]);
    rev = answer.rev;
  }
  const now = await httpBoard();
  expect(watcher.board().standings.rows).toEqual(now.standings.rows);
  expect(watcher.board().wins).toEqual(now.wins);
  watcher.close();
});

test('PT4 who joins between commits chains on too, also behind a rev that no board heard of', async () => {
  const first = await watchBoard(app.url, { auth: { token } });
  await app.token('board:read');
  const second = await watchBoard(app.url, cookie());
  const { rev } = await postDeal(app, { rep: binh, amount: '5' });
  const boards = await Promise.all([first.reached(rev), second.reached(rev)]);
  expect(boards[0]).toEqual(boards[1]);
  expect(first.patches.at(-1)).toEqual(second.patches.at(-1));
  first.socket.close();
  const { rev: missed } = await postDeal(app, { rep: binh, amount: '6' });
  const back = await watchBoard(app.url, { auth: { token } });
  expect(back.board().standings.rev).toBe(missed);
  for (const one of [second, back]) one.close();
});

test('one encoded frame serves a whole room', async () => {
  const watchers = await Promise.all(Array.from({ length: 5 }, () => watchBoard(app.url, { auth: { token } })));
  let encodings = 0;
  const { stringify } = JSON;
  JSON.stringify = ((...all: Parameters<typeof stringify>) => {
    const text = stringify(...all) as string | undefined;
    if (text?.startsWith('["board:patch"')) encodings += 1;
    return text;
  }) as typeof stringify;
  const { rev } = await postDeal(app, { rep: an, amount: '1' });
  await Promise.all(watchers.map((watcher) => watcher.reached(rev)));
  JSON.stringify = stringify;
  expect(encodings).toBe(1);
  for (const watcher of watchers) watcher.close();
});

test('watching another board leaves the first; an unknown board changes nothing', async () => {
  const watcher = await watchBoard(app.url, { auth: { token } });
  expect(await watcher.watch('nothing')).toEqual({ error: 'board/not-found' });
  const { rev } = await postDeal(app, { rep: an, amount: '2' });
  await watcher.reached(rev);
  await watcher.watch('team-revenue-period');
  const before = watcher.patches.length;
  const next = await postDeal(app, { rep: an, amount: '3' });
  const board = await watcher.reached(next.rev);
  await watcher.caughtUp();
  expect(board.standings.rows).toEqual((await httpBoard('team-revenue-period')).standings.rows);
  expect(watcher.patches.slice(before).map((patch) => patch.board)).toEqual(['team-revenue-period']);
  watcher.close();
});

test('SC5 a revoked token sends its screens away at once, and no others', async () => {
  const made = await app.call<NewToken>('POST', '/api/tokens', { name: 'TV', scopes: ['board:read'] });
  const screen = await watchBoard(app.url, { auth: { token: made.body.token } });
  const other = await watchBoard(app.url, { auth: { token } });
  const said: string[] = [];
  screen.socket.on('screen:revoked', () => said.push('screen:revoked'));
  const gone = new Promise<string>((resolve) => {
    screen.socket.on('disconnect', resolve);
  });
  await app.call('DELETE', `/api/tokens/${made.body.id}`);
  expect(await gone).toBe('io server disconnect');
  expect(said).toEqual(['screen:revoked']);
  const { rev } = await postDeal(app, { rep: an, amount: '1' });
  await other.reached(rev);
  await expect(connect(app.url, { auth: { token: made.body.token } })).rejects.toThrow('auth/required');
  other.close();
});

test('a hostile client harms nobody', async () => {
  const { socket } = await connect(app.url, { auth: { token } });
  const shout = socket as unknown as { emit: (event: string, ...all: unknown[]) => void };
  const ask = (request: unknown) => {
    return new Promise<WatchAnswer>((resolve) => {
      shout.emit('board:watch', request, resolve);
    });
  };
  for (const request of [null, undefined, 5, 'main', [], {}, { board: null }, { board: {} }, { board: '__proto__' }]) {
    expect(await ask(request), JSON.stringify(request)).toEqual({ error: 'board/not-found' });
  }
  shout.emit('board:watch');
  shout.emit('board:watch', { board: 'main' });
  shout.emit('board:watch', { board: 'main' }, 'not a function');
  shout.emit('screen:shown');
  for (const report of [null, { rev: 'x', ms: 'y' }, { ms: -1 }, { ms: 1e308 }, { rev: {}, ms: Number.NaN }]) {
    shout.emit('screen:shown', report);
  }
  shout.emit('hello', {});
  shout.emit('board:patch', { board: 'main', from: 0, to: 1, rows: [] });
  shout.emit('constructor', { length: -1 });
  expect(await ask({ board: 'main', extra: new Uint8Array(8) })).toHaveProperty('snapshot');
  const cut = new Promise<string>((resolve) => {
    socket.on('disconnect', resolve);
  });
  shout.emit('board:watch', { board: 'x'.repeat(40_000) });
  expect(['transport close', 'transport error']).toContain(await cut);
  for (const auth of [{ token: 5 }, { token: { $ne: '' } }, { token: ['x'] }, { token: 'x'.repeat(10_000) }]) {
    await expect(connect(app.url, { auth: auth as unknown as { token: string } })).rejects.toThrow('auth/required');
  }
  expect((await app.call('GET', '/healthz')).status).toBe(200);
});

test('a report of what a screen has shown is measured', async () => {
  const { socket } = await connect(app.url, { auth: { token } });
  socket.emit('screen:shown', { rev: 1, ms: 42 });
  await new Promise<void>((resolve) => {
    socket.emit('board:watch', { board: 'main' }, () => resolve());
  });
  const { body } = await app.call<string>('GET', '/metrics');
  expect(body).toMatch(/winboard_shown_ms_count 1\n/);
  expect(body).toMatch(/winboard_sockets 1\n/);
  socket.close();
});

test('a stop with screens connected is quick, and they take it for a cut and come back', async () => {
  const first = await startApp();
  await first.setUp();
  const auth = { token: (await first.token('board:read')).replace('Bearer ', '') };
  const port = Number(new URL(first.url).port);
  const socket = io(first.url, { transports: ['websocket'], forceNew: true, auth, reconnectionDelay: 20 });
  await new Promise<void>((resolve) => {
    socket.once('hello', () => resolve());
  });
  const cut = new Promise<string>((resolve) => {
    socket.once('disconnect', resolve);
  });
  const startedAt = performance.now();
  await first.stop();
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  expect(await cut).toBe('transport close');
  const again = new Promise<void>((resolve) => {
    socket.once('hello', () => resolve());
  });
  const second = await startApp({ dataDir: first.dataDir, config: { port } });
  await again;
  socket.close();
  await second.close();
});
