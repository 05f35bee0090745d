// Plans through the API: made, moved, cancelled, fulfilled by an activity, overdue by the office's date.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { ActivityAnswer, PlanAnswer, PlanView } from '../../shared/schemas/activities.ts';
import type { CustomersView } from '../../shared/schemas/posting.ts';
import { addRep, cookieOf, faultsOf, postDeal, revOf, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };

let app: TestApp;
let an: string;
let binh: string;
let asAn: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An', AN);
  binh = await addRep(app, 'Bình');
  asAn = cookieOf(await app.call('POST', '/api/session', AN, { as: '' }));
});
afterAll(() => app.close());

const TOMORROW = TUESDAY + DAY_MS;

const make = (fields: object = {}, as = asAn) =>
  app.call<PlanAnswer & Problem>(
    'POST',
    '/api/plans',
    { rep: an, kind: 'visit', customer: 'An Phát', at: TOMORROW, ...fields },
    { as },
  );
const move = (id: string, at: number | string, as = asAn) =>
  app.call<PlanAnswer & Problem>('POST', `/api/plans/${id}/move`, { at }, { as });
const cancel = (id: string, as = asAn) =>
  app.call<PlanAnswer & Problem>('POST', `/api/plans/${id}/cancel`, undefined, { as });
const fulfil = (planId: string, fields: object = {}, as = asAn) =>
  app.call<ActivityAnswer & Problem>('POST', '/api/activities', { rep: an, kind: 'visit', planId, ...fields }, { as });
const plans = async (query: string, as = app.cookie) =>
  (await app.call<{ items: PlanView[]; nextCursor: string | null }>('GET', `/api/plans?${query}`, undefined, { as }))
    .body;
const stateOf = async (id: string) => (await plans('limit=200')).items.find((one) => one.id === id)?.state;
const idOf = async (fields: object = {}): Promise<string> => (await make(fields)).body.plan.id;

test('AC3 a plan is open, moves, and is done by the activity that names it; taking that back opens it again', async () => {
  const made = await make({ id: 'plan-00001', note: 'mang mẫu' });
  expect(made.status).toBe(201);
  expect(made.body.plan).toMatchObject({
    customer: 'An Phát',
    at: TOMORROW,
    state: 'open',
    doneBy: null,
    repName: 'An',
  });
  const moved = await move('plan-00001', TOMORROW + HOUR_MS);
  expect([moved.status, moved.body.plan.at]).toEqual([200, TOMORROW + HOUR_MS]);
  const rev = await revOf(app);
  expect((await move('plan-00001', TOMORROW + HOUR_MS)).status, 'a retry').toBe(200);
  expect(await revOf(app)).toBe(rev);
  const done = await fulfil('plan-00001', { id: 'done-00001' });
  expect([done.status, done.body.activity.planId]).toEqual([201, 'plan-00001']);
  expect((await fulfil('plan-00001', { id: 'done-00001' })).status, 'a retry').toBe(200);
  expect((await plans(`rep=${an}&state=done`)).items).toMatchObject([{ id: 'plan-00001', doneBy: 'done-00001' }]);
  for (const answer of [await fulfil('plan-00001'), await move('plan-00001', TOMORROW), await cancel('plan-00001')]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'plan/done']);
  }
  await app.call('POST', '/api/activities/done-00001/void', { reason: 'nhầm' }, { as: asAn });
  expect(await stateOf('plan-00001')).toBe('open');
  expect((await fulfil('plan-00001')).status).toBe(201);
});

test('AC3 a cancelled plan stays cancelled, however often it is cancelled', async () => {
  const id = await idOf();
  const first = await cancel(id);
  const again = await cancel(id);
  expect([first.status, again.status, again.body.plan.state]).toEqual([200, 200, 'cancelled']);
  expect(again.body.plan.cancelledAt).toBe(first.body.plan.cancelledAt);
  for (const answer of [await fulfil(id), await move(id, TOMORROW + 1)]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'plan/cancelled']);
  }
});

test('AC3 an open plan is overdue once its day in the office’s zone is over', async () => {
  const id = await idOf({ at: TUESDAY + HOUR_MS });
  app.clock.moveTo(Date.parse('2026-11-24T23:59:59+07:00'));
  expect(await stateOf(id)).toBe('open');
  app.clock.moveTo(Date.parse('2026-11-25T00:00:00+07:00'));
  expect(await stateOf(id)).toBe('overdue');
  expect((await plans('state=overdue')).items.map((one) => one.id)).toContain(id);
  expect((await plans('state=open')).items.map((one) => one.id)).toContain(id);
  await move(id, '2026-11-25');
  expect(await stateOf(id)).toBe('open');
});

