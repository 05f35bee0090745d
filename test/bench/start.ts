// Part 6: a start with a million deals in the running period, until the first screen has its board.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openStore, type Store } from '../../server/store/store.ts';
import { withFolder } from './child.ts';
import type { Part } from './figure.ts';
import { startProduct, startServer } from './product.ts';
import { across, interleave } from './statistics.ts';
import { count } from './table.ts';
import { productWatch, WatchingSocket } from './watching.ts';

const DEALS = 1_000_000;
const REPS = 50;
const ROUNDS = 3;
const CHUNK = 50_000;

interface Sample {
  seconds: number;
  peakRssMb: number;
}

export const start: Part = {
  name: 'start',
  title: 'Start until the first snapshot is served, 1,000,000 deals in the running period beside none',
  run: () =>
    withFolder((full) =>
      withFolder(async (empty) => {
        const begin = { full: await prepare(full, DEALS), empty: await prepare(empty, 0) };
        const rounds = await interleave(ROUNDS, { full: begin.full, empty: begin.empty });
        const pair = (read: (sample: Sample) => number) =>
          [across(rounds.full, read), across(rounds.empty, read)] as const;
        const [seconds, emptySeconds] = pair((sample) => sample.seconds);
        const [memory, emptyMemory] = pair((sample) => sample.peakRssMb);
        return {
          figures: [
            {
              name: 'start',
              ours: `${seconds.toFixed(2)} s`,
              reference: `${emptySeconds.toFixed(2)} s`,
              ratio: seconds / emptySeconds,
              goal: null,
            },
            {
              name: 'peak memory by then',
              ours: `${count(memory)} MB`,
              reference: `${count(emptyMemory)} MB`,
              ratio: memory / emptyMemory,
              goal: null,
            },
          ],
          notes: [`${count(DEALS / (seconds - emptySeconds))} deals read per second`],
        };
      }),
    ),
};

/** Sets an office up, puts deals into its ledger, and gives what one start costs. */
async function prepare(dataDir: string, deals: number): Promise<() => Promise<Sample>> {
  const product = await startProduct(dataDir, REPS);
  await product.stop();
  const store = openStore(join(dataDir, 'winboard.db'));
  fillLedger(store, product.reps, deals);
  store.db.close();
  return () => startOnce(dataDir, product.token);
}

async function startOnce(dataDir: string, token: string): Promise<Sample> {
  const startedAt = performance.now();
  const server = await startServer(dataDir);
  const screen = await WatchingSocket.open(productWatch(server.port, token), () => undefined);
  const seconds = (performance.now() - startedAt) / 1000;
  const { peakRssMb } = await server.usage();
  screen.close();
  await server.stop();
  return { seconds, peakRssMb };
}

/** Writes deals through the store's own tables, spread over the running period so far. */
function fillLedger(store: Store, reps: readonly string[], deals: number): void {
  const now = Date.now();
  const period = store.periods.list().find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  const { rev = 0, totalMinor = 0 } = store.revision.read() ?? {};
  if (!period) throw new Error('no period runs');
  const step = (now - period.startsAt) / (deals + 1);
  for (let from = 0; from < deals; from += CHUNK) {
    store.db
      .transaction(() => {
        for (let turn = from; turn < Math.min(from + CHUNK, deals); turn += 1) {
          insertDeal(store, reps[(turn * 7) % reps.length] ?? '', period.startsAt + Math.floor(turn * step), rev + 1);
        }
      })
      .immediate();
  }
  store.revision.write(rev + 1, totalMinor + deals * AMOUNT_MINOR);
}

const AMOUNT_MINOR = 1_250_000;

function insertDeal(store: Store, repId: string, at: number, rev: number): void {
  store.deals.insert({
    id: randomUUID(),
    repId,
    amountMinor: AMOUNT_MINOR,
    currency: 'VND',
    customer: 'Công ty An Phát',
    product: 'Gói 1',
    kind: 'new',
    source: '',
    location: '',
    note: '',
    openedAt: null,
    closedAt: at,
    recordedAt: at,
    rev,
    corrects: null,
    photoId: null,
    imported: false,
    original: null,
    external: null,
    credits: [{ repId, shareBp: 10_000, amountMinor: AMOUNT_MINOR }],
    fingerprint: 'made by the bench',
  });
}
