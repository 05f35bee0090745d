// The office's settings over real HTTP: what a change would do, and two who change them at once.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { RuleAnswer } from '../../shared/schemas/approvals.ts';
import type { OfficePreview } from '../../shared/schemas/calendar.ts';
import type { OfficePatch, OfficeSettings } from '../../shared/schemas/office.ts';
import { addRep, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { enter, type Person } from '../kit/people.ts';

let app: TestApp;
let mai: Person;
beforeEach(async () => {
  app = await startApp();
  await app.setUp();
  mai = await enter(app, { name: 'Mai', email: 'mai@saoviet.vn', role: 'manager' });
});
afterEach(() => app.close());

type Reply = OfficeSettings & Problem;
const patch = (body: OfficePatch, as = app.cookie) => app.call<Reply>('PATCH', '/api/office', body, { as });
const preview = async (body: OfficePatch) => (await app.call<OfficePreview>('POST', '/api/office/preview', body)).body;
const office = async () => (await app.call<OfficeSettings>('GET', '/api/office')).body;
const rule = (body: object, query = '') => app.call<RuleAnswer & Problem>('PUT', `/api/approvals/rule${query}`, body);

test('OS5 ST1 another rule of ties is told by whose rank it moves in the running period, and moves just these', async () => {
  const amounts = { An: '9', Bình: '7', Chi: '7', Dũng: '5', Giang: '5', Hà: '3' };
  for (const [name, amount] of Object.entries(amounts)) {
    await postDeal(app, { rep: await addRep(app, name), amount });
  }
  await addRep(app, 'Không');
  const { ranks } = await preview({ ties: 'dense' });
  expect(ranks.shifts.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['Dũng', 4, 3],
    ['Giang', 4, 3],
    ['Hà', 6, 4],
  ]);
  expect([ranks.more, (await office()).ties]).toEqual([0, 'competition']);
  expect((await preview({ ties: 'competition', name: 'Sao Nam' })).ranks.shifts).toEqual([]);
  await patch({ ties: 'dense' });
  const { body } = await app.call<{ rows: { name: string; rank: number }[] }>('GET', '/api/standings');
  expect(body.rows.find(({ name }) => name === 'Hà')?.rank).toBe(4);
});

test('OS5 QT3 other working days, hours and holidays are told with the running period’s days and pace', async () => {
  const { workingDays, paceBp } = await preview({ workingDays: [1, 2, 3, 4, 5, 6], holidays: ['2026-11-30'] });
  expect(workingDays).toEqual({ before: 21, after: 24 });
  expect(paceBp.after).not.toBe(paceBp.before);
  expect((await preview({ workingDays: [] })).paceBp.after).toBeNull();
});

test('OS5 RC6 other payment terms are told with the sales that keep their due dates', async () => {
  const rep = await addRep(app, 'An');
  await postDeal(app, { rep, dueOn: '2026-11-01' });
  await postDeal(app, { rep, dueOn: '2026-12-01' });
  await postDeal(app, { rep });
  expect((await preview({ paymentTermsDays: 30 })).sales).toEqual({ open: 3, overdue: 1 });
  expect((await preview({ paymentTermsDays: null })).sales).toBeNull();
});

test('OS5 AP1 an amount of approvals is told with the period’s wins above it, and changes nothing by that', async () => {
  const rep = await addRep(app, 'An');
  for (const amount of ['100', '1000', '1001', '5000']) await postDeal(app, { rep, amount });
  const rev = await revOf(app);
  expect((await rule({ above: '1000' }, '?dryRun=1')).body).toEqual({
    aboveMinor: 1000,
    effect: { wins: 4, above: 2, waiting: 0 },
  });
  expect((await rule({ above: null }, '?dryRun=1')).body.effect).toEqual({ wins: 4, above: 0, waiting: 0 });
  expect(await revOf(app)).toBe(rev);
  expect((await rule({ above: '1000' })).body).toEqual({ aboveMinor: 1000 });
});

