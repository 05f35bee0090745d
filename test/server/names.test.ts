// Names that everybody can see and nobody can borrow, by every way in which one comes.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWritable } from '../../server/store/db.ts';
import type { Problem } from '../../shared/problem.ts';
import type { OwnPatch } from '../../shared/schemas/accounts.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import type { PeopleImportAnswer } from '../../shared/schemas/imports.ts';
import type { Session } from '../../shared/schemas/office.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { addRep, addTeam, faultsOf, OWNER, revOf, startApp, type TestApp } from '../kit/app.ts';
import { fullOffice, invite, secretOf, type Office } from '../kit/people.ts';

const HIDDEN = ['\u200B', '\u2060', '\u3164', '\u00AD', '\u{E0001}'];
const ZALGO = 'A\u0335\u0321\u0322\u0327\u0328n';

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
});
afterAll(() => app.close());

const me = (body: OwnPatch, as = office.an.cookie) => app.call<Session>('PATCH', '/api/me', body, { as });
const nameOf = async (repId: string | null) => (await app.call<RepView>('GET', `/api/reps/${repId}`)).body.name;
const send = (path: string, csv: string) =>
  app.call<PeopleImportAnswer>('POST', path, undefined, { raw: csv, headers: { 'content-type': 'text/csv' } });

test('NM1 a name that cannot be seen, or is shredded by marks, is refused wherever one is given', async () => {
  const rev = await revOf(app);
  const ways: [string, string, (name: string) => object, string?][] = [
    ['PATCH', '/api/me', (name) => ({ name }), office.an.cookie],
    ['PATCH', '/api/me', (name) => ({ name }), office.viewer.cookie],
    ['POST', '/api/reps', (name) => ({ name })],
    ['PATCH', `/api/reps/${office.chi}`, (name) => ({ name })],
    ['PATCH', `/api/users/${office.viewer.id}`, (name) => ({ name })],
    ['POST', '/api/teams', (name) => ({ name })],
    ['PATCH', `/api/teams/${office.north}`, (name) => ({ name })],
    ['PATCH', '/api/office', (name) => ({ name })],
    ['POST', '/api/invitations', (name) => ({ name, role: 'viewer' })],
    ['POST', '/api/tokens', (name) => ({ name, scopes: ['deals:read'] })],
    ['POST', '/api/periods', (name) => ({ name, startsAt: '2026-01-01', endsAt: '2026-02-01' })],
    ['POST', '/api/periods/reset', (name) => ({ name })],
  ];
  for (const [method, path, bodyOf, as = app.cookie] of ways) {
    for (const name of [...HIDDEN, '...']) {
      const answer = await app.call<Problem>(method, path, bodyOf(name), { as });
      expect([answer.status, faultsOf(answer)], path).toEqual([422, { name: 'text/invisible' }]);
    }
    const answer = await app.call<Problem>(method, path, bodyOf(ZALGO), { as });
    expect(faultsOf(answer), path).toEqual({ name: 'text/marks' });
  }
  const products = await app.call('PATCH', '/api/office', { products: ['Gói A', '\u200B'] });
  expect(faultsOf(products)).toEqual({ 'products.1': 'text/invisible' });
  expect(await revOf(app)).toBe(rev);
});

test('NM1 a name is kept composed, on one line and without what is hidden; emoji stay whole', async () => {
  for (const [said, kept] of [
    ['Nguyễn Ấn'.normalize('NFD'), 'Nguyễn Ấn'],
    ['  An\u200B\u00A0 Nhiên\u00AD ', 'An Nhiên'],
    ['An 👩🏽‍💻❤️', 'An 👩🏽‍💻❤️'],
  ] as const) {
    expect((await me({ name: said })).body.user.name).toBe(kept);
    expect(await nameOf(office.an.repId)).toBe(kept);
  }
  const id = await addRep(app, 'Dũng'.normalize('NFD'));
  expect(await nameOf(id)).toBe('Dũng');
  const team = await addTeam(app, 'Cần Thơ\u200B'.normalize('NFD'));
  const twin = await app.call('POST', '/api/teams', { name: 'Cần Thơ' });
  expect([team === '', faultsOf(twin)]).toEqual([false, { name: 'team/name-taken' }]);
});

