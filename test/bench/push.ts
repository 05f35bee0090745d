// Part 3: from the start of a POST to the patch at the last of 1 and of 200 watching sockets, one deal at a time.
import { withChildren, withFolder } from './child.ts';
import { Connection } from './connection.ts';
import type { Figure, Part } from './figure.ts';
import { PAIR_NOTE, postDeal, startPair, type Side } from './pair.ts';
import { across, interleave, spreadOf, type Spread } from './statistics.ts';
import { ms } from './table.ts';
import { Crowd } from './watching.ts';

const ROUNDS = 5;
const POSTS = 150;
const CROWDS = [1, 200];

export const push: Part = {
  name: 'push',
  title: 'POST → patch at the last watching socket, beside the tutorial stack',
  run: () =>
    withFolder((folder) =>
      withChildren(async (keep) => {
        const { ours, theirs } = await startPair(folder, keep);
        const figures: Figure[] = [];
        for (const size of CROWDS) figures.push(...(await measure(ours, theirs, size)));
        return { figures, notes: [PAIR_NOTE] };
      }),
    ),
};

async function measure(ours: Side, theirs: Side, size: number): Promise<Figure[]> {
  const crowds = [await Crowd.open(ours.watch, size), await Crowd.open(theirs.watch, size)] as const;
  const rounds = await interleave(ROUNDS, {
    ours: () => pushOneByOne(ours, crowds[0]),
    theirs: () => pushOneByOne(theirs, crowds[1]),
  });
  for (const crowd of crowds) crowd.close();
  return (['p50', 'p99'] as const).map((part) => {
    const our = across(rounds.ours, (round) => round[part]);
    const their = across(rounds.theirs, (round) => round[part]);
    const name = `${size === 1 ? '1 socket' : `last of ${size} sockets`}, ${part}: times sooner`;
    return { name, ours: ms(our), reference: ms(their), ratio: their / our, goal: { atLeast: 5 } };
  });
}

async function pushOneByOne(side: Side, crowd: Crowd): Promise<Spread> {
  const connection = await Connection.open(side.target);
  const delays: number[] = [];
  for (let post = 0; post < POSTS; post += 1) {
    const heard = crowd.next();
    const [{ sentAt }, heardAt] = await Promise.all([postDeal(connection, side), heard]);
    delays.push(heardAt - sentAt);
  }
  connection.close();
  return spreadOf(delays);
}
