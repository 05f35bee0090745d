// Links that are used once: who may make them, what they say, what they open, and when they open nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type {
  InvitationBody,
  InvitationView,
  LinkAcceptBody,
  LinkAnswer,
  LinkView,
} from '../../shared/schemas/accounts.ts';
import type { Session } from '../../shared/schemas/office.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { addRep, cookieOf, faultsOf, OWNER, revOf, startApp, type Answer, type TestApp, settled } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';
import { enter, fullOffice, invite, secretOf, type Office } from '../kit/people.ts';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp({ config: { trustProxy: true } });
  office = await fullOffice(app);
});
afterAll(() => app.close());

/** Each caller from an address of its own: the limit on links counts by address. */
let caller = 0;
function stranger() {
  caller += 1;
  return { as: '', headers: { 'x-forwarded-for': `10.1.${caller >> 8}.${caller & 255}` } };
}

const read = (secret: string) => app.call<LinkView & Problem>('POST', '/api/links/read', { secret }, stranger());
const accept = (body: LinkAcceptBody) => app.call<Session & Problem>('POST', '/api/links/accept', body, stranger());
const open = async (as = app.cookie) =>
  (await app.call<{ items: InvitationView[] }>('GET', '/api/invitations', undefined, { as })).body.items;
const ask = (body: InvitationBody, as: string) => app.call<Problem>('POST', '/api/invitations', body, { as });
const reset = (id: string, as = app.cookie) =>
  app.call<LinkAnswer>('POST', `/api/users/${id}/reset`, undefined, { as });
const codeOf = ({ status, body }: Answer<Problem>) => [status, body.code];
const signIn = (email: string, password: string) =>
  app.call<Session>('POST', '/api/session', { email, password }, stranger());

const PASSWORD = 'mot-mat-khau-dai';
const NOT_GOOD = [404, 'link/not-found'];

test('RO6 an invitation is a link whose secret is in the fragment alone; it says whom it is for and is shown once', async () => {
  const link = await invite(app, { name: ' Dung ', email: 'dung@saoviet.vn', role: 'rep', teamId: office.hanoi });
  expect(link).toMatchObject({ expiresAt: app.clock.now() + 7 * DAY_MS, mailed: false });
  expect(link.url).toMatch(/^http:\/\/[\d.]+:\d+\/join#[\w-]{32}$/);
  const [first] = await open();
  expect(first).toEqual({
    id: link.id,
    name: 'Dung',
    email: 'dung@saoviet.vn',
    role: 'rep',
    teamIds: null,
    repId: null,
    teamId: office.hanoi,
    createdAt: app.clock.now(),
    expiresAt: link.expiresAt,
  });
  expect(JSON.stringify(await open())).not.toContain(secretOf(link));
  const answer = await read(secretOf(link));
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.body).toEqual({
    purpose: 'join',
    officeName: 'Sao Việt',
    officeLocale: 'vi',
    name: 'Dung',
    email: 'dung@saoviet.vn',
    role: 'rep',
    expiresAt: link.expiresAt,
  });
});

test('RO6 who takes an invitation up is signed in, a rep is on the board, and the link is used up', async () => {
  const link = await invite(app, { name: 'Em', role: 'rep', teamId: office.hanoi });
  const secret = secretOf(link);
  expect(faultsOf(await accept({ secret, password: PASSWORD }))).toEqual({ email: 'field/missing' });
  const joined = await accept({ secret, password: PASSWORD, name: 'Em Nhỏ', email: 'em@saoviet.vn', locale: 'en' });
  expect(joined.body.user).toMatchObject({ name: 'Em Nhỏ', role: 'rep', email: 'em@saoviet.vn', locale: 'en' });
  const me = await app.call<Session>('GET', '/api/session', undefined, { as: cookieOf(joined) });
  expect(me.body.user.id).toBe(joined.body.user.id);
  const rep = await app.call<RepView>('GET', `/api/reps/${joined.body.user.repId}`);
  expect(rep.body).toMatchObject({ name: 'Em Nhỏ', teamId: office.hanoi, email: 'em@saoviet.vn', hasAccount: true });
  for (const again of [await read(secret), await accept({ secret, password: PASSWORD })]) {
    expect(codeOf(again)).toEqual(NOT_GOOD);
  }
  expect((await open()).some(({ id }) => id === link.id)).toBe(false);
  expect((await signIn('em@saoviet.vn', PASSWORD)).status).toBe(200);
});

test('RO6 of two who take the same link up at once one comes in', async () => {
  const secret = secretOf(await invite(app, { name: 'Giang', role: 'viewer' }));
  const both = await Promise.all(
    ['giang@saoviet.vn', 'thief@saoviet.vn'].map((email) => accept({ secret, password: PASSWORD, email })),
  );
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 404]));
});

