// Phones that go from hand to hand: marked by a manager, opened by PIN, quick to forget.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWeakPin } from '../../shared/pin.ts';
import type { Problem } from '../../shared/problem.ts';
import type { SharedPhonePerson, SharedPhoneView, UserView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { addRep, faultsOf, OWNER, postDeal, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { connect } from '../kit/sockets.ts';

const MINUTE_MS = 60_000;
const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };
const BINH = { email: 'binh@saoviet.vn', password: 'binh-binh' };
const AN_PIN = '4071';

let app: TestApp;
let an: string;
let binh: string;
/** The shared phone's own cookie. */
let phone: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An', AN);
  binh = await addRep(app, 'Bình', BINH);
  phone = cookie(await app.call('POST', '/api/shared-phones', { name: 'Quầy 1' }), 'winboard_phone');
  for (const [who, pin] of [
    [AN, AN_PIN],
    [OWNER, '8263'],
  ] as const) {
    const as = await signIn(who);
    expect((await app.call('PUT', '/api/me/pin', { pin, password: who.password }, { as })).status).toBe(204);
  }
});
afterAll(() => app.close());

function cookie(answer: Answer, name = 'winboard'): string {
  const set = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  return set?.split(';')[0] ?? '';
}

const signIn = async ({ email, password }: { email: string; password: string }): Promise<string> =>
  cookie(await app.call('POST', '/api/session', { email, password }, { as: '' }));

const people = (as: string) =>
  app.call<Problem & { items: SharedPhonePerson[] }>('GET', '/api/shared-phones/people', undefined, { as });

async function userIdOf(name: string): Promise<string> {
  const { body } = await people(phone);
  return body.items.find((person) => person.name === name)?.userId ?? '';
}

const enter = (userId: string, pin: string, as = phone) =>
  app.call<Session & Problem>('POST', '/api/session/pin', { userId, pin }, { as });

/** Signs in on the shared phone; gives both cookies. */
async function enterAs(name: string, pin: string): Promise<string> {
  const answer = await enter(await userIdOf(name), pin);
  expect(answer.status).toBe(200);
  return `${phone}; ${cookie(answer)}`;
}

const statusOf = async (as: string) => (await app.call('GET', '/api/session', undefined, { as })).status;

test('RO8 a manager marks the phone that asks; its cookie is long-lived and no script’s', async () => {
  const answer = await app.call<SharedPhoneView>('POST', '/api/shared-phones', { name: ' Kho ' });
  expect([answer.status, answer.body]).toEqual([
    201,
    { id: answer.body.id, name: 'Kho', createdAt: app.clock.now(), current: true },
  ]);
  const set = answer.headers.getSetCookie().find((one) => one.startsWith('winboard_phone=')) ?? '';
  expect(set).toMatch(/Max-Age=\d{8}; Path=\/; HttpOnly; SameSite=Lax$/);
  const list = await app.call<{ items: SharedPhoneView[] }>('GET', '/api/shared-phones', undefined, {
    as: `${app.cookie}; ${phone}`,
  });
  expect(list.body.items.map(({ name, current }) => [name, current])).toEqual([
    ['Quầy 1', true],
    ['Kho', false],
  ]);
  expect((await app.call('DELETE', `/api/shared-phones/${answer.body.id}`)).status).toBe(204);
  expect((await app.call('DELETE', `/api/shared-phones/${answer.body.id}`)).status).toBe(404);
  for (const name of ['', '  ', 'x'.repeat(121), 'a\u202Eb', 5]) {
    const wrong = await app.call('POST', '/api/shared-phones', { name });
    expect([wrong.status, Object.keys(faultsOf(wrong))]).toEqual([422, ['name']]);
  }
});

test('RO8 nobody but a manager of the whole office has to do with shared phones', async () => {
  const as = await signIn(AN);
  for (const [method, path] of [
    ['GET', '/api/shared-phones'],
    ['POST', '/api/shared-phones'],
    ['DELETE', '/api/shared-phones/x'],
  ] as const) {
    const body = method === 'POST' ? { name: 'Mine' } : undefined;
    expect((await app.call(method, path, body, { as })).status, path).toBe(403);
  }
});

