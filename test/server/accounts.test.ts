// Accounts, seen and changed by who manages people: how far, what is never done to oneself, and how soon it holds.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { SessionView, UserPatch, UserView } from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { addRep, cookieOf, faultsOf, OWNER, revOf, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { enter, fullOffice, type Office, type Person } from '../kit/people.ts';

let app: TestApp;
let office: Office;
let owner: string;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  owner = (await app.call<Session>('GET', '/api/session')).body.user.id;
});
afterAll(() => app.close());

const patch = (id: string, body: UserPatch, as = app.cookie) =>
  app.call<UserView & Problem>('PATCH', `/api/users/${id}`, body, { as });
const listed = async (as: string) =>
  (await app.call<{ items: UserView[] }>('GET', '/api/users', undefined, { as })).body.items;
const userOf = async (id: string) => (await listed(app.cookie)).find((user) => user.id === id);
const signIn = ({ email, password }: Pick<Person, 'email' | 'password'>) =>
  app.call<Session>('POST', '/api/session', { email, password }, { as: '' });
const statusOf = async (cookie: string) => (await app.call('GET', '/api/session', undefined, { as: cookie })).status;
const codeOf = ({ status, body }: Answer<Problem>) => [status, body.code];

test('an account says what it may and how it is opened, and nothing that opens it', async () => {
  const items = await listed(app.cookie);
  expect(items.map(({ name }) => name)).toEqual([OWNER.name, 'Mai', 'Bắc', 'An', 'Bình', 'Vy']);
  expect(items[2]).toEqual({
    id: office.northManager.id,
    name: 'Bắc',
    email: 'bac@saoviet.vn',
    role: 'manager',
    repId: null,
    teamIds: [office.north],
    hasPassword: true,
    hasPin: false,
    passkeys: 0,
    sessions: 1,
    seenAt: app.clock.now(),
    endedAt: null,
    editable: true,
  });
  expect(JSON.stringify(items)).not.toMatch(/argon2|hash/i);
});

test('RO4 RO5 a manager of teams sees the accounts of who is in them, and only what is theirs to change is open', async () => {
  const seen = await listed(office.northManager.cookie);
  expect(seen.map(({ name, editable }) => [name, editable])).toEqual([
    ['Bắc', false],
    ['An', true],
  ]);
  const all = await listed(office.manager.cookie);
  expect(all.filter(({ editable }) => !editable).map(({ role }) => role)).toEqual(['owner']);
  for (const { id } of [office.binh, office.viewer, office.manager]) {
    expect(codeOf(await patch(id, { name: 'X' }, office.northManager.cookie))).toEqual([404, 'user/not-found']);
  }
  expect((await patch(office.an.id, { name: 'An An' }, office.northManager.cookie)).body.name).toBe('An An');
  for (const body of [{ role: 'viewer' }, { role: 'manager' }, { role: 'owner' }, { repId: office.chi }] as const) {
    expect(codeOf(await patch(office.an.id, body, office.northManager.cookie))).toEqual([403, 'auth/forbidden']);
  }
});

test('RO5 only owners touch owners and make them', async () => {
  const rev = await revOf(app);
  const as = office.manager.cookie;
  for (const body of [{ name: 'X' }, { ended: true }, { role: 'rep' }, { email: 'x@x.vn' }, { pin: '4711' }] as const) {
    expect(codeOf(await patch(owner, body, as))).toEqual([403, 'auth/forbidden']);
  }
  expect(codeOf(await patch(office.viewer.id, { role: 'owner' }, as))).toEqual([403, 'auth/forbidden']);
  for (const [method, path] of [
    ['POST', `/api/users/${owner}/reset`],
    ['DELETE', `/api/users/${owner}/sessions`],
  ] as const) {
    expect(codeOf(await app.call<Problem>(method, path, undefined, { as }))).toEqual([403, 'auth/forbidden']);
  }
  expect(await revOf(app)).toBe(rev);
});