test('OS6 who changes what somebody else has changed meanwhile is told, and decides; nothing is stored until then', async () => {
  app.clock.advance(60_000);
  await patch({ name: 'Sao Bắc', workingDays: [1, 2, 3], defaultQuota: '5000' }, mai.cookie);
  const changedAt = app.clock.now();
  app.clock.advance(60_000);
  const rev = await revOf(app);
  const expected = { name: 'Sao Việt', workingDays: [1, 2, 3, 4, 5], defaultQuota: null, ties: 'competition' as const };
  const mine = { name: 'Sao Nam', workingDays: [1, 2, 3, 4], defaultQuota: '7000', ties: 'dense' as const };
  const refused = await patch({ ...mine, expected });
  expect([refused.status, refused.body.code]).toEqual([409, 'office/changed']);
  const who = { by: 'Mai', at: changedAt };
  expect(refused.body.errors?.map(({ field, setting }) => [field, setting])).toEqual([
    ['name', { value: 'Sao Bắc', ...who }],
    ['workingDays', { value: [1, 2, 3], ...who }],
    ['defaultQuota', { value: '5000', ...who }],
  ]);
  expect([await revOf(app), (await office()).ties]).toEqual([rev, 'competition']);
  // Having seen it: theirs stays for one, one's own is taken for the others.
  const { name: _, ...left } = mine;
  const seen = { workingDays: [1, 2, 3], defaultQuota: '5000.00', ties: 'competition' as const };
  const saved = await patch({ ...left, expected: seen });
  expect(saved.body).toMatchObject({ name: 'Sao Bắc', workingDays: [1, 2, 3, 4], defaultQuotaMinor: 7000 });
});

test('OS6 two who change different settings, or want the same, do not disturb each other; without expecting, the last counts', async () => {
  await patch({ name: 'Sao Bắc', repsUndo: false, expected: { name: 'Sao Việt', repsUndo: true } }, mai.cookie);
  const other = await patch({ ties: 'dense', expected: { ties: 'competition', name: 'Sao Việt' } });
  expect([other.status, other.body.name]).toEqual([200, 'Sao Bắc']);
  expect((await patch({ name: 'Sao Bắc', expected: { name: 'Sao Việt' } })).status).toBe(200);
  expect((await patch({ name: 'Sao Nam' })).status).toBe(200);
  const { body } = await app.call<{ items: { action: string; data: string }[] }>('GET', '/api/audit');
  const told = body.items
    .filter(({ action }) => action === 'office:patch')
    .map(({ data }) => JSON.parse(data) as object);
  expect(told.slice(0, 2)).toEqual([{ name: 'Sao Nam' }, { name: 'Sao Bắc' }]);
});

test('OS6 the amount of approvals likewise', async () => {
  await rule({ above: '1000' });
  const refused = await rule({ above: '3000', expected: null });
  expect([refused.status, refused.body.errors?.[0]?.setting]).toEqual([
    409,
    { value: '1000', by: 'Chị Hà', at: app.clock.now() },
  ]);
  expect((await rule({ above: '3000', expected: '1000.0' })).body.aboveMinor).toBe(3000);
});

test('all products and named holidays that there may be go in at once; more is refused by name or size', async () => {
  const products = Array.from({ length: 200 }, (_, place) => `${place} ${'ệ'.repeat(110)}`);
  const days = Array.from({ length: 400 }, (_, place) =>
    new Date(Date.UTC(2026, 0, 1 + place)).toISOString().slice(0, 10),
  );
  const holidayNames = Object.fromEntries(days.map((date) => [date, 'ễ'.repeat(120)]));
  const whole = { products, holidays: days, holidayNames };
  expect((await patch(whole)).status).toBe(200);
  expect((await patch({ ...whole, products: [...products, 'x'] })).body.errors?.map(({ field }) => field)).toEqual([
    'products',
  ]);
  const huge = await patch({ products: ['x'.repeat(10_000_000)] });
  expect([huge.status, huge.body.code]).toEqual([413, 'request/too-large']);
  expect((await office()).products).toEqual(products);
});
