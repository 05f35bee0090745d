// Guessing at passwords and at the setup token over real HTTP: slowed, and nobody locked out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { addRep, OWNER, SETUP_TOKEN, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { invite, secretOf } from '../kit/people.ts';

const OFFICE = '203.0.113.7';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ config: { trustProxy: true } });
});
afterAll(() => app.close());

/** Signs in from an address, on a device that has kept these cookies. */
function signIn(account: { email: string; password: string }, address: string, cookies = ''): Promise<Answer<Problem>> {
  const { email, password } = account;
  return app.call(
    'POST',
    '/api/session',
    { email, password },
    { as: cookies, headers: { 'x-forwarded-for': address } },
  );
}

/** The cookie by which an account knows this device again. */
function deviceCookie(answer: Answer): string {
  const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('winboard_device='));
  return set?.split(';')[0] ?? '';
}

test('RO7 the setup token is guessed twenty times from one address, then one waits; nothing is stored', async () => {
  const office = { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' };
  const guess = (token: string, address: string) =>
    app.call<Problem>(
      'POST',
      '/api/setup',
      { token, office, manager: OWNER },
      { as: '', headers: { 'x-forwarded-for': address } },
    );
  const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => guess(`guess-${index}`, '198.51.100.1')));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
    ...Array<number>(20).fill(403),
    ...Array<number>(5).fill(429),
  ]);
  expect((await guess(SETUP_TOKEN, '198.51.100.1')).status).toBe(429);
  expect((await app.call('GET', '/api/setup')).body).toEqual({ done: false });
  await app.setUp();
});

test('RO7 an office of 50 behind one router signs in at nine o’clock, all within a moment', async () => {
  const people = Array.from({ length: 50 }, (_, index) => ({
    email: `rep${index}@saoviet.vn`,
    password: `mat-khau-${index}`,
  }));
  for (const person of people) await addRep(app, person.email, person);
  const slips = await Promise.all(people.map((person) => signIn({ ...person, password: 'gõ nhầm rồi' }, OFFICE)));
  expect(new Set(slips.map(({ status }) => status))).toEqual(new Set([401]));
  const answers = await Promise.all(people.map((person) => signIn(person, OFFICE)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('RO7 who guesses at one account is told how long to wait, right or wrong', async () => {
  const answers = [];
  for (let index = 0; index < 11; index += 1) {
    answers.push(await signIn({ ...OWNER, password: `geraten-${index}` }, '198.51.100.2'));
  }
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429]);
  const right = await signIn(OWNER, '198.51.100.2');
  expect(right.body).toMatchObject({ code: 'request/too-many', status: 429, retryAfter: 60 });
  expect(right.headers.get('retry-after')).toBe('60');
  expect(right.headers.getSetCookie()).toEqual([]);
  app.clock.advance(60_000);
  expect((await signIn(OWNER, '198.51.100.2')).status).toBe(200);
});

test('RO7 an unknown account is slowed in the same way, and so tells nothing', async () => {
  const statuses = [];
  for (let index = 0; index < 11; index += 1) {
    statuses.push((await signIn({ email: 'nobody@saoviet.vn', password: `x-${index}` }, '198.51.100.3')).status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
});

test('RO7 the victim gets in from a device that the account knows, also after a restart; a new password forgets it', async () => {
  const victim = { email: 'rep7@saoviet.vn', password: 'mat-khau-7' };
  const known = deviceCookie(await signIn(victim, OFFICE));
  expect(known).toMatch(/^winboard_device=[\w.-]+$/);
  const attack = async (address: string): Promise<void> => {
    for (let index = 0; index < 11; index += 1) await signIn({ ...victim, password: `doan-${index}` }, address);
  };
  // From within the office, and from so many other places that no stranger has a guess left.
  await attack(OFFICE);
  for (let index = 0; index < 6; index += 1) await attack(`198.51.100.${100 + index}`);
  expect((await signIn(victim, OFFICE)).status).toBe(429);
  expect((await signIn(victim, '192.0.2.99')).status).toBe(429);
  expect((await signIn(victim, OFFICE, known)).status).toBe(200);
  const forged = known.replace(/.{5}$/, 'AAAAA');
  expect((await signIn(victim, OFFICE, forged)).status).toBe(429);

  await app.stop();
  const restarted = await startApp({ dataDir: app.dataDir, now: app.clock.now(), config: { trustProxy: true } });
  restarted.cookie = app.cookie;
  app = restarted;
  await attack(OFFICE);
  expect((await signIn(victim, OFFICE)).status).toBe(429);
  expect((await signIn(victim, OFFICE, known)).status).toBe(200);

  const reps = await app.call<{ items: { id: string; email: string }[] }>('GET', '/api/reps');
  const id = reps.body.items.find(({ email }) => email === victim.email)?.id ?? '';
  expect((await app.call('PATCH', `/api/reps/${id}`, { password: 'mat-khau-moi' })).status).toBe(200);
  expect((await signIn({ ...victim, password: 'mat-khau-moi' }, OFFICE, known)).status).toBe(429);
});

test('RO7 a device remembers the accounts of a counter’s laptop, eight of them, and opens nothing by itself', async () => {
  let cookie = '';
  for (let index = 10; index < 20; index += 1) {
    const person = { email: `rep${index}@saoviet.vn`, password: `mat-khau-${index}` };
    cookie = deviceCookie(await signIn(person, OFFICE, cookie));
  }
  expect(cookie.split('~')).toHaveLength(8);
  const wrong = await signIn({ email: 'rep19@saoviet.vn', password: 'x' }, OFFICE, cookie);
  expect([wrong.status, wrong.body.code]).toEqual([401, 'auth/wrong']);
  expect((await app.call('GET', '/api/session', undefined, { as: cookie })).status).toBe(401);
  for (const odd of ['winboard_device=~~~', 'winboard_device=a.b.c', `winboard_device=${'a.b.c~'.repeat(300)}`]) {
    expect((await signIn({ email: 'rep19@saoviet.vn', password: 'mat-khau-19' }, '192.0.2.1', odd)).status).toBe(200);
  }
});

test('RO6 RO7 who tries links out is stopped, while a good one opens behind the same router', async () => {
  const here = { as: '', headers: { 'x-forwarded-for': '198.51.100.50' } };
  const tries = [];
  for (let index = 0; index < 101; index += 1) {
    tries.push((await app.call('POST', '/api/links/read', { secret: `guess-${index}` }, here)).status);
  }
  expect(tries).toEqual([...Array<number>(100).fill(404), 429]);
  const secret = secretOf(await invite(app, { name: 'Yến', role: 'viewer' }));
  expect((await app.call('POST', '/api/links/read', { secret }, here)).status).toBe(200);
  const body = { secret, password: 'mot-mat-khau-dai', email: 'yen@saoviet.vn' };
  expect((await app.call('POST', '/api/links/accept', body, here)).status).toBe(200);
});
