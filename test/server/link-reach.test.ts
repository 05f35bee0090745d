// Links whose maker's reach has changed since: they open what could be given now, to whom it could be given now.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { LinkAnswer } from '../../shared/schemas/accounts.ts';
import { addRep, startApp, type TestApp } from '../kit/app.ts';
import { enter, fullOffice, invite, secretOf, type Office, type Person } from '../kit/people.ts';

const PASSWORD = 'mot-mat-khau-dai';

let app: TestApp;
let office: Office;
let maker: Person;
/** In Hà Nội, as the maker's teams are. */
let guest: Person;
let bare: string;
/** Of the guest's password, of the rep without an account, of somebody new there. */
let secrets: string[];
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  const { north, hanoi } = office;
  maker = await enter(app, { name: 'Trưởng', email: 'truong@saoviet.vn', role: 'manager', teamIds: [north] });
  guest = await enter(app, { name: 'Uyên', email: 'uyen@saoviet.vn', role: 'rep', teamId: hanoi });
  bare = await addRep(app, 'Vân', { teamId: hanoi });
  const as = maker.cookie;
  const reset = await app.call<LinkAnswer>('POST', `/api/users/${guest.id}/reset`, undefined, { as });
  const forBare = await invite(app, { name: 'Vân', role: 'rep', repId: bare }, as);
  const forNew = await invite(app, { name: 'Xuân', role: 'rep', teamId: hanoi }, as);
  secrets = [reset.body, forBare, forNew].map(secretOf);
});
afterAll(() => app.close());

async function statuses(): Promise<number[]> {
  const reads = secrets.map((secret) => app.call('POST', '/api/links/read', { secret }, { as: '' }));
  return (await Promise.all(reads)).map(({ status }) => status);
}

const move = (id: string | null, teamId: string) => app.call('PATCH', `/api/reps/${id}`, { teamId });
const limit = (teamIds: string[] | null) => app.call('PATCH', `/api/users/${maker.id}`, { teamIds });

test('RO4 RO6 a link is worth nothing once whom it is for has moved out of its maker’s reach', async () => {
  expect(await statuses()).toEqual([200, 200, 200]);
  await Promise.all([move(guest.repId, office.south), move(bare, office.south)]);
  expect(await statuses()).toEqual([404, 404, 200]);
  for (const [secret, email] of [
    [secrets[0], guest.email],
    [secrets[1], 'van@saoviet.vn'],
  ]) {
    const body = { secret, password: PASSWORD, email };
    const answer = await app.call<Problem>('POST', '/api/links/accept', body, { as: '' });
    expect([answer.status, answer.body.code]).toEqual([404, 'link/not-found']);
  }
  expect((await app.call('GET', '/api/session', undefined, { as: guest.cookie })).status).toBe(200);
});

test('RO4 RO6 a link follows its maker’s teams, and reaches everywhere with who manages the whole office', async () => {
  await limit([office.south]);
  expect(await statuses()).toEqual([200, 200, 404]);
  await limit(null);
  expect(await statuses()).toEqual([200, 200, 200]);
});
