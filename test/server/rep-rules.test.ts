// What an office lets its reps do with wins, over real HTTP.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { FREE, type RepRules } from '../../shared/rep-rules.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import { faultsOf, revOf, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { pngBytes } from '../kit/media.ts';
import { fullOffice, type Office } from '../kit/people.ts';

let app: TestApp;
let office: Office;
let an: string;
let binh: string;
beforeAll(async () => {
  app = await startApp();
  office = await fullOffice(app);
  an = office.an.repId ?? '';
  binh = office.binh.repId ?? '';
});
afterAll(() => app.close());
beforeEach(() => allow(FREE));

type Reply = DealAnswer & Problem;
const allow = (rules: Partial<RepRules>) => app.call<OfficeSettings & Problem>('PATCH', '/api/office', rules);
const post = (body: object, as = office.an.cookie) =>
  app.call<Reply>('POST', '/api/deals', { rep: an, amount: '5000', customer: 'An Phát', ...body }, { as });
const undo = (id: string, as = office.an.cookie) =>
  app.call<Reply>('POST', `/api/deals/${id}/void`, { reason: 'undone' }, { as });
const shared = () => ({ splits: [an, binh].map((rep) => ({ rep, share: 5000 })) });

test('OS1 everything is allowed until the office says otherwise; what cannot be is refused by its name', async () => {
  const { body } = await app.call<OfficeSettings>('GET', '/api/office');
  expect(body).toMatchObject(FREE);
  for (const repsBackDays of [-1, 367, 1.5, '3', true]) {
    expect(Object.keys(faultsOf(await allow({ repsBackDays } as object)))).toEqual(['repsBackDays']);
  }
  expect(Object.keys(faultsOf(await allow({ repsUndo: 'no' } as object)))).toEqual(['repsUndo']);
  expect(
    (await app.call('PATCH', '/api/office', { repsSplit: false }, { as: office.northManager.cookie })).status,
  ).toBe(403);
});

test('OS1 sharing a win and a photo on it are left to managers, each refused by its field', async () => {
  const { body: media } = await app.call<{ id: string }>('POST', '/api/media', undefined, {
    as: office.an.cookie,
    raw: new Uint8Array(pngBytes(32, 32)),
    headers: { 'content-type': 'image/png' },
  });
  const photoId = media.id;
  expect((await post({ ...shared(), photoId })).status).toBe(201);
  await allow({ repsSplit: false, repsPhotos: false });
  const rev = await revOf(app);
  const refused = await post({ ...shared(), photoId });
  expect([refused.status, faultsOf(refused)]).toEqual([
    422,
    { splits: 'office/reps-split', photoId: 'office/reps-photo' },
  ]);
  expect(await revOf(app)).toBe(rev);
  expect((await post({ splits: [{ rep: an, share: 10_000 }] })).status).toBe(201);
  for (const as of [office.northManager.cookie, app.cookie, await app.token('deals:write')]) {
    expect((await post({ ...shared(), photoId }, as)).status).toBe(201);
  }
});

test('OS1 OS3 a win that counts is taken back by managers alone; one that does not count yet by its poster', async () => {
  const { deal } = (await post({})).body;
  await allow({ repsUndo: false });
  const refused = await undo(deal.id);
  expect([refused.status, refused.body.code]).toEqual([403, 'deal/no-undo']);
  expect((await undo(deal.id, office.northManager.cookie)).status).toBe(200);
  // An undo that overtakes its own win.
  expect((await undo('overtaken-win-1')).body.code).toBe('deal/not-found');
  expect((await post({ id: 'overtaken-win-1' })).body.deal.void?.reason).toBe('undone');
  await app.call('PUT', '/api/approvals/rule', { above: '1000' });
  expect((await post({ id: 'waits-a-while-1' })).status).toBe(202);
  expect((await undo('waits-a-while-1')).body.deal.void?.reason).toBe('undone');
  await app.call('PUT', '/api/approvals/rule', { above: null });
});

test('OS2 a rep dates a win so many days back as the office says, today alone, or any day', async () => {
  expect((await post({ closedAt: '2026-11-02' })).status).toBe(201);
  await allow({ repsBackDays: 3 });
  expect((await post({ closedAt: '2026-11-21' })).status).toBe(201);
  const refused = await post({ closedAt: '2026-11-20' });
  expect(refused.body.errors).toEqual([
    {
      field: 'closedAt',
      code: 'office/reps-date',
      message: expect.stringContaining('2026-11-21') as string,
      values: { days: '3', earliest: '2026-11-21' },
    },
  ]);
  expect((await post({ closedAt: '2026-11-20' }, office.northManager.cookie)).status).toBe(201);
  await allow({ repsBackDays: 0 });
  expect(faultsOf(await post({ closedAt: '2026-11-23' }))).toEqual({ closedAt: 'office/reps-date' });
  expect((await post({ closedAt: '2026-11-24' })).status).toBe(201);
  expect((await post({})).status).toBe(201);
});

test('OS2 of a phone that was without a network it counts from the day of the tap, from a week back at most', async () => {
  await allow({ repsBackDays: 1 });
  const now = app.clock.now();
  expect((await post({ closedAt: now - 5 * DAY_MS })).status).toBe(201);
  expect((await post({ closedAt: '2026-11-18', enteredAt: now - 5 * DAY_MS })).status).toBe(201);
  expect(faultsOf(await post({ closedAt: '2026-11-17', enteredAt: now - 5 * DAY_MS }))).toEqual({
    closedAt: 'office/reps-date',
  });
  expect((await post({ closedAt: now - 9 * DAY_MS })).status).toBe(422);
  expect((await post({ closedAt: '2026-11-15', enteredAt: 0 })).status).toBe(422);
  // A clock that runs ahead gains nothing, and loses nothing.
  expect((await post({ closedAt: '2026-11-23', enteredAt: now + 90 * DAY_MS })).status).toBe(201);
});

test('OS3 LG3 a win that was taken before the rule is the same deal when it comes again; a waiting one is mended', async () => {
  const closedAt = app.clock.now() - HOUR_MS;
  const body = { id: 'before-the-rule-1', closedAt, ...shared() };
  const first = await post(body);
  await allow({ repsSplit: false });
  const again = await post(body);
  expect([again.status, again.body.deal.seq]).toEqual([200, first.body.deal.seq]);
  const kept = { ...body, id: 'kept-on-phone-1' };
  expect(faultsOf(await post(kept))).toEqual({ splits: 'office/reps-split' });
  expect((await post({ ...kept, splits: [] })).status).toBe(201);
});

test('OS1 OS3 reps and viewers congratulate by signs alone; what was said before may stay, managers go on', async () => {
  const { deal } = (await post({})).body;
  const say = (as: string, kind: string, text = '') =>
    app.call<Problem>('PUT', `/api/deals/${deal.id}/reaction`, { kind, text }, { as });
  await say(office.binh.cookie, 'clap', 'Đỉnh quá');
  await allow({ repsWords: false });
  expect((await say(office.binh.cookie, 'fire', 'Đỉnh quá')).status).toBe(204);
  for (const as of [office.binh.cookie, office.viewer.cookie]) {
    expect(faultsOf(await say(as, 'fire', 'Hay'))).toEqual({ text: 'office/reps-words' });
    expect((await say(as, 'heart')).status).toBe(204);
  }
  expect((await say(office.northManager.cookie, 'rocket', 'Giỏi lắm')).status).toBe(204);
});
