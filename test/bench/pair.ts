// The two servers of the live parts, side by side: the product and the plain tutorial stack, with the same reps and
// the same number of deals.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startReference, type Child } from './child.ts';
import type { Connection, Target } from './connection.ts';
import { dealBodies, fill } from './load.ts';
import { startProduct } from './product.ts';
import { productWatch, type WatchTarget } from './watching.ts';

const REPS = 50;
const DEALS = 10_000;

export const PAIR_NOTE = `both with ${REPS} reps and ${DEALS} deals at the start`;

export interface Side {
  target: Target;
  nextBody: () => string;
  watch: WatchTarget;
  /** The page of the wall. */
  url: string;
}

export async function startPair(
  folder: string,
  keep: <C extends Child>(child: C) => C,
): Promise<{ ours: Side; theirs: Side }> {
  const dataDir = join(folder, 'product');
  mkdirSync(dataDir);
  const { port, token, reps } = keep(await startProduct(dataDir, REPS));
  const tutorial = keep(await startReference('tutorial', [folder, String(DEALS)]));
  const ours: Side = {
    target: { port, path: '/api/deals', token },
    nextBody: dealBodies(reps),
    watch: productWatch(port, token),
    // Without scenes: a celebration covers the rows on purpose.
    url: `http://127.0.0.1:${port}/#token=${token}&calm=1`,
  };
  const theirs: Side = {
    target: { port: tutorial.port, path: '/deals' },
    nextBody: dealBodies(Array.from({ length: REPS }, (_, index) => String(index + 1))),
    watch: { port: tutorial.port, auth: '', ask: null, event: 'board' },
    url: `http://127.0.0.1:${tutorial.port}/`,
  };
  await fill(ours.target, ours.nextBody, DEALS);
  return { ours, theirs };
}

/** Posts one deal; gives when it was sent, by `performance.now()`, and the rev that it is in. */
export async function postDeal(connection: Connection, { nextBody }: Side): Promise<{ sentAt: number; rev: number }> {
  const body = nextBody();
  const sentAt = performance.now();
  const answer = await connection.ask(body);
  if (answer.status !== 201) throw new Error(`a deal was answered with ${answer.status}: ${answer.body}`);
  return { sentAt, rev: (JSON.parse(answer.body) as { rev: number }).rev };
}
