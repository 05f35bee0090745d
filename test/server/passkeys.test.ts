// Passkeys over real HTTP: challenges good once and here only, keys that open their own account only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Challenges } from '../../server/challenges.ts';
import type { Problem } from '../../shared/problem.ts';
import type { PasskeyView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { addRep, cookieOf, startApp, type Answer, type CallOptions, type TestApp } from '../kit/app.ts';
import { Authenticator, UNVERIFIED, type Asked } from '../kit/authenticator.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };
/** A proxy in front speaks https under this name. */
const SITE = { 'x-forwarded-host': 'bang.saoviet.vn', 'x-forwarded-proto': 'https' };
const ORIGIN = 'https://bang.saoviet.vn';

let app: TestApp;
let asAn: string;
beforeAll(async () => {
  app = await startApp({ config: { trustProxy: true } });
  await app.setUp();
  await addRep(app, 'An', AN);
  asAn = cookieOf(await app.call('POST', '/api/session', AN, { as: '' }));
});
afterAll(() => app.close());

const post = <T>(path: string, body: object = {}, options: CallOptions = {}): Promise<Answer<T>> =>
  app.call<T>('POST', path, body, { ...options, headers: { ...SITE, ...options.headers } });

async function addPasskey(as: string, name?: string): Promise<{ key: Authenticator; view: PasskeyView }> {
  const key = new Authenticator();
  const asked = await post<Asked>('/api/passkeys/options', {}, { as });
  const credential = key.create(asked.body, ORIGIN);
  const answer = await post<PasskeyView>('/api/passkeys', { ...(name !== undefined && { name }), credential }, { as });
  expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ usedAt: null })]);
  return { key, view: answer.body };
}

const askToSignIn = async (): Promise<Asked> =>
  (await post<Asked>('/api/session/passkey/options', {}, { as: '' })).body;
const signIn = (credential: object) => post<Session & Problem>('/api/session/passkey', { credential }, { as: '' });
const list = async (as: string) =>
  (await app.call<{ items: PasskeyView[] }>('GET', '/api/passkeys', undefined, { as })).body.items;

test('RO9 a passkey signs in without a name or a password, and says when it was used', async () => {
  const { key, view } = await addPasskey(asAn, 'Điện thoại của An');
  expect(view.name).toBe('Điện thoại của An');
  app.clock.advance(60_000);
  const answer = await signIn(key.get(await askToSignIn(), ORIGIN));
  expect([answer.status, answer.body.user.name]).toEqual([200, 'An']);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^winboard=.*Secure/);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(answer) })).status).toBe(200);
  expect((await list(asAn))[0]).toEqual({ ...view, usedAt: app.clock.now() });
});

