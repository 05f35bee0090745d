// Who joins a team late, who leaves: what it does to deals, boards and doors.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { cookieOf, startApp, type TestApp } from '../kit/app.ts';
import { watchBoard } from '../kit/sockets.ts';

const LINH = { name: 'Linh', email: 'linh@saoviet.vn', password: 'linh-mat-khau' };

let app: TestApp;
let linh: RepView;
let team: { id: string };

beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  linh = (await app.call<RepView>('POST', '/api/reps', LINH)).body;
  team = (await app.call<{ id: string }>('POST', '/api/teams', { name: 'Alpha' })).body;
  await app.call('POST', '/api/deals', { rep: linh.id, amount: '5', customer: 'An Phát', closedAt: '2026-11-20' });
});
afterAll(() => app.close());

test('ST9 a rep’s first team reaches back for ever, also where it comes later than the first deal', async () => {
  expect((await app.call('PATCH', `/api/reps/${linh.id}`, { teamId: team.id })).status).toBe(200);
  const { body } = await app.call<StandingsView>('GET', '/api/standings?by=team');
  expect(body.rows[0]).toMatchObject({ name: 'Alpha', value: 5, deals: 1 });
});

test('ST9 a moving date without a team is refused by its name', async () => {
  const answer = await app.call<Problem>('PATCH', `/api/reps/${linh.id}`, { teamSince: '2026-11-01' });
  expect(answer.status).toBe(422);
  expect(answer.body.errors?.map(({ field }) => field)).toEqual(['teamSince']);
});

test('a rep who leaves is out at once: session, sign-in and sockets', async () => {
  const { email, password } = LINH;
  const cookie = cookieOf(await app.call('POST', '/api/session', { email, password }, { as: '' }));
  expect((await app.call('GET', '/api/session', undefined, { as: cookie })).status).toBe(200);
  const phone = await watchBoard(app.url, { headers: { cookie } });
  const revoked = new Promise((resolve) => phone.socket.once('disconnect', resolve));
  await app.call('PATCH', `/api/reps/${linh.id}`, { leftOn: '2026-11-24' });
  expect(await revoked).toBe('io server disconnect');
  expect((await app.call('GET', '/api/session', undefined, { as: cookie })).status).toBe(401);
  expect((await app.call('POST', '/api/session', { email, password }, { as: '' })).status).toBe(401);
  const board = await app.call<StandingsView>('GET', '/api/standings');
  expect(board.body.rows[0]).toMatchObject({ name: 'Linh', value: 5, rank: 1 });
});
