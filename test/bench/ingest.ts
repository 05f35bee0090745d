// Part 1: how many deals a second are durably taken, the whole way of a deal gone.
import { withChildren, withFolder } from './child.ts';
import type { Figure, Outcome, Part } from './figure.ts';
import { RIVALS, startRivals, type Rival, type Sample } from './rivals.ts';
import { across, interleave } from './statistics.ts';
import { count, ms } from './table.ts';

const ROUNDS = 5;
const MEASURE = { connections: 64, ms: 2_000 };

export const ingest: Part = {
  name: 'ingest',
  title: 'Durable POST /api/deals, 64 connections',
  run: () =>
    withFolder((folder) =>
      withChildren(async (keep) => {
        const measure = await startRivals(folder, keep);
        const rounds = await interleave(ROUNDS, {
          product: () => measure('product', MEASURE),
          bare: () => measure('bare', MEASURE),
          perRequest: () => measure('perRequest', MEASURE),
        });
        return outcome(rounds);
      }),
    ),
};

function outcome(rounds: Record<Rival, Sample[]>): Outcome {
  const ours = rate(rounds.product);
  const bare = rate(rounds.bare);
  const perRequest = rate(rounds.perRequest);
  const figures: Figure[] = [
    against('beside bare Fastify', ours, bare, 0.3),
    { ...against('beside one commit per request', ours, perRequest, 0), goal: null },
  ];
  return { figures, notes: RIVALS.map((rival) => noteOn(rival, rounds[rival])) };
}

export function rate(rounds: readonly Sample[]): number {
  return across(rounds, ({ perSecond }) => perSecond);
}

/** A rate of ours beside another's. */
export function against(name: string, ours: number, other: number, atLeast: number): Figure {
  return { name, ours: `${count(ours)}/s`, reference: `${count(other)}/s`, ratio: ours / other, goal: { atLeast } };
}

/** Latency and CPU of a rival, where the neighbours of this machine show less. */
export function noteOn(rival: Rival, rounds: readonly Sample[]): string {
  const p50 = ms(across(rounds, (round) => round.p50));
  const p99 = ms(across(rounds, (round) => round.p99));
  const cpu = across(rounds, ({ cpuUs }) => cpuUs).toFixed(1);
  return `${rival}: answered after p50 ${p50}, p99 ${p99}; CPU ${cpu} µs per deal, all its threads`;
}
