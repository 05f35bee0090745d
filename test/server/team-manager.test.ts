// A manager who is limited to teams: whom they see and change, in people, quotas and deals. Rule RO4.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { Approvals } from '../../shared/schemas/approvals.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import type { RepPatch, RepView } from '../../shared/schemas/people.ts';
import type { QuotaView } from '../../shared/schemas/quotas.ts';
import { addRep, addTeam, faultsOf, postDeal, revOf, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { enter, fullOffice, type Office } from '../kit/people.ts';

let app: TestApp;
let office: Office;
let as: string;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  as = office.northManager.cookie;
});
afterAll(() => app.close());

const reps = async (who: string) =>
  (await app.call<{ items: RepView[] }>('GET', '/api/reps', undefined, { as: who })).body.items;
const patchRep = (id: string, body: RepPatch) => app.call<RepView & Problem>('PATCH', `/api/reps/${id}`, body, { as });
const codeOf = ({ status, body }: Answer<Problem>) => [status, body.code];

test('RO4 a manager of teams sees the reps in them and below, and no others', async () => {
  expect((await reps(as)).map(({ name }) => name)).toEqual(['An']);
  expect((await reps(app.cookie)).map(({ name }) => name)).toEqual(['Chi', 'An', 'Bình']);
  const one = (id: string) => app.call<Problem>('GET', `/api/reps/${id}`, undefined, { as });
  expect((await one(office.an.repId ?? '')).status).toBe(200);
  expect(codeOf(await one(office.chi))).toEqual([404, 'rep/not-found']);
  // The boards are everybody's.
  const board = await app.call('GET', '/api/boards/main', undefined, { as });
  expect(JSON.stringify(board.body)).toContain('Chi');
});

test('RO4 a manager of teams takes reps on into them, moves them within, and never out of sight', async () => {
  const add = (body: object) => app.call<RepView & Problem>('POST', '/api/reps', { name: 'Dương', ...body }, { as });
  for (const [body, code] of [
    [{}, 'team/missing'],
    [{ teamId: null }, 'team/missing'],
    [{ teamId: office.south }, 'team/not-found'],
    [{ teamId: 'ghost' }, 'team/not-found'],
  ] as const) {
    expect(faultsOf(await add(body))).toEqual({ teamId: code });
  }
  const { body: duong } = await add({ teamId: office.hanoi, phone: '0912-345.678' });
  expect(duong).toMatchObject({ teamId: office.hanoi, phone: '0912-345.678' });
  expect((await patchRep(duong.id, { teamId: office.north })).body.teamId).toBe(office.north);
  expect(faultsOf(await patchRep(duong.id, { teamId: office.south }))).toEqual({ teamId: 'team/not-found' });
  expect(faultsOf(await patchRep(duong.id, { teamId: null }))).toEqual({ teamId: 'team/missing' });
  expect(codeOf(await patchRep(office.chi, { teamId: office.north }))).toEqual([404, 'rep/not-found']);
  for (const [method, path, body] of [
    ['POST', '/api/teams', { name: 'Mới' }],
    ['PATCH', `/api/teams/${office.north}`, { name: 'Mới' }],
    ['POST', '/api/import/people', {}],
    ['POST', '/api/import/deals', {}],
    ['GET', '/api/export/deals.csv', undefined],
  ] as const) {
    expect(codeOf(await app.call<Problem>(method, path, body, { as }))).toEqual([403, 'auth/forbidden']);
  }
});