test('an invitation for a rep that is there gives that rep an account, once', async () => {
  const rep = await addRep(app, 'Hoa', { teamId: office.south });
  const [first, second] = [
    await invite(app, { name: 'Hoa', email: 'hoa@saoviet.vn', role: 'rep', repId: rep }),
    await invite(app, { name: 'Hoa', email: 'hoa@saoviet.vn', role: 'rep', repId: rep }),
  ];
  const joined = await accept({ secret: secretOf(first), password: PASSWORD });
  expect(joined.body.user).toMatchObject({ repId: rep, email: 'hoa@saoviet.vn' });
  const body = { secret: secretOf(second), password: PASSWORD, email: 'hoa2@saoviet.vn' };
  expect(codeOf(await accept(body))).toEqual([409, 'account/rep-taken']);
  expect(codeOf(await ask({ name: 'Hoa', role: 'rep', repId: rep }, app.cookie))).toEqual([409, 'account/rep-taken']);
});

test('RO6 unknown, used, run out, taken back: every link that opens nothing is answered alike, in the same words', async () => {
  const late = secretOf(await invite(app, { name: 'Kim', role: 'viewer' }));
  const back = await invite(app, { name: 'Kim', role: 'viewer' });
  expect((await app.call('DELETE', `/api/invitations/${back.id}`)).status).toBe(204);
  const gone = await app.call<Problem>('DELETE', `/api/invitations/${back.id}`);
  expect(codeOf(gone)).toEqual([404, 'invitation/not-found']);
  const used = secretOf(await invite(app, { name: 'Kim', role: 'viewer' }));
  expect((await accept({ secret: used, password: PASSWORD, email: 'kim@saoviet.vn' })).status).toBe(200);
  app.clock.advance(7 * DAY_MS - 1);
  expect((await read(late)).status).toBe(200);
  app.clock.advance(1);
  const words = new Set<string>();
  for (const secret of [late, secretOf(back), used, 'x', 'x'.repeat(200), '‮', '\u0000', '../../etc/passwd']) {
    for (const answer of [await read(secret), await accept({ secret, password: PASSWORD, email: 'n@saoviet.vn' })]) {
      expect(codeOf(answer)).toEqual(NOT_GOOD);
      words.add(JSON.stringify({ ...answer.body, requestId: '' }));
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  }
  expect(words.size).toBe(1);
});

test('RO4 RO5 a manager of teams invites reps into them, and nobody else anywhere', async () => {
  const as = office.northManager.cookie;
  const guest = { name: 'Long', email: 'long@saoviet.vn' };
  // The days that have passed in the tests above have ended a period.
  await settled(app);
  const rev = await revOf(app);
  for (const role of ['owner', 'manager', 'viewer'] as const) {
    expect(codeOf(await ask({ ...guest, role }, as)), role).toEqual([403, 'auth/forbidden']);
    expect(codeOf(await ask({ ...guest, role, teamId: office.hanoi }, as)), role).toEqual([403, 'auth/forbidden']);
  }
  for (const [where, field] of [
    [{ teamId: office.south }, 'teamId'],
    [{ teamId: 'ghost' }, 'teamId'],
    [{}, 'teamId'],
    [{ repId: office.chi }, 'repId'],
    [{ repId: 'ghost' }, 'repId'],
  ] as const) {
    const answer = await ask({ ...guest, role: 'rep', ...where }, as);
    expect([answer.status, Object.keys(faultsOf(answer))]).toEqual([422, [field]]);
  }
  expect(await revOf(app)).toBe(rev);
  const theirs = await invite(app, { ...guest, role: 'rep', teamId: office.hanoi }, as);
  const other = await invite(app, { name: 'Nam', role: 'rep', teamId: office.south });
  expect((await open(as)).map(({ id }) => id)).toEqual([theirs.id]);
  const takeBack = (id: string) => app.call<Problem>('DELETE', `/api/invitations/${id}`, undefined, { as });
  expect(codeOf(await takeBack(other.id))).toEqual([404, 'invitation/not-found']);
  expect((await takeBack(theirs.id)).status).toBe(204);
});

test('RO5 only owners invite owners, and nobody but managers anybody', async () => {
  const guest = { name: 'Phát', email: 'phat@saoviet.vn' };
  const asManager = office.manager.cookie;
  expect(codeOf(await ask({ ...guest, role: 'owner' }, asManager))).toEqual([403, 'auth/forbidden']);
  const owners = await invite(app, { ...guest, role: 'owner' });
  const gone = await app.call<Problem>('DELETE', `/api/invitations/${owners.id}`, undefined, { as: asManager });
  expect(codeOf(gone)).toEqual([403, 'auth/forbidden']);
  for (const as of [office.an.cookie, office.viewer.cookie, await app.token('people:write')]) {
    expect(codeOf(await ask({ ...guest, role: 'rep', teamId: office.north }, as))).toEqual([403, 'auth/forbidden']);
  }
});

test('RO6 a link is worth what its maker may still give', async () => {
  const maker = await enter(app, { name: 'Quản', email: 'quan@saoviet.vn', role: 'manager' });
  const links = await Promise.all([
    invite(app, { name: 'R', role: 'manager' }, maker.cookie),
    invite(app, { name: 'S', role: 'rep', teamId: office.north }, maker.cookie),
  ]);
  const [manager = '', rep = ''] = links.map(secretOf);
  const password = secretOf((await reset(office.viewer.id, maker.cookie)).body);
  const statuses = async () => (await Promise.all([manager, rep, password].map(read))).map(({ status }) => status);
  const patch = (body: object) => app.call('PATCH', `/api/users/${maker.id}`, body);
  expect(await statuses()).toEqual([200, 200, 200]);
  await patch({ teamIds: [office.north] });
  expect(await statuses()).toEqual([404, 200, 404]);
  const ids = (await open()).map(({ id }) => id);
  expect(links.map(({ id }) => ids.includes(id))).toEqual([false, true]);
  await patch({ ended: true });
  expect(await statuses()).toEqual([404, 404, 404]);
  expect(codeOf(await accept({ secret: rep, password: PASSWORD, email: 's@saoviet.vn' }))).toEqual(NOT_GOOD);
});

test('RO6 a password is set by a link that is good for a day and once; everything else that was open is shut', async () => {
  const { id, email, password: old, cookie } = office.an;
  const [first, second] = [await reset(id), await reset(id)];
  expect(second.status).toBe(201);
  expect(second.body.expiresAt).toBe(app.clock.now() + DAY_MS);
  expect(codeOf(await read(secretOf(first.body)))).toEqual(NOT_GOOD);
  const secret = secretOf(second.body);
  expect((await read(secret)).body).toMatchObject({ purpose: 'password', name: 'An', email, role: 'rep' });
  // A name or an address of one's choice is for who joins.
  const set = await accept({ secret, password: PASSWORD, email: 'other@saoviet.vn', name: 'Khác' });
  expect(set.body.user).toMatchObject({ id, email, name: 'An' });
  expect((await app.call('GET', '/api/session', undefined, { as: cookie })).status).toBe(401);
  expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(set) })).status).toBe(200);
  expect([(await signIn(email, old)).status, (await signIn(email, PASSWORD)).status]).toEqual([401, 200]);
  expect(codeOf(await accept({ secret, password: PASSWORD }))).toEqual(NOT_GOOD);
  const late = secretOf((await reset(id)).body);
  app.clock.advance(DAY_MS);
  expect(codeOf(await read(late))).toEqual(NOT_GOOD);
});

