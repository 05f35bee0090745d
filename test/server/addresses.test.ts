// E-mail addresses: one form for writing and looking up, by whichever way somebody comes in.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { PeopleImportAnswer } from '../../shared/schemas/imports.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { addRep, faultsOf, startApp, type TestApp } from '../kit/app.ts';
import { invite, secretOf } from '../kit/people.ts';

const PASSWORD = 'mot-mat-khau-dai';
/** The Kelvin sign in place of a k. */
const KELVIN = 'lin\u212A@saoviet.vn';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
});
afterAll(() => app.close());

const signIn = async (email: string) =>
  (await app.call<Problem>('POST', '/api/session', { email, password: PASSWORD }, { as: '' })).status;

test('RO5 an address that is another’s in another case, width or composition is taken, however it comes', async () => {
  await addRep(app, 'Link', { email: KELVIN, password: PASSWORD });
  const dat = await addRep(app, 'Đạt', { email: 'ĐẠT@saoviet.vn', password: PASSWORD });
  expect((await app.call<RepView>('GET', `/api/reps/${dat}`)).body.email).toBe('đạt@saoviet.vn');
  for (const email of ['link@saoviet.vn', KELVIN, 'đạt@saoviet.vn', 'ĐẠT@SAOVIET.VN'.normalize('NFD')]) {
    const rep = await app.call('POST', '/api/reps', { name: 'Khác', email });
    const guest = await app.call('POST', '/api/invitations', { name: 'Khác', email, role: 'viewer' });
    const secret = secretOf(await invite(app, { name: 'Khác', role: 'viewer' }));
    const joined = await app.call('POST', '/api/links/accept', { secret, password: PASSWORD, email }, { as: '' });
    for (const answer of [rep, guest, joined]) {
      expect([answer.status, faultsOf(answer)], email).toEqual([409, { email: 'rep/email-taken' }]);
    }
    expect(await signIn(email), email).toBe(200);
  }
});

test('RO5 an import knows a rep by the address in any form, and a deal does', async () => {
  const table = `Name,Email\nAi đó,${KELVIN}\nAi khác,Đạt@saoviet.vn\n`;
  const answer = await app.call<PeopleImportAnswer>('POST', '/api/import/people?dryRun=1', undefined, {
    raw: table,
    headers: { 'content-type': 'text/csv' },
  });
  expect(answer.body.rows.map(({ fate }) => fate)).toEqual(['known', 'known']);
  for (const rep of ['LINK@saoviet.vn', 'ĐẠT@saoviet.vn']) {
    expect((await app.call('POST', '/api/deals', { rep, amount: '5', customer: 'x' })).status).toBe(201);
  }
});

test('RO5 an address that was kept as it had been typed is found all the same', async () => {
  await app.stop();
  const db = new Database(join(app.dataDir, 'winboard.db'));
  for (const books of ['users', 'reps']) {
    db.prepare(`UPDATE ${books} SET email = ? WHERE email = ?`).run('ĐẠT@Saoviet.vn', 'đạt@saoviet.vn');
    db.prepare(`UPDATE ${books} SET email = ? WHERE email = ?`).run(KELVIN, 'link@saoviet.vn');
  }
  db.close();
  const { cookie } = app;
  app = await startApp({ dataDir: app.dataDir, now: app.clock.now() });
  app.cookie = cookie;
  for (const email of ['link@saoviet.vn', KELVIN, 'đạt@saoviet.vn', 'ĐẠT@saoviet.vn']) {
    expect(await signIn(email), email).toBe(200);
    expect(faultsOf(await app.call('POST', '/api/reps', { name: 'Khác', email }))).toEqual({
      email: 'rep/email-taken',
    });
  }
});