test('RO8 the people are shown to a shared phone alone: those who have a PIN and are with the office', async () => {
  const { body } = await people(phone);
  expect(body.items.map(({ name }) => name)).toEqual(['An', OWNER.name]);
  expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(['name', 'photoId', 'userId']);
  for (const as of ['', 'winboard_phone=guessed', app.cookie]) {
    const answer = await people(as);
    expect([answer.status, answer.body.code]).toEqual([404, 'request/not-found']);
    expect((await enter(body.items[0]?.userId ?? '', AN_PIN, as)).status).toBe(404);
  }
});

test('RO8 a PIN opens a session of a rep, whoever it is: it posts one’s wins and manages nothing', async () => {
  const asAn = await enterAs('An', AN_PIN);
  const { body } = await app.call<Session>('GET', '/api/session', undefined, { as: asAn });
  expect([body.user.name, body.user.role, body.sharedPhone]).toEqual(['An', 'rep', 'Quầy 1']);
  const deal = { rep: an, amount: '5000', customer: 'An Phát' };
  expect((await app.call('POST', '/api/deals', deal, { as: asAn })).status).toBe(201);
  const asOwner = await enterAs(OWNER.name, '8263');
  const owner = await app.call<Session>('GET', '/api/session', undefined, { as: asOwner });
  expect(owner.body.user.role).toBe('viewer');
  for (const path of ['/api/tokens', '/api/audit', '/api/shared-phones', '/api/reps']) {
    expect((await app.call('GET', path, undefined, { as: asOwner })).status, path).toBe(403);
  }
});

test('RO7 RO8 wrong PINs wait after five, by account and phone, and say nothing of who there is', async () => {
  const id = await userIdOf('An');
  const wrong = await enter(id, '0001');
  const unknown = await enter('nobody', '0001');
  expect([wrong.status, wrong.body.code]).toEqual([401, 'auth/wrong-pin']);
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  const more = await Promise.all(Array.from({ length: 8 }, (_, index) => enter(id, `000${index}`)));
  expect(more.filter(({ status }) => status === 401)).toHaveLength(4);
  const right = await enter(id, AN_PIN);
  expect([right.status, right.headers.get('retry-after'), right.body.retryAfter]).toEqual([429, '300', 300]);
  expect((await enter(await userIdOf(OWNER.name), '8263')).status).toBe(200);
  app.clock.advance(5 * MINUTE_MS);
  expect((await enter(id, AN_PIN)).status).toBe(200);
  app.clock.advance(60 * MINUTE_MS);
});

test('RO7 RO8 who has no PIN is neither checked nor remembered, and uses up nothing of who has one', async () => {
  const before = app.parts.guesses.size;
  const ghosts = await Promise.all(Array.from({ length: 300 }, (_, index) => enter(`ghost${index}`, '1357')));
  const users = await app.call<{ items: UserView[] }>('GET', '/api/users');
  const bare = await enter(users.body.items.find(({ repId }) => repId === binh)?.id ?? '', '1357');
  expect(new Set([...ghosts, bare].map(({ status }) => status))).toEqual(new Set([401]));
  expect(app.parts.guesses.size).toBe(before);
  expect((await enter(await userIdOf('An'), AN_PIN)).status).toBe(200);
});

test('RO8 a session that nobody uses for ten minutes ends by itself, and its socket with it', async () => {
  const asAn = await enterAs('An', AN_PIN);
  app.clock.advance(30_000);
  const { socket } = await connect(app.url, { headers: { cookie: asAn } });
  const gone = new Promise((resolve) => socket.once('disconnect', resolve));
  for (let turn = 0; turn < 3; turn += 1) {
    app.clock.advance(9 * MINUTE_MS);
    expect(await statusOf(asAn)).toBe(200);
  }
  app.clock.advance(11 * MINUTE_MS);
  await gone;
  expect(await statusOf(asAn)).toBe(401);
});

test('RO8 a session lasts twelve hours at the most, however much it is used', async () => {
  const asAn = await enterAs('An', AN_PIN);
  app.clock.advance(MINUTE_MS);
  for (let minutes = 1; minutes < 12 * 60 - 5; minutes += 5) {
    app.clock.advance(5 * MINUTE_MS);
    expect(await statusOf(asAn)).toBe(200);
  }
  app.clock.advance(5 * MINUTE_MS);
  expect(await statusOf(asAn)).toBe(401);
});