test('RO9 what a page is asked names this host, and wants a finger, a face or a PIN', async () => {
  const { body } = await post<object>('/api/passkeys/options', {}, { as: asAn });
  expect(body).toMatchObject({
    rp: { id: 'bang.saoviet.vn', name: 'Sao Việt' },
    user: { name: AN.email, displayName: 'An' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  expect(await askToSignIn()).toMatchObject({ rpId: 'bang.saoviet.vn', userVerification: 'required' });
});

test('RO9 a challenge is good once, for five minutes, for its own purpose and account', async () => {
  const { key } = await addPasskey(asAn);
  const asked = await askToSignIn();
  expect((await signIn(key.get(asked, ORIGIN))).status).toBe(200);
  const again = await signIn(key.get(asked, ORIGIN));
  expect([again.status, again.body.code]).toEqual([401, 'passkey/wrong']);
  const old = await askToSignIn();
  app.clock.advance(5 * 60_000);
  expect((await signIn(key.get(old, ORIGIN))).status).toBe(401);
  const forAdding = await post<Asked>('/api/passkeys/options', {}, { as: asAn });
  expect((await signIn(key.get({ ...forAdding.body, rpId: 'bang.saoviet.vn' }, ORIGIN))).status).toBe(401);
  const made = { rpId: 'bang.saoviet.vn', challenge: Buffer.alloc(56, 7).toString('base64url') };
  expect((await signIn(key.get(made, ORIGIN))).status).toBe(401);
  // Asked of An, answered by the owner.
  const credential = new Authenticator().create(forAdding.body, ORIGIN);
  expect((await post<Problem>('/api/passkeys', { credential })).status).toBe(422);
});

test('RO9 another page’s answer, an unknown key, a counter that goes back and one without a finger are refused', async () => {
  const { key } = await addPasskey(asAn);
  for (const origin of ['https://evil.example', 'http://bang.saoviet.vn', 'https://bang.saoviet.vn:8443', 'null']) {
    expect((await signIn(key.get(await askToSignIn(), origin))).status, origin).toBe(401);
  }
  const foreign = { ...(await askToSignIn()), rpId: 'evil.example' };
  expect((await signIn(key.get(foreign, ORIGIN))).status).toBe(401);
  expect((await signIn(key.get(await askToSignIn(), ORIGIN, UNVERIFIED))).status).toBe(401);
  expect((await signIn(new Authenticator().get(await askToSignIn(), ORIGIN))).status).toBe(401);
  expect((await signIn(key.get(await askToSignIn(), ORIGIN))).status).toBe(200);
  key.counter = 0;
  expect((await signIn(key.get(await askToSignIn(), ORIGIN))).status).toBe(401);
});

test('RO7 RO9 junk locks nobody out behind the same router, and bad answers of one key none of another', async () => {
  const [{ key }, { key: other }] = [await addPasskey(asAn), await addPasskey(asAn)];
  const junk = new Authenticator().get(await askToSignIn(), ORIGIN);
  const statuses = await Promise.all(Array.from({ length: 60 }, async () => (await signIn(junk)).status));
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect((await signIn(key.get(await askToSignIn(), ORIGIN))).status).toBe(200);
  const bad = other.get(await askToSignIn(), 'https://evil.example');
  const tries = await Promise.all(Array.from({ length: 30 }, async () => (await signIn(bad)).status));
  expect(tries.filter((status) => status === 429)).toHaveLength(10);
  expect((await signIn(key.get(await askToSignIn(), ORIGIN))).status).toBe(200);
});

test('RO9 nobody sees or removes another’s passkey; a removed one opens nothing', async () => {
  const { key, view } = await addPasskey(asAn);
  expect((await list(app.cookie)).map(({ id }) => id)).not.toContain(view.id);
  const remove = (id: string, as: string) => app.call<Problem>('DELETE', `/api/passkeys/${id}`, undefined, { as });
  const others = await remove(view.id, app.cookie);
  expect([others.status, others.body.code]).toEqual([404, 'passkey/not-found']);
  expect((await remove(view.id, asAn)).status).toBe(204);
  expect((await remove(view.id, asAn)).status).toBe(404);
  expect((await signIn(key.get(await askToSignIn(), ORIGIN))).status).toBe(401);
});

test('RO9 a passkey is taken once, and twenty are as many as an account has', async () => {
  const as = app.cookie;
  const key = new Authenticator();
  const add = async () => {
    const asked = await post<Asked>('/api/passkeys/options', {}, { as });
    return post<Problem>('/api/passkeys', { credential: key.create(asked.body, ORIGIN) }, { as });
  };
  expect((await add()).status).toBe(201);
  expect((await add()).body.code).toBe('passkey/known');
  for (let count = 1; count < 20; count += 1) await addPasskey(as);
  const asked = await post<Asked>('/api/passkeys/options', {}, { as });
  const credential = new Authenticator().create(asked.body, ORIGIN);
  expect((await post<Problem>('/api/passkeys', { credential }, { as })).body.code).toBe('passkey/too-many');
});

test('RO9 whose account has ended does not get in by a passkey', async () => {
  const BINH = { email: 'binh@saoviet.vn', password: 'binh-binh' };
  const id = await addRep(app, 'Bình', BINH);
  const { key } = await addPasskey(cookieOf(await app.call('POST', '/api/session', BINH, { as: '' })));
  expect((await app.call('PATCH', `/api/reps/${id}`, { leftOn: '2026-11-24' })).status).toBe(200);
  const answer = await signIn(key.get(await askToSignIn(), ORIGIN));
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
});

test('RO9 plain http, an address in place of a name and odd hosts have no passkeys; this very machine has', async () => {
  const ask = (host: string, proto: string) =>
    post<Problem & { rpId: string }>(
      '/api/session/passkey/options',
      {},
      { as: '', headers: { 'x-forwarded-host': host, 'x-forwarded-proto': proto } },
    );
  for (const [host, proto] of [
    ['bang.saoviet.vn', 'http'],
    ['192.168.1.10:3000', 'https'],
    ['127.0.0.1:3000', 'http'],
    ['[::1]:3000', 'https'],
    ['localhost.evil.example', 'http'],
    ['a b', 'https'],
  ] as const) {
    const answer = await ask(host, proto);
    expect([answer.status, answer.body.code], host).toEqual([409, 'passkey/unavailable']);
  }
  for (const [host, rpId] of [
    ['localhost:3000', 'localhost'],
    ['wall.localhost', 'wall.localhost'],
  ] as const) {
    expect((await ask(host, 'http')).body.rpId).toBe(rpId);
  }
});

test('RO9 without a trusted proxy what it says of host and https is not believed', async () => {
  const open = await startApp();
  await open.setUp();
  const answer = await open.call<Problem>('POST', '/api/session/passkey/options', {}, { as: '', headers: SITE });
  expect(answer.body.code).toBe('passkey/unavailable');
  await open.close();
});

test('RO9 an answer that is none names what is missing', async () => {
  for (const credential of [
    {},
    { id: 'x', rawId: 'x', type: 'password' },
    { id: '<script>', rawId: '', response: 5 },
  ]) {
    expect((await signIn(credential)).status).toBe(422);
  }
  const { body } = await signIn({ id: 'x', rawId: 'x', type: 'public-key', clientExtensionResults: {}, response: {} });
  expect(body.errors?.map(({ field }) => field)).toEqual([
    'credential.response.clientDataJSON',
    'credential.response.authenticatorData',
    'credential.response.signature',
  ]);
});

test('RO9 challenges that were used are forgotten after their time, and none of another process is good', () => {
  let now = 0;
  const challenges = new Challenges({ now: () => now });
  const other = new Challenges({ now: () => now });
  const one = challenges.make('sign-in');
  expect([challenges.isGood(one, 'sign-in'), challenges.isGood(one, 'add'), other.isGood(one, 'sign-in')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([challenges.use(one, 'sign-in'), challenges.use(one, 'sign-in')]).toEqual([true, false]);
  expect(challenges.use(`${one}=`, 'sign-in')).toBe(false);
  now += 5 * 60_000;
  expect(challenges.use(one, 'sign-in')).toBe(false);
  for (const odd of ['', 'x', one.slice(1), '💥'.repeat(100)]) expect(challenges.isGood(odd, 'sign-in')).toBe(false);
});
