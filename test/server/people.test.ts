// Teams, reps and quotas over HTTP: what they take, and what they refuse by name.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { PeriodsView, StandingsView } from '../../shared/schemas/boards.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { RepView, TeamView } from '../../shared/schemas/people.ts';
import type { QuotaView } from '../../shared/schemas/quotas.ts';
import { addRep, addTeam, faultsOf, OWNER, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';

let app: TestApp;
let north: string;
let hanoi: string;
let an: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  north = await addTeam(app, 'Miền Bắc');
  hanoi = await addTeam(app, 'Hà Nội', north);
  an = await addRep(app, 'An', { email: 'an@saoviet.vn', teamId: hanoi });
});
afterAll(() => app.close());

async function refuses(method: string, path: string, cases: readonly (readonly [object, string])[]): Promise<void> {
  const rev = await revOf(app);
  for (const [body, field] of cases) {
    const answer = await app.call<Problem>(method, path, body);
    expect([409, 422], JSON.stringify(body)).toContain(answer.status);
    expect(Object.keys(faultsOf(answer)), JSON.stringify(body)).toEqual([field]);
  }
  expect(await revOf(app)).toBe(rev);
}

test('a team has a name of its own beside its sisters and never lies below itself', async () => {
  const { body } = await app.call<{ items: TeamView[] }>('GET', '/api/teams');
  expect(body.items).toEqual([
    { id: north, name: 'Miền Bắc', parentId: null, level: 1 },
    { id: hanoi, name: 'Hà Nội', parentId: north, level: 2 },
  ]);
  await refuses('POST', '/api/teams', [
    [{ name: ' Miền Bắc ' }, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ name: 'a\u0000' }, 'name'],
    [{ name: 'x', parentId: 'ghost' }, 'parentId'],
    [{ name: 'x', parentId: 5 }, 'parentId'],
    [{ name: 'x', colour: 'red' }, 'colour'],
    [{}, 'name'],
  ]);
  await refuses('PATCH', `/api/teams/${north}`, [
    [{ parentId: hanoi }, 'parentId'],
    [{ parentId: north }, 'parentId'],
    [{ name: ' ' }, 'name'],
  ]);
  expect((await app.call<Problem>('PATCH', '/api/teams/ghost', { name: 'x' })).body.code).toBe('team/not-found');
  const renamed = await app.call<TeamView>('PATCH', `/api/teams/${hanoi}`, { name: ' Thủ đô ' });
  expect(renamed.body.name).toBe('Thủ đô');
});

test('a rep is taken with all that is known, and refused field by field', async () => {
  const id = await addRep(app, ' Bình ', {
    email: 'binh@saoviet.vn',
    joinedOn: '2026-01-01',
    leftOn: null,
    workShareBp: 5000,
    absences: [{ from: '2026-02-01', to: '2026-02-28' }],
  });
  const { body } = await app.call<RepView>('GET', `/api/reps/${id}`);
  expect(body).toMatchObject({ name: 'Bình', workShareBp: 5000, hasAccount: false, teamId: null });
  await refuses('POST', '/api/reps', [
    [{ name: '' }, 'name'],
    [{ name: 'a\u001b' }, 'name'],
    [{ name: 'x', email: 'nowhere' }, 'email'],
    [{ name: 'x', email: 'AN@saoviet.vn' }, 'email'],
    [{ name: 'x', email: 5 }, 'email'],
    [{ name: 'x', teamId: 'ghost' }, 'teamId'],
    [{ name: 'x', joinedOn: '2026-02-30' }, 'joinedOn'],
    [{ name: 'x', leftOn: '31/12/2026' }, 'leftOn'],
    [{ name: 'x', joinedOn: '2026-02-02', leftOn: '2026-02-01' }, 'leftOn'],
    [{ name: 'x', workShareBp: 0 }, 'workShareBp'],
    [{ name: 'x', workShareBp: 10_001 }, 'workShareBp'],
    [{ name: 'x', absences: [{ from: '2026-03-02', to: '2026-03-01' }] }, 'absences.0.to'],
    [{ name: 'x', password: 'kurz' }, 'password'],
    [{ name: 'x', password: 'long-enough' }, 'email'],
    [{ name: 'x', email: OWNER.email, password: 'long-enough' }, 'email'],
    [{ name: 'x', salary: 5 }, 'salary'],
  ]);
  const wrongDays = { name: 'x', absences: [{ from: '2026-02-30', to: '2026-99-99' }] };
  expect(faultsOf(await app.call('POST', '/api/reps', wrongDays))).toEqual({
    'absences.0.from': 'time/unreadable',
    'absences.0.to': 'time/unreadable',
  });
  expect((await app.call<Problem>('GET', '/api/reps/ghost')).body.code).toBe('rep/not-found');
  expect((await app.call<Problem>('PATCH', '/api/reps/an@saoviet.vn', { name: 'x' })).body.code).toBe('rep/not-found');
});

