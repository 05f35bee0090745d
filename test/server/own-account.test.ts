// One's own account: where one is signed in, what one is called, the password; and how a session begins and goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { OwnPatch, SessionView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import type { MediaView } from '../../shared/schemas/wall.ts';
import { cookieOf, faultsOf, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { pngBytes, wavBytes } from '../kit/media.ts';
import { fullOffice, invite, secretOf, type Office, type Person } from '../kit/people.ts';
import { watchBoard } from '../kit/sockets.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp({ config: { trustProxy: true } });
  office = await fullOffice(app);
});
afterAll(() => app.close());

let caller = 0;
const address = () => ({ 'x-forwarded-for': `10.2.${(caller += 1) >> 8}.${caller & 255}` });
const signIn = ({ email, password }: Pick<Person, 'email' | 'password'>, as = '', headers = {}) =>
  app.call<Session>('POST', '/api/session', { email, password }, { as, headers: { ...address(), ...headers } });
const sessions = async (as: string) =>
  (await app.call<{ items: SessionView[] }>('GET', '/api/sessions', undefined, { as })).body.items;
const statusOf = async (as: string) => (await app.call('GET', '/api/session', undefined, { as })).status;
const codeOf = ({ status, body }: Answer) => [status, (body as Problem).code];

test('one sees where one is signed in, ends one session, or all but this one', async () => {
  app.clock.advance(5000);
  const phone = cookieOf(await signIn(office.an, '', { 'user-agent': ANDROID }));
  app.clock.advance(5000);
  const laptop = cookieOf(await signIn(office.an));
  const list = await sessions(laptop);
  expect(list.map(({ device, current }) => [device, current])).toEqual([
    ['', true],
    ['Chrome · Android', false],
    ['', false],
  ]);
  const watcher = await watchBoard(app.url, { headers: { cookie: phone } });
  const gone = new Promise((resolve) => watcher.socket.once('disconnect', resolve));
  expect((await app.call('DELETE', `/api/sessions/${list[1]?.id}`, undefined, { as: laptop })).status).toBe(204);
  expect(await gone).toBe('io server disconnect');
  expect([await statusOf(phone), await statusOf(laptop)]).toEqual([401, 200]);
  expect((await app.call('DELETE', '/api/sessions', undefined, { as: laptop })).status).toBe(204);
  expect((await sessions(laptop)).map(({ current }) => current)).toEqual([true]);
  expect(await statusOf(office.an.cookie)).toBe(401);
  office.an.cookie = laptop;
});

test('RO5 a session of somebody else is none of one’s own, whatever the id', async () => {
  const [binhs] = await sessions(office.binh.cookie);
  for (const as of [office.an.cookie, office.manager.cookie, app.cookie]) {
    const answer = await app.call('DELETE', `/api/sessions/${binhs?.id}`, undefined, { as });
    expect(codeOf(answer)).toEqual([404, 'session/not-found']);
  }
  expect(await statusOf(office.binh.cookie)).toBe(200);
});

test('RO5 a sign-in has a secret of its own, and ends what the device was signed in to', async () => {
  // The attacker's session, planted in the victim's browser; and a secret of nobody's.
  for (const planted of [cookieOf(await signIn(office.binh)), 'winboard=planted-by-an-attacker-0123456789']) {
    const answer = await signIn(office.an, planted);
    const own = cookieOf(answer);
    expect(own).not.toBe(planted);
    expect(await statusOf(planted)).toBe(401);
    const me = await app.call<Session>('GET', '/api/session', undefined, { as: own });
    expect(me.body.user.id).toBe(office.an.id);
  }
  const planted = cookieOf(await signIn(office.binh));
  const secret = secretOf(await invite(app, { name: 'Sơn', email: 'son@saoviet.vn', role: 'viewer' }));
  const body = { secret, password: 'mot-mat-khau-dai' };
  const joined = await app.call('POST', '/api/links/accept', body, { as: planted, headers: address() });
  expect(cookieOf(joined)).not.toBe(planted);
  expect(await statusOf(planted)).toBe(401);
});

test('RO5 a failed sign-in ends nothing', async () => {
  const answer = await signIn({ email: office.binh.email, password: 'not the right one' }, office.an.cookie);
  expect([answer.status, await statusOf(office.an.cookie)]).toEqual([401, 200]);
});

