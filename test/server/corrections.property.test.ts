// CO1 LA1 LA3 ST4 on the running server: whatever is corrected, taken back, booked and restated in whatever order, the
// live boards equal what the ledger says afresh, and what was announced stays.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardById } from '../../shared/board.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { FinalView, PeriodsView, StandingsView } from '../../shared/schemas/boards.ts';
import type { DealView } from '../../shared/schemas/deals.ts';
import type { LateDeals } from '../../shared/schemas/late.ts';
import type { ExplanationView } from '../../shared/schemas/standing.ts';
import { addRep, addTeam, allDeals, settled, startApp, type TestApp } from '../kit/app.ts';
import { DAY_MS, HOUR_MS } from '../kit/make.ts';
import { watchBoard, type Watcher } from '../kit/sockets.ts';

const BOARDS = ['main', 'team-revenue-period', 'rep-deals-today', 'rep-attainment-year', 'office-revenue-month'];

let app: TestApp;
const reps: string[] = [];
let watcher: Watcher;
beforeAll(async () => {
  app = await startApp();
  await app.setUp({ currency: 'USD' });
  const teams = [await addTeam(app, 'Bắc'), await addTeam(app, 'Nam')];
  for (const name of ['An', 'Bình', 'Chi'])
    reps.push(await addRep(app, name, { teamId: teams[reps.length % 2] ?? null }));
  watcher = await watchBoard(app.url, { headers: { cookie: app.cookie } });
});
afterAll(async () => {
  watcher.close();
  await app.close();
});

type Step =
  | { type: 'post'; rep: number; cents: number; hoursAgo: number }
  | { type: 'void' | 'restore' | 'book'; pick: number }
  | { type: 'correct'; pick: number; rep: number | null; cents: number; hoursAgo: number | null; share: number | null }
  | { type: 'restate'; pick: number }
  | { type: 'unrestate'; pick: number }
  | { type: 'reset' | 'undo' | 'pass' };

const rep = fc.nat(2);
const cents = fc.integer({ min: 1, max: 3 });
const hoursAgo = fc.constantFrom(0, 0, 1, 3, 30);
const pick = fc.nat(9);
const of = <T extends string>(...types: T[]) => fc.constantFrom(...types);
const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: of('post'), rep, cents, hoursAgo }) },
    { weight: 3, arbitrary: fc.record({ type: of('void'), pick }) },
    { weight: 6, arbitrary: fc.record({ type: of('restore'), pick }) },
    { weight: 2, arbitrary: fc.record({ type: of('book'), pick }) },
    {
      weight: 4,
      arbitrary: fc.record({
        type: of('correct'),
        pick,
        rep: fc.option(rep),
        cents,
        hoursAgo: fc.option(hoursAgo),
        share: fc.option(fc.constantFrom(1, 5000)),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: of('restate', 'unrestate'), pick }) },
    { weight: 3, arbitrary: fc.record({ type: of('reset', 'undo', 'pass', 'pass') }) },
  ),
  { minLength: 6, maxLength: 22 },
);

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const ago = (hours: number) => app.clock.now() - hours * HOUR_MS;
const periods = async () => (await app.call<PeriodsView>('GET', '/api/periods')).body.items;
const closedOnes = async () => (await periods()).filter(({ closedAt }) => closedAt !== null);

async function amend(step: Extract<Step, { pick: number }>): Promise<void> {
  const reason = 'vì thế';
  if (step.type === 'restate' || step.type === 'unrestate') {
    const period = at(await closedOnes(), step.pick);
    const undo = step.type === 'unrestate' ? '/undo' : '';
    if (period) await app.call('POST', `/api/periods/${period.id}/restate${undo}`, undo === '' ? { reason } : {});
    return;
  }
  if (step.type === 'book') {
    const { items } = (await app.call<LateDeals>('GET', '/api/late-deals')).body;
    const ids = items.slice(0, 1 + (step.pick % 2)).map(({ id }) => id);
    if (ids.length > 0) await app.call('POST', '/api/late-deals/book', { ids, reason });
    return;
  }
  const wants = (deal: DealView) => (deal.void !== null) === (step.type === 'restore');
  const deal = at((await allDeals(app)).filter(wants), step.pick);
  if (!deal) return;
  const changes =
    step.type === 'correct'
      ? {
          amount: (step.cents / 100).toFixed(2),
          ...(step.rep !== null && { rep: at(reps, step.rep) }),
          ...(step.hoursAgo !== null && { closedAt: ago(step.hoursAgo) }),
          ...(step.share !== null && {
            splits: [
              { rep: reps[0], share: step.share },
              { rep: reps[1], share: 10_000 - step.share },
            ],
          }),
        }
      : {};
  const before = await board('main');
  const path = `/api/deals/${deal.id}/${step.type}`;
  const asked = await app.call('POST', `${path}?dryRun=1`, { ...changes, reason });
  expect(await board('main'), 'CO3').toEqual(before);
  const done = await app.call('POST', path, { ...changes, reason });
  expect(done.status).toBe(asked.status);
}