test('an account follows its rep, and takes nobody else’s address', async () => {
  const id = await addRep(app, 'Chi', { email: 'chi@saoviet.vn', password: 'chi-chi-chi' });
  for (const email of [OWNER.email, 'an@saoviet.vn', OWNER.email.toUpperCase()]) {
    const answer = await app.call<Problem>('PATCH', `/api/reps/${id}`, { email });
    expect([answer.status, answer.body.code], email).toEqual([409, 'rep/email-taken']);
  }
  expect(faultsOf(await app.call('PATCH', `/api/reps/${id}`, { email: null }))).toEqual({ email: 'rep/email-missing' });
  const moved = await app.call('PATCH', `/api/reps/${id}`, { email: 'chi@example.com', name: ' Chi Lan ' });
  expect(moved.body).toMatchObject({ name: 'Chi Lan', hasAccount: true });
  const signIn = { email: 'chi@example.com', password: 'chi-chi-chi' };
  expect((await app.call('POST', '/api/session', signIn, { as: '' })).body).toMatchObject({
    user: { name: 'Chi Lan' },
  });
});

test('ST9 moving a rep moves no deal of before; the team of a deal is the one at its close', async () => {
  const south = await addTeam(app, 'Miền Nam');
  const dung = await addRep(app, 'Dũng', { teamId: hanoi });
  await postDeal(app, { rep: dung, amount: '1000', closedAt: '2020-05-05' });
  await postDeal(app, { rep: dung, amount: '100', closedAt: app.clock.now() - DAY_MS });
  expect((await app.call('PATCH', `/api/reps/${dung}`, { teamId: south })).status).toBe(200);
  await postDeal(app, { rep: dung, amount: '10' });
  await postDeal(app, { rep: dung, amount: '1', closedAt: app.clock.now() - DAY_MS });
  const { body } = await app.call<StandingsView>('GET', '/api/standings?by=team&from=2000-01-01&to=2027-01-01');
  const values = Object.fromEntries(body.rows.map(({ subjectId, value }) => [subjectId, value]));
  expect(values).toEqual({ [north]: 1101, [hanoi]: 1101, [south]: 10 });
});

