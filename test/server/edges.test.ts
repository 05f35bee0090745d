// Edges that strangers ran into: each was once a surprise.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { cookieOf, OWNER, startApp, type TestApp } from '../kit/app.ts';

let app: TestApp;
let linh: RepView;
let bao: RepView;

beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  const account = { name: 'Linh', email: 'linh@saoviet.vn', password: 'linh-mat-khau' };
  linh = (await app.call<RepView>('POST', '/api/reps', account)).body;
  bao = (await app.call<RepView>('POST', '/api/reps', { name: 'Bảo' })).body;
});
afterAll(() => app.close());

test('a rep splits with colleagues, but gives nobody a deal without an own share', async () => {
  const signIn = { email: 'linh@saoviet.vn', password: 'linh-mat-khau' };
  const as = cookieOf(await app.call('POST', '/api/session', signIn, { as: '' }));
  const post = (splits: object[]) =>
    app.call('POST', '/api/deals', { rep: linh.id, amount: '10', customer: 'x', splits }, { as });
  expect((await post([{ rep: bao.id, share: 10_000 }])).status).toBe(403);
  const half = [
    { rep: linh.id, share: 5_000 },
    { rep: bao.id, share: 5_000 },
  ];
  expect((await post(half)).status).toBe(201);
});

test('half a character is refused by its field, and composed letters are the same however they are typed', async () => {
  const post = (customer: string, id: string) =>
    app.call<Problem>('POST', '/api/deals', { id, rep: bao.id, amount: '10', customer });
  const broken = await post('x\ud800y', 'broken-text-1');
  expect([broken.status, broken.body.errors?.[0]?.field]).toEqual([422, 'customer']);
  expect((await post('Bảo'.normalize('NFD'), 'same-text-1')).status).toBe(201);
  expect((await post('Bảo'.normalize('NFC'), 'same-text-1')).status).toBe(200);
});

test('an address that is none gets a problem, and a slash at the end does no harm', async () => {
  const bad = await app.call<Problem>('GET', '/api/deals/%ff');
  expect([bad.status, bad.headers.get('content-type')]).toEqual([
    404,
    expect.stringContaining('application/problem+json'),
  ]);
  expect((await app.call('GET', '/api/boards/')).status).toBe(200);
});

test('guessing at one account locks no other one out', async () => {
  const attempt = (email: string, password: string) =>
    app.call('POST', '/api/session', { email, password }, { as: '' });
  const guesses = await Promise.all(Array.from({ length: 12 }, () => attempt('nobody@saoviet.vn', 'guess')));
  expect(guesses.map(({ status }) => status)).toContain(429);
  expect((await attempt(OWNER.email, OWNER.password)).status).toBe(200);
});