test('NM1 a customer on the wall is seen, too, and so is what a colleague says', async () => {
  const post = (customer: string) =>
    app.call<DealAnswer>('POST', '/api/deals', { rep: office.an.repId, amount: '5000', customer });
  for (const hidden of HIDDEN) expect(faultsOf(await post(hidden))).toEqual({ customer: 'text/invisible' });
  expect(faultsOf(await post(ZALGO))).toEqual({ customer: 'text/marks' });
  const { body } = await post('Hoa\u200B Mai');
  expect(body.deal.customer).toBe('Hoa Mai');
  const react = (text: string) =>
    app.call('PUT', `/api/deals/${body.deal.id}/reaction`, { kind: 'clap', text }, { as: office.binh.cookie });
  expect(faultsOf(await react(ZALGO))).toEqual({ text: 'text/marks' });
  expect([(await react('!!!')).status, (await react('')).status]).toEqual([204, 204]);
});

test('NM1 imports by the same rule', async () => {
  const people = await send(
    '/api/import/people',
    `name,team\n\u200B,Miền Bắc\n...,Miền Bắc\n${ZALGO},Miền Bắc\nLan\u00AD Anh,\n`,
  );
  expect(people.body.rows.map(({ fate, code }) => [fate, code])).toEqual([
    ['refused', 'row/missing'],
    ['refused', 'text/invisible'],
    ['refused', 'text/marks'],
    ['new', null],
  ]);
  const deals = await send(
    '/api/import/deals',
    `rep,amount,customer,date\nLan Anh,5000,${ZALGO},2026-11-20\nLan\u200B Anh,5000,\u200B,2026-11-20\nLan\u200B Anh,5000,Sen,2026-11-20\n`,
  );
  expect(deals.body.rows.map(({ fate, field, code }) => [fate, field, code])).toEqual([
    ['refused', 'customer', 'text/marks'],
    ['refused', 'customer', 'row/missing'],
    ['new', null, null],
  ]);
});

test('NM1 what was called so before keeps its name until it gets another', async () => {
  const outside = openWritable(join(app.dataDir, 'winboard.db'));
  outside.prepare('UPDATE reps SET name = ? WHERE id = ?').run('\u200B', office.chi);
  outside.close();
  expect((await app.call('PATCH', `/api/reps/${office.chi}`, { name: '\u200B', phone: null })).status).toBe(200);
  expect((await app.call('PATCH', `/api/reps/${office.chi}`, { phone: '024 555 0102' })).status).toBe(200);
  expect(await nameOf(office.chi)).toBe('\u200B');
  expect((await app.call('PATCH', `/api/reps/${office.chi}`, { name: 'Chi' })).status).toBe(200);
});

test('NM2 nobody takes the name of somebody who is there; managers make namesakes', async () => {
  for (const name of [OWNER.name, OWNER.name.normalize('NFD'), ' chị  HÀ', 'Chị\u200B Hà', 'Bình', 'Chi', 'Vy']) {
    const answer = await me({ name });
    expect([answer.status, faultsOf(answer)], name).toEqual([409, { name: 'account/name-taken' }]);
  }
  // Another accent is another name; one's own is one's own.
  expect((await me({ name: 'Chị Hạ' })).status).toBe(200);
  expect((await me({ name: 'Chị Hạ', locale: 'en' })).status).toBe(200);
  expect((await me({ name: 'chị hạ' })).status).toBe(200);
  const namesake = await addRep(app, 'Bình', { email: 'binh2@saoviet.vn' });
  expect(await nameOf(namesake)).toBe('Bình');
  // Bình, of whom there are two now, goes on under that name.
  expect((await me({ name: 'Bình', locale: 'vi' }, office.binh.cookie)).status).toBe(200);
  // Who has left needs the name no more.
  await addRep(app, 'Cũ', { leftOn: '2026-11-10' });
  expect((await me({ name: 'Cũ' })).status).toBe(200);
  expect((await app.call('PATCH', `/api/users/${office.viewer.id}`, { ended: true })).status).toBe(200);
  expect((await me({ name: 'Vy' })).status).toBe(200);
});

test('NM2 who joins takes no colleague’s name either, unless the manager has given it', async () => {
  const joinAs = async (given: string, taken?: string) => {
    const email = `${given.length}${taken ?? ''}@saoviet.vn`.normalize('NFD').replaceAll(/[^a-z0-9@.]/gi, '');
    const secret = secretOf(await invite(app, { name: given, role: 'viewer', email }));
    const body = { secret, password: 'mot-cau-de-nho', ...(taken === undefined ? {} : { name: taken }) };
    return await app.call<Problem>('POST', '/api/links/accept', body, { as: '' });
  };
  const taken = await joinAs('Khách mới', OWNER.name);
  expect([taken.status, faultsOf(taken)]).toEqual([409, { name: 'account/name-taken' }]);
  expect((await joinAs('Khách quen', 'Khách quen của nhà')).status).toBe(200);
  expect((await joinAs(OWNER.name)).status).toBe(200);
});
