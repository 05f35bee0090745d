// Where a rep stands, over real HTTP: the figures, why they are so, how it was before, and who may know.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { FinalView } from '../../shared/schemas/boards.ts';
import type { ExplanationView, RepHistory, StandingReport } from '../../shared/schemas/standing.ts';
import { withAccounts } from '../kit/accounts.ts';
import { addRep, addTeam, cookieOf, faultsOf, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { periodsOf, planPeriod, resetPeriod, runningIdOf } from '../kit/periods.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };
const NORTH = { email: 'bac@saoviet.vn', password: 'quan-ly-bac' };
const VIEWER = { email: 'xem@saoviet.vn', password: 'chi-xem-thoi' };

let app: TestApp;
let north: string;
let an: string;
let binh: string;
let chi: string;
let asAn: string;
let asNorth: string;
let asViewer: string;

const signIn = async (who: { email: string; password: string }) =>
  cookieOf(await app.call('POST', '/api/session', who, { as: '' }));

beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  north = await addTeam(app, 'Bắc');
  const hanoi = await addTeam(app, 'Hà Nội', north);
  const south = await addTeam(app, 'Nam');
  an = await addRep(app, 'An', { ...AN, teamId: hanoi, absences: [{ from: '2026-11-26', to: '2026-11-27' }] });
  binh = await addRep(app, 'Bình', { teamId: hanoi });
  chi = await addRep(app, 'Chi', { teamId: south });
  app = await withAccounts(app, [
    { id: 'north-manager', name: 'Chị Bắc', role: 'manager', teamIds: [north], ...NORTH },
    { id: 'viewer', name: 'Anh Xem', role: 'viewer', ...VIEWER },
  ]);
  [asAn, asNorth, asViewer] = [await signIn(AN), await signIn(NORTH), await signIn(VIEWER)];
  await setQuota(an, '1000000');
});
afterAll(() => app.close());

async function setQuota(id: string, amount: string): Promise<void> {
  const { runningId } = await periodsOf(app);
  const quota = { periodId: runningId, subject: { type: 'rep', id }, metric: 'revenue', amount };
  expect((await app.call('PUT', '/api/quotas', quota)).status).toBe(200);
}

const standing = async (id: string, query = '', as = app.cookie) =>
  (await app.call<StandingReport & Problem>('GET', `/api/reps/${id}/standing${query}`, undefined, { as })).body;
const explanation = async (id: string, query = '') =>
  (await app.call<ExplanationView & Problem>('GET', `/api/reps/${id}/explanation${query}`)).body;
const history = async (id: string) => (await app.call<RepHistory>('GET', `/api/reps/${id}/history`)).body;

/** Each item as [customer, fate, what it counts]. */
const fates = ({ items }: ExplanationView) => items.map((one) => [one.customer, one.fate, one.countsMinor]);

test('WS4 a rep asks for the own standing, a manager for those of the teams, a viewer for none', async () => {
  for (const call of ['standing', 'explanation', 'history']) {
    const statuses = async (as: string) =>
      await Promise.all(
        [an, binh, chi].map(async (id) => (await app.call('GET', `/api/reps/${id}/${call}`, undefined, { as })).status),
      );
    expect(await statuses(app.cookie), call).toEqual([200, 200, 200]);
    expect(await statuses(asAn), call).toEqual([200, 404, 404]);
    expect(await statuses(asNorth), call).toEqual([200, 200, 404]);
    expect(await statuses(asViewer), call).toEqual([403, 403, 403]);
    for (const id of ['nobody', '..%2F..%2Fetc', "'%20OR%201=1", '%00', 'x'.repeat(300)]) {
      const answer = await app.call<Problem>('GET', `/api/reps/${id}/${call}`, undefined, { as: asAn });
      expect([404, 414], id).toContain(answer.status);
    }
  }
});

test('a period that is not there, not begun or nonsense is said by name, with nothing else told', async () => {
  const coming = await planPeriod(app, 'Tháng 1', '2027-01-01', '2027-02-01');
  for (const call of ['standing', 'explanation']) {
    const ask = async (period: string) =>
      (await app.call<Problem>('GET', `/api/reps/${an}/${call}?period=${period}`, undefined, { as: asAn })).body;
    expect((await ask('nonsense')).code).toBe('period/not-found');
    expect((await ask(coming.body.id)).code).toBe('period/not-closed');
    expect((await ask('')).code).toBe('request/invalid');
    expect((await ask('x'.repeat(65))).code).toBe('request/invalid');
  }
  const unknown = await app.call<Problem>('GET', `/api/reps/${an}/standing?week=3`);
  expect(faultsOf(unknown)).toEqual({ week: 'field/unknown' });
});

