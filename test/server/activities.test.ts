// Activities through the API: logged once, told more of, taken back, listed and counted as far as somebody's reach.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { ActivityAnswer, ActivityBody, ActivityView } from '../../shared/schemas/activities.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import { addRep, addTeam, cookieOf, faultsOf, revOf, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { enterLead } from '../kit/people.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };

let app: TestApp;
let hanoi: string;
let an: string;
let binh: string;
let chi: string;
let asAn: string;
let asLead: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  hanoi = await addTeam(app, 'Hà Nội');
  const hoanKiem = await addTeam(app, 'Hoàn Kiếm', hanoi);
  const hue = await addTeam(app, 'Huế');
  an = await addRep(app, 'An', { ...AN, teamId: hoanKiem });
  binh = await addRep(app, 'Bình', { email: 'binh@saoviet.vn', teamId: hue });
  chi = await addRep(app, 'Chi', { teamId: hanoi });
  asAn = cookieOf(await app.call('POST', '/api/session', AN, { as: '' }));
  asLead = await enterLead(app, [hanoi]);
});
afterAll(() => app.close());

const log = (body: Partial<ActivityBody>, as = app.cookie) =>
  app.call<ActivityAnswer & Problem>('POST', '/api/activities', { rep: an, kind: 'call', ...body }, { as });
const take = (id: string, as = app.cookie, reason = 'nhầm') =>
  app.call<ActivityAnswer & Problem>('POST', `/api/activities/${id}/void`, { reason }, { as });
const tell = (id: string, details: object, as = app.cookie) =>
  app.call<ActivityAnswer & Problem>('POST', `/api/activities/${id}/details`, details, { as });
const list = async (query = '', as = app.cookie) =>
  (
    await app.call<{ items: ActivityView[]; nextCursor: string | null }>('GET', `/api/activities${query}`, undefined, {
      as,
    })
  ).body;

test('AC1 an activity counts one, when it happened, for its rep; customer and note may be told at once or later', async () => {
  const at = TUESDAY - HOUR_MS;
  const { status, body } = await log({ id: 'visit-0001', kind: 'visit', at, customer: ' An Phát ' });
  expect(status).toBe(201);
  expect(body.activity).toMatchObject({
    id: 'visit-0001',
    repId: an,
    repName: 'An',
    kind: 'visit',
    customer: 'An Phát',
    note: '',
    at,
    recordedAt: TUESDAY,
    planId: null,
    void: null,
  });
  const told = await tell('visit-0001', { note: 'Muốn xem thêm mẫu' }, asAn);
  expect([told.status, told.body.activity.customer, told.body.activity.note]).toEqual([
    200,
    'An Phát',
    'Muốn xem thêm mẫu',
  ]);
  const rev = await revOf(app);
  await tell('visit-0001', { note: 'Muốn xem thêm mẫu', customer: 'An Phát' }, asAn);
  expect(await revOf(app), 'telling the same again is telling it once').toBe(rev);
  await tell('visit-0001', { customer: 'Bình Minh' });
  expect((await list('?kind=visit')).items).toMatchObject([{ customer: 'Bình Minh', note: 'Muốn xem thêm mẫu' }]);
  const { body: standings } = await app.call<StandingsView>('GET', '/api/standings?metric=visits');
  expect(standings.rows[0]).toMatchObject({ subjectId: an, value: 1, deals: 0, rank: 1 });
});

test('AC1 LG3 the same id and content again is the same activity, with other content a conflict', async () => {
  const first = await log({ id: 'call-00001', at: TUESDAY });
  const rev = await revOf(app);
  const again = await log({ id: 'call-00001', at: TUESDAY });
  expect([first.status, again.status, again.body.activity.seq]).toEqual([201, 200, first.body.activity.seq]);
  for (const other of [{ kind: 'quote' }, { rep: binh }, { note: 'x' }, { at: TUESDAY - 1 }] as const) {
    const answer = await log({ id: 'call-00001', at: TUESDAY, ...other });
    expect([answer.status, answer.body.code], JSON.stringify(other)).toEqual([409, 'activity/id-taken']);
  }
  expect(await revOf(app)).toBe(rev);
  const many = await Promise.all(Array.from({ length: 20 }, () => log({ id: 'call-00002', at: TUESDAY })));
  expect(many.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
    ...Array.from({ length: 19 }, () => 200),
    201,
  ]);
});

test('AC4 a rep takes an own activity back for ten minutes, nobody else’s ever; a manager always', async () => {
  const own = (await log({ kind: 'quote' }, asAn)).body.activity.id;
  const other = (await log({ rep: binh })).body.activity.id;
  expect((await take(other, asAn)).status).toBe(404);
  expect((await take(own, asAn)).status).toBe(200);
  const again = await take(own, asAn);
  expect([again.status, again.body.activity.void], 'a retry').toEqual([200, { reason: 'nhầm', at: TUESDAY }]);
  const otherwise = await take(own, app.cookie, 'khác');
  expect([otherwise.status, otherwise.body.code]).toEqual([409, 'activity/voided']);
  expect((await tell(own, { note: 'x' }, asAn)).body.code).toBe('activity/voided');
  const late = (await log({ kind: 'quote' }, asAn)).body.activity.id;
  app.clock.advance(600_001);
  expect((await take(late, asAn)).status).toBe(403);
  expect((await take(late)).status).toBe(200);
  expect((await take('nothing')).body.code).toBe('activity/not-found');
});

