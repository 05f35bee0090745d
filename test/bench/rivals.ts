// The three servers of the ingest parts, side by side: the product with one TV watching it, bare Fastify, and Fastify
// with one durable insert per request.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startReference, type Child } from './child.ts';
import type { Target } from './connection.ts';
import { dealBodies, load, type Load } from './load.ts';
import { startProduct } from './product.ts';
import { Crowd, productWatch } from './watching.ts';

export const RIVALS = ['product', 'bare', 'perRequest'] as const;
export type Rival = (typeof RIVALS)[number];

export interface Sample extends Load {
  cpuUs: number;
  loopDelayMs: number;
}

export interface Measure {
  connections: number;
  ms: number;
  /** Watches the event loop, which costs the rival speed. */
  watchLoop?: boolean;
}

const REPS = 50;

/** Starts all three; `keep` has them stopped in the end. */
export async function startRivals(
  folder: string,
  keep: <C extends Child>(child: C) => C,
  env: NodeJS.ProcessEnv = {},
): Promise<(rival: Rival, measure: Measure) => Promise<Sample>> {
  const dataDir = join(folder, 'product');
  mkdirSync(dataDir);
  const product = keep(await startProduct(dataDir, REPS, env));
  const bare = keep(await startReference('bare', [], env));
  const perRequest = keep(await startReference('per-request', [folder], env));
  await Crowd.open(productWatch(product.port, product.token), 1);
  const children: Record<Rival, Child> = { product, bare, perRequest };
  const targets: Record<Rival, Target> = {
    product: { port: product.port, path: '/api/deals', token: product.token },
    bare: { port: bare.port, path: '/deals' },
    perRequest: { port: perRequest.port, path: '/deals' },
  };
  const nextBody = dealBodies(product.reps);
  return async (rival, measure) => {
    const child = children[rival];
    const before = await child.usage();
    if (measure.watchLoop === true) await child.watchLoop();
    const result = await load(targets[rival], nextBody, measure);
    const after = await child.usage();
    const cpuUs = ((after.cpuMs - before.cpuMs) * 1000) / result.answered;
    return { ...result, cpuUs, loopDelayMs: after.loopDelayMs };
  };
}
