// What scenes show beside the rows, from deals that were posted, voided and corrected: records, the hall of fame, and
// that a server which followed along knows the same as one that has just started.
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Facts } from '../../shared/facts.ts';
import type { Snapshot } from '../../shared/patch.ts';
import { addRep, addTeam, postDeal, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function openOffice(): Promise<{ app: TestApp; reps: string[] }> {
  const app = await startApp();
  closers.push(() => app.close());
  await app.setUp();
  const teamId = await addTeam(app, 'Hà Nội');
  return { app, reps: [await addRep(app, 'An', { teamId }), await addRep(app, 'Bình', { teamId })] };
}

/** The facts of the main board once days have been counted. */
async function factsOf(app: TestApp): Promise<Facts> {
  const read = async () => (await app.call<Snapshot>('GET', '/api/boards/main')).body.facts;
  await read();
  app.clock.advance(1000);
  return read();
}

const recordsOf = async (app: TestApp) =>
  (await factsOf(app)).records.map(({ kind, name, value, at, label }) => [kind, name, value, label || at]);

const ymd = (daysAgo: number): string => new Date(TUESDAY - daysAgo * DAY_MS).toISOString();
/** Midnight in Hà Nội of a day before the Tuesday of the tests. */
const dayOf = (daysAgo: number): number => Date.UTC(2026, 10, 23 - daysAgo, 17);

test('FA4 records are the largest deal and the best days, of deals that stand', async () => {
  const { app, reps } = await openOffice();
  const [an = '', binh = ''] = reps;
  await postDeal(app, { rep: an, amount: '500', closedAt: ymd(3) });
  await postDeal(app, { rep: binh, amount: '300', closedAt: ymd(3) });
  const large = await postDeal(app, { rep: binh, amount: '700', closedAt: ymd(1) });
  await postDeal(app, { rep: an, amount: '400' });
  expect(await recordsOf(app)).toEqual([
    ['deal', 'Bình', 700, large.deal.closedAt],
    ['day', 'Bình', 700, dayOf(1)],
    ['day', 'Sao Việt', 800, dayOf(3)],
  ]);
  await app.call('POST', `/api/deals/${large.deal.id}/void`, { reason: 'nhầm' });
  expect(await recordsOf(app)).toEqual([
    ['deal', 'An', 500, TUESDAY - 3 * DAY_MS],
    ['day', 'An', 500, dayOf(3)],
    ['day', 'Sao Việt', 800, dayOf(3)],
  ]);
});

test('FA4 the hall of fame and the best period are what was announced, whatever comes in later', async () => {
  const { app, reps } = await openOffice();
  const [an = '', binh = ''] = reps;
  await postDeal(app, { rep: an, amount: '500' });
  await postDeal(app, { rep: binh, amount: '200' });
  app.clock.advance(60_000);
  const reset = await app.call('POST', '/api/periods/reset', { name: 'Kỳ mới' });
  expect(reset.status).toBe(200);
  await postDeal(app, { rep: binh, amount: '9000', closedAt: ymd(1) });
  const { hall, records } = await factsOf(app);
  expect(hall.map(({ first }) => first.map(({ rank, name, value }) => [rank, name, value]))).toEqual([
    [
      [1, 'An', 500],
      [2, 'Bình', 200],
    ],
  ]);
  expect(records.filter(({ kind }) => kind === 'period').map(({ name, value }) => [name, value])).toEqual([
    ['An', 500],
    ['Sao Việt', 700],
  ]);
});

type Step = { type: 'post'; rep: number; amount: number; daysAgo: number } | { type: 'void' | 'correct'; pick: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('post' as const),
        rep: fc.nat(1),
        amount: fc.integer({ min: 1, max: 9 }),
        daysAgo: fc.constantFrom(0, 0, 1, 2, 30),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constantFrom('void' as const, 'correct' as const), pick: fc.nat(9) }),
    },
  ),
  { minLength: 3, maxLength: 14 },
);

test('FA1 facts kept up deal by deal are what the whole ledger gives', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (played) => {
      const { app, reps } = await openOffice();
      const ids: string[] = [];
      await factsOf(app);
      for (const step of played) {
        if (step.type === 'post') {
          const rep = reps[step.rep] ?? '';
          const { deal } = await postDeal(app, { rep, amount: String(step.amount), closedAt: ymd(step.daysAgo) });
          ids.push(deal.id);
          continue;
        }
        const id = ids[step.pick % Math.max(1, ids.length)];
        const body = step.type === 'void' ? { reason: 'nhầm' } : { amount: '5', reason: 'nhầm' };
        // One that was voided before is refused, and changes nothing.
        if (id) await app.call('POST', `/api/deals/${id}/${step.type}`, body);
      }
      const followed = await factsOf(app);
      await app.stop();
      const fresh = await startApp({ dataDir: app.dataDir, now: app.clock.now() });
      closers.push(() => fresh.stop());
      fresh.cookie = app.cookie;
      expect(await factsOf(fresh)).toEqual(followed);
    }),
    { numRuns: 8 },
  );
}, 60_000);