test('RO5 nobody changes what they may themselves, ends themselves, or gives themselves another PIN or password here', async () => {
  const rev = await revOf(app);
  for (const [id, as] of [
    [owner, app.cookie],
    [office.manager.id, office.manager.cookie],
  ] as const) {
    for (const body of [{ ended: true }, { role: 'viewer' }, { teamIds: [office.north] }, { pin: '4711' }]) {
      expect(codeOf(await patch(id, body as UserPatch, as))).toEqual([409, 'account/own']);
    }
    const reset = await app.call<Problem>('POST', `/api/users/${id}/reset`, undefined, { as });
    expect(codeOf(reset)).toEqual([409, 'account/own']);
  }
  expect(await revOf(app)).toBe(rev);
  // A form that sends all it shows changes nothing by that.
  expect((await patch(owner, { name: OWNER.name, role: 'owner', teamIds: null, ended: false })).status).toBe(200);
});

test('RO5 the last owner stays, also where two owners end each other at the same time', async () => {
  const other = await enter(app, { name: 'Hai', email: 'hai@saoviet.vn', role: 'owner' });
  const both = await Promise.all([patch(other.id, { ended: true }), patch(owner, { ended: true }, other.cookie)]);
  expect(both.map(({ status }) => status)).toEqual([200, 409]);
  expect(both[1].body.code).toBe('account/last-owner');
  await patch(other.id, { ended: false });
  expect((await patch(other.id, { role: 'manager' })).body.role).toBe('manager');
  // Neither by the way of a rep who leaves.
  const rep = await addRep(app, 'Chị Hà');
  expect((await patch(owner, { repId: rep })).body).toMatchObject({ repId: rep, name: 'Chị Hà' });
  const leave = (as: string) => app.call<Problem>('PATCH', `/api/reps/${rep}`, { leftOn: '2026-11-24' }, { as });
  expect(codeOf(await leave(app.cookie))).toEqual([409, 'account/own']);
  expect(codeOf(await leave(office.manager.cookie))).toEqual([403, 'auth/forbidden']);
  expect(codeOf(await leave(await app.token('people:write')))).toEqual([403, 'auth/forbidden']);
  const third = await enter(app, { name: 'Ba', email: 'ba@saoviet.vn', role: 'owner' });
  expect((await leave(third.cookie)).status).toBe(200);
  expect(await statusOf(app.cookie)).toBe(401);
  await app.call('PATCH', `/api/reps/${rep}`, { leftOn: null }, { as: third.cookie });
  app.cookie = cookieOf(await signIn(OWNER));
  expect((await patch(third.id, { ended: true })).status).toBe(200);
});

test('a manager sees where somebody is signed in, and ends one session or all of them', async () => {
  const [first, second] = [cookieOf(await signIn(office.binh)), cookieOf(await signIn(office.binh))];
  const path = `/api/users/${office.binh.id}/sessions`;
  const sessions = async () => (await app.call<{ items: SessionView[] }>('GET', path)).body.items;
  const [one] = await sessions();
  expect(await sessions()).toHaveLength(3);
  expect(one).toEqual({
    id: one?.id,
    device: '',
    sharedPhone: null,
    createdAt: app.clock.now(),
    seenAt: app.clock.now(),
    current: false,
  });
  expect((await app.call('DELETE', `${path}/${one?.id}`)).status).toBe(204);
  expect(codeOf(await app.call<Problem>('DELETE', `${path}/${one?.id}`))).toEqual([404, 'session/not-found']);
  const open = await Promise.all([first, second, office.binh.cookie].map(statusOf));
  expect(open.filter((status) => status === 200)).toHaveLength(2);
  expect((await app.call('DELETE', path)).status).toBe(204);
  expect(await sessions()).toEqual([]);
  expect(await Promise.all([first, second, office.binh.cookie].map(statusOf))).toEqual([401, 401, 401]);
  office.binh.cookie = cookieOf(await signIn(office.binh));
});

test('one person has one name and one address, whichever of account and rep is changed', async () => {
  const { repId, id } = office.binh;
  await patch(id, { name: ' Bình Minh ', email: 'minh@saoviet.vn' });
  const rep = async () => (await app.call<RepView>('GET', `/api/reps/${repId}`)).body;
  expect(await rep()).toMatchObject({ name: 'Bình Minh', email: 'minh@saoviet.vn' });
  await app.call('PATCH', `/api/reps/${repId}`, { name: 'Bình', email: 'binh@saoviet.vn' });
  expect(await userOf(id)).toMatchObject({ name: 'Bình', email: 'binh@saoviet.vn' });
});

