// Setting up, signing in and out, the cookie, the limit on guesses; machines' tokens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { NewToken, Session } from '../../shared/schemas/office.ts';
import { addRep, cookieOf, faultsOf, OWNER, SETUP_TOKEN, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';

const OFFICE = { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' };
const SIGN_IN = { email: OWNER.email, password: OWNER.password };

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { trustProxy: true } });
});
afterAll(() => app.close());

/** Each caller from an address of its own: the limit on guesses counts by address. */
let caller = 0;
function from(headers: Record<string, string> = {}): { as: string; headers: Record<string, string> } {
  caller += 1;
  return { as: '', headers: { 'x-forwarded-for': `10.0.${caller >> 8}.${caller & 255}`, ...headers } };
}

test('before the setup nothing can be asked but whether it is done', async () => {
  expect((await app.call('GET', '/api/setup')).body).toEqual({ done: false });
  expect((await app.call('POST', '/api/session', SIGN_IN, from())).status).toBe(409);
  for (const path of ['/api/boards/main', '/api/deals', '/api/office', '/api/export/deals.csv']) {
    expect((await app.call('GET', path)).status, path).toBe(401);
  }
  expect((await app.call('GET', '/readyz')).body).toMatchObject({ ok: true, setUp: false });
});

test('a setup with a wrong token or a wrong field stores nothing and names the field', async () => {
  const wrong = await app.call<Problem>(
    'POST',
    '/api/setup',
    { token: 'guessed', office: OFFICE, manager: OWNER },
    from(),
  );
  expect([wrong.status, wrong.body.code]).toEqual([403, 'setup/wrong-token']);
  for (const [office, field] of [
    [{ timeZone: 'Mars/Olympus' }, 'office.timeZone'],
    [{ timeZone: '+07:00' }, 'office.timeZone'],
    [{ currency: 'XAU' }, 'office.currency'],
    [{ currency: 'vnd' }, 'office.currency'],
    [{ locale: 'fr' }, 'office.locale'],
    [{ name: '   ' }, 'office.name'],
    [{ name: 'a'.repeat(121) }, 'office.name'],
    [{ motto: 'x' }, 'office.motto'],
  ] as const) {
    const body = { token: SETUP_TOKEN, office: { ...OFFICE, ...office }, manager: OWNER };
    const answer = await app.call('POST', '/api/setup', body, from());
    expect([answer.status, Object.keys(faultsOf(answer))], field).toEqual([422, [field]]);
  }
  const short = { token: SETUP_TOKEN, office: OFFICE, manager: { ...OWNER, password: 'kurz' } };
  expect(faultsOf(await app.call('POST', '/api/setup', short, from()))).toEqual({
    'manager.password': 'field/minLength',
  });
  expect((await app.call('GET', '/api/setup')).body).toEqual({ done: false });
});

test('a setup gives a session once; of two at the same time one; then it is 409', async () => {
  const body = { token: SETUP_TOKEN, office: OFFICE, manager: OWNER };
  const both = await Promise.all([
    app.call<Session>('POST', '/api/setup', body, from()),
    app.call<Session>('POST', '/api/setup', body, from()),
  ]);
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([201, 409]));
  const done = both.find(({ status }) => status === 201);
  if (!done) throw new Error('nobody set it up');
  app.cookie = cookieOf(done);
  expect(done.body.user).toMatchObject({ name: OWNER.name, role: 'owner', repId: null });
  expect(done.body.office).toMatchObject({ ...OFFICE, exponent: 0 });
  const again = await app.call<Problem>('POST', '/api/setup', body, from());
  expect([again.status, again.body.code]).toEqual([409, 'setup/done']);
  expect((await app.call<Session>('GET', '/api/session')).body.user.email).toBe(OWNER.email);
});

test('the cookie is HttpOnly and SameSite, and Secure only where the request came by https', async () => {
  const plain = await app.call('POST', '/api/session', SIGN_IN, from());
  const overTls = await app.call('POST', '/api/session', SIGN_IN, from({ 'x-forwarded-proto': 'https' }));
  const [cookie, secure] = [plain, overTls].map(({ headers }) => headers.get('set-cookie') ?? '');
  expect(cookie).toMatch(/^winboard=[\w-]{20,}; /);
  for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=']) {
    expect(cookie).toContain(attribute);
    expect(secure).toContain(attribute);
  }
  expect(cookie).not.toContain('Secure');
  expect(secure).toContain('Secure');
});

test('without a trusted proxy a forwarded https is not believed', async () => {
  const open = await startApp();
  await open.setUp();
  const answer = await open.call('POST', '/api/session', SIGN_IN, {
    as: '',
    headers: { 'x-forwarded-proto': 'https' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).not.toContain('Secure');
  await open.close();
});

test('signing in takes the right password only, and says no more about unknown accounts', async () => {
  const upper = await app.call<Session>('POST', '/api/session', { ...SIGN_IN, email: ' HA@saoviet.VN ' }, from());
  expect([upper.status, upper.body.user.name]).toEqual([200, OWNER.name]);
  const wrong = await app.call<Problem>('POST', '/api/session', { ...SIGN_IN, password: 'mat-khau-yeu' }, from());
  const unknown = await app.call<Problem>('POST', '/api/session', { ...SIGN_IN, email: 'x@saoviet.vn' }, from());
  expect([wrong.status, wrong.body.code]).toEqual([401, 'auth/wrong']);
  expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  expect(wrong.headers.get('set-cookie')).toBeNull();
  const nobody = await app.call('POST', '/api/session', { email: null, password: 5 }, from());
  expect(faultsOf(nobody)).toEqual({ email: 'field/type', password: 'field/type' });
});

test('signing out ends this session and no other', async () => {
  const [one, other] = await Promise.all([
    app.call('POST', '/api/session', SIGN_IN, from()),
    app.call('POST', '/api/session', SIGN_IN, from()),
  ]);
  const out = await app.call('DELETE', '/api/session', undefined, { as: cookieOf(one) });
  expect(out.status).toBe(204);
  expect(out.headers.get('set-cookie')).toMatch(/^winboard=;/);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(one) })).status).toBe(401);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(other) })).status).toBe(200);
  expect((await app.call('DELETE', '/api/session', undefined, { as: '' })).status).toBe(204);
});

