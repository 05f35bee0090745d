// Part: how many bytes one deal sends to one screen, in offices of every size.
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { withChildren, withFolder } from './child.ts';
import { Connection } from './connection.ts';
import type { Part } from './figure.ts';
import { dealBodies, fill } from './load.ts';
import { startProduct } from './product.ts';
import { median } from './statistics.ts';
import { count } from './table.ts';
import { productWatch, WatchingSocket } from './watching.ts';

const SIZES = [10, 100, 1_000, 10_000];
/** Those who sell: the first ten, so that the same rows move in every office. */
const SELLERS = 10;
const FILL = 200;
const POSTS = 60;

export const patchBytes: Part = {
  name: 'patch-bytes',
  title: 'Bytes of the patch of one deal to one screen, beside an office of 10 reps',
  run: () =>
    withFolder((folder) =>
      withChildren(async (keep) => {
        const medians: number[] = [];
        for (const reps of SIZES) {
          const dataDir = join(folder, String(reps));
          mkdirSync(dataDir);
          const product = keep(await startProduct(dataDir, reps));
          medians.push(await bytesOf(product.port, product.token, product.reps.slice(0, SELLERS)));
          await product.stop();
        }
        const [smallest = Number.NaN] = medians;
        return {
          figures: SIZES.slice(1).map((reps, index) => {
            const bytes = medians[index + 1] ?? Number.NaN;
            return {
              name: `${count(reps)} reps`,
              ours: `${count(bytes)} B`,
              reference: `${count(smallest)} B`,
              ratio: bytes / smallest,
              goal: { atMost: 1.2 },
            };
          }),
          notes: [`median of ${POSTS} deals of the first ${SELLERS} reps, frames as they come off the socket`],
        };
      }),
    ),
};

async function bytesOf(port: number, token: string, sellers: readonly string[]): Promise<number> {
  const target = { port, path: '/api/deals', token };
  const nextBody = dealBodies(sellers);
  await fill(target, nextBody, FILL);
  const sizes: number[] = [];
  let heard: () => void = () => undefined;
  const watching = await WatchingSocket.open(productWatch(port, token), (bytes) => {
    sizes.push(bytes);
    heard();
  });
  const connection = await Connection.open(target);
  for (let post = 0; post < POSTS; post += 1) {
    const patch = new Promise<void>((resolve) => {
      heard = resolve;
    });
    await Promise.all([connection.ask(nextBody()), patch]);
  }
  connection.close();
  watching.close();
  return median(sizes);
}
