// Wins that wait for a manager, over real HTTP and a real socket.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { DecisionNews } from '../../shared/protocol.ts';
import type { Approvals } from '../../shared/schemas/approvals.ts';
import type { StoryView } from '../../shared/schemas/corrections.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import type { Decisions } from '../../shared/schemas/decisions.ts';
import { faultsOf, revOf, startApp, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { fullOffice, type Office } from '../kit/people.ts';
import { resetPeriod } from '../kit/periods.ts';
import { watchBoard, type Watcher } from '../kit/sockets.ts';

let app: TestApp;
let office: Office;
let an: string;
let wall: Watcher;
let phone: Watcher;
const told: DecisionNews[] = [];
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  an = office.an.repId ?? '';
  wall = await watchBoard(app.url, { headers: { cookie: office.viewer.cookie } });
  phone = await watchBoard(app.url, { headers: { cookie: office.an.cookie } });
  phone.socket.on('deal:decided', (news) => told.push(news));
});
afterAll(async () => {
  wall.close();
  phone.close();
  await app.close();
});

type Reply = DealAnswer & Problem;
const post = (body: object, as = office.an.cookie) =>
  app.call<Reply>('POST', '/api/deals', { rep: an, amount: '5000', customer: 'An Phát', ...body }, { as });
const decide = (id: string, deed: string, as = app.cookie) =>
  app.call<Reply>(
    'POST',
    `/api/approvals/${id}/${deed}`,
    deed.startsWith('decline') ? { reason: 'chưa ký' } : undefined,
    { as },
  );
const list = async (as = app.cookie) => (await app.call<Approvals>('GET', '/api/approvals', undefined, { as })).body;
const count = async (as: string) =>
  (await app.call<Decisions>('GET', '/api/decisions', undefined, { as })).body.pending;
const setRule = (above: string | null, as = app.cookie) => app.call('PUT', '/api/approvals/rule', { above }, { as });
const valueOf = async () => (await wall.caughtUp()).standings.rows.find(({ subjectId }) => subjectId === an)?.value;

test('AP1 nothing waits until the office says from which amount on', async () => {
  expect((await post({ amount: '9000000' })).status).toBe(201);
  expect(faultsOf(await setRule('0'))).toEqual({ above: 'amount/zero' });
  expect((await setRule('1000', office.northManager.cookie)).status).toBe(403);
  expect((await setRule('1000')).body).toEqual({ aboveMinor: 1000 });
  expect((await post({ amount: '1000' })).status).toBe(201);
  expect((await post({}, office.northManager.cookie)).status).toBe(201);
  expect((await post({}, await app.token('deals:write'))).status).toBe(202);
});

test('AP1 AP2 a win that waits is in no standings, on no wall, in no list, until it is approved', async () => {
  const before = await valueOf();
  const wins = (await wall.caughtUp()).wins.length;
  const closedAt = app.clock.now() - HOUR_MS;
  const answer = await post({ id: 'waits-for-you-1', closedAt, note: 'lớn nhất năm' });
  expect([answer.status, answer.body.pending, answer.body.standing]).toEqual([202, true, null]);
  expect([await valueOf(), (await wall.caughtUp()).wins.length]).toEqual([before, wins]);
  expect((await app.call('GET', '/api/deals/waits-for-you-1')).status).toBe(404);
  expect(
    (await app.call<{ items: { id: string }[] }>('GET', '/api/deals')).body.items.map(({ id }) => id),
  ).not.toContain('waits-for-you-1');
  expect((await list(office.an.cookie)).waiting.map(({ deal }) => deal.id)).toEqual(['waits-for-you-1']);
  expect([await count(office.northManager.cookie), (await list(office.binh.cookie)).waiting]).toEqual([2, []]);

  app.clock.advance(60_000);
  const rev = await revOf(app);
  const asked = await decide('waits-for-you-1', 'approve?dryRun=1');
  expect(asked.body.effect?.shifts.find(({ by }) => by === 'rep')?.after?.value).toBe((before ?? 0) + 5000);
  expect(await revOf(app)).toBe(rev);
  const approved = await decide('waits-for-you-1', 'approve', office.northManager.cookie);
  expect(approved.body.deal).toMatchObject({
    id: 'waits-for-you-1',
    closedAt,
    recordedAt: app.clock.now(),
    late: false,
  });
  expect(await valueOf()).toBe((before ?? 0) + 5000);
  expect((await wall.caughtUp()).wins[0]).toMatchObject({
    dealId: 'waits-for-you-1',
    celebrate: true,
    at: app.clock.now(),
  });
  await phone.caughtUp();
  expect(told.at(-1)).toEqual({ dealId: 'waits-for-you-1', decision: 'approved', reason: null });
  const { items } = (await app.call<StoryView>('GET', '/api/deals/waits-for-you-1/story')).body;
  expect(items.map(({ act, by }) => [act, by])).toEqual([
    ['requested', 'An'],
    ['approved', 'Bắc'],
  ]);
});