test('what is wrong with a change of an account is said by the field, and nothing of it is done', async () => {
  const rev = await revOf(app);
  const cases: [UserPatch, string][] = [
    [{ name: '' }, 'name'],
    [{ name: 'a\u202Eb' }, 'name'],
    [{ email: 'nowhere' }, 'email'],
    [{ email: null }, 'email'],
    [{ email: OWNER.email.toUpperCase() }, 'email'],
    [{ role: 'boss' as 'owner' }, 'role'],
    [{ role: 'rep' }, 'repId'],
    [{ role: 'rep', repId: 'ghost' }, 'repId'],
    [{ teamIds: [office.north] }, 'teamIds'],
    [{ role: 'manager', teamIds: ['ghost'] }, 'teamIds.0'],
    [{ role: 'manager', teamIds: [office.north, office.north] }, 'teamIds'],
    [{ pin: '12' }, 'pin'],
    [{ pin: '1234' }, 'pin'],
    [{ pin: '١٢٣٤' }, 'pin'],
    [{ passwordHash: 'x' } as UserPatch, 'passwordHash'],
  ];
  for (const [body, field] of cases) {
    const answer = await patch(office.viewer.id, body);
    expect([409, 422], JSON.stringify(body)).toContain(answer.status);
    expect(Object.keys(faultsOf(answer)), JSON.stringify(body)).toEqual([field]);
  }
  expect(codeOf(await patch(office.viewer.id, { repId: office.an.repId }))).toEqual([409, 'account/rep-taken']);
  expect(codeOf(await patch('ghost', { name: 'X' }))).toEqual([404, 'user/not-found']);
  expect(await revOf(app)).toBe(rev);
});

test('RO5 neither a token nor an import changes a manager’s account by the way of the rep', async () => {
  await patch(office.manager.id, { repId: office.chi });
  const { email } = (await userOf(office.manager.id)) ?? {};
  expect(email).toBe('mai@saoviet.vn');
  const asToken = await app.token('people:write', 'import:write');
  const patchRep = (body: object) => app.call<Problem>('PATCH', `/api/reps/${office.chi}`, body, { as: asToken });
  for (const body of [{ email: 'evil@saoviet.vn' }, { name: 'Evil' }, { leftOn: '2026-01-01' }]) {
    expect(codeOf(await patchRep(body))).toEqual([403, 'auth/forbidden']);
  }
  expect(faultsOf(await patchRep({ password: 'mot-mat-khau' }))).toEqual({ password: 'account/people-only' });
  const own = await app.call<Problem>(
    'PATCH',
    `/api/reps/${office.chi}`,
    { password: 'mot-mat-khau' },
    { as: office.manager.cookie },
  );
  expect(codeOf(own)).toEqual([409, 'account/own']);
  // What is no part of the account may be changed all the same.
  const phone = await app.call<RepView>('PATCH', `/api/reps/${office.chi}`, { phone: '0912 345 678' }, { as: asToken });
  expect(phone.body).toMatchObject({ name: 'Chi', phone: '0912 345 678' });
  const csv = 'name,email,team\nChi,evil@saoviet.vn,Miền Nam\nMới,moi@saoviet.vn,Miền Nam\n';
  const imported = await app.call<{ reps: { new: number } }>('POST', '/api/import/people', undefined, {
    as: asToken,
    raw: csv,
    headers: { 'content-type': 'text/csv' },
  });
  expect([imported.status, (await userOf(office.manager.id))?.email]).toEqual([200, 'mai@saoviet.vn']);
});

test('all that is done to accounts is in the audit, without anything that opens them', async () => {
  await patch(office.viewer.id, { pin: '4711' });
  expect((await userOf(office.viewer.id))?.hasPin).toBe(true);
  await patch(office.viewer.id, { pin: null });
  interface Entry {
    action: string;
    subject: string;
    actor: string;
    data: string;
  }
  const { items } = (await app.call<{ items: Entry[] }>('GET', '/api/audit')).body;
  expect(items.slice(0, 2).map(({ action, subject, actor, data }) => [action, subject, actor, data])).toEqual([
    ['user:patch', office.viewer.id, `user:${owner}`, '{"pin":false}'],
    ['user:patch', office.viewer.id, `user:${owner}`, '{"pin":true}'],
  ]);
  const actions = new Set(items.map(({ action }) => action));
  for (const action of ['invitation:create', 'account:join', 'session:open', 'session:end', 'sessions:end']) {
    expect([...actions]).toContain(action);
  }
  expect(JSON.stringify(items)).not.toMatch(/argon2|4711|likes long ones/);
});
