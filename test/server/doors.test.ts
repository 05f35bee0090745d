// Who may come in, and as whom, is so at once: for calls, and for sockets that are open.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashSecret } from '../../server/auth.ts';
import type { Problem } from '../../shared/problem.ts';
import type { LinkAnswer, UserPatch, UserView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { addRep, cookieOf, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { enter, fullOffice, secretOf, type Office, type Person } from '../kit/people.ts';
import { pairScreen } from '../kit/screens.ts';
import { watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
});
afterAll(() => app.close());

const patch = (id: string, body: UserPatch) => app.call<UserView>('PATCH', `/api/users/${id}`, body);
const signIn = ({ email, password }: Person) =>
  app.call<Session & Problem>('POST', '/api/session', { email, password }, { as: '' });
const statusOf = async (cookie: string) => (await app.call('GET', '/api/session', undefined, { as: cookie })).status;
const codeOf = ({ status, body }: Answer<Problem>) => [status, body.code];

test('RO5 a role is another one at once, on a socket that is open, too', async () => {
  const person = await enter(app, { name: 'Khoa', email: 'khoa@saoviet.vn', role: 'manager' });
  const watcher = await watchBoard(app.url, { headers: { cookie: person.cookie } });
  const asks = async () => (await app.call('GET', '/api/audit', undefined, { as: person.cookie })).status;
  expect(await asks()).toBe(200);
  expect((await patch(person.id, { role: 'viewer' })).body).toMatchObject({ role: 'viewer', teamIds: null });
  expect(await asks()).toBe(403);
  // Still the same socket, and still connected: a viewer watches.
  expect(await watcher.watch('main')).toHaveProperty('snapshot');
  expect((await patch(person.id, { role: 'manager', teamIds: [office.south] })).body.teamIds).toEqual([office.south]);
  expect(await asks()).toBe(403);
  const listed = await app.call<{ items: UserView[] }>('GET', '/api/users', undefined, { as: person.cookie });
  expect(listed.body.items.map(({ name }) => name)).toEqual(['Bình', 'Khoa']);
  watcher.close();
});

test('RO5 a manager who looks through a screen’s eyes sees as themselves once they may not look at screens', async () => {
  const person = await enter(app, { name: 'Lan', email: 'lan@saoviet.vn', role: 'manager' });
  const auth = { screen: (await pairScreen(app)).id };
  const watcher = await watchBoard(app.url, { headers: { cookie: person.cookie }, auth });
  const config = new Promise<{ screen: object | null }>((resolve) => watcher.socket.once('screen:config', resolve));
  await patch(person.id, { role: 'viewer' });
  expect((await config).screen).toBeNull();
  watcher.close();
});

test('RO5 who is ended is out everywhere at once: calls, sockets, sign-in, links; and may be let in again', async () => {
  const person = await enter(app, { name: 'Nga', email: 'nga@saoviet.vn', role: 'rep', teamId: office.north });
  const second = cookieOf(await signIn(person));
  const phones = await Promise.all(
    [person.cookie, second].map((cookie) => watchBoard(app.url, { headers: { cookie } })),
  );
  const gone = phones.map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)));
  const link = (await app.call<LinkAnswer>('POST', `/api/users/${person.id}/reset`)).body;
  expect((await patch(person.id, { ended: true })).body).toMatchObject({ endedAt: app.clock.now(), sessions: 0 });
  expect(await Promise.all(gone)).toEqual(['io server disconnect', 'io server disconnect']);
  expect(await Promise.all([person.cookie, second].map(statusOf))).toEqual([401, 401]);
  expect(codeOf(await signIn(person))).toEqual([401, 'auth/wrong']);
  const secret = secretOf(link);
  expect((await app.call('POST', '/api/links/read', { secret }, { as: '' })).status).toBe(404);
  const reset = await app.call<Problem>('POST', `/api/users/${person.id}/reset`);
  expect(codeOf(reset)).toEqual([409, 'account/ended']);
  expect((await patch(person.id, { ended: false })).body.endedAt).toBeNull();
  expect((await signIn(person)).status).toBe(200);
  expect(await statusOf(person.cookie)).toBe(401);
});

test('RO5 a rep whose last day is over is out at midnight, though nobody writes anything', async () => {
  const person = await enter(app, { name: 'Oanh', email: 'oanh@saoviet.vn', role: 'rep', teamId: office.north });
  await app.call('PATCH', `/api/reps/${person.repId}`, { leftOn: '2026-11-25' });
  const phone = await watchBoard(app.url, { headers: { cookie: person.cookie } });
  const gone = new Promise((resolve) => phone.socket.once('disconnect', resolve));
  app.clock.moveTo(Date.parse('2026-11-24T23:59:59.999+07:00'));
  expect(await statusOf(person.cookie)).toBe(200);
  app.clock.moveTo(Date.parse('2026-11-25T00:00:00+07:00'));
  expect(await gone).toBe('io server disconnect');
  expect(await statusOf(person.cookie)).toBe(401);
});

test('RO5 after a sign-out nothing reaches its socket any more, not even what the same commit has brought', async () => {
  const rep = await addRep(app, 'Phúc');
  const cookies = [cookieOf(await signIn(office.an)), cookieOf(await signIn(office.an))];
  const [leaver, stayer] = await Promise.all(cookies.map((cookie) => watchBoard(app.url, { headers: { cookie } })));
  if (!leaver || !stayer) throw new Error('nobody watches');
  const before = leaver.patches.length;
  const gone = new Promise((resolve) => leaver.socket.once('disconnect', resolve));
  const { ledger } = app.parts;
  const hash = hashSecret(cookies[0]?.split('=')[1] ?? '');
  // What is asked for in one go shares a transaction.
  const [{ deal }] = await Promise.all([
    ledger.run('deal:record', { type: 'system' }, { rep, amount: '5', customer: 'Bí mật' }),
    ledger.run('session:close', { type: 'system' }, { hash }),
  ]);
  await stayer.reached(deal.rev);
  expect(stayer.patches.at(-1)?.wins.map(({ customer }) => customer)).toEqual(['Bí mật']);
  expect(await gone).toBe('io server disconnect');
  expect(leaver.patches.slice(before)).toEqual([]);
  const again = await app.call('DELETE', '/api/session', undefined, { as: cookies[0] ?? '' });
  expect(again.status).toBe(204);
  stayer.close();
});
