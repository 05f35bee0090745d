// Pairing over real HTTP and sockets: a code, a claim, a token that holds; guessing, running out, rotating.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reachableHost } from '../../server/lan.ts';
import { CODE_LETTERS, CODE_MS } from '../../shared/pairing.ts';
import type { PairingState, ScreenView } from '../../shared/schemas/screens.ts';
import { addRep, cookieOf, faultsOf, startApp, type TestApp } from '../kit/app.ts';
import { askForCode, pairScreen, screenOf } from '../kit/screens.ts';
import { connect } from '../kit/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
});
afterAll(() => app.close());

const claim = (body: object, as?: string) => app.call<ScreenView>('POST', '/api/screens/claim', body, as ? { as } : {});
const stateOf = (secret: string) =>
  app.call<PairingState>('GET', '/api/screens/pairing', undefined, { as: `Bearer ${secret}` });

test('SC9 a TV shows a code, waits, and is a screen once a manager has claimed it; its secret is its token', async () => {
  const { code, secret, claimUrl, expiresAt } = await askForCode(app);
  expect(code).toMatch(new RegExp(`^[${CODE_LETTERS}]{6}$`));
  expect(claimUrl).toMatch(new RegExp(`^http://.+/manage#pair=${code}$`));
  expect(claimUrl).not.toContain('127.0.0.1');
  expect(expiresAt).toBe(app.clock.now() + CODE_MS);
  await expect(connect(app.url, { auth: { token: secret } })).rejects.toThrow('auth/required');
  expect((await stateOf(secret)).body).toMatchObject({ state: 'waiting', expiresAt });
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
  const { status, body } = await claim({ code: spaced, name: 'Sảnh', board: 'team-revenue-month', locale: 'vi' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'Sảnh', settings: { board: 'team-revenue-month', volume: 70 }, status: null });
  expect((await stateOf(secret)).body).toMatchObject({ state: 'claimed' });
  const { socket } = await connect(app.url, { auth: { token: secret } });
  expect(socket.connected).toBe(true);
  socket.close();
  const books = JSON.stringify((await app.call('GET', '/api/audit')).body);
  expect(books).toContain('screen:create');
  expect(books).not.toContain(secret);
});

test('SC9 one claim takes a code; nobody else can, nor after it has run out', async () => {
  const first = await askForCode(app);
  const [one, two] = await Promise.all([
    claim({ code: first.code, name: 'Một' }),
    claim({ code: first.code, name: 'Hai' }),
  ]);
  expect([one.status, two.status].sort((a, b) => a - b)).toEqual([201, 404]);
  const second = await askForCode(app);
  app.clock.advance(CODE_MS - 1);
  expect((await stateOf(second.secret)).status).toBe(200);
  app.clock.advance(1);
  const late = await claim({ code: second.code, name: 'TV' });
  expect([late.status, faultsOf(late)]).toEqual([404, { code: 'screen/no-code' }]);
  expect((await stateOf(second.secret)).status).toBe(404);
});

test('SC9 a claim that is refused leaves the code to be claimed', async () => {
  const { code, secret } = await askForCode(app);
  expect(faultsOf(await claim({ code }))).toEqual({ name: 'field/missing' });
  expect(faultsOf(await claim({ code, name: 'TV', board: 'nothing' }))).toEqual({ board: 'board/not-found' });
  expect((await claim({ code, replaces: 'nothing' })).status).toBe(404);
  expect((await stateOf(secret)).body.state).toBe('waiting');
  expect((await claim({ code, name: 'TV' })).status).toBe(201);
});

test('SC9 managers alone may claim, and one who guesses is stopped while another is not', async () => {
  app.clock.advance(600_000);
  const { code } = await askForCode(app);
  await addRep(app, 'An', { email: 'an@saoviet.vn', password: 'an-an-an-an' });
  const asAn = cookieOf(
    await app.call('POST', '/api/session', { email: 'an@saoviet.vn', password: 'an-an-an-an' }, { as: '' }),
  );
  expect((await claim({ code, name: 'TV' }, asAn)).status).toBe(403);
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess += 1) statuses.push((await claim({ code: 'ACEACE', name: 'TV' })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(404), 429, 429]);
  // Nor is one who guesses told that this guess was right; what is no code at all is no guess.
  expect((await claim({ code, name: 'TV' })).status).toBe(429);
  expect((await claim({ code: 'x', name: 'TV' })).status).toBe(404);
  app.clock.advance(30_000);
  expect((await claim({ code, name: 'TV' })).status).toBe(201);
});

