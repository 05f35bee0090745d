// Deals taken out and put right, over real HTTP; nothing is ever deleted.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { BoardView } from '../../shared/schemas/boards.ts';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import type { Static } from 'typebox';
import { addRep, faultsOf, postDeal, revOf, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';

let app: TestApp;
let an: string;
let binh: string;
let chi: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp({ currency: 'USD', locale: 'en' });
  an = await addRep(app, 'An', { email: 'an@saoviet.vn' });
  binh = await addRep(app, 'Bình', { email: 'binh@saoviet.vn' });
  chi = await addRep(app, 'Chi');
});
afterAll(() => app.close());

const post = (body: object) => app.call<DealAnswer & Problem>('POST', '/api/deals', body);
const correct = (id: string, body: object) => app.call<DealAnswer & Problem>('POST', `/api/deals/${id}/correct`, body);
const voidIt = (id: string, reason = 'slip') =>
  app.call<DealAnswer & Problem>('POST', `/api/deals/${id}/void`, { reason });

async function valueOf(repId: string): Promise<{ value: number; deals: number }> {
  const { body } = await app.call<Static<typeof BoardView>>('GET', '/api/boards/main');
  const row = body.standings.rows.find(({ subjectId }) => subjectId === repId);
  return { value: row?.value ?? 0, deals: row?.deals ?? 0 };
}

test('ST4 a void takes a deal out once, keeps it in the books and says why', async () => {
  const before = await valueOf(an);
  const { body } = await post({ rep: an, amount: '30', customer: 'Cyberdyne' });
  const done = await voidIt(body.deal.id, '  bounced ');
  expect(done.status).toBe(200);
  expect(done.body.deal.void).toEqual({ reason: 'bounced', at: app.clock.now(), replacedBy: null });
  expect(await valueOf(an)).toEqual(before);
  expect([(await voidIt(body.deal.id)).body.code, (await voidIt('nothing')).body.code]).toEqual([
    'deal/voided',
    'deal/not-found',
  ]);
  expect(faultsOf(await voidIt(body.deal.id, ' '))).toEqual({ reason: 'field/pattern' });
  expect((await app.call<DealView>('GET', `/api/deals/${body.deal.id}`)).body.void?.reason).toBe('bounced');
});

test('ST4 a correction is a void and a deal that replaces it, in one revision', async () => {
  const before = await valueOf(an);
  const { body } = await post({ rep: an, amount: '40', customer: 'Tyrell', product: 'Basic', note: 'n' });
  const { status, body: answer } = await correct(body.deal.id, { amount: '44', reason: 'typo' });
  expect(status).toBe(200);
  expect(answer.deal).toMatchObject({ corrects: body.deal.id, amount: '44.00', customer: 'Tyrell', product: 'Basic' });
  expect(answer.deal.closedAt).toBe(body.deal.closedAt);
  expect(answer.rev).toBe(body.rev + 1);
  const old = (await app.call<DealView>('GET', `/api/deals/${body.deal.id}`)).body;
  expect(old.void).toMatchObject({ reason: 'typo', replacedBy: answer.deal.id });
  expect(await valueOf(an)).toEqual({ value: before.value + 4400, deals: before.deals + 1 });
  expect((await correct(body.deal.id, { amount: '45', reason: 'x' })).body.code).toBe('deal/voided');
  expect((await correct(answer.deal.id, { amount: '45', reason: 'again' })).status).toBe(200);
});

test('a wrong correction leaves the deal as it was', async () => {
  const { body } = await post({ rep: an, amount: '40', customer: 'Tyrell' });
  const rev = await revOf(app);
  for (const [changes, field] of [
    [{ amount: '0' }, 'amount'],
    [{ amount: '1.234' }, 'amount'],
    [{ rep: 'ghost' }, 'rep'],
    [{ closedAt: app.clock.now() + DAY_MS }, 'closedAt'],
    [{ openedAt: app.clock.now() }, 'openedAt'],
    [{ currency: 'VND' }, 'currency'],
    [{ customer: '' }, 'customer'],
    [{ id: 'a-new-id-1' }, 'id'],
    [{ external: { source: 'crm', id: '9' } }, 'external'],
  ] as const) {
    const before = field === 'openedAt' ? { closedAt: app.clock.now() - DAY_MS } : {};
    const answer = await correct(body.deal.id, { ...before, ...changes, reason: 'x' });
    expect([answer.status, Object.keys(faultsOf(answer))]).toEqual([422, [field]]);
  }
  expect(faultsOf(await correct(body.deal.id, { amount: '5' }))).toEqual({ reason: 'field/missing' });
  expect(await revOf(app)).toBe(rev);
  expect((await app.call<DealView>('GET', `/api/deals/${body.deal.id}`)).body.void).toBeNull();
});

