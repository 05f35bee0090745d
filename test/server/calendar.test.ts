// The calendar's settings over real HTTP: what they do, told before; plans ahead, and an office that plans by hand.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { ComingPeriod, ComingPeriods, OfficePreview } from '../../shared/schemas/calendar.ts';
import type { OfficePatch, OfficeSettings } from '../../shared/schemas/office.ts';
import type { QuotaView } from '../../shared/schemas/quotas.ts';
import { addRep, faultsOf, postDeal, revOf, settled, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { HOUR_MS } from '../kit/make.ts';
import { expectSeamless, periodsOf, planPeriod, resetPeriod, undoReset } from '../kit/periods.ts';

let app: TestApp;
let an: string;
const open: TestApp[] = [];
beforeEach(async () => {
  app = await startApp();
  open.push(app);
  await app.setUp({ locale: 'en' });
  an = await addRep(app, 'An');
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const at = (text: string) => Date.parse(text);
const preview = (patch: OfficePatch) => app.call<OfficePreview & Problem>('POST', '/api/office/preview', patch);
const patch = (changes: object): Promise<Answer<OfficeSettings & Problem>> => app.call('PATCH', '/api/office', changes);
const said = ({ name, startsAt, endsAt, state }: ComingPeriod) =>
  `${name} ${new Date(startsAt).toISOString().slice(0, 16)} ${new Date(endsAt).toISOString().slice(0, 16)} ${state}`;
async function coming(query = ''): Promise<ComingPeriod[]> {
  return (await app.call<ComingPeriods>('GET', `/api/periods/coming${query}`)).body.items;
}

test('settings of the calendar that cannot be are refused with the field’s name, also by the preview', async () => {
  const rev = await revOf(app);
  for (const [changes, faults] of [
    [{ timeZone: 'Asia/Saigon_City' }, { timeZone: 'office/time-zone' }],
    [{ timeZone: '+07:00' }, { timeZone: 'office/time-zone' }],
    [{ timeZone: '' }, { timeZone: 'field/length' }],
    [{ yearPattern: '4-4-4' }, { yearPattern: 'field/choice' }],
    [{ yearEnd: 'first' }, { yearEnd: 'field/choice' }],
    [{ longQuarter: 5 }, { longQuarter: 'field/choice' }],
    [{ periodUnit: 'decade' }, { periodUnit: 'field/choice' }],
    [
      { timeZone: 'Mars/Olympus', dayStartsMinute: 900, dayEndsMinute: 600 },
      { timeZone: 'x', dayEndsMinute: 'x' },
    ],
  ] as const) {
    for (const answer of [await patch(changes), await preview(changes as unknown as OfficePatch)]) {
      expect([answer.status, Object.keys(faultsOf(answer)).sort()]).toEqual([422, Object.keys(faults).sort()]);
    }
  }
  expect(await revOf(app)).toBe(rev);
});

test('PD7 PD10 another calendar is told with the periods that it brings, and the running one keeps its end', async () => {
  await planPeriod(app, 'Tết', '2027-01-20', '2027-02-10');
  const changes = { periodUnit: 'quarter', weekStart: 7, fiscalStartMonth: 2, yearPattern: '4-5-4' } as const;
  const before = await periodsOf(app);
  const { body } = await preview({ ...changes, yearEnd: 'nearest' });
  expect(body.moved).toEqual([]);
  expect(body.coming.map(said)).toEqual([
    'November 2026 2026-10-31T17:00 2026-11-30T17:00 running',
    '1 Dec 2026 – 19 Jan 2027 2026-11-30T17:00 2027-01-19T17:00 calendar',
    'Tết 2027-01-19T17:00 2027-02-09T17:00 planned',
    '10 Feb 2027 – 1 May 2027 2027-02-09T17:00 2027-05-01T17:00 calendar',
    'Q2 2027/28 2027-05-01T17:00 2027-07-31T17:00 calendar',
    'Q3 2027/28 2027-07-31T17:00 2027-10-30T17:00 calendar',
    'Q4 2027/28 2027-10-30T17:00 2028-01-29T17:00 calendar',
  ]);
  expect(body.coming[4]?.workingDays).toBe(13 * 5);
  expect(await periodsOf(app)).toEqual(before);
  expect((await patch({ ...changes, yearEnd: 'nearest' })).body).toMatchObject(changes);
  expect(await periodsOf(app)).toEqual(before);
  expect(await coming('?count=6')).toEqual(body.coming);
});

test('PD8 PD10 another zone moves the day, the running end and the plans; deals and closed periods stay', async () => {
  await postDeal(app, { rep: an, amount: '5' });
  app.clock.advance(HOUR_MS);
  const { body: reset } = await resetPeriod(app, { endsAt: '2026-12-11' });
  await planPeriod(app, 'Sprint', '2026-12-11', '2026-12-20');
  app.clock.advance(3 * HOUR_MS);
  const { deal } = await postDeal(app, { rep: an, amount: '7' });
  const final = await app.call('GET', `/api/periods/${reset.closed.id}/final`);
  const { body } = await preview({ timeZone: 'America/New_York' });
  expect(body.closed).toBe(1);
  expect(body.dayStartsAt).toEqual({ before: at('2026-11-23T17:00Z'), after: at('2026-11-24T05:00Z') });
  expect(body.moved.map(({ before, after }) => [said(before), said(after)])).toEqual([
    [
      '24 Nov 2026 – 10 Dec 2026 2026-11-24T03:00 2026-12-10T17:00 running',
      '24 Nov 2026 – 10 Dec 2026 2026-11-24T03:00 2026-12-11T05:00 running',
    ],
    ['Sprint 2026-12-10T17:00 2026-12-19T17:00 planned', 'Sprint 2026-12-11T05:00 2026-12-20T05:00 planned'],
  ]);
  // The day's work is on in Hà Nội, and still to begin in New York.
  expect(body.paceBp.after).toBe(0);
  expect(body.paceBp.before).toBeGreaterThan(0);
  await patch({ timeZone: 'America/New_York' });
  await expectSeamless(app);
  expect(await coming('?count=6')).toEqual(body.coming);
  expect((await app.call('GET', `/api/periods/${reset.closed.id}/final`)).body).toEqual(final.body);
  const { body: kept } = await app.call<{ closedAt: number }>('GET', `/api/deals/${deal.id}`);
  expect(kept.closedAt).toBe(deal.closedAt);
  const audit = await app.call<{ items: { action: string; subject: string }[] }>('GET', '/api/audit');
  expect(audit.body.items.slice(0, 3).map(({ action }) => action)).toEqual([
    'office:patch',
    'period:move',
    'period:move',
  ]);
  // The reset that opened it is taken back: the period runs to its planned end, in the new zone.
  app.clock.advance(HOUR_MS);
  await app.call('DELETE', `/api/periods/${(await periodsOf(app)).items.at(-1)?.id}`);
  await undoReset(app);
  expect((await coming('?count=1'))[0]?.endsAt).toBe(at('2026-12-01T05:00Z'));
});

test('PD8 where an end would be over in the new zone, nothing moves', async () => {
  await planPeriod(app, 'Sprint', '2026-12-01', '2026-12-20');
  app.clock.sleepUntil(at('2026-11-30T16:00Z'));
  const before = await periodsOf(app);
  const { body } = await preview({ timeZone: 'Asia/Tokyo' });
  expect(body.moved).toEqual([]);
  await patch({ timeZone: 'Asia/Tokyo' });
  expect(await periodsOf(app)).toEqual(before);
  app.clock.advance(HOUR_MS);
  await settled(app);
  await expectSeamless(app);
  expect((await coming('?count=1')).map(said)[0]).toBe('Sprint 2026-11-30T17:00 2026-12-19T17:00 running');
});

test('PD8 FA1 the boards of a changed zone are those of a server that never knew another', async () => {
  for (const [amount, closedAt] of [
    ['5', '2026-11-23T16:30Z'],
    ['7', '2026-11-23T17:30Z'],
    ['11', '2026-11-23T04:30Z'],
    ['13', '2026-11-10T20:00Z'],
    ['17', '2026-11-10T16:00Z'],
  ] as const) {
    await postDeal(app, { rep: an, amount, closedAt });
  }
  const boards = ['main', 'rep-revenue-today', 'rep-revenue-week', 'rep-revenue-month'];
  const read = async (from: TestApp) => {
    const all = await Promise.all(
      boards.map((id) => from.call<{ standings: object; facts: object }>('GET', `/api/boards/${id}`)),
    );
    return all.map(({ body: { standings, facts } }) => ({ standings, facts }));
  };
  await read(app);
  app.clock.advance(HOUR_MS);
  await read(app);
  await patch({ timeZone: 'America/New_York' });
  await read(app);
  // Days are counted in turns.
  app.clock.advance(1_000);
  const live = await read(app);
  expect(live[1]?.standings).toMatchObject({ total: { value: 12 } });
  await app.stop();
  const fresh = await startApp({ dataDir: app.dataDir, now: app.clock.now() - 1_000 });
  open.push(fresh);
  fresh.cookie = app.cookie;
  await read(fresh);
  fresh.clock.advance(1_000);
  expect(await read(fresh)).toEqual(live);
});

test('PD12 the coming periods can be planned as they are shown, by any unit, and PD11 removed again', async () => {
  const [running, ...next] = await coming('?count=3&unit=week');
  expect(running?.state).toBe('running');
  expect(next.map(said)).toEqual([
    '1 Dec 2026 – 6 Dec 2026 2026-11-30T17:00 2026-12-06T17:00 calendar',
    '7 Dec 2026 – 13 Dec 2026 2026-12-06T17:00 2026-12-13T17:00 calendar',
    '14 Dec 2026 – 20 Dec 2026 2026-12-13T17:00 2026-12-20T17:00 calendar',
  ]);
  const ids: string[] = [];
  for (const { name, startsAt, endsAt } of next) {
    const { status, body } = await planPeriod(app, name, startsAt, endsAt);
    expect(status).toBe(201);
    ids.push(body.id);
  }
  await expectSeamless(app);
  expect((await coming('?count=4')).map(({ state }) => state)).toEqual([
    'running',
    'planned',
    'planned',
    'planned',
    'calendar',
  ]);
  const rev = await revOf(app);
  for (const [id, status, code] of [
    ['ghost', 404, 'period/not-found'],
    [running?.id, 409, 'period/begun'],
  ] as const) {
    const answer = await app.call<Problem>('DELETE', `/api/periods/${id}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  }
  expect(await revOf(app)).toBe(rev);
  expect((await app.call('DELETE', `/api/periods/${ids[1]}`)).status).toBe(204);
  expect((await app.call<Problem>('DELETE', `/api/periods/${ids[1]}`)).body.code).toBe('period/not-found');
  expect((await coming('?count=3')).map(said).slice(1)).toEqual([
    '1 Dec 2026 – 6 Dec 2026 2026-11-30T17:00 2026-12-06T17:00 planned',
    '7 Dec 2026 – 13 Dec 2026 2026-12-06T17:00 2026-12-13T17:00 calendar',
    '14 Dec 2026 – 20 Dec 2026 2026-12-13T17:00 2026-12-20T17:00 planned',
  ]);
  // Twelve years ahead, and no further.
  expect(await coming('?count=60&unit=year')).toHaveLength(17);
  for (const query of ['?count=0', '?count=61', '?unit=custom', '?x=1']) {
    expect((await app.call('GET', `/api/periods/coming${query}`)).status, query).toBe(422);
  }
});

/** At some instant, what runs: its name, its end, and whether that is open. */
async function runsNow(): Promise<[string | undefined, string, boolean]> {
  await settled(app);
  const { items, runningId, isOpenEnded } = await periodsOf(app);
  const one = items.find(({ id }) => id === runningId);
  return [one?.name, new Date(one?.endsAt ?? 0).toISOString().slice(0, 16), isOpenEnded];
}

test('PD9 in an office that plans by hand nothing follows: a period goes on from day to day, without quotas', async () => {
  const session = await app.token('board:read', 'people:write');
  const quota = { periodId: (await periodsOf(app)).runningId, subject: { type: 'rep', id: an }, metric: 'revenue' };
  await app.call('PUT', '/api/quotas', { ...quota, amount: '1000' });
  await patch({ periodUnit: 'custom', defaultQuota: '500' });
  expect((await coming('?count=5')).map(said)).toEqual([
    'November 2026 2026-10-31T17:00 2026-11-30T17:00 running',
    'From 1 Dec 2026 2026-11-30T17:00 2026-12-01T17:00 calendar',
  ]);
  app.clock.sleepUntil(at('2026-12-01T02:00Z'));
  expect(await runsNow()).toEqual(['From 1 Dec 2026', '2026-12-01T17:00', true]);
  app.clock.sleepUntil(at('2026-12-05T02:00Z'));
  expect(await runsNow()).toEqual(['From 1 Dec 2026', '2026-12-05T17:00', true]);
  const board = await app.call<{ standings: { rows: { quota: number | null }[] } }>('GET', '/api/boards/main');
  expect(board.body.standings.rows.map((row) => row.quota)).toEqual([null]);
  const plan = await planPeriod(app, 'Sprint', '2026-12-10', '2026-12-20');
  expect(await runsNow()).toEqual(['From 1 Dec 2026', '2026-12-09T17:00', true]);
  await app.call('DELETE', `/api/periods/${plan.body.id}`);
  expect(await runsNow()).toEqual(['From 1 Dec 2026', '2026-12-05T17:00', true]);
  const again = await planPeriod(app, 'Sprint', '2026-12-10', '2026-12-20');
  app.clock.sleepUntil(at('2026-12-12T02:00Z'));
  expect(await runsNow()).toEqual(['Sprint', '2026-12-19T17:00', false]);
  const quotas = await app.call<{ items: QuotaView[] }>('GET', `/api/quotas?periodId=${again.body.id}`, undefined, {
    as: session,
  });
  expect(quotas.body.items.map(({ amount }) => amount)).toEqual(['1000']);
  await expectSeamless(app);
});

test('PD9 a reset of a period without an end opens another one, and a calendar gives it one', async () => {
  await patch({ periodUnit: 'custom' });
  app.clock.sleepUntil(at('2026-12-01T02:00Z'));
  await settled(app);
  const { body } = await resetPeriod(app);
  expect(body.opened.name).toBe('From 1 Dec 2026 (2)');
  expect(await runsNow()).toEqual(['From 1 Dec 2026 (2)', '2026-12-01T17:00', true]);
  expect((await preview({ periodUnit: 'month' })).body.moved.map(({ after }) => after.endsAt)).toEqual([
    at('2026-12-31T17:00Z'),
  ]);
  await patch({ periodUnit: 'month' });
  expect(await runsNow()).toEqual(['From 1 Dec 2026 (2)', '2026-12-31T17:00', false]);
  app.clock.advance(HOUR_MS);
  // What was closed without an end runs on to the calendar's, too.
  await undoReset(app);
  expect(await runsNow()).toEqual(['From 1 Dec 2026', '2026-12-31T17:00', false]);
  await expectSeamless(app);
});
