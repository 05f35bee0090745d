// Random histories of an office, to be played through its API: deals, corrections, activities, people, quotas, periods, time.
import fc from 'fast-check';
import { ACTIVITY_KINDS, type ActivityKind } from '../../shared/activity.ts';
import { DAY_MS, HOUR_MS } from './make.ts';

/** Reps, teams, deals and activities are picked by number; whoever plays the history counts round. */
export type Step =
  | { type: 'post'; rep: number; cents: number; daysAgo: number; share: number | null }
  | { type: 'void' | 'restore'; pick: number }
  | { type: 'correct'; pick: number; rep: number | null; cents: number; daysAgo: number | null }
  | { type: 'log'; rep: number; kind: ActivityKind; daysAgo: number }
  | { type: 'unlog'; pick: number }
  | { type: 'import'; rep: number; rows: number }
  | { type: 'move'; rep: number; team: number }
  | { type: 'join' }
  | { type: 'leave'; rep: number; days: number | null }
  | { type: 'quota'; subject: number; amount: number | null }
  | { type: 'reset' }
  | { type: 'undo' }
  | { type: 'ties'; dense: boolean }
  | { type: 'pass'; ms: number };

export type StepOf<T extends Step['type']> = Extract<Step, { type: T }>;

const rep = fc.nat(5);
const cents = fc.integer({ min: 1, max: 4 });
const daysAgo = fc.constantFrom(0, 0, 0, 1, 2, 9, 40);
export const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant('post' as const),
        rep,
        cents,
        daysAgo,
        share: fc.option(fc.constantFrom(1, 5000, 9999), { freq: 3 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('void' as const), pick: fc.nat(8) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('restore' as const), pick: fc.nat(8) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('correct' as const),
        pick: fc.nat(8),
        rep: fc.option(rep),
        cents,
        daysAgo: fc.option(daysAgo),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('log' as const),
        rep,
        kind: fc.constantFrom(...ACTIVITY_KINDS),
        daysAgo,
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('unlog' as const), pick: fc.nat(4) }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('import' as const), rep, rows: fc.integer({ min: 1, max: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('move' as const), rep, team: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.constant({ type: 'join' as const }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('leave' as const), rep, days: fc.option(fc.nat(2)) }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('quota' as const), subject: fc.nat(8), amount: fc.option(fc.nat(3)) }),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'reset' as const }) },
    { weight: 1, arbitrary: fc.constant({ type: 'undo' as const }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('ties' as const), dense: fc.boolean() }) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('pass' as const),
        ms: fc.constantFrom(1, 900_000, HOUR_MS, 10 * HOUR_MS, DAY_MS, 9 * DAY_MS),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
);