test('SC9 what is no code, no secret or no body of a claim is refused by its field', async () => {
  for (const code of ['', 'x'.repeat(21), 7, null, ['ACEACE']]) {
    expect(faultsOf(await claim({ code, name: 'TV' })), String(code)).toHaveProperty('code');
  }
  expect(faultsOf(await claim({ code: 'ACEACE', name: 'TV', colour: 'red' }))).toEqual({ colour: 'field/unknown' });
  expect((await app.call('GET', '/api/screens/pairing', undefined, { as: '' })).status).toBe(401);
  expect((await stateOf('wbs_made-up')).status).toBe(404);
  const token = await app.token('board:read');
  expect((await app.call('GET', '/api/screens/pairing', undefined, { as: token })).status).toBe(404);
});

test('SC5 another TV takes a screen’s place with all its settings; the old one is sent back to its code', async () => {
  const old = await pairScreen(app, { name: 'Phòng họp', volume: 20 });
  const { socket } = await connect(app.url, { auth: { token: old.token } });
  const left = new Promise<void>((resolve) => void socket.on('screen:revoked', resolve));
  const { code, secret } = await askForCode(app);
  expect((await claim({ code, replaces: old.id })).body).toMatchObject({ id: old.id, settings: { volume: 20 } });
  await left;
  await expect(connect(app.url, { auth: { token: old.token } })).rejects.toThrow('auth/required');
  (await connect(app.url, { auth: { token: secret } })).socket.close();
  socket.close();
});

test('SC5 a rotated token is handed over first; the socket stays, the old token is void', async () => {
  const { id, token } = await pairScreen(app);
  expect((await app.call('POST', `/api/screens/${id}/rotate`)).status).toBe(409);
  const { socket } = await connect(app.url, { auth: { token } });
  const given = new Promise<string>((resolve) => {
    socket.on('screen:token', (message, kept) => {
      resolve(message.token);
      kept();
    });
  });
  expect((await app.call('POST', `/api/screens/${id}/rotate`)).status).toBe(204);
  const next = await given;
  expect(next).not.toBe(token);
  await expect(connect(app.url, { auth: { token } })).rejects.toThrow('auth/required');
  const again = await connect(app.url, { auth: { token: next } });
  expect([socket.connected, again.socket.connected]).toEqual([true, true]);
  again.socket.close();
  socket.close();
});

test('SC9 a TV that asks while its claim is under way is told to wait, not that its code is gone', async () => {
  const { code, secret } = await askForCode(app);
  const [claimed, ...asked] = await Promise.all([
    claim({ code, name: 'TV' }),
    ...Array.from({ length: 40 }, () => stateOf(secret)),
  ]);
  expect(claimed.status).toBe(201);
  expect(asked.map(({ status }) => status)).toEqual(Array<number>(40).fill(200));
  expect((await stateOf(secret)).body.state).toBe('claimed');
});

test('SC5 tokens that are rotated at once leave the screen one that opens, and its socket open', async () => {
  const { id, token } = await pairScreen(app);
  const { socket } = await connect(app.url, { auth: { token } });
  const given: string[] = [];
  socket.on('screen:token', (message, kept) => {
    given.push(message.token);
    kept();
  });
  const rotate = () => app.call('POST', `/api/screens/${id}/rotate`);
  const answers = await Promise.all([rotate(), rotate(), rotate()]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(given).toHaveLength(3);
  expect(socket.connected).toBe(true);
  const opened = await Promise.allSettled(given.map((one) => connect(app.url, { auth: { token: one } })));
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of opened) if (one.status === 'fulfilled') one.value.socket.close();
  socket.close();
});

test('SC5 a twin that does not answer does not hold the rotation up', async () => {
  const { id, token } = await pairScreen(app);
  const [one, twin] = [await connect(app.url, { auth: { token } }), await connect(app.url, { auth: { token } })];
  one.socket.on('screen:token', (_, kept) => kept());
  const started = performance.now();
  expect((await app.call('POST', `/api/screens/${id}/rotate`)).status).toBe(204);
  expect(performance.now() - started).toBeLessThan(4_000);
  one.socket.close();
  twin.socket.close();
});

