// Part: the network was cut, 200 phones kept their wins, and it comes back to all of them in the same moment. Every win
// has to be confirmed once; and how late the wall hears of them, beside the same wins posted one after the other.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Live } from '../../display/kit/live.ts';
import type { Entry } from '../../display/win/outbox/entry.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import { Outbox } from '../../display/win/outbox/outbox.ts';
import { createUuid } from '../../display/win/outbox/uuid.ts';
import { judge, type Setback, type Verdict } from '../../display/win/outbox/verdict.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { withChildren, withFolder, type Child } from './child.ts';
import { Connection } from './connection.ts';
import type { Outcome, Part } from './figure.ts';
import { dealBodies, fill } from './load.ts';
import { pairScreens } from './paired.ts';
import { startProduct, startServer } from './product.ts';
import { signInReps, type SignedIn } from './signed-in.ts';
import { quantile } from './statistics.ts';
import { ms } from './table.ts';

const PHONES = 200;
const WINS_EACH = 3;
const DEALS = 10_000;
const ROUNDS = 3;
const MOST_MS = 60_000;
/** What a phone is told by a network that is cut. */
const UNREACHED: Setback = { type: 'later', reached: false, retryAfterMs: null };

export const phonesAtOnce: Part = {
  name: 'phones-at-once',
  title: `${PHONES} phones with ${WINS_EACH} kept wins each, the moment the network is back`,
  run: () => withFolder((folder) => withChildren((keep) => measure(folder, keep))),
};

async function measure(folder: string, keep: <C extends Child>(child: C) => C): Promise<Outcome> {
  const dataDir = join(folder, 'product');
  mkdirSync(dataDir);
  const product = keep(await startProduct(dataDir, PHONES));
  await fill({ port: product.port, path: '/api/deals', token: product.token }, dealBodies(product.reps), DEALS);
  await product.stop();
  const [screen = ''] = pairScreens(dataDir, 1);
  const people = signInReps(dataDir, product.reps);
  const { port } = keep(await startServer(dataDir));
  const wall = await Wall.open(port, screen);
  const quiet = await oneByOne(port, people, wall);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await allAtOnce(port, people, wall));
  wall.close();
  return outcome(rounds, quiet);
}

interface Post {
  id: string;
  sentAt: number;
  answeredAt: number;
  rev: number;
}

interface Round {
  posts: Post[];
  /** From the network's return until a win was confirmed on its phone, ms. */
  confirmed: number[];
  patches: number[];
}

async function oneByOne(port: number, people: readonly SignedIn[], wall: Wall): Promise<Round> {
  const posts: Post[] = [];
  for (const person of people) {
    const send = sender(port, person, posts);
    const id = createUuid();
    await send(winOf(person, id), id);
  }
  return {
    posts,
    confirmed: posts.map(({ sentAt, answeredAt }) => answeredAt - sentAt),
    patches: await wall.heard(posts),
  };
}

/** Each phone is the product’s own outbox; what it sends gets nowhere until the network is back. */
async function allAtOnce(port: number, people: readonly SignedIn[], wall: Wall): Promise<Round> {
  const posts: Post[] = [];
  let isCut = true;
  const phones = people.map((person) => {
    const send = sender(port, person, posts);
    return new Outbox({
      store: new MemoryStore(),
      way: {
        upload: () => Promise.resolve(UNREACHED),
        undo: () => Promise.resolve(UNREACHED),
        run: () => Promise.resolve(UNREACHED),
        post: (body, { id }) => (isCut ? Promise.resolve(UNREACHED) : send(body, id)),
      },
      now: () => Date.now(),
      schedule: (delayMs, run) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      owner: person.userId,
    });
  });
  const confirmedAt = new Map<string, number>();
  for (const [index, phone] of phones.entries()) {
    const person = people[index];
    if (!person) continue;
    phone.onDelivery(({ entry }: { entry: Entry }) => confirmedAt.set(entry.id, performance.now()));
    await phone.serve(person.userId);
    for (let win = 0; win < WINS_EACH; win += 1) {
      const id = createUuid();
      await phone.add({ id, userId: person.userId, repName: '', body: winOf(person, id), photo: null });
    }
    await phone.flush();
  }
  isCut = false;
  const backAt = performance.now();
  for (const phone of phones) void phone.flush();
  while (phones.some(({ entries }) => entries.length > 0)) {
    if (performance.now() - backAt > MOST_MS) throw new Error('wins are still on the phones');
    await sleep(5);
  }
  checkOnce(posts, confirmedAt);
  return {
    posts,
    confirmed: [...confirmedAt.values()].map((at) => at - backAt),
    patches: await wall.heard(posts),
  };
}