test('quotas are set, read back and taken away; a wrong one names its field', async () => {
  const { body: periods } = await app.call<PeriodsView>('GET', '/api/periods');
  const periodId = periods.runningId ?? '';
  const rep = { type: 'rep', id: an };
  const put = (quota: object) =>
    app.call<{ items: QuotaView[] }>('PUT', '/api/quotas', { periodId, subject: rep, metric: 'revenue', ...quota });
  const good = await put({ amount: '50000000' });
  expect([good.status, good.body.items]).toEqual([
    200,
    [{ periodId, subject: rep, metric: 'revenue', amount: '50000000', amountMinor: 50_000_000 }],
  ]);
  expect((await put({ metric: 'deals', amount: 12 })).body.items).toMatchObject([{ amount: '12', amountMinor: 12 }]);
  expect((await put({ amount: '0' })).body.items).toMatchObject([{ amountMinor: 0 }]);
  expect((await put({ metric: 'deals', amount: null })).body.items).toEqual([]);
  const base = { periodId, subject: rep, metric: 'revenue' };
  await refuses('PUT', '/api/quotas', [
    [{ ...base, amount: '-1' }, 'amount'],
    [{ ...base, amount: '1.5' }, 'amount'],
    [{ ...base, amount: '' }, 'amount'],
    [{ ...base, amount: 'many' }, 'amount'],
    [{ ...base, amount: '10000000000001' }, 'amount'],
    [{ ...base, amount: true }, 'amount'],
    [base, 'amount'],
    ...['1.5', '', ' ', '1e3', '0x10', -1, '1000001'].map(
      (amount) => [{ ...base, metric: 'deals', amount }, 'amount'] as const,
    ),
    [{ ...base, amount: '1', periodId: 'ghost' }, 'periodId'],
    [{ ...base, amount: '1', subject: { type: 'rep', id: 'ghost' } }, 'subject.id'],
    [{ ...base, amount: '1', subject: { type: 'rep', id: 'an@saoviet.vn' } }, 'subject.id'],
    [{ ...base, amount: '1', subject: { type: 'team', id: an } }, 'subject.id'],
    [{ ...base, amount: '1', subject: { type: 'office', id: 'x' } }, 'subject.id'],
    [{ ...base, amount: '1', subject: { type: 'planet', id: 'x' } }, 'subject.type'],
    [{ ...base, amount: '1', metric: 'attainment' }, 'metric'],
  ]);
  expect((await app.call<Problem>('GET', '/api/quotas?periodId=ghost')).body.code).toBe('period/not-found');
});

test('the office’s settings change one by one; a wrong one changes none', async () => {
  const before = (await app.call<OfficeSettings>('GET', '/api/office')).body;
  await refuses('PATCH', '/api/office', [
    [{ name: ' ' }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ locale: 'fr' }, 'locale'],
    [{ weekStart: 8 }, 'weekStart'],
    [{ fiscalStartMonth: 0 }, 'fiscalStartMonth'],
    [{ periodUnit: 'day' }, 'periodUnit'],
    [{ ties: 'sparse' }, 'ties'],
    [{ workingDays: [1, 1] }, 'workingDays'],
    [{ workingDays: [0] }, 'workingDays.0'],
    [{ holidays: ['Tết'] }, 'holidays.0'],
    [{ holidays: ['2026-02-30'] }, 'holidays.0'],
    [{ dayStartsMinute: 1080 }, 'dayEndsMinute'],
    [{ defaultQuota: '-5' }, 'defaultQuota'],
    [{ defaultQuotaDeals: 0 }, 'defaultQuotaDeals'],
    [{ products: ['a', 'a'] }, 'products'],
    [{ showCustomers: 'no' }, 'showCustomers'],
    [{ currency: 'USD' }, 'currency'],
  ]);
  expect((await app.call('GET', '/api/office')).body).toEqual(before);
  const patch = { name: 'Sao Mới', locale: 'en', ties: 'dense', holidays: ['2026-12-25'], showCustomers: false };
  expect((await app.call('PATCH', '/api/office', { ...patch, name: ' Sao Mới ' })).body).toEqual({
    ...before,
    ...patch,
  });
});

test('RO2 a token changes reps, but gives nobody an account and sets nobody’s password', async () => {
  const as = await app.token('people:write');
  const id = await addRep(app, 'Em', { email: 'em@saoviet.vn', password: 'mat-khau-cua-em' });
  const rev = await revOf(app);
  for (const [method, path, body] of [
    ['POST', '/api/reps', { name: 'Giả', email: 'gia@saoviet.vn', password: 'mat-khau-gia' }],
    ['PATCH', `/api/reps/${id}`, { password: 'mat-khau-gia' }],
  ] as const) {
    const answer = await app.call(method, path, body, { as });
    expect([answer.status, faultsOf(answer)], method).toEqual([422, { password: 'account/people-only' }]);
  }
  expect(await revOf(app)).toBe(rev);
  const signIn = (password: string) =>
    app.call('POST', '/api/session', { email: 'em@saoviet.vn', password }, { as: '' });
  expect([(await signIn('mat-khau-gia')).status, (await signIn('mat-khau-cua-em')).status]).toEqual([401, 200]);
  const renamed = await app.call<RepView>('PATCH', `/api/reps/${id}`, { name: 'Em Út' }, { as });
  expect([renamed.status, renamed.body.name]).toEqual([200, 'Em Út']);
});
