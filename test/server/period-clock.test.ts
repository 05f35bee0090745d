// PD5: periods roll over by themselves at the boundary in the office's zone, also when nobody was there.
import { afterEach, expect, test } from 'vitest';
import type { PeriodsView, StandingsView } from '../../shared/schemas/boards.ts';
import type { DealAnswer } from '../../shared/schemas/deals.ts';
import { addRep, postDeal, settled, startApp, type OfficeInput, type TestApp } from '../kit/app.ts';
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

test('PD5 quarters, halves and years follow the fiscal year', async () => {
  for (const [periodUnit, names] of [
    ['quarter', ['Q4 2026']],
    ['half', ['H2 2026']],
    ['year', ['Year 2026']],
  ] as const) {
    const { app } = await officeAt('2026-12-15T00:00Z', { timeZone: 'UTC' });
    await app.call('PATCH', '/api/office', { periodUnit, fiscalStartMonth: 4 });
    // A session would be over by April.
    app.cookie = await app.token('board:read');
    app.clock.sleepUntil(Date.parse('2027-01-01T00:00Z'));
    await settled(app);
    const all = await periodsOf(app);
    expect(all, periodUnit).toHaveLength(2);
    expect(all[1], periodUnit).not.toContain(names[0]);
    const ends = { quarter: '2027-04-01', half: '2027-04-01', year: '2027-04-01' }[periodUnit];
    expect(all[1]).toContain(`2027-01-01T00:00Z ${ends}T00:00Z runs`);
    app.clock.sleepUntil(Date.parse('2027-04-01T00:00Z'));
    await settled(app);
    const next = { quarter: '2027-07-01', half: '2027-10-01', year: '2028-04-01' }[periodUnit];
    expect((await periodsOf(app))[2]).toContain(`2027-04-01T00:00Z ${next}T00:00Z runs`);
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