test('RO5 a session ends by itself 90 days after its last use; a made-up one never begins', async () => {
  const late = await app.call('POST', '/api/session', SIGN_IN, from());
  const used = app.clock.now() + 90 * DAY_MS - 1;
  app.clock.sleepUntil(used);
  const renewed = await app.call('GET', '/api/session', undefined, { as: cookieOf(late) });
  expect(renewed.status).toBe(200);
  // The browser forgets it no sooner.
  expect(renewed.headers.get('set-cookie')).toMatch(new RegExp(`^${cookieOf(late)}; .*Max-Age=${90 * 86_400};`));
  app.clock.sleepUntil(used + 90 * DAY_MS - 1);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(late) })).status).toBe(200);
  app.clock.sleepUntil(app.clock.now() + 90 * DAY_MS);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(late) })).status).toBe(401);
  app.cookie = cookieOf(await app.call('POST', '/api/session', SIGN_IN, from()));
  for (const cookie of ['winboard=', 'winboard=x', 'winboard=%00', `winboard=${'a'.repeat(4000)}`]) {
    expect((await app.call('GET', '/api/session', undefined, { as: cookie })).status, cookie.slice(0, 20)).toBe(401);
  }
});

test('a new password for a rep ends the sessions of the old one', async () => {
  const id = await addRep(app, 'Minh', { email: 'minh@saoviet.vn', password: 'dau-tien-1' });
  const first = await app.call<Session>(
    'POST',
    '/api/session',
    { email: 'minh@saoviet.vn', password: 'dau-tien-1' },
    from(),
  );
  expect(first.body.user).toMatchObject({ role: 'rep', repId: id });
  expect((await app.call('PATCH', `/api/reps/${id}`, { password: 'thu-hai-22' })).status).toBe(200);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(first) })).status).toBe(401);
  const second = { email: 'minh@saoviet.vn', password: 'thu-hai-22' };
  expect((await app.call('POST', '/api/session', second, from())).status).toBe(200);
});

test('a token is shown once, lists without its secret, and is dead when revoked', async () => {
  const made = await app.call<NewToken>('POST', '/api/tokens', { name: ' CRM ', scopes: ['board:read'] });
  expect(made.status).toBe(201);
  expect(made.body.token).toMatch(/^wb_[\w-]{32}$/);
  const list = await app.call<{ items: object[] }>('GET', '/api/tokens');
  expect(list.body.items).toEqual([
    { id: made.body.id, name: 'CRM', scopes: ['board:read'], createdAt: app.clock.now() },
  ]);
  const as = `Bearer ${made.body.token}`;
  expect((await app.call('GET', '/api/boards/main', undefined, { as })).status).toBe(200);
  expect((await app.call('GET', '/api/session', undefined, { as })).status).toBe(403);
  expect((await app.call('DELETE', `/api/tokens/${made.body.id}`)).status).toBe(204);
  expect((await app.call('GET', '/api/boards/main', undefined, { as })).status).toBe(401);
  expect((await app.call<Problem>('DELETE', `/api/tokens/${made.body.id}`)).body.code).toBe('token/not-found');
  expect((await app.call<{ items: object[] }>('GET', '/api/tokens')).body.items).toEqual([]);
});

test('a token needs a name and scopes that exist', async () => {
  for (const [body, field] of [
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['owner'] }, 'scopes.0'],
    [{ name: 'x', scopes: ['board:read', 'board:read'] }, 'scopes'],
    [{ name: '', scopes: ['board:read'] }, 'name'],
    [{ scopes: ['board:read'] }, 'name'],
  ] as const) {
    const answer = await app.call('POST', '/api/tokens', body);
    expect([answer.status, Object.keys(faultsOf(answer))]).toEqual([422, [field]]);
  }
});

test('RO5 an account has fifty sessions: the one that has not been used for longest ends as another begins', async () => {
  const { ledger, directory } = app.parts;
  const id = directory.userByEmail(OWNER.email)?.id ?? '';
  const expiresAt = app.clock.now() + 90 * DAY_MS;
  const open = (hash: string) =>
    ledger.run('session:open', { type: 'system' }, { hash, userId: id, expiresAt, device: '', replaces: null });
  await open('forgotten');
  await open('desk');
  for (let index = 0; index < 60; index += 1) {
    app.clock.advance(1_000);
    const desk = directory.sessionByHash('desk');
    if (desk)
      await ledger.run('sessions:seen', { type: 'system' }, { sightings: [{ ...desk, seenAt: app.clock.now() }] });
    await open(`program ${index}`);
  }
  expect(directory.sessionsOf(id, app.clock.now())).toHaveLength(50);
  const known = ['forgotten', 'program 0', 'program 59', 'desk'].map((hash) => directory.sessionByHash(hash) !== null);
  expect(known).toEqual([false, false, true, true]);
  const others = directory.users.filter((user) => user.id !== id);
  expect(others.some((user) => directory.sessionsOf(user.id, app.clock.now()).length > 0)).toBe(true);
});