test('AP2 one that is approved after its period has closed is late; the reset says before how many wait', async () => {
  await post({ id: 'waits-too-long-1' });
  app.clock.advance(HOUR_MS);
  const waiting = (await list()).waiting.length;
  expect((await resetPeriod(app, {}, '?dryRun=1')).body.waiting).toBe(waiting);
  await resetPeriod(app);
  app.clock.advance(HOUR_MS);
  expect((await resetPeriod(app, {}, '?dryRun=1')).body.waiting).toBe(0);
  const { body } = await decide('waits-too-long-1', 'approve');
  expect([body.deal.late, (await wall.caughtUp()).wins[0]?.celebrate]).toEqual([true, false]);
});

test('AP3 CO2 it is declined with a reason, which its poster is told; the first decision holds', async () => {
  await post({ id: 'not-signed-yet-1' });
  expect((await decide('not-signed-yet-1', 'approve', office.an.cookie)).status).toBe(403);
  const { id: south } = (await post({ rep: office.chi }, await app.token('deals:write'))).body.deal;
  expect((await decide(south, 'approve', office.northManager.cookie)).status).toBe(404);
  const both = await Promise.all([
    decide('not-signed-yet-1', 'decline'),
    decide('not-signed-yet-1', 'approve', office.manager.cookie),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 409]);
  expect(both[1].body).toMatchObject({
    code: 'approval/decided',
    detail: expect.stringContaining('chưa ký') as string,
  });
  await phone.caughtUp();
  expect(told.at(-1)).toEqual({ dealId: 'not-signed-yet-1', decision: 'declined', reason: 'chưa ký' });
  expect((await list(office.an.cookie)).decided[0]).toMatchObject({ decision: 'declined', decidedBy: 'Chị Hà' });
});

test('AP4 LG3 a post repeated is the one that waits; a declined one is not asked again; its poster may take it back', async () => {
  const body = { id: 'once-or-twice-1', closedAt: app.clock.now() };
  const [one, two] = [await post(body), await post(body)];
  expect([one.status, two.status, two.body.deal]).toEqual([202, 202, one.body.deal]);
  expect((await post({ ...body, amount: '6000' })).body.code).toBe('deal/id-taken');
  const crm = await app.token('deals:write');
  const named = { closedAt: app.clock.now(), external: { source: 'crm', id: '77' } };
  const [first, second] = [await post(named, crm), await post(named, crm)];
  expect([first.status, second.body.deal.id]).toEqual([202, first.body.deal.id]);
  const taken = (as: string) =>
    app.call<Reply>('POST', '/api/deals/once-or-twice-1/void', { reason: 'undone' }, { as });
  expect((await taken(office.binh.cookie)).status).toBe(404);
  const undone = await taken(office.an.cookie);
  expect([undone.status, undone.body.deal.void?.reason]).toEqual([200, 'undone']);
  expect((await decide('once-or-twice-1', 'approve')).body.code).toBe('approval/decided');

  await post({ id: 'declined-before-1', closedAt: app.clock.now() });
  await decide('declined-before-1', 'decline');
  const again = await post({ id: 'declined-before-1', closedAt: app.clock.now() });
  expect([again.status, again.body.code, again.body.detail]).toEqual([409, 'deal/declined', 'chưa ký']);
  await post({ id: 'rule-goes-away-1' });
  await setRule(null);
  expect((await list()).waiting.map(({ deal }) => deal.id)).toContain('rule-goes-away-1');
  expect((await decide('rule-goes-away-1', 'approve')).status).toBe(200);
  expect((await post({})).status).toBe(201);
});

test('AP4 PO5 what is to be undone before it comes never waits; what only would be taken back goes on waiting', async () => {
  await setRule('1000');
  const undo = (id: string, query = '') =>
    app.call<Reply>('POST', `/api/deals/${id}/void${query}`, { reason: 'undone' }, { as: office.an.cookie });
  expect((await undo('undone-early-1')).status).toBe(404);
  expect((await post({ id: 'undone-early-1' })).body.deal.void?.reason).toBe('undone');
  await post({ id: 'asked-only-1' });
  expect((await undo('asked-only-1', '?dryRun=1')).body).toMatchObject({ pending: true, effect: { shifts: [] } });
  const waiting = (await list()).waiting.map(({ deal }) => deal.id);
  expect(['asked-only-1', 'undone-early-1'].map((id) => waiting.includes(id))).toEqual([true, false]);
  await setRule(null);
});