test('ST6 a correction keeps who shares a deal unless it says otherwise', async () => {
  const splits = [
    { rep: an, share: 7500 },
    { rep: binh, share: 2500 },
  ];
  const shared = await postDeal(app, { rep: an, amount: '100', splits });
  const more = await correct(shared.deal.id, { amount: '200', reason: 'upsell' });
  expect(more.body.deal.credits.map(({ repId, amountMinor }) => [repId, amountMinor])).toEqual([
    [an, 15_000],
    [binh, 5000],
  ]);
  const alone = await correct(more.body.deal.id, { rep: chi, reason: 'it was Chi' });
  expect(alone.body.deal.credits.map(({ repId }) => repId)).toEqual([chi]);
  const given = await postDeal(app, { rep: an, amount: '100', splits: [{ rep: binh, share: 10_000 }] });
  const renamed = await correct(given.deal.id, { customer: 'Renamed', reason: 'typo' });
  expect(renamed.body.deal.credits.map(({ repId }) => repId)).toEqual([binh]);
  const whole = await correct(renamed.body.deal.id, { splits: [], reason: 'all An’s' });
  expect(whole.body.deal.credits.map(({ repId }) => repId)).toEqual([an]);
});

test('CO2 a correction that changes nothing is refused, and costs the deal nothing', async () => {
  const splits = [
    { rep: an, share: 6000 },
    { rep: binh, share: 4000 },
  ];
  const { deal } = await postDeal(app, { rep: an, amount: '100', customer: 'Tyrell', note: 'n', splits });
  const rev = await revOf(app);
  const { closedAt } = deal;
  const same = [
    {},
    { amount: '100.00', customer: ' Tyrell ' },
    { splits: [...splits].reverse() },
    { closedAt, kind: 'new' },
  ];
  for (const body of same) {
    for (const query of ['', '?dryRun=1']) {
      const path = `/api/deals/${deal.id}/correct${query}`;
      const refused = await app.call<Problem>('POST', path, { ...body, reason: 'x' });
      expect([refused.status, refused.body.code], JSON.stringify(body)).toEqual([409, 'deal/unchanged']);
    }
  }
  expect(await revOf(app)).toBe(rev);
});

test('CO5 a deal of a rep who has left since can be put right on its day, and given to somebody else', async () => {
  const em = await addRep(app, 'Em', { email: 'em@saoviet.vn' });
  const { deal } = await postDeal(app, { rep: em, amount: '10' });
  app.clock.advance(2 * DAY_MS);
  await app.call('PATCH', `/api/reps/${em}`, { leftOn: '2026-11-27' });
  const fixed = await correct(deal.id, { amount: '11', reason: 'typo' });
  expect([fixed.status, fixed.body.deal.repId]).toEqual([200, em]);
  await app.call('PATCH', `/api/reps/${em}`, { leftOn: '2026-11-20' });
  const again = await correct(fixed.body.deal.id, { amount: '12', reason: 'typo' });
  expect([again.status, again.body.deal.repId]).toEqual([200, em]);
  const refused = await correct(again.body.deal.id, { closedAt: app.clock.now() - DAY_MS, reason: 'typo' });
  expect([refused.status, faultsOf(refused)]).toEqual([422, { rep: 'rep/left' }]);
  const moved = await correct(again.body.deal.id, { rep: chi, reason: 'handed over' });
  expect([moved.status, moved.body.deal.repId]).toEqual([200, chi]);
});