test('RO4 RO5 a manager of teams gives their reps accounts and passwords, and touches none of a manager who sells', async () => {
  const { body: giang } = await app.call<RepView>('POST', '/api/reps', { name: 'Giang', teamId: office.hanoi }, { as });
  const account = { email: 'giang@saoviet.vn', password: 'mot-mat-khau-dai' };
  expect((await patchRep(giang.id, account)).body.hasAccount).toBe(true);
  const seller = await addRep(app, 'Trưởng', { teamId: office.hanoi });
  await enter(app, { name: 'Trưởng', email: 'truong@saoviet.vn', role: 'manager', repId: seller });
  const rev = await revOf(app);
  const touching: RepPatch[] = [
    { password: 'mot-mat-khau-dai' },
    { email: 'x@saoviet.vn' },
    { email: null },
    { name: 'X' },
    { leftOn: '2026-11-24' },
  ];
  for (const body of touching) {
    expect(codeOf(await patchRep(seller, body)), JSON.stringify(body)).toEqual([403, 'auth/forbidden']);
  }
  expect(await revOf(app)).toBe(rev);
  expect((await patchRep(seller, { absences: [{ from: '2026-12-01', to: '2026-12-02' }] })).status).toBe(200);
});

test('RO4 a manager of teams sets quotas for their reps and teams, and for nobody above or beside them', async () => {
  const periodId = app.parts.directory.runningPeriod(app.clock.now())?.id ?? '';
  const set = (type: 'rep' | 'team' | 'office', id: string) => {
    const body = { periodId, subject: { type, id }, metric: 'revenue', amount: '5000000' };
    return app.call<{ items: QuotaView[] }>('PUT', '/api/quotas', body, { as });
  };
  const village = await addTeam(app, 'Ba Đình', office.hanoi);
  for (const [type, id] of [
    ['rep', office.an.repId ?? ''],
    ['team', office.north],
    ['team', office.hanoi],
    ['team', village],
  ] as const) {
    expect((await set(type, id)).status).toBe(200);
  }
  const rev = await revOf(app);
  for (const [type, id] of [
    ['rep', office.chi],
    ['rep', 'ghost'],
    ['team', office.south],
    ['team', 'ghost'],
    ['office', 'office'],
  ] as const) {
    const answer = await set(type, id);
    expect([answer.status, faultsOf(answer)], `${type} ${id}`).toEqual([422, { 'subject.id': `${type}/unknown` }]);
  }
  expect(await revOf(app)).toBe(rev);
});

test('RO4 deals go with who is in a team now: seen, posted, corrected, voided there, and nowhere else', async () => {
  const [theirs, other] = [
    await postDeal(app, { rep: office.an.repId ?? '' }),
    await postDeal(app, { rep: office.chi }),
  ];
  const { items } = (await app.call<{ items: DealView[] }>('GET', '/api/deals', undefined, { as })).body;
  expect(items.map(({ id }) => id)).toEqual([theirs.deal.id]);
  const post = (rep: string) => app.call<Problem>('POST', '/api/deals', { rep, amount: '5', customer: 'X' }, { as });
  expect((await post('an@saoviet.vn')).status).toBe(201);
  expect(faultsOf(await post('chi@saoviet.vn'))).toEqual({ rep: 'rep/not-own' });
  const correct = (id: string, body: object) =>
    app.call<Problem>('POST', `/api/deals/${id}/correct`, { reason: 'x', ...body }, { as });
  expect(codeOf(await correct(other.deal.id, { amount: '7' }))).toEqual([404, 'deal/not-found']);
  expect(faultsOf(await correct(theirs.deal.id, { rep: 'chi@saoviet.vn' }))).toEqual({ rep: 'rep/not-own' });
  const undo = (id: string) => app.call<Problem>('POST', `/api/deals/${id}/void`, { reason: 'x' }, { as });
  expect(codeOf(await undo(other.deal.id))).toEqual([404, 'deal/not-found']);
  await app.call('PATCH', `/api/reps/${office.an.repId}`, { teamId: office.south });
  expect(codeOf(await undo(theirs.deal.id))).toEqual([404, 'deal/not-found']);
  await app.call('PATCH', `/api/reps/${office.an.repId}`, { teamId: office.hanoi });
  expect((await undo(theirs.deal.id)).status).toBe(200);
});

