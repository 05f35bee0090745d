// How many activities of each kind, by day: of reps, teams and the office, as far as somebody's reach.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { ActivityAnswer, ActivityBody, CountsView } from '../../shared/schemas/activities.ts';
import { addRep, addTeam, cookieOf, faultsOf, startApp, type TestApp } from '../kit/app.ts';
import { enterLead } from '../kit/people.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };

let app: TestApp;
let hanoi: string;
let hoanKiem: string;
let asAn: string;
let asLead: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  hanoi = await addTeam(app, 'Hà Nội');
  hoanKiem = await addTeam(app, 'Hoàn Kiếm', hanoi);
  const an = await addRep(app, 'An', { ...AN, teamId: hoanKiem });
  await addRep(app, 'Bình', { teamId: await addTeam(app, 'Huế') });
  await addRep(app, 'Chi', { teamId: hanoi });
  await log({ rep: an, kind: 'visit' });
  asAn = cookieOf(await app.call('POST', '/api/session', AN, { as: '' }));
  asLead = await enterLead(app, [hanoi]);
});
afterAll(() => app.close());

const log = (body: ActivityBody) => app.call<ActivityAnswer>('POST', '/api/activities', body);

test('AC4 ST9 counts are by kind and by local day, a team’s by the membership at the time, as far as the reach', async () => {
  const nam = await addTeam(app, 'Nam');
  const mai = await addRep(app, 'Mai', { teamId: nam });
  const lateMonday = Date.parse('2026-11-23T23:59:59+07:00');
  await log({ rep: mai, kind: 'call', at: lateMonday });
  await log({ rep: mai, kind: 'call', at: lateMonday + 1000 });
  const gone = await log({ rep: mai, kind: 'lead', at: lateMonday });
  await app.call('POST', `/api/activities/${gone.body.activity.id}/void`, { reason: 'nhầm' });
  await app.call('PATCH', `/api/reps/${mai}`, {
    teamId: hoanKiem,
    teamSince: new Date(lateMonday + 500).toISOString(),
  });
  const counts = (query: string, as = app.cookie) =>
    app.call<CountsView & Problem>('GET', `/api/activities/counts?from=2026-11-23&to=2026-11-25&${query}`, undefined, {
      as,
    });
  const { body } = await counts('by=rep');
  expect(body.days.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24']);
  const ofMai = body.items.find(({ subjectId }) => subjectId === mai);
  expect(ofMai).toMatchObject({
    name: 'Mai',
    total: 2,
    counts: { lead: 0, call: 2 },
    daily: { call: [1, 1], lead: [0, 0] },
  });
  const callsOf = (view: CountsView, id: string) => view.items.find(({ subjectId }) => subjectId === id)?.daily.call;
  const teams = (await counts('by=team')).body;
  expect(callsOf(teams, nam)).toEqual([1, 0]);
  const office = (await counts('by=office')).body.items;
  expect(office.map(({ subjectId }) => subjectId)).toEqual(['office']);
  expect(office[0]?.total).toBe(body.items.reduce((sum, { total }) => sum + total, 0));
  const leads = (await counts('by=team', asLead)).body;
  expect(leads.items.map(({ name }) => name).sort()).toEqual(['Hoàn Kiếm', 'Hà Nội']);
  expect(callsOf(leads, hanoi)).toEqual(callsOf(teams, hanoi));
  expect((await counts('by=rep', asLead)).body.items.map(({ name }) => name).sort()).toEqual(['An', 'Chi', 'Mai']);
  expect((await counts('by=rep', asAn)).body.items.map(({ name }) => name)).toEqual(['An']);
  for (const [query, as] of [
    ['by=team', asAn],
    ['by=office', asAn],
    ['by=office', asLead],
  ] as const) {
    const answer = await counts(query, as);
    expect([answer.status, faultsOf(answer)], query).toEqual([403, { by: 'subject/not-own' }]);
  }
  const long = await app.call<Problem>('GET', '/api/activities/counts?from=2020-01-01&to=2026-01-01');
  expect([long.status, faultsOf(long)]).toEqual([422, { to: 'time/too-late' }]);
});