test('AC4 what is out of somebody’s reach is not there, to read or to write', async () => {
  const theirs = (await log({ rep: binh, customer: 'Bí mật' })).body.activity.id;
  const teamMates = (await log({ rep: chi, kind: 'meeting' })).body.activity.id;
  for (const [as, ids] of [
    [asAn, [theirs, teamMates]],
    [asLead, [theirs]],
  ] as const) {
    for (const id of ids) {
      expect((await take(id, as)).status).toBe(404);
      expect((await tell(id, { note: 'x' }, as)).status).toBe(404);
      expect((await list('', as)).items.map((one) => one.id)).not.toContain(id);
    }
    const forOther = await log({ rep: binh }, as);
    expect([forOther.status, faultsOf(forOther)]).toEqual([403, { rep: 'rep/not-own' }]);
  }
  expect((await log({ rep: 'nobody' }, asAn)).status).toBe(403);
  const asked = await app.call<Problem>('GET', `/api/activities?rep=${binh}`, undefined, { as: asAn });
  expect([asked.status, faultsOf(asked)]).toEqual([422, { rep: 'rep/unknown' }]);
  expect((await log({ rep: chi }, asLead)).status).toBe(201);
  expect((await take(teamMates, asLead)).status).toBe(200);
  expect(new Set((await list('?limit=200', asLead)).items.map((one) => one.repId))).toEqual(new Set([an, chi]));
  for (const [scope, status] of [
    ['deals:write', 201],
    ['deals:read', 403],
    ['board:read', 403],
  ] as const) {
    expect((await log({}, await app.token(scope))).status, scope).toBe(status);
  }
});

test('AC1 what is wrong with an activity is said by name, and nothing is stored', async () => {
  const rev = await revOf(app);
  for (const [fields, faults] of [
    [{ kind: 'dance' }, { kind: 'field/enum' }],
    [{ kind: null }, { kind: 'field/type' }],
    [{ rep: '' }, { rep: 'field/minLength' }],
    [{ rep: 'nobody' }, { rep: 'rep/unknown' }],
    [{ count: 5 }, { count: 'field/unknown' }],
    [{ id: '../etc' }, { id: 'field/pattern' }],
    [{ at: app.clock.now() + 61_000 }, { at: 'time/future' }],
    [{ at: '9999-12-31' }, { at: 'time/future' }],
    [{ at: '1999-12-31' }, { at: 'time/too-early' }],
    [{ at: '2026-02-30' }, { at: 'time/unreadable' }],
    [{ at: '2026-11-24T09:00' }, { at: 'time/unreadable' }],
    [{ at: 1.5 }, { at: 'field/type' }],
    [{ planId: 'nothing' }, { planId: 'plan/unknown' }],
    [{ customer: 'a\u0000b' }, { customer: 'text/control' }],
    [{ note: '\ud800' }, { note: 'text/broken' }],
    [{ customer: 'x'.repeat(201) }, { customer: 'field/maxLength' }],
    [{ note: 'x'.repeat(1001) }, { note: 'field/maxLength' }],
  ] as const) {
    const answer = await app.call<Problem>('POST', '/api/activities', { rep: an, kind: 'call', ...fields });
    expect([answer.status, faultsOf(answer)], JSON.stringify(fields)).toEqual([422, faults]);
  }
  for (const raw of ['{"rep":', '[]', 'null', `{"rep":"${an}","kind":"call","at":1e309}`]) {
    const answer = await app.call('POST', '/api/activities', undefined, {
      raw,
      headers: { 'content-type': 'application/json' },
    });
    expect([400, 422], raw).toContain(answer.status);
  }
  const flood = await app.call('POST', '/api/activities', { rep: an, kind: 'call', note: 'x'.repeat(10_000_000) });
  expect(flood.status).toBe(413);
  expect(await revOf(app)).toBe(rev);
  const script = '<script>alert(1)</script>';
  // What turns the direction of a text is taken out of it.
  expect((await log({ customer: `${script}\u202e` })).body.activity.customer).toBe(script);
});

test('activities are listed by when they happened, page by page, of one rep, one kind, one time', async () => {
  const dung = await addRep(app, 'Dũng');
  const days = [3, 1, 2, 1, 0];
  for (const [index, day] of days.entries()) {
    await log({ rep: dung, kind: index % 2 ? 'call' : 'visit', at: TUESDAY - day * DAY_MS });
  }
  const seen: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(`?rep=${dung}&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ at }) => (TUESDAY - at) / DAY_MS));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([0, 1, 1, 2, 3]);
  expect((await list(`?rep=${dung}&kind=call`)).items).toHaveLength(2);
  expect((await list(`?rep=${dung}&from=2026-11-22&to=2026-11-23`)).items).toHaveLength(1);
  for (const [query, faults] of [
    ['cursor=x', { cursor: 'cursor/unknown' }],
    ['cursor=5', { cursor: 'cursor/unknown' }],
    ['rep=nobody', { rep: 'rep/unknown' }],
    ['kind=dance', { kind: 'field/enum' }],
    ['from=x', { from: 'time/unreadable' }],
    ['from=2026-11-24&to=2026-11-24', { to: 'time/reversed' }],
  ] as const) {
    const answer = await app.call<Problem>('GET', `/api/activities?${query}`);
    expect([answer.status, faultsOf(answer)], query).toEqual([422, faults]);
  }
});
