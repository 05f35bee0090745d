// A preview is held to what saving does: any block, any deals, whoever has a ramp.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QuotaGrid } from '../../shared/schemas/quotas.ts';
import { addRep, addTeam, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { runningIdOf } from '../kit/periods.ts';
import { gridOf, previewBlock, putBlock, type CellInput } from '../kit/quotas.ts';

let app: TestApp;
let now: string;
let subjects: CellInput['subject'][];
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  now = await runningIdOf(app);
  const north = await addTeam(app, 'Bắc');
  const hanoi = await addTeam(app, 'Hà Nội', north);
  const reps = [
    await addRep(app, 'An', { teamId: hanoi }),
    await addRep(app, 'Bình', { teamId: north, joinedOn: '2026-11-02', ramp: [3_333] }),
    await addRep(app, 'Chi', { workShareBp: 5_000 }),
  ];
  for (const [place, rep] of reps.entries()) await postDeal(app, { rep, amount: String(100 + 70 * place) });
  subjects = [
    ...reps.map((id) => ({ type: 'rep' as const, id })),
    { type: 'team', id: north },
    { type: 'team', id: hanoi },
    { type: 'office', id: 'office' },
  ];
});
afterAll(() => app.close());

interface Measured {
  quota: number | null;
  attainment: number | null;
  pace: number | null;
  rank: number | null;
}

/** How everybody stands as the grid and the boards of attainment have it. */
async function stands(): Promise<Map<string, Measured>> {
  const grid: QuotaGrid = await gridOf(app);
  const ranks = new Map<string, number | null>();
  for (const by of ['rep', 'team']) {
    const path = `/api/standings?by=${by}&metric=attainment`;
    const { body } = await app.call<{ rows: { subjectId: string; rank: number | null }[] }>('GET', path);
    for (const { subjectId, rank } of body.rows) ranks.set(subjectId, rank);
  }
  return new Map(
    grid.rows.flatMap(({ id, cells: [cell] }) => {
      if (!cell) return [];
      const { quota, attainment, pace } = cell;
      return [[id, { quota, attainment, pace, rank: ranks.get(id) ?? null }] as const];
    }),
  );
}

const blocks = fc.uniqueArray(fc.record({ pick: fc.nat(5), amount: fc.option(fc.constantFrom(0, 1, 150, 151, 999)) }), {
  selector: ({ pick }) => pick,
  minLength: 1,
  maxLength: 6,
});

test('QT11 a preview says exactly whom saving moves, and how', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (block) => {
      const cells = block.flatMap(({ pick, amount }): CellInput[] => {
        const subject = subjects[pick];
        return subject ? [{ periodId: now, subject, amount: amount === null ? null : String(amount) }] : [];
      });
      const before = await stands();
      const { body } = await previewBlock(app, cells);
      expect(await stands()).toEqual(before);
      expect((await putBlock(app, cells)).body.changed).toBe(body.changed);
      const after = await stands();
      const moved = [...after].filter(([id, one]) => JSON.stringify(one) !== JSON.stringify(before.get(id)));
      const told = new Map(body.effects.map(({ id, ...effect }) => [id, effect]));
      expect([...told.keys()].sort()).toEqual(moved.map(([id]) => id).sort());
      for (const [id, one] of moved) {
        expect(told.get(id)?.before).toEqual(before.get(id));
        expect(told.get(id)?.after).toEqual(one);
      }
    }),
    { numRuns: 15 },
  );
});