test('RO4 who reaches but a share of a deal reads it, and takes it over by no correction', async () => {
  const [an, binh] = [office.an.repId ?? '', office.binh.repId ?? ''];
  const shares = (repId: string, otherId: string) => [
    { rep: repId, share: 9999 },
    { rep: otherId, share: 1 },
  ];
  const { deal: theirs } = await postDeal(app, { rep: binh, splits: shares(binh, an) });
  const { deal: own } = await postDeal(app, { rep: an, splits: shares(an, binh) });
  expect((await app.call('GET', `/api/deals/${theirs.id}`, undefined, { as })).status).toBe(200);
  const correct = (id: string, changes: object) =>
    app.call<Problem & DealAnswer>('POST', `/api/deals/${id}/correct`, { reason: 'x', ...changes }, { as });
  const rev = await revOf(app);
  for (const changes of [{ rep: an }, { amount: '1' }, { splits: [] }, { rep: an, splits: shares(an, binh) }]) {
    expect(codeOf(await correct(theirs.id, changes)), JSON.stringify(changes)).toEqual([404, 'deal/not-found']);
  }
  for (const [changes, field] of [
    [{ rep: binh }, 'rep'],
    [{ rep: 'binh@saoviet.vn', splits: shares(binh, an) }, 'rep'],
    [{ splits: shares(binh, an) }, 'splits.0.rep'],
    [{ splits: shares(an, office.chi) }, 'splits.1.rep'],
  ] as const) {
    const answer = await correct(own.id, changes);
    expect([answer.status, faultsOf(answer)], field).toEqual([403, { [field]: 'rep/not-own' }]);
  }
  const restore = (id: string) => app.call<Problem>('POST', `/api/deals/${id}/restore`, { reason: 'x' }, { as });
  const book = await app.call<Problem>('POST', '/api/late-deals/book', { ids: [theirs.id], reason: 'x' }, { as });
  expect([codeOf(await restore(theirs.id)), codeOf(book)]).toEqual([
    [404, 'deal/not-found'],
    [404, 'deal/not-found'],
  ]);
  expect(await revOf(app)).toBe(rev);
  // What is not named stays as it was, with whoever has a share.
  const { status, body } = await correct(own.id, { amount: '200000' });
  expect([status, body.deal.credits.map(({ repId }) => repId)]).toEqual([200, [an, binh]]);
  // What stands by now is somebody else's: it is not taken out by bringing back what it was.
  await app.call('POST', `/api/deals/${body.deal.id}/correct`, { reason: 'x', rep: binh, splits: [] });
  expect((await restore(body.deal.id)).status).toBe(403);
});

test('RO4 AP3 wins that wait are decided on by who reaches their own rep, not a share of them', async () => {
  const [an, binh] = [office.an.repId ?? '', office.binh.repId ?? ''];
  await app.call('PUT', '/api/approvals/rule', { above: '1000' });
  const splits = [
    { rep: binh, share: 9999 },
    { rep: an, share: 1 },
  ];
  const body = { rep: binh, amount: '5000', customer: 'X', splits };
  const { deal } = (await app.call<DealAnswer>('POST', '/api/deals', body, { as: office.binh.cookie })).body;
  const { waiting } = (await app.call<Approvals>('GET', '/api/approvals', undefined, { as })).body;
  const approve = await app.call<Problem>('POST', `/api/approvals/${deal.id}/approve`, undefined, { as });
  expect([waiting, codeOf(approve)]).toEqual([[], [404, 'approval/not-found']]);
  await app.call('PUT', '/api/approvals/rule', { above: null });
});