test('AC3 LG3 the same id and content again is the same plan, with other content a conflict', async () => {
  expect((await make({ id: 'plan-twice' })).status).toBe(201);
  expect((await make({ id: 'plan-twice' })).status).toBe(200);
  const other = await make({ id: 'plan-twice', customer: 'Bình Minh' });
  expect([other.status, other.body.code]).toEqual([409, 'plan/id-taken']);
});

test('AC4 nobody plans for those out of reach, or touches, sees or fulfils their plans', async () => {
  const theirs = (await make({ rep: binh }, app.cookie)).body.plan.id;
  expect((await make({ rep: binh })).status).toBe(403);
  expect([(await move(theirs, TOMORROW)).status, (await cancel(theirs)).status]).toEqual([404, 404]);
  expect((await plans('limit=200', asAn)).items.every(({ repId }) => repId === an)).toBe(true);
  const asked = await app.call<Problem>('GET', `/api/plans?rep=${binh}`, undefined, { as: asAn });
  expect([asked.status, faultsOf(asked)]).toEqual([422, { rep: 'rep/unknown' }]);
  const stolen = await fulfil(theirs);
  expect([stolen.status, faultsOf(stolen)]).toEqual([422, { planId: 'plan/unknown' }]);
  expect((await cancel('nothing')).body.code).toBe('plan/not-found');
});

test('AC3 what is wrong with a plan is said by name, and nothing is stored', async () => {
  const id = await idOf();
  const rev = await revOf(app);
  for (const [fields, faults] of [
    [{ kind: 'quote' }, { kind: 'field/enum' }],
    [{ customer: ' ' }, { customer: 'field/pattern' }],
    [{ customer: 'a\u0007' }, { customer: 'text/control' }],
    [{ at: TUESDAY + 740 * DAY_MS }, { at: 'time/too-far' }],
    [{ at: '9999-01-01' }, { at: 'time/too-far' }],
    [{ at: '1990-01-01' }, { at: 'time/too-early' }],
    [{ at: 'morgen' }, { at: 'time/unreadable' }],
    [{ at: undefined }, { at: 'field/missing' }],
    [{ done: true }, { done: 'field/unknown' }],
  ] as const) {
    const answer = await make(fields);
    expect([answer.status, faultsOf(answer)], JSON.stringify(fields)).toEqual([422, faults]);
  }
  expect(faultsOf(await move(id, '9999-01-01'))).toEqual({ at: 'time/too-far' });
  expect(faultsOf(await app.call('GET', '/api/plans?cursor=x'))).toEqual({ cursor: 'cursor/unknown' });
  expect(await revOf(app)).toBe(rev);
});

test('plans are listed page by page, the latest received first', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1)
    ids.unshift((await make({ rep: binh, customer: `Khách ${n}` }, app.cookie)).body.plan.id);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof plans>> = await plans(`rep=${binh}&limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen.slice(0, 5)).toEqual(ids);
});

test('AC1 whom somebody has called on or is going to is completed on the phone, too, after those who have bought', async () => {
  await postDeal(app, { rep: an, customer: 'Đã Mua' });
  const log = (customer: string) =>
    app.call<ActivityAnswer>('POST', '/api/activities', { rep: an, kind: 'call', customer }, { as: asAn });
  await log('Đã Gọi');
  const gone = await log('Gõ Nhầm');
  await app.call('POST', `/api/activities/${gone.body.activity.id}/void`, { reason: 'nhầm' }, { as: asAn });
  const told = await log('');
  await app.call('POST', `/api/activities/${told.body.activity.id}/details`, { customer: 'Kể Sau' }, { as: asAn });
  await log('đã mua');
  await make({ customer: 'Sẽ Thăm' });
  await make({ rep: binh, customer: 'Của Bình' }, app.cookie);
  const { body } = await app.call<CustomersView>('GET', '/api/customers', undefined, { as: asAn });
  const names = body.items.map(({ name }) => name);
  expect(names[0]).toBe('Đã Mua');
  expect(names).toEqual(expect.arrayContaining(['Đã Gọi', 'Kể Sau', 'Sẽ Thăm']));
  for (const name of ['Gõ Nhầm', 'đã mua', 'Của Bình', '']) expect(names).not.toContain(name);
  expect(body.items.find(({ name }) => name === 'Đã Gọi')).toMatchObject({ deals: 0, product: '' });
  const found = await app.call<CustomersView>('GET', '/api/customers?q=tham', undefined, { as: asAn });
  expect(found.body.items.map(({ name }) => name)).toEqual(['Sẽ Thăm']);
});