test('WS2 WS3 before the first deal there is a quota to reach, and nobody behind', async () => {
  const told = await standing(an, '', asAn);
  expect(told.row).toMatchObject({ rank: null, value: 0, quota: 1_000_000 });
  expect([told.ranked, told.next, told.behind, told.level.count]).toEqual([0, null, null, 0]);
  // Tuesday the 24th to Monday the 30th, away on Thursday and Friday: three days.
  expect(told.need).toEqual({ missing: 1_000_000, daysLeft: 3, perDay: 333_334 });
  expect(told.rep.absences).toEqual([{ from: '2026-11-26', to: '2026-11-27' }]);
  expect(told.dayMinutes).toBeGreaterThan(0);
  expect(told.row?.pace).toBe(Math.floor((1_000_000 * (told.work?.doneMinutes ?? 0)) / (told.work?.minutes ?? 1)));
});

test('WS3 says who is next, who is behind, by how much, and what the team has come to', async () => {
  await postDeal(app, { rep: an, amount: '400000', customer: 'Trọn' });
  await postDeal(app, { rep: binh, amount: '700000' });
  await postDeal(app, { rep: chi, amount: '100000' });
  const told = await standing(an, '', asAn);
  expect(told.row).toMatchObject({ rank: 2, value: 400_000, attainment: 0.4, group: 'Hà Nội' });
  expect(told.next).toEqual({ rank: 1, gap: 300_000, names: ['Bình'], count: 1 });
  expect(told.behind).toEqual({ rank: 3, gap: 300_000, names: ['Chi'], count: 1 });
  expect(told.need).toEqual({ missing: 600_000, daysLeft: 3, perDay: 200_000 });
  expect(told.team).toMatchObject({ name: 'Hà Nội', count: 2, row: { rank: 1, value: 1_100_000 } });
  expect(told.team?.reps.map(({ name, rank }) => [name, rank])).toEqual([
    ['Bình', 1],
    ['An', 2],
  ]);
  expect((await standing(binh)).need).toBeNull();
});

test('WS1 tells whole deals, shares, voids and corrections apart, and they add up to the board', async () => {
  const splits = [
    { rep: an, share: 2500 },
    { rep: chi, share: 7500 },
  ];
  await postDeal(app, { rep: an, amount: '100000', customer: 'Chia', splits });
  const slip = await postDeal(app, { rep: an, amount: '50000', customer: 'Nhầm' });
  await app.call('POST', `/api/deals/${slip.deal.id}/void`, { reason: 'gõ nhầm' });
  const wrong = await postDeal(app, { rep: an, amount: '9000', customer: 'Sai giá' });
  await app.call('POST', `/api/deals/${wrong.deal.id}/correct`, { amount: '90000', reason: 'thiếu số 0' });
  const told = await explanation(an);
  expect(fates(told)).toEqual([
    ['Sai giá', 'counted', 90_000],
    ['Sai giá', 'corrected', 0],
    ['Nhầm', 'voided', 0],
    ['Chia', 'counted', 25_000],
    ['Trọn', 'counted', 400_000],
  ]);
  expect(told.items[2]).toMatchObject({ creditMinor: 50_000, void: { reason: 'gõ nhầm', replacedBy: null } });
  expect(told.items[3]).toMatchObject({ amountMinor: 100_000, shareBp: 2500, creditMinor: 25_000 });
  expect(told.sums).toEqual({
    whole: { deals: 2, minor: 490_000 },
    shares: { deals: 1, minor: 25_000 },
    voided: { deals: 1, minor: 50_000 },
    corrected: { deals: 1, minor: 9000 },
    late: { deals: 0, minor: 0 },
  });
  const { row } = await standing(an);
  expect([told.value, told.deals, told.rank, told.tie]).toEqual([row?.value, row?.deals, 2, null]);
  expect(told.value).toBe(515_000);
});