test('what is wrong with an invitation or with taking it up is said by the field, and leaves the link good', async () => {
  const rev = await revOf(app);
  const cases: [object, string][] = [
    [{ role: 'rep' }, 'name'],
    [{ name: ' ', role: 'rep' }, 'name'],
    [{ name: 'a\u2066b', role: 'rep' }, 'name'],
    [{ name: 'X' }, 'role'],
    [{ name: 'X', role: 'god' }, 'role'],
    [{ name: 'X', role: 'rep', email: 'nowhere' }, 'email'],
    [{ name: 'X', role: 'rep', email: OWNER.email }, 'email'],
    [{ name: 'X', role: 'rep', teamId: 'ghost' }, 'teamId'],
    [{ name: 'X', role: 'viewer', teamId: office.north }, 'teamId'],
    [{ name: 'X', role: 'rep', repId: 'ghost' }, 'repId'],
    [{ name: 'X', role: 'rep', teamIds: [office.north] }, 'teamIds'],
    [{ name: 'X', role: 'manager', teamIds: ['ghost'] }, 'teamIds.0'],
    [{ name: 'X', role: 'rep', password: PASSWORD }, 'password'],
  ];
  for (const [body, field] of cases) {
    const answer = await app.call('POST', '/api/invitations', body);
    expect([409, 422], JSON.stringify(body)).toContain(answer.status);
    expect(Object.keys(faultsOf(answer)), JSON.stringify(body)).toEqual([field]);
  }
  expect(await revOf(app)).toBe(rev);
  const secret = secretOf(
    await invite(app, { name: '<img src=x onerror=alert(1)>', role: 'rep', teamId: office.north }),
  );
  for (const [body, field] of [
    [{ secret, password: 'kurz' }, 'password'],
    [{ secret, password: PASSWORD, email: OWNER.email }, 'email'],
    [{ secret, password: PASSWORD, email: 'chi@saoviet.vn' }, 'email'],
    [{ secret, password: PASSWORD, email: 'a\u202E@saoviet.vn' }, 'email'],
    [{ secret, password: PASSWORD, email: 't@saoviet.vn', name: '\u0007' }, 'name'],
    [{ secret, password: PASSWORD, email: 't@saoviet.vn', role: 'owner' }, 'role'],
    [{ secret, password: PASSWORD, email: 't@saoviet.vn', locale: 'fr' }, 'locale'],
  ] as const) {
    const answer = await accept(body as LinkAcceptBody);
    expect(Object.keys(faultsOf(answer)), JSON.stringify(body)).toEqual([field]);
  }
  expect(await revOf(app)).toBe(rev + 1);
  expect((await accept({ secret, password: PASSWORD, email: 't@saoviet.vn' })).body.user.name).toMatch(/^<img/);
});