function checkOnce(posts: readonly Post[], confirmedAt: ReadonlyMap<string, number>): void {
  const wins = new Set(posts.map(({ id }) => id)).size;
  const revs = posts.length;
  if (confirmedAt.size !== PHONES * WINS_EACH || wins !== confirmedAt.size || revs !== wins) {
    throw new Error(`${PHONES * WINS_EACH} wins, ${confirmedAt.size} confirmed, ${revs} stored as ${wins} deals`);
  }
}

function winOf({ repId }: SignedIn, id: string): DealBody {
  const amount = String(1_000_000 + Math.floor(Math.random() * 90_000_000));
  return { id, rep: repId, amount, customer: 'Công ty An Phát', product: '', kind: 'new' };
}

/** Sends as a phone does after a cut: over a connection of its own, which it makes anew. */
function sender(port: number, { cookie }: SignedIn, posts: Post[]) {
  let connection: Connection | null = null;
  return async (body: DealBody, id: string): Promise<Verdict> => {
    const sentAt = performance.now();
    connection ??= await Connection.open({ port, path: '/api/deals', cookie });
    const answer = await connection.ask(JSON.stringify(body));
    const answeredAt = performance.now();
    const verdict = judge({ status: answer.status, body: JSON.parse(answer.body), retryAfterMs: null }, id);
    if (verdict.type === 'stored') posts.push({ id, sentAt, answeredAt, rev: verdict.answer.rev });
    return verdict;
  };
}

/** A paired TV’s own live link; remembers when it had which rev. */
class Wall {
  readonly #live: Live;
  readonly #heardAt: { rev: number; at: number }[] = [];

  private constructor(port: number, token: string, onFirst: () => void) {
    this.#live = new Live({
      board: 'main',
      token: () => token,
      origin: `http://127.0.0.1:${port}`,
      news: ({ snapshot }) => {
        this.#heardAt.push({ rev: snapshot.standings.rev, at: performance.now() });
        onFirst();
      },
    });
  }

  static open(port: number, token: string): Promise<Wall> {
    return new Promise((resolve) => {
      const wall = new Wall(port, token, () => resolve(wall));
    });
  }

  /** How long after each was sent the wall knew of it, ms. */
  async heard(posts: readonly Post[]): Promise<number[]> {
    const last = Math.max(...posts.map(({ rev }) => rev));
    while ((this.#heardAt.at(-1)?.rev ?? 0) < last) await sleep(5);
    return posts.map(({ rev, sentAt }) => {
      const known = this.#heardAt.find((one) => one.rev >= rev);
      return (known?.at ?? Number.NaN) - sentAt;
    });
  }

  close(): void {
    this.#live.stop();
  }
}

function outcome(rounds: readonly Round[], quiet: Round): Outcome {
  const patches = rounds.flatMap((round) => round.patches);
  const confirmed = rounds.flatMap((round) => round.confirmed);
  const [p99, quietP99] = [quantile(patches, 0.99), quantile(quiet.patches, 0.99)];
  const wins = PHONES * WINS_EACH;
  return {
    figures: [
      {
        name: 'sent → the wall’s patch, p99, beside one win after the other',
        ours: ms(p99),
        reference: ms(quietP99),
        ratio: p99 / quietP99,
        goal: null,
      },
    ],
    notes: [
      `${rounds.length} × ${wins} wins: all confirmed, none twice; the last after ` +
        `${rounds.map((round) => ms(Math.max(...round.confirmed))).join(', ')}, half after ${ms(quantile(confirmed, 0.5))}`,
      `patches: p50 ${ms(quantile(patches, 0.5))} (one after the other ${ms(quantile(quiet.patches, 0.5))})`,
      'the phones are the product’s own outboxes in this process, which shares the machine with the server',
    ],
  };
}