test('RO8 after a restart a session on a shared phone still ends ten minutes after its last use', async () => {
  const asAn = await enterAs('An', AN_PIN);
  await app.stop();
  const restarted = await startApp({ dataDir: app.dataDir, now: app.clock.now() });
  restarted.cookie = app.cookie;
  app = restarted;
  app.clock.advance(9 * MINUTE_MS);
  expect(await statusOf(asAn)).toBe(200);
  app.clock.advance(11 * MINUTE_MS);
  await expect.poll(() => statusOf(asAn)).toBe(401);
});

test('RO8 a new PIN needs the password, and ends who is in by the old one', async () => {
  const asAn = await enterAs('An', AN_PIN);
  const as = await signIn(AN);
  const put = (body: object) => app.call<Problem>('PUT', '/api/me/pin', body, { as });
  expect(faultsOf(await put({ pin: '5093' }))).toEqual({ password: 'password/wrong' });
  expect(faultsOf(await put({ pin: '5093', password: 'x' }))).toEqual({ password: 'password/wrong' });
  expect(await statusOf(asAn)).toBe(200);
  expect((await put({ pin: '5093', password: AN.password })).status).toBe(204);
  expect(await statusOf(asAn)).toBe(401);
  expect(await statusOf(as)).toBe(200);
  expect((await enter(await userIdOf('An'), AN_PIN)).status).toBe(401);
  expect((await enter(await userIdOf('An'), '5093')).status).toBe(200);
  expect((await put({ pin: null, password: AN.password })).status).toBe(204);
  expect((await people(phone)).body.items.map(({ name }) => name)).toEqual([OWNER.name]);
  expect((await put({ pin: AN_PIN, password: AN.password })).status).toBe(204);
});

test('RO8 a PIN that anybody tries first, or that is none, is refused by its field', async () => {
  const as = await signIn(BINH);
  for (const pin of ['0000', '1234', '4321', '7890', '1212', '123123', '2580', '1122', '99999999']) {
    expect(isWeakPin(pin), pin).toBe(true);
    const answer = await app.call('PUT', '/api/me/pin', { pin, password: BINH.password }, { as });
    expect([answer.status, faultsOf(answer)], pin).toEqual([422, { pin: 'pin/weak' }]);
  }
  for (const pin of ['123', '123456789', '12a4', '١٢٣٤', '-123', 1234, '']) {
    const answer = await app.call('PUT', '/api/me/pin', { pin, password: BINH.password }, { as });
    expect([answer.status, Object.keys(faultsOf(answer))], String(pin)).toEqual([422, ['pin']]);
  }
  const strong = ['4071', '1357', '20458', '918273', '1024'];
  expect(strong.filter((pin) => isWeakPin(pin))).toEqual([]);
});

test('RO8 a leaver is not shown and does not get in, and is out at once', async () => {
  const as = await signIn(BINH);
  await app.call('PUT', '/api/me/pin', { pin: '6150', password: BINH.password }, { as });
  const asBinh = await enterAs('Bình', '6150');
  const id = await userIdOf('Bình');
  const { socket } = await connect(app.url, { headers: { cookie: asBinh } });
  const gone = new Promise((resolve) => socket.once('disconnect', resolve));
  expect((await app.call('PATCH', `/api/reps/${binh}`, { leftOn: '2026-11-24' })).status).toBe(200);
  await gone;
  expect(await statusOf(asBinh)).toBe(401);
  expect((await people(phone)).body.items.map(({ name }) => name)).not.toContain('Bình');
  expect((await enter(id, '6150')).status).toBe(401);
});

test('RO8 a revoked phone is a stranger at once: its sessions end, their sockets hear nothing more', async () => {
  const asAn = await enterAs('An', AN_PIN);
  const own = await signIn(AN);
  const { socket } = await connect(app.url, { headers: { cookie: asAn } });
  const heard: string[] = [];
  socket.onAny((event: string) => heard.push(event));
  const gone = new Promise((resolve) => socket.once('disconnect', resolve));
  const list = await app.call<{ items: SharedPhoneView[] }>('GET', '/api/shared-phones');
  const id = list.body.items.find(({ name }) => name === 'Quầy 1')?.id ?? '';
  expect((await app.call('DELETE', `/api/shared-phones/${id}`)).status).toBe(204);
  await gone;
  await postDeal(app, { rep: an });
  expect(heard.filter((event) => event === 'board:patch')).toEqual([]);
  expect([await statusOf(asAn), await statusOf(own), (await people(phone)).status]).toEqual([401, 200, 404]);
  expect((await enter(id, AN_PIN)).status).toBe(404);
});