test('RO1 CN1 an external id is named by machines and who reaches the whole office, and tried out by nobody else', async () => {
  const deal = { amount: '5', customer: 'X', external: { source: 'crm', id: 'deal-77' } };
  const post = (rep: string | null, by: string) =>
    app.call<Problem>('POST', '/api/deals', { ...deal, rep }, { as: by });
  const { an, binh } = office;
  const refused = async () => {
    for (const [rep, by] of [
      [an.repId, an.cookie],
      [binh.repId, binh.cookie],
      [an.repId, as],
    ] as const) {
      const answer = await post(rep, by);
      expect([answer.status, faultsOf(answer)]).toEqual([403, { external: 'external/not-own' }]);
    }
  };
  await refused();
  expect((await post(an.repId, await app.token('deals:write'))).status).toBe(201);
  await refused();
  expect((await post(an.repId, office.manager.cookie)).status).toBe(200);
});

test('RO4 ST9 a manager of teams moves a rep within the time in them, and takes no past or future of another team', async () => {
  const since = app.clock.now();
  const { body: ly } = await app.call<RepView>('POST', '/api/reps', { name: 'Ly', teamId: office.south });
  const byOffice = (body: RepPatch) => app.call('PATCH', `/api/reps/${ly.id}`, body);
  const valueOf = async (teamId: string) => {
    const path = '/api/standings?by=team&from=2026-11-01&to=2026-12-31';
    const { body } = await app.call<{ rows: { subjectId: string; value: number }[] }>('GET', path);
    return body.rows.find(({ subjectId }) => subjectId === teamId)?.value ?? 0;
  };
  await postDeal(app, { rep: ly.id, amount: '900000' });
  const before = [await valueOf(office.north), await valueOf(office.south)];
  app.clock.advance(HOUR_MS);
  await byOffice({ teamId: office.north });
  const joined = app.clock.now();
  app.clock.advance(HOUR_MS);
  const rev = await revOf(app);
  for (const teamSince of ['2026-01-01', since, joined - 1, joined + 1, app.clock.now() + HOUR_MS]) {
    const answer = await patchRep(ly.id, { teamId: office.north, teamSince });
    expect([answer.status, faultsOf(answer)], String(teamSince)).toEqual([422, { teamSince: 'team/not-then' }]);
  }
  expect(faultsOf(await patchRep(ly.id, { teamId: office.hanoi, teamSince: joined - 1 }))).toEqual({
    teamSince: 'team/not-then',
  });
  expect(await revOf(app)).toBe(rev);
  expect([await valueOf(office.north), await valueOf(office.south)]).toEqual(before);
  expect((await patchRep(ly.id, { teamId: office.hanoi, teamSince: joined })).status).toBe(200);
  expect((await patchRep(ly.id, { teamId: office.hanoi, teamSince: joined })).status).toBe(200);
  expect((await patchRep(ly.id, { teamId: office.north })).status).toBe(200);
  expect([await valueOf(office.north), await valueOf(office.south)]).toEqual(before);
  // What the office has planned for the rep is not the manager's to call off.
  await byOffice({ teamId: office.south, teamSince: app.clock.now() + HOUR_MS });
  expect(faultsOf(await patchRep(ly.id, { teamId: office.hanoi }))).toEqual({ teamId: 'team/not-then' });
  expect((await byOffice({ teamId: office.north, teamSince: '2026-01-01' })).status).toBe(200);
  expect(await valueOf(office.south)).toBe((before[1] ?? 0) - 900_000);
});

test('a phone number is one, as people write them', async () => {
  for (const phone of ['+84 24 555 0101', '(024) 3555-0101', '0912.345.678', '113', null]) {
    expect((await patchRep(office.an.repId ?? '', { phone })).body.phone).toBe(phone);
  }
  for (const phone of [
    '',
    ' ',
    'call me',
    '12\u202E34',
    '1'.repeat(41),
    '+',
    '<b>1</b>',
    '1\n2',
    84 as unknown as string,
  ]) {
    expect(Object.keys(faultsOf(await patchRep(office.an.repId ?? '', { phone }))), JSON.stringify(phone)).toEqual([
      'phone',
    ]);
  }
});