async function take(step: Step): Promise<void> {
  switch (step.type) {
    case 'post': {
      const body = { rep: at(reps, step.rep), amount: (step.cents / 100).toFixed(2), customer: 'x' };
      await app.call('POST', '/api/deals', { ...body, closedAt: ago(step.hoursAgo) });
      return;
    }
    case 'reset':
      await app.call('POST', '/api/periods/reset', {});
      return;
    case 'undo':
      await app.call('POST', '/api/periods/reset/undo');
      return;
    case 'pass':
      app.clock.sleepUntil(app.clock.now() + 2 * HOUR_MS);
      await settled(app);
      return;
    case 'void':
    case 'restore':
    case 'book':
    case 'correct':
    case 'restate':
    case 'unrestate':
      await amend(step);
  }
}

const board = async (id: string) => (await app.call<Snapshot>('GET', `/api/boards/${id}`)).body;
const still = (rows: readonly { move: number | null }[]) => rows.map((row) => ({ ...row, move: null }));

async function expectTrue(): Promise<void> {
  for (const id of BOARDS) {
    const { standings } = await board(id);
    const { by = 'rep', metric = 'revenue', level = null } = boardById(id) ?? {};
    const { startsAt, endsAt } = standings.window;
    const query = `by=${by}&metric=${metric}&from=${startsAt}&to=${endsAt}${level === null ? '' : `&level=${level}`}`;
    const { body } = await app.call<StandingsView>('GET', `/api/standings?${query}`);
    expect(still(standings.rows), id).toEqual(still(body.rows));
  }
  const shown = await watcher.caughtUp();
  const main = await board('main');
  expect([shown.standings.rows, shown.wins, shown.facts.today, shown.facts.hall]).toEqual([
    main.standings.rows,
    main.wins,
    main.facts.today,
    main.facts.hall,
  ]);
}

/** What was announced, by period and version: never another word, whatever has happened since. */
const announced = new Map<string, string>();

async function expectAnnounced(): Promise<void> {
  for (const { id } of await closedOnes()) {
    const holds = (await app.call<FinalView>('GET', `/api/periods/${id}/final`)).body;
    for (const { version } of holds.versions) {
      const { body } = await app.call<FinalView>('GET', `/api/periods/${id}/final?version=${version}`);
      const text = JSON.stringify([body.hash, body.standings, body.restates]);
      expect(announced.get(`${id} ${version}`) ?? text).toBe(text);
      announced.set(`${id} ${version}`, text);
    }
    for (const { subjectId, value } of holds.standings.rows) {
      const path = `/api/reps/${subjectId}/explanation?period=${id}`;
      expect((await app.call<ExplanationView>('GET', path)).body.value, path).toBe(value);
    }
  }
}

/** A deal stands in one place alone: a final that holds counts it, or a period that runs, or it waits for a decision. */
async function expectOnce(): Promise<void> {
  const standing = (await allDeals(app)).filter((deal) => deal.void === null);
  const late = (await app.call<LateDeals>('GET', '/api/late-deals')).body.items;
  expect(late.map(({ id }) => id)).toEqual(standing.filter((deal) => deal.late).map(({ id }) => id));
  const closed = new Set((await closedOnes()).map(({ id }) => id));
  expect(late.filter(({ periodId }) => !closed.has(periodId ?? ''))).toEqual([]);
}

test('CO1 CO3 LA1 LA3 ST4 ST8 live boards, screens, finals and the queue are right after any corrections in any order', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      for (const step of history) await take(step);
      await expectTrue();
      await expectAnnounced();
      await expectOnce();
      app.clock.sleepUntil(app.clock.now() + DAY_MS);
      await settled(app);
    }),
    { numRuns: 20, endOnFailure: true },
  );
  expect(announced.size).toBeGreaterThan(0);
}, 120_000);