test('a name that would be read in another order, or on two lines, is refused', async () => {
  const { code } = await askForCode(app);
  for (const name of ['TV\nsảnh', 'TV\u202Eevil', 'TV\u2066x']) {
    expect(faultsOf(await claim({ code, name }))).toEqual({ name: 'text/control' });
  }
});

test('SC5 where the TV does not keep the new token, the old one holds', async () => {
  const { id, token } = await pairScreen(app);
  const { socket } = await connect(app.url, { auth: { token } });
  socket.on('screen:token', () => socket.close());
  expect((await app.call('POST', `/api/screens/${id}/rotate`)).status).toBe(409);
  (await connect(app.url, { auth: { token } })).socket.close();
});

test('a screen’s playlist begins anew, now; it shows its name; one that is away is said to be', async () => {
  const { id, token } = await pairScreen(app);
  expect((await app.call('POST', `/api/screens/${id}/identify`)).status).toBe(409);
  let changedAt = 0;
  const { socket } = await connect(app.url, { auth: { token } }, (fresh) => {
    fresh.on('screen:config', ({ playlist }) => {
      ({ changedAt } = playlist);
    });
  });
  const named = new Promise<void>((resolve) => void socket.on('screen:identify', resolve));
  expect((await app.call('POST', `/api/screens/${id}/identify`)).status).toBe(204);
  await named;
  app.clock.advance(1234);
  expect((await app.call('POST', `/api/screens/${id}/restart`)).status).toBe(204);
  await expect.poll(() => changedAt).toBe(app.clock.now());
  for (const word of ['identify', 'reload', 'restart', 'rotate']) {
    expect((await app.call('POST', `/api/screens/nothing/${word}`)).status).toBe(404);
  }
  socket.close();
});

test('SC12 when a screen was last seen outlives a restart of the server', async () => {
  const { id, token } = await pairScreen(app, { name: 'Kho' });
  expect((await screenOf(app, id)).lastSeenAt).toBeNull();
  const { socket } = await connect(app.url, { auth: { token } });
  await expect.poll(async () => (await screenOf(app, id)).status?.connected).toBe(true);
  app.clock.advance(5000);
  const seenAt = app.clock.now();
  socket.close();
  await expect.poll(async () => (await screenOf(app, id)).status?.connected).toBe(false);
  await app.stop();
  const again = await startApp({ dataDir: app.dataDir, now: seenAt + 60_000 });
  again.cookie = app.cookie;
  app = again;
  expect(await screenOf(app, id)).toMatchObject({ lastSeenAt: seenAt, status: null });
});

test('a manager’s page sees through a screen’s eyes, and is not taken for it', async () => {
  const { id } = await pairScreen(app, {
    name: 'Sảnh',
    privacy: { initials: true, hideAmounts: true, hideCustomers: true },
  });
  const configs: unknown[] = [];
  const { socket } = await connect(app.url, { auth: { screen: id }, headers: { cookie: app.cookie } }, (fresh) => {
    fresh.on('screen:config', ({ screen }) => configs.push(screen?.name));
  });
  const answer = await socket.emitWithAck('board:watch', { board: 'main' });
  expect(answer).toMatchObject({ snapshot: { privacy: { hideAmounts: true } } });
  expect(configs).toEqual(['Sảnh']);
  expect((await screenOf(app, id)).status).toBeNull();
  socket.close();
  const token = (await app.token('board:read')).replace('Bearer ', '');
  const stranger = await connect(app.url, { auth: { token, screen: id } });
  expect(await stranger.socket.emitWithAck('board:watch', { board: 'main' })).toMatchObject({
    snapshot: { privacy: { hideAmounts: false } },
  });
  stranger.socket.close();
});

test('a TV on the server’s own machine sends phones to an address that they can open', () => {
  expect(reachableHost('localhost:3000', () => ['192.168.1.9'])).toBe('192.168.1.9:3000');
  expect(reachableHost('127.0.0.1', () => ['192.168.1.9'])).toBe('192.168.1.9');
  expect(reachableHost('[::1]:80', () => ['192.168.1.9'])).toBe('192.168.1.9:80');
  expect(reachableHost('localhost.example:3000', () => ['192.168.1.9'])).toBe('localhost.example:3000');
  expect(reachableHost('board.lan', () => ['192.168.1.9'])).toBe('board.lan');
  expect(reachableHost('localhost:3000', () => [])).toBe('localhost:3000');
});
