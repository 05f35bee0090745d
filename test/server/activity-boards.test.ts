// Boards of activities: ranked as deals are, live, without quotas and without celebration.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTIVITY_KINDS, type ActivityKind } from '../../shared/activity.ts';
import { METRIC_OF } from '../../shared/metric.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { ActivityAnswer, ActivityView } from '../../shared/schemas/activities.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import { maskSnapshot } from '../../server/boards/privacy.ts';
import { addRep, addTeam, postDeal, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';
import { watchBoard } from '../kit/sockets.ts';

let app: TestApp;
let an: string;
let binh: string;
let chi: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  const teamId = await addTeam(app, 'Hà Nội');
  an = await addRep(app, 'An', { teamId });
  binh = await addRep(app, 'Bình', { teamId });
  chi = await addRep(app, 'Chi');
});
afterAll(() => app.close());

async function log(rep: string, kind: ActivityKind = 'call', at: number = app.clock.now()): Promise<string> {
  const answer = await app.call<ActivityAnswer>('POST', '/api/activities', { rep, kind, at });
  expect(answer.status).toBe(201);
  return answer.body.activity.id;
}
const take = async (id: string) =>
  expect((await app.call('POST', `/api/activities/${id}/void`, { reason: 'nhầm' })).status).toBe(200);
const board = async (id: string) => (await app.call<Snapshot>('GET', `/api/boards/${id}`)).body;
const ranks = ({ standings }: Pick<Snapshot, 'standings'>) =>
  standings.rows.map(({ name, rank, value }) => [name, rank, value]);

test('AC2 ST1 ST2 ST3 reps are ranked by how much they did, of equal ones by who was there first', async () => {
  for (const rep of [binh, an, an, binh]) await log(rep);
  await log(chi, 'visit');
  expect(ranks(await board('rep-calls-today'))).toEqual([
    ['An', 1, 2],
    ['Bình', 1, 2],
    ['Chi', null, 0],
  ]);
  expect(ranks(await board('rep-activities-period'))).toEqual([
    ['An', 1, 2],
    ['Bình', 1, 2],
    ['Chi', 3, 1],
  ]);
  expect(ranks(await board('team-activities-week'))).toEqual([['Hà Nội', 1, 4]]);
  const { standings, facts } = await board('office-activities-today');
  expect(standings.rows[0]).toMatchObject({ value: 5, deals: 0, quota: null, attainment: null, pace: null });
  expect([facts.sums.at(-1), facts.course.pace, facts.improved]).toEqual([5, null, []]);
});

test('AC2 ST4 what was taken back leaves a board as if it had never been, at any time that is asked for', async () => {
  const before = await board('rep-activities-period');
  const id = await log(chi);
  app.clock.advance(1000);
  await take(id);
  const after = await board('rep-activities-period');
  expect(after.standings.rows).toEqual(before.standings.rows);
  const { body } = await app.call<StandingsView>('GET', `/api/standings?metric=calls&asOf=${app.clock.now() - 500}`);
  expect(body.rows.find(({ subjectId }) => subjectId === chi)?.value).toBe(1);
});

test('AC2 a watched board moves with each activity; no board celebrates one, and the revs have no holes', async () => {
  const auth = { token: (await app.token('board:read')).replace('Bearer ', '') };
  const calls = await watchBoard(app.url, { auth }, 'rep-calls-today');
  const main = await watchBoard(app.url, { auth });
  await postDeal(app, { rep: an });
  await log(chi);
  await log(chi);
  const { body: plan } = await app.call('POST', '/api/plans', {
    rep: an,
    kind: 'call',
    customer: 'x',
    at: '2026-12-01',
  });
  expect(plan).toMatchObject({ plan: { state: 'open' } });
  const id = await log(chi);
  expect(ranks(await calls.caughtUp())).toEqual(ranks(await board('rep-calls-today')));
  expect((await calls.caughtUp()).standings.rows[0]).toMatchObject({ name: 'Chi', value: 3, rank: 1 });
  await take(id);
  expect(ranks(await calls.caughtUp())[0]).toEqual(['An', 1, 2]);
  const shown = await main.caughtUp();
  expect(shown.wins.length).toBe(1);
  const [deal, ...others] = main.patches;
  expect([deal?.wins.length, others.flatMap(({ wins, rows }) => [...wins, ...rows])]).toEqual([1, []]);
  for (const patches of [main.patches, calls.patches]) {
    for (const [index, patch] of patches.entries()) expect(patch.from).toBe(patches[index - 1]?.to ?? patch.from);
  }
  calls.close();
  main.close();
});

test('PV1 AC2 a screen without amounts shows how much was done; a table gives plain numbers', async () => {
  const snapshot = await board('rep-activities-period');
  const masked = maskSnapshot(snapshot, { initials: false, hideAmounts: true, hideCustomers: false });
  expect(masked.standings.rows).toEqual(snapshot.standings.rows);
  const csv = await app.call<string>('GET', '/api/export/standings.csv?metric=calls');
  expect(csv.body).toContain('An,Hà Nội,2,0,,');
});

/** How many each rep did in the board's window, counted by hand from the list. */
function byHand(all: readonly ActivityView[], { standings }: Snapshot, kind: ActivityKind | null) {
  const { startsAt, endsAt } = standings.window;
  const counts = new Map<string, number>();
  for (const one of all) {
    const isIn = one.void === null && one.at >= startsAt && one.at < endsAt && (kind === null || one.kind === kind);
    if (isIn) counts.set(one.repId, (counts.get(one.repId) ?? 0) + 1);
  }
  return counts;
}

test('AC2 ST8 boards kept up one by one equal the list counted by hand, and a server that starts afresh', async () => {
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ rep: fc.nat(2), kind: fc.constantFrom(...ACTIVITY_KINDS), daysAgo: fc.nat(9) }),
    },
    { weight: 1, arbitrary: fc.record({ take: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ pass: fc.constantFrom(1000, 900_000, DAY_MS) }) },
  );
  const as = await app.token('deals:write', 'board:read');
  const asked = app.cookie;
  app.cookie = as;
  const ids = [
    'rep-activities-week',
    'rep-activities-month',
    ...ACTIVITY_KINDS.map((kind) => `rep-${METRIC_OF[kind]}-today`),
  ];
  const all = async () => (await app.call<{ items: ActivityView[] }>('GET', '/api/activities?limit=200')).body.items;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      for (const one of steps) {
        if ('pass' in one) app.clock.sleepUntil(app.clock.now() + one.pass);
        else if ('rep' in one)
          await log([an, binh, chi][one.rep] ?? an, one.kind, app.clock.now() - one.daysAgo * DAY_MS);
        else {
          const id = (await all()).filter((other) => other.void === null)[one.take]?.id;
          if (id !== undefined) await take(id);
        }
      }
      const list = await all();
      for (const id of ids) {
        const snapshot = await board(id);
        const kind = ACTIVITY_KINDS.find((other) => id.includes(METRIC_OF[other])) ?? null;
        const counted = byHand(list, snapshot, kind);
        for (const { subjectId, value } of snapshot.standings.rows) {
          expect(value, `${id} ${subjectId}`).toBe(counted.get(subjectId) ?? 0);
        }
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  const before = await Promise.all(ids.map(board));
  await app.stop();
  app = await startApp({ dataDir: app.dataDir, now: app.clock.now() });
  app.cookie = as;
  const after = await Promise.all(ids.map(board));
  expect(after.map(({ standings }) => standings)).toEqual(before.map(({ standings }) => standings));
  app.cookie = asked;
  expect(app.clock.now()).toBeGreaterThan(TUESDAY);
});