test('RO5 when a session was last used is known at once, and is in the books within a minute or at a stop', async () => {
  const inBooks = () => app.parts.tables.sessions.list().find(({ userId }) => userId === office.viewer.id);
  app.clock.advance(60_000);
  const rev = app.parts.tables.revision.read()?.rev;
  app.clock.advance(10_000);
  const usedAt = app.clock.now();
  await statusOf(office.viewer.cookie);
  const seenAt = async () => (await sessions(office.viewer.cookie))[0]?.seenAt;
  expect(await seenAt()).toBe(usedAt);
  expect(inBooks()?.seenAt).toBeLessThan(usedAt);
  // Read afresh for another reason, it is not forgotten.
  await signIn(office.binh);
  expect(app.parts.directory.sessionsOf(office.viewer.id, usedAt)[0]?.seenAt).toBe(usedAt);
  app.clock.advance(60_000);
  await signIn(office.binh);
  expect(inBooks()).toMatchObject({ seenAt: usedAt, expiresAt: usedAt + 90 * 86_400_000 });
  // Nobody is told: it is no rev of its own.
  expect(app.parts.tables.revision.read()?.rev).toBe((rev ?? 0) + 2);
});

const me = (body: OwnPatch, as: string) => app.call<Session>('PATCH', '/api/me', body, { as });

test('one changes one’s own name and language; a rep the face and the walk-up, too', async () => {
  const upload = async (bytes: Uint8Array) => {
    const headers = { 'content-type': 'application/octet-stream' };
    const raw = new Uint8Array(bytes);
    return (await app.call<MediaView>('POST', '/api/media', undefined, { as: office.an.cookie, raw, headers })).body.id;
  };
  const [photoId, soundId] = [await upload(pngBytes(20, 20)), await upload(wavBytes())];
  const answer = await me({ name: ' An Nhiên ', locale: 'en', photoId, soundId }, office.an.cookie);
  expect(answer.body.user).toMatchObject({ name: 'An Nhiên', locale: 'en', role: 'rep' });
  const rep = (await app.call<RepView>('GET', `/api/reps/${office.an.repId}`)).body;
  expect(rep).toMatchObject({ name: 'An Nhiên', photoId, soundId });
  expect((await me({ locale: null }, office.an.cookie)).body.user).toMatchObject({ name: 'An Nhiên', locale: null });
  expect((await me({ locale: 'vi' }, office.viewer.cookie)).body.user.locale).toBe('vi');
  for (const [body, field, as] of [
    [{ name: '\u202Egnp' }, 'name', office.an.cookie],
    [{ name: '' }, 'name', office.viewer.cookie],
    [{ locale: 'fr' }, 'locale', office.an.cookie],
    [{ photoId: soundId }, 'photoId', office.an.cookie],
    [{ soundId: 'ghost' }, 'soundId', office.an.cookie],
    [{ photoId }, 'photoId', office.viewer.cookie],
    [{ role: 'owner' }, 'role', office.an.cookie],
    [{ email: 'x@saoviet.vn' }, 'email', office.an.cookie],
    [{ teamIds: null }, 'teamIds', office.northManager.cookie],
  ] as const) {
    expect(Object.keys(faultsOf(await me(body as OwnPatch, as))), JSON.stringify(body)).toEqual([field]);
  }
});

const setPassword = (body: object, as: string) => app.call('PUT', '/api/me/password', body, { as });

test('RO5 a new password needs the old one, and ends every other session', async () => {
  const { email, password: current } = office.binh;
  const other = cookieOf(await signIn(office.binh));
  const watcher = await watchBoard(app.url, { headers: { cookie: other } });
  const gone = new Promise((resolve) => watcher.socket.once('disconnect', resolve));
  const next = 'mot-mat-khau-khac';
  for (const body of [{ next }, { current: 'guessed', next }, { current: '', next }]) {
    expect(faultsOf(await setPassword(body, office.binh.cookie))).toEqual({ current: 'password/wrong' });
  }
  expect(faultsOf(await setPassword({ current, next: 'kurz' }, office.binh.cookie))).toEqual({
    next: 'field/minLength',
  });
  expect((await setPassword({ current, next }, office.binh.cookie)).status).toBe(204);
  expect(await gone).toBe('io server disconnect');
  expect([await statusOf(office.binh.cookie), await statusOf(other)]).toEqual([200, 401]);
  const both = [await signIn({ email, password: current }), await signIn({ email, password: next })];
  expect(both.map(({ status }) => status)).toEqual([401, 200]);
  office.binh.password = next;
});

test('RO5 who guesses at the old password from an open session is stopped', async () => {
  const statuses = [];
  for (let i = 0; i < 11; i += 1) {
    const body = { current: `guess-${i}`, next: 'mot-mat-khau-dai' };
    statuses.push((await setPassword(body, office.viewer.cookie)).status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
});
