// PD5: periods roll over by themselves at the boundary in the office's zone, also when nobody was there.
import { afterEach, expect, test } from 'vitest';
import type { PeriodsView, StandingsView } from '../../shared/schemas/boards.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import { addRep, cookieOf, OWNER, postDeal, settled, startApp, type OfficeInput, type TestApp } from '../kit/app.ts';
import { watchBoard } from '../kit/sockets.ts';

const open: TestApp[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function officeAt(now: string, office: Partial<OfficeInput> = {}): Promise<{ app: TestApp; an: string }> {
  const app = await startApp({ now: Date.parse(now) });
  open.push(app);
  await app.setUp({ locale: 'en', ...office });
  return { app, an: await addRep(app, 'An') };
}

/** Sessions do not last as long as these servers were off: the owner signs in again. */
async function signedIn(app: TestApp): Promise<string> {
  const { email, password } = OWNER;
  return cookieOf(await app.call('POST', '/api/session', { email, password }, { as: '' }));
}

async function periodsOf(app: TestApp): Promise<string[]> {
  const { body } = await app.call<PeriodsView>('GET', '/api/periods');
  const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
  return body.items.map((one) => {
    const state = one.id === body.runningId ? 'runs' : one.closedAt === null ? 'open' : 'closed';
    return `${one.name}: ${iso(one.startsAt)} ${iso(one.endsAt)} ${state}`;
  });
}

test('PD5 a month ends at midnight of the office’s zone, to the millisecond', async () => {
  const { app, an } = await officeAt('2026-11-30T16:00Z');
  await postDeal(app, { rep: an, amount: '100' });
  app.clock.moveTo(Date.parse('2026-11-30T17:00Z') - 1);
  await settled(app);
  expect(await periodsOf(app)).toEqual(['November 2026: 2026-10-31T17:00Z 2026-11-30T17:00Z runs']);
  const watcher = await watchBoard(app.url, { headers: { cookie: app.cookie } });
  app.clock.advance(1);
  await settled(app);
  expect(await periodsOf(app)).toEqual([
    'November 2026: 2026-10-31T17:00Z 2026-11-30T17:00Z closed',
    'December 2026: 2026-11-30T17:00Z 2026-12-31T17:00Z runs',
  ]);
  const rev = app.parts.tables.revision.read()?.rev ?? 0;
  const board = await watcher.reached(rev);
  expect([board.standings.period?.name, board.standings.total.value]).toEqual(['December 2026', 0]);
  watcher.close();
});

test('PD5 in a zone with daylight saving the boundaries follow the wall clock', async () => {
  const { app } = await officeAt('2026-10-15T12:00Z', { timeZone: 'America/New_York', currency: 'USD' });
  await app.call('PATCH', '/api/office', { periodUnit: 'week' });
  app.clock.sleepUntil(Date.parse('2026-11-10T12:00Z'));
  await settled(app);
  // October ended on a Saturday night in summer time; the week it opened ends in winter time.
  expect(await periodsOf(app)).toEqual([
    'October 2026: 2026-10-01T04:00Z 2026-11-01T04:00Z closed',
    '1 Nov 2026 – 1 Nov 2026: 2026-11-01T04:00Z 2026-11-02T05:00Z closed',
    '2 Nov 2026 – 8 Nov 2026: 2026-11-02T05:00Z 2026-11-09T05:00Z closed',
    '9 Nov 2026 – 15 Nov 2026: 2026-11-09T05:00Z 2026-11-16T05:00Z runs',
  ]);
});

test('PD5 boundaries that passed while the server was down are caught up with, one by one', async () => {
  const { app, an } = await officeAt('2026-11-24T02:00Z');
  await postDeal(app, { rep: an, amount: '100' });
  await app.stop();
  const later = await startApp({ dataDir: app.dataDir, now: Date.parse('2027-02-03T00:00Z') });
  open.push(later);
  later.cookie = app.cookie;
  expect(await periodsOf(later)).toEqual([
    'November 2026: 2026-10-31T17:00Z 2026-11-30T17:00Z closed',
    'December 2026: 2026-11-30T17:00Z 2026-12-31T17:00Z closed',
    'January 2027: 2026-12-31T17:00Z 2027-01-31T17:00Z closed',
    'February 2027: 2027-01-31T17:00Z 2027-02-28T17:00Z runs',
  ]);
  const { body } = await later.call<PeriodsView>('GET', '/api/periods');
  const finals = await Promise.all(
    body.items.slice(0, 3).map(({ id }) => later.call<{ standings: StandingsView }>('GET', `/api/periods/${id}/final`)),
  );
  expect(finals.map((final) => final.body.standings.total.value)).toEqual([100, 0, 0]);
  const { deal } = await postDeal(later, { rep: an, amount: '7', closedAt: '2026-12-24' });
  expect(deal).toMatchObject({ late: true, periodId: body.items[1]?.id });
});

test('PD5 a deal that is committed at the boundary does not take the roll-over’s wake-up', async () => {
  const { app, an } = await officeAt('2026-11-30T16:59Z');
  const boundary = Date.parse('2026-11-30T17:00Z');
  // The deal is in before the timer's turn: the clock has passed the boundary, its callback has not run.
  const { now } = app.clock;
  app.clock.now = () => boundary + 5;
  const answer = await app.call<DealAnswer>('POST', '/api/deals', { rep: an, amount: '5', customer: 'x' });
  app.clock.now = now;
  expect(answer.status).toBe(201);
  for (const ms of [1_000, 2_000, 3_000]) {
    app.clock.sleepUntil(boundary + ms);
    await settled(app);
  }
  const names = await periodsOf(app);
  expect(names.at(-1)).toMatch(/^December 2026.*runs$/);
  const { body } = await app.call<{ standings: StandingsView }>('GET', '/api/boards/main');
  expect([body.standings.period?.name, body.standings.total.value]).toEqual(['December 2026', 5]);
});

test('PD5 a planned period begins and ends as planned, and the calendar goes on after it', async () => {
  const { app } = await officeAt('2026-11-24T02:00Z');
  const plan = { name: 'Sprint', startsAt: '2026-12-10', endsAt: '2026-12-20' };
  expect((await app.call('POST', '/api/periods', plan)).status).toBe(201);
  app.clock.sleepUntil(Date.parse('2026-12-27T00:00Z'));
  await settled(app);
  expect(await periodsOf(app)).toEqual([
    'November 2026: 2026-10-31T17:00Z 2026-11-30T17:00Z closed',
    '1 Dec 2026 – 9 Dec 2026: 2026-11-30T17:00Z 2026-12-09T17:00Z closed',
    'Sprint: 2026-12-09T17:00Z 2026-12-19T17:00Z closed',
    '20 Dec 2026 – 31 Dec 2026: 2026-12-19T17:00Z 2026-12-31T17:00Z runs',
  ]);
});

test('PD5 PD7 quarters, halves and years follow the fiscal year, and are named by it', async () => {
  for (const [periodUnit, first, second] of [
    ['quarter', 'Q4 2026/27: 2027-01-01T00:00Z 2027-04-01', 'Q1 2027/28: 2027-04-01T00:00Z 2027-07-01'],
    ['half', 'Q4 2026/27: 2027-01-01T00:00Z 2027-04-01', 'H1 2027/28: 2027-04-01T00:00Z 2027-10-01'],
    ['year', 'Q4 2026/27: 2027-01-01T00:00Z 2027-04-01', 'Year 2027/28: 2027-04-01T00:00Z 2028-04-01'],
  ] as const) {
    const { app } = await officeAt('2026-12-15T00:00Z', { timeZone: 'UTC' });
    await app.call('PATCH', '/api/office', { periodUnit, fiscalStartMonth: 4 });
    // A session would be over by April.
    app.cookie = await app.token('board:read');
    app.clock.sleepUntil(Date.parse('2027-01-01T00:00Z'));
    await settled(app);
    const december = 'December 2026: 2026-12-01T00:00Z 2027-01-01T00:00Z closed';
    expect(await periodsOf(app)).toEqual([december, `${first}T00:00Z runs`]);
    app.clock.sleepUntil(Date.parse('2027-04-01T00:00Z'));
    await settled(app);
    expect((await periodsOf(app))[2]).toBe(`${second}T00:00Z runs`);
  }
});

test('PD5 TM4 a year of 53 weeks rolls over month by month after a year and a half without the server', async () => {
  const { app } = await officeAt('2023-01-10T12:00Z', { timeZone: 'America/New_York', currency: 'USD' });
  const calendar = { weekStart: 7, fiscalStartMonth: 2, yearPattern: '4-5-4', yearEnd: 'nearest' };
  expect((await app.call('PATCH', '/api/office', calendar)).status).toBe(200);
  await app.stop();
  const later = await startApp({ dataDir: app.dataDir, now: Date.parse('2024-03-04T12:00Z') });
  open.push(later);
  later.cookie = await signedIn(later);
  const all = await periodsOf(later);
  expect(all).toHaveLength(15);
  expect([all[0], all[1], all[2], all[3], all.at(-3), all.at(-2), all.at(-1)]).toEqual([
    'January 2023: 2023-01-01T05:00Z 2023-02-01T05:00Z closed',
    // The retail month had begun on Sunday, 29 January.
    '1 Feb 2023 – 25 Feb 2023: 2023-02-01T05:00Z 2023-02-26T05:00Z closed',
    'P2 2023/24: 2023-02-26T05:00Z 2023-04-02T04:00Z closed',
    'P3 2023/24: 2023-04-02T04:00Z 2023-04-30T04:00Z closed',
    'P12 2023/24: 2023-12-31T05:00Z 2024-02-04T05:00Z closed',
    'P1 2024/25: 2024-02-04T05:00Z 2024-03-03T05:00Z closed',
    'P2 2024/25: 2024-03-03T05:00Z 2024-04-07T04:00Z runs',
  ]);
});

test('PD5 the day that Apia skipped and the half hour of Lord Howe leave no gap', async () => {
  for (const [timeZone, from, to, expected] of [
    [
      'Pacific/Apia',
      '2011-12-28T20:00Z',
      '2012-01-02T12:00Z',
      [
        'December 2011: 2011-12-01T10:00Z 2011-12-31T10:00Z closed',
        '1 Jan 2012 – 1 Jan 2012: 2011-12-31T10:00Z 2012-01-01T10:00Z closed',
        '2 Jan 2012 – 8 Jan 2012: 2012-01-01T10:00Z 2012-01-08T10:00Z runs',
      ],
    ],
    [
      'Australia/Lord_Howe',
      '2025-03-29T00:00Z',
      '2025-04-08T00:00Z',
      [
        'March 2025: 2025-02-28T13:00Z 2025-03-31T13:00Z closed',
        '1 Apr 2025 – 6 Apr 2025: 2025-03-31T13:00Z 2025-04-06T13:30Z closed',
        '7 Apr 2025 – 13 Apr 2025: 2025-04-06T13:30Z 2025-04-13T13:30Z runs',
      ],
    ],
  ] as const) {
    const { app } = await officeAt(from, { timeZone });
    await app.call('PATCH', '/api/office', { periodUnit: 'week' });
    app.clock.sleepUntil(Date.parse(to));
    await settled(app);
    expect(await periodsOf(app)).toEqual(expected);
  }
});

test('an hour with nobody watching costs no more than a few wake-ups', async () => {
  const { app } = await officeAt('2026-11-24T02:00Z');
  await app.call('GET', '/api/boards/rep-revenue-year');
  let wakeUps = 0;
  const { after } = app.clock;
  app.clock.after = (ms, run) =>
    after(ms, () => {
      wakeUps += 1;
      run();
    });
  app.clock.advance(3_600_000);
  // One look at the file every two seconds, each minute who was seen and whose phone lies idle, and the quarter hours.
  expect(wakeUps).toBeLessThan(2_000);
});
