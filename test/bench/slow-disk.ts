// Part 2: the same on a disk that takes 5 ms per flush, as real ones do and virtual ones do not.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withChildren, withFolder } from './child.ts';
import { notRun, type Outcome, type Part } from './figure.ts';
import { against, noteOn, rate } from './ingest.ts';
import { RIVALS, startRivals, type Measure, type Rival, type Sample } from './rivals.ts';
import { across, interleave } from './statistics.ts';
import { ms } from './table.ts';

const FLUSH_MS = 5;
const MEASURE = { connections: 64, ms: 2_000 };
const ROUNDS = { load: 5, loop: 5 };

export const slowDisk: Part = {
  name: 'slow-disk',
  title: `The same with ${FLUSH_MS} ms per flush`,
  run: () =>
    withFolder(async (folder) => {
      const shim = compileShim(folder);
      return shim === null ? notRun('no C compiler (cc) to build the slow disk with') : measureWith(folder, shim);
    }),
};

/** Builds the library that delays each flush; null where there is no compiler. */
function compileShim(folder: string): string | null {
  const source = fileURLToPath(new URL('./slow-flush.c', import.meta.url));
  const library = join(folder, 'slow-flush.so');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], { stdio: 'pipe' });
    return library;
  } catch {
    return null;
  }
}

function measureWith(folder: string, shim: string): Promise<Outcome> {
  return withChildren(async (keep) => {
    const measure = await startRivals(folder, keep, { LD_PRELOAD: shim, FLUSH_MS: String(FLUSH_MS) });
    const variants = (wanted: Measure) => ({
      product: () => measure('product', wanted),
      bare: () => measure('bare', wanted),
      perRequest: () => measure('perRequest', wanted),
    });
    const loaded = await interleave(ROUNDS.load, variants(MEASURE));
    const watched = await interleave(ROUNDS.loop, variants({ ...MEASURE, ms: 1_000, watchLoop: true }));
    return outcome(loaded, watched);
  });
}

function outcome(loaded: Record<Rival, Sample[]>, watched: Record<Rival, Sample[]>): Outcome {
  const delay = (rival: Rival): number => across(watched[rival], ({ loopDelayMs }) => loopDelayMs);
  return {
    figures: [
      against('beside one commit per request', rate(loaded.product), rate(loaded.perRequest), 20),
      {
        name: 'event loop delay p99, beside bare Fastify',
        ours: ms(delay('product')),
        reference: ms(delay('bare')),
        ratio: delay('product') / delay('bare'),
        goal: null,
      },
    ],
    notes: [
      ...RIVALS.map((rival) => noteOn(rival, loaded[rival])),
      `event loop delay p99 of one commit per request: ${ms(delay('perRequest'))}`,
    ],
  };
}