test('WS1 ST2 of a tie it says who reached the value when, the earlier first', async () => {
  app.clock.advance(HOUR_MS);
  const { recordedAt } = (await postDeal(app, { rep: an, amount: '185000', customer: 'Bằng' })).deal;
  const told = await explanation(an);
  expect([told.rank, told.tied, told.value]).toEqual([1, true, 700_000]);
  expect(told.tie).toMatchObject({ reachedAt: recordedAt, count: 1, others: [{ name: 'Bình', isBefore: true }] });
  expect(told.tie?.others[0]?.reachedAt).toBe(recordedAt - HOUR_MS);
  expect((await explanation(binh)).tie?.others).toEqual([{ name: 'An', reachedAt: recordedAt, isBefore: false }]);
  expect((await standing(an)).level).toEqual({ names: ['Bình'], count: 1 });
});

test('WS1 WS5 PD2 PD3 a closed period stays as announced, whatever comes for it or is taken back', async () => {
  const nov = await runningIdOf(app);
  const closedAt = app.clock.now() - 1;
  app.clock.advance(HOUR_MS);
  expect((await resetPeriod(app)).status).toBe(200);
  app.clock.advance(HOUR_MS);
  await postDeal(app, { rep: an, amount: '5000', customer: 'Muộn', closedAt });
  const gone = (await explanation(an, `?period=${nov}`)).items.find(({ customer }) => customer === 'Trọn');
  await app.call('POST', `/api/deals/${gone?.dealId ?? ''}/void`, { reason: 'khách trả lại' });
  await postDeal(app, { rep: an, amount: '60000', customer: 'Kỳ mới' });

  const final = (await app.call<FinalView>('GET', `/api/periods/${nov}/final`)).body.standings;
  const old = await explanation(an, `?period=${nov}`);
  expect(old.value).toBe(final.rows.find(({ subjectId }) => subjectId === an)?.value);
  expect(fates(old)[0]).toEqual(['Muộn', 'late', 0]);
  expect(old.items.find(({ customer }) => customer === 'Trọn')).toMatchObject({
    fate: 'counted',
    countsMinor: 400_000,
    void: { reason: 'khách trả lại' },
  });
  expect(await standing(an, `?period=${nov}`)).toMatchObject({
    row: { rank: 1, tied: true, value: 700_000 },
    work: null,
    need: null,
    team: { name: 'Hà Nội', row: null, count: 2 },
  });
  // In the period that runs it is told why the late one is not there.
  const now = await explanation(an);
  expect(fates(now)).toEqual([
    ['Kỳ mới', 'counted', 60_000],
    ['Muộn', 'late', 0],
  ]);
  expect([now.value, now.sums.late]).toEqual([60_000, { deals: 1, minor: 5000 }]);

  const told = await history(an);
  expect(told.items).toMatchObject([
    { period: { id: nov }, rank: 1, tied: true, ranked: 3, value: 700_000, quota: 1_000_000, attainment: 0.7 },
  ]);
});

test('FA4 WS5 records are the largest credit, the best day and the best closed period that stand', async () => {
  app.clock.advance(DAY_MS);
  await postDeal(app, { rep: binh, amount: '450000', customer: 'Lớn' });
  await postDeal(app, { rep: binh, amount: '300000' });
  const { records } = await history(binh);
  expect(records.deal).toMatchObject({ customer: 'An Phát', value: 700_000 });
  expect(records.day).toMatchObject({ value: 750_000 });
  expect(records.period).toMatchObject({ name: 'Tháng 11/2026', value: 700_000 });
  const nobody = await history(await addRep(app, 'Mới'));
  expect(nobody).toEqual({ items: [], records: { deal: null, day: null, period: null } });
});

test('a reset that is taken back takes its line of the history with it, and closing again announces anew', async () => {
  const before = (await history(chi)).items.length;
  const { runningId } = await periodsOf(app);
  expect((await app.call('POST', '/api/periods/reset/undo')).status).toBe(200);
  expect((await history(chi)).items).toHaveLength(before - 1);
  expect((await standing(chi)).period.id).not.toBe(runningId);
  await postDeal(app, { rep: chi, amount: '1000' });
  app.clock.advance(HOUR_MS);
  await resetPeriod(app);
  const [latest] = (await history(chi)).items;
  expect([latest?.period.name, latest?.value]).toEqual(['Tháng 11/2026', 176_000]);
});
