// ST8 on the running server: whatever happens, the live boards equal what the ledger says, and what screens hold.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardById } from '../../shared/board.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { ActivityView } from '../../shared/schemas/activities.ts';
import type { FinalView, PeriodsView, StandingsView } from '../../shared/schemas/boards.ts';
import type { ExplanationView } from '../../shared/schemas/standing.ts';
import type { Row } from '../../shared/board-view.ts';
import { windowAt } from '../../shared/time.ts';
import { addRep, addTeam, allDeals, cookieOf, OWNER, settled, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { histories, type Step, type StepOf } from '../kit/history.ts';
import { DAY_MS, HOUR_MS, ZONE } from '../kit/make.ts';
import { onPaper } from '../kit/paper.ts';
import { watchBoard, type Watcher } from '../kit/sockets.ts';

const BOARDS = `
main rep-deals-today rep-revenue-week rep-attainment-period rep-deals-year team-revenue-period
team-attainment-period team-revenue-today office-revenue-quarter rep-activities-period
rep-calls-today team-activities-week office-visits-year`
  .trim()
  .split(/\s+/);
const WATCHED = ['main', 'team-revenue-today', 'rep-attainment-period', 'rep-activities-period'];

let app: TestApp;
const reps: string[] = [];
const teams: string[] = [];
let watchers: Watcher[];
beforeAll(async () => {
  app = await startApp();
  await app.setUp({ currency: 'USD' });
  app.cookie = await everything();
  teams.push(await addTeam(app, 'Bắc'), await addTeam(app, 'Nam'));
  teams.push(await addTeam(app, 'Hà Nội', teams[0] ?? null));
  for (const name of ['An', 'Bình', 'Chi', 'an']) {
    reps.push(await addRep(app, name, { teamId: teams[reps.length % 3] ?? null }));
  }
  watchers = await Promise.all(WATCHED.map((id) => watchBoard(app.url, { auth: { token: bearer() } }, id)));
});
afterAll(async () => {
  for (const watcher of watchers) watcher.close();
  await app.close();
});

/** A machine's key: no session lasts as long as these histories. Resets need a person, who comes with `owner`. */
let owner = '';
async function everything(): Promise<string> {
  owner = app.cookie;
  return await app.token('deals:write', 'people:write', 'board:read', 'import:write');
}
const bearer = () => app.cookie.replace('Bearer ', '');

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

/** As the owner, whose session ends once in a while: these histories are long. */
async function manage(method: string, path: string, body: object = {}): Promise<void> {
  const { status } = await app.call(method, path, body, { as: owner });
  if (status !== 401) return;
  owner = cookieOf(
    await app.call('POST', '/api/session', { email: OWNER.email, password: OWNER.password }, { as: '' }),
  );
  expect((await app.call(method, path, body, { as: owner })).status).not.toBe(401);
}

const closed = (days: number) => app.clock.now() - days * DAY_MS;
const amount = (minor: number) => (minor / 100).toFixed(2);

async function post(step: StepOf<'post'>): Promise<void> {
  const share = step.share ?? 10_000;
  const partner = { rep: at(reps, step.rep + 1), share: 10_000 - share };
  const splits = step.share === null ? [] : [{ rep: at(reps, step.rep), share }, partner];
  const body = { rep: at(reps, step.rep), amount: amount(step.cents), customer: 'x', closedAt: closed(step.daysAgo) };
  await app.call('POST', '/api/deals', { ...body, splits });
}

async function amend(step: Extract<Step, { type: 'void' | 'restore' | 'correct' }>): Promise<void> {
  const deal = (await allDeals(app)).filter((one) => (one.void === null) === (step.type !== 'restore'))[step.pick];
  if (!deal) return;
  if (step.type !== 'correct') {
    await app.call('POST', `/api/deals/${deal.id}/${step.type}`, { reason: 'x' });
    return;
  }
  const changes = {
    amount: amount(step.cents),
    ...(step.rep === null ? {} : { rep: at(reps, step.rep) }),
    ...(step.daysAgo === null ? {} : { closedAt: closed(step.daysAgo) }),
  };
  await app.call('POST', `/api/deals/${deal.id}/correct`, { ...changes, reason: 'x' });
}

async function log(step: StepOf<'log' | 'unlog'>): Promise<void> {
  if (step.type === 'log') {
    const { kind, daysAgo } = step;
    await app.call('POST', '/api/activities', { rep: at(reps, step.rep), kind, at: closed(daysAgo) });
    return;
  }
  const { body } = await app.call<{ items: ActivityView[] }>('GET', '/api/activities?limit=200');
  const id = body.items.filter((one) => one.void === null)[step.pick]?.id;
  if (id !== undefined) await app.call('POST', `/api/activities/${id}/void`, { reason: 'x' });
}

async function bring(step: StepOf<'import'>): Promise<void> {
  const rep = at(reps, step.rep);
  const rows = Array.from({ length: step.rows }, (_, i) => `${rep},0.0${i + 1},${app.clock.now()}-${i}`);
  await app.call('POST', '/api/import/deals', undefined, {
    raw: `rep,amount,id\n${rows.join('\n')}`,
    headers: { 'content-type': 'text/csv' },
  });
}

async function take(step: Step): Promise<void> {
  switch (step.type) {
    case 'post':
      await post(step);
      return;
    case 'void':
    case 'restore':
    case 'correct':
      await amend(step);
      return;
    case 'log':
    case 'unlog':
      await log(step);
      return;
    case 'import':
      await bring(step);
      return;
    case 'pass':
      app.clock.sleepUntil(app.clock.now() + step.ms);
      await settled(app);
      return;
    case 'move':
    case 'join':
    case 'leave':
    case 'quota':
    case 'ties':
    case 'reset':
    case 'undo':
      await administer(step);
  }
}

async function administer(
  step: StepOf<'move' | 'join' | 'leave' | 'quota' | 'ties' | 'reset' | 'undo'>,
): Promise<void> {
  switch (step.type) {
    case 'move':
      await app.call('PATCH', `/api/reps/${at(reps, step.rep)}`, { teamId: at(teams, step.team) });
      return;
    case 'join':
      if (reps.length < 7) reps.push(await addRep(app, `Mới ${reps.length}`, { teamId: at(teams, reps.length) }));
      return;
    case 'leave': {
      const day = new Date(app.clock.now() + 7 * HOUR_MS - (step.days ?? 0) * DAY_MS).toISOString().slice(0, 10);
      await app.call('PATCH', `/api/reps/${at(reps, step.rep)}`, { leftOn: step.days === null ? null : day });
      return;
    }
    case 'quota': {
      const { body } = await app.call<PeriodsView>('GET', '/api/periods');
      const subjects = [
        ...reps.map((id) => ({ type: 'rep', id })),
        ...teams.map((id) => ({ type: 'team', id })),
        { type: 'office', id: 'office' },
      ];
      const quota = { periodId: body.runningId, subject: at(subjects, step.subject), metric: 'revenue' };
      await app.call('PUT', '/api/quotas', { ...quota, amount: step.amount === null ? null : amount(step.amount) });
      return;
    }
    case 'ties':
      await manage('PATCH', '/api/office', { ties: step.dense ? 'dense' : 'competition' });
      return;
    case 'reset':
      await manage('POST', '/api/periods/reset');
      return;
    case 'undo':
      await manage('POST', '/api/periods/reset/undo');
  }
}

const withoutMove = (rows: readonly Row[]): object[] => rows.map(({ move: _, ...row }) => row);

async function live(id: string): Promise<Snapshot> {
  return (await app.call<Snapshot>('GET', `/api/boards/${id}`)).body;
}

/** The same window asked of the ledger. */
async function computed(id: string, { standings }: Snapshot): Promise<StandingsView> {
  const { by, metric, level } = boardById(id) ?? { by: 'rep', metric: 'revenue', level: null };
  const { startsAt, endsAt } = standings.window;
  const query = `by=${by}&metric=${metric}&from=${startsAt}&to=${endsAt}${level === null ? '' : `&level=${level}`}`;
  return (await app.call<StandingsView>('GET', `/api/standings?${query}`)).body;
}

async function expectTrue(): Promise<void> {
  for (const id of BOARDS) {
    const board = await live(id);
    const asked = await computed(id, board);
    expect(withoutMove(board.standings.rows), id).toEqual(withoutMove(asked.rows));
    expect({ ...board.standings.total, move: null }, id).toEqual({ ...asked.total, move: null });
    expect(board.standings.period, id).toEqual(asked.period);
  }
  const main = (await live('main')).standings;
  const all = await allDeals(app);
  const { body: office } = await manageOffice();
  const paper = onPaper(all, main.window, office.ties === 'dense');
  const day = windowAt('day', app.clock.now(), { timeZone: ZONE, weekStart: 1, fiscalStartMonth: 1 });
  const morning = onPaper(
    all.filter(({ recordedAt }) => recordedAt < day.startsAt),
    main.window,
    office.ties === 'dense',
  );
  for (const { subjectId, rank, value, move } of main.rows) {
    const mine = paper.get(subjectId);
    expect([rank, value], subjectId).toEqual([mine?.rank ?? null, mine?.value ?? 0]);
    const before = morning.get(subjectId)?.rank;
    expect(move, `ST7 ${subjectId}`).toBe(mine && before !== undefined ? before - mine.rank : null);
  }
}

const manageOffice = () => app.call<{ ties: string }>('GET', '/api/office');

/** What the screens were told adds up to what the boards say. */
async function expectShown(): Promise<void> {
  for (const [index, watcher] of watchers.entries()) {
    const board = await live(at(WATCHED, index));
    const shown = await watcher.caughtUp();
    expect(shown.standings.rows, at(WATCHED, index)).toEqual(board.standings.rows);
    expect(shown.standings.total).toEqual(board.standings.total);
    expect(shown.standings.period).toEqual(board.standings.period);
    expect(shown.wins).toEqual(board.wins);
  }
}

/** What each rep is told adds up to what was announced, in the running period and in the last closed ones. */
async function expectExplained(): Promise<void> {
  const { body: periods } = await app.call<PeriodsView>('GET', '/api/periods');
  const over = periods.items.filter(({ closedAt }) => closedAt !== null).slice(-2);
  const finals = await Promise.all(over.map(({ id }) => app.call<FinalView>('GET', `/api/periods/${id}/final`)));
  const results = [(await live('main')).standings, ...finals.map(({ body }) => body.standings)];
  for (const { period, rows } of results) {
    for (const { subjectId, value, deals, rank } of rows) {
      const path = `/api/reps/${subjectId}/explanation?period=${period?.id ?? ''}`;
      const { body } = await app.call<ExplanationView>('GET', path);
      expect([body.value, body.deals, body.rank], `${period?.name ?? ''} ${subjectId}`).toEqual([value, deals, rank]);
      expect(body.items.reduce((sum, { countsMinor }) => sum + countsMinor, 0)).toBe(value);
    }
  }
}

test('ST4 ST7 ST8 ST9 PT3 AC2 WS1 live boards, screens, ledger, paper and explanations agree after any history', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      for (const step of history) {
        await take(step);
        if (step.type !== 'post') await expectShown();
      }
      await expectShown();
      await expectTrue();
      await expectExplained();
    }),
    { numRuns: 25, endOnFailure: true },
  );
  // And a server that reads it all back says the same.
  const before = await Promise.all(BOARDS.map(live));
  for (const watcher of watchers) watcher.close();
  await app.stop();
  const { cookie } = app;
  app = await startApp({ dataDir: app.dataDir, now: app.clock.now() });
  app.cookie = cookie;
  const after = await Promise.all(BOARDS.map(live));
  expect(after.map(({ standings }) => standings)).toEqual(before.map(({ standings }) => standings));
  expect(app.clock.now()).toBeGreaterThan(TUESDAY);
}, 60_000);
