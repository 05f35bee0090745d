// Part: the server is restarted under a thousand screens. How soon all of them have the board again, and what their
// return costs those who post meanwhile, beside the same restart and the same posts with no screen at all.
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withChildren, withFolder, type Child } from './child.ts';
import { Connection, type Target } from './connection.ts';
import type { Outcome, Part } from './figure.ts';
import { dealBodies, fill } from './load.ts';
import { pairScreens } from './paired.ts';
import { startProduct, startServer } from './product.ts';
import type { CrowdNews, CrowdOrder } from './screen-crowd.ts';
import { across, interleave, quantile } from './statistics.ts';
import { count, ms } from './table.ts';

const SCREENS = 1_000;
const REPS = 50;
const DEALS = 10_000;
const ROUNDS = 3;
const POST_EVERY_MS = 100;
/** Longer than any screen's pause: 5 s and half of it. */
const POST_FOR_MS = 9_000;
const PUSHES = 20;
const PUSH_EVERY_MS = 150;
/** What a person takes for at once. */
const AT_ONCE_MS = 100;

export const reconnect: Part = {
  name: 'reconnect',
  title: `A restart under ${count(SCREENS)} screens, beside the same restart with none`,
  run: () => withFolder((folder) => withChildren((keep) => measure(folder, keep))),
};

interface Office {
  dataDir: string;
  port: number;
  token: string;
  tokens: string[];
  nextBody: () => string;
}

/** After one restart. */
interface Round {
  posts: number[];
  peakRssMb: number;
  cpuMs: number;
}

interface CrowdRound extends Round {
  /** After the new server listened, ms: half of the screens, all of them, and when the last one knocked. */
  halfMs: number;
  allMs: number;
  knockMs: number;
  /** What the crowd's own process has spent on it. */
  crowdCpuMs: number;
  /** After a deal was sent: the first screen that has it, and the last. */
  first: number[];
  last: number[];
}

type Keep = <C extends Child>(child: C) => C;

async function measure(dataDir: string, keep: Keep): Promise<Outcome> {
  const product = keep(await startProduct(dataDir, REPS));
  const { port, token, reps } = product;
  const nextBody = dealBodies(reps);
  await fill({ port, path: '/api/deals', token }, nextBody, DEALS);
  await product.stop();
  const office: Office = { dataDir, port, token, tokens: pairScreens(dataDir, SCREENS), nextBody };
  const rounds = await interleave<'crowd' | 'alone', CrowdRound | Round>(ROUNDS, {
    crowd: () => underCrowd(office, keep),
    alone: () => alone(office, keep),
  });
  return outcome(rounds.crowd as CrowdRound[], rounds.alone);
}

async function alone(office: Office, keep: Keep): Promise<Round> {
  const server = keep(await listen(office));
  const posts = await postFor(office, POST_FOR_MS);
  const { peakRssMb, cpuMs } = await server.usage();
  await server.stop();
  return { posts, peakRssMb, cpuMs };
}

async function underCrowd(office: Office, keep: Keep): Promise<CrowdRound> {
  const before = keep(await listen(office));
  const crowd = await openCrowd(office);
  try {
    crowd.tell({ type: 'count-returns', rev: await revOf(office) });
    const returned = crowd.hear('returned');
    await before.stop();
    const server = keep(await listen(office));
    const listensAt = epoch();
    const [posts, back] = await Promise.all([postFor(office, POST_FOR_MS), returned]);
    const { peakRssMb, cpuMs } = await server.usage();
    const pushes = await push(office, crowd);
    await server.stop();
    return {
      posts,
      peakRssMb,
      cpuMs,
      halfMs: back.halfAt - listensAt,
      allMs: back.lastAt - listensAt,
      knockMs: back.lastKnockAt - listensAt,
      crowdCpuMs: back.cpuMs,
      ...pushes,
    };
  } finally {
    crowd.close();
  }
}

function listen({ dataDir, port }: Office): Promise<Child> {
  return startServer(dataDir, { PORT: String(port) });
}

async function revOf({ port }: Office): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  return ((await answer.json()) as { rev: number }).rev;
}

function epoch(): number {
  return performance.timeOrigin + performance.now();
}

const target = ({ port, token }: Office): Target => ({ port, path: '/api/deals', token });

/** Posts at an even pace, whether or not the last one was answered: each from a connection of its own, as phones do. */
async function postFor(office: Office, forMs: number): Promise<number[]> {
  const posts: Promise<number>[] = [];
  for (const startedAt = epoch(); epoch() - startedAt < forMs; await sleep(POST_EVERY_MS)) posts.push(postOne(office));
  return Promise.all(posts);
}

async function postOne(office: Office): Promise<number> {
  const sentAt = epoch();
  const connection = await Connection.open(target(office));
  const { status, body } = await connection.ask(office.nextBody());
  connection.close();
  if (status !== 201) throw new Error(`a deal was answered with ${status}: ${body}`);
  return epoch() - sentAt;
}

async function push(office: Office, crowd: Crowd): Promise<Pick<CrowdRound, 'first' | 'last'>> {
  const connection = await Connection.open(target(office));
  const first: number[] = [];
  const last: number[] = [];
  for (let turn = 0; turn < PUSHES; turn += 1) {
    const sentAt = epoch();
    const { body } = await connection.ask(office.nextBody());
    const seen = crowd.hear('seen');
    crowd.tell({ type: 'when-seen', rev: (JSON.parse(body) as { rev: number }).rev });
    const { firstAt, lastAt } = await seen;
    first.push(firstAt - sentAt);
    last.push(lastAt - sentAt);
    await sleep(PUSH_EVERY_MS);
  }
  connection.close();
  return { first, last };
}

interface Crowd {
  tell: (order: CrowdOrder) => void;
  hear: <T extends CrowdNews['type']>(type: T) => Promise<Extract<CrowdNews, { type: T }>>;
  close: () => void;
}

/** All screens, once each has its board. */
async function openCrowd({ port, tokens }: Office): Promise<Crowd> {
  const file = fileURLToPath(new URL('./screen-crowd.ts', import.meta.url));
  const child = fork(file, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const crowd: Crowd = {
    tell: (order) => void child.send(order),
    hear: (type) => hearFrom(child, type),
    close: () => void child.kill('SIGKILL'),
  };
  await crowd.hear('ready');
  const open = crowd.hear('returned');
  crowd.tell({ type: 'open', port, tokens });
  await open;
  return crowd;
}

function hearFrom<T extends CrowdNews['type']>(child: ChildProcess, type: T): Promise<Extract<CrowdNews, { type: T }>> {
  return new Promise((resolve, reject) => {
    const hear = (news: CrowdNews): void => {
      if (news.type !== type) return;
      child.off('message', hear);
      child.off('exit', gone);
      resolve(news as Extract<CrowdNews, { type: T }>);
    };
    const gone = (): void => reject(new Error('the crowd has ended'));
    child.on('message', hear);
    child.once('exit', gone);
  });
}

function outcome(crowd: CrowdRound[], none: Round[]): Outcome {
  const posts = crowd.flatMap((round) => round.posts);
  const plain = none.flatMap((round) => round.posts);
  const [p99, plainP99] = [quantile(posts, 0.99), quantile(plain, 0.99)];
  const [all, knock] = [across(crowd, ({ allMs }) => allMs), across(crowd, ({ knockMs }) => knockMs)];
  const [rss, plainRss] = [across(crowd, ({ peakRssMb }) => peakRssMb), across(none, ({ peakRssMb }) => peakRssMb)];
  const last = crowd.flatMap((round) => round.last);
  const first = crowd.flatMap((round) => round.first);
  const [lastMs, firstMs] = [quantile(last, 0.5), quantile(first, 0.5)];
  return {
    figures: [
      figure('the new server listens → all have the board, beside the last knock', [all, knock], 1.25),
      figure('POST meanwhile, p99, beside no screen', [p99, plainP99], null),
      figure(`POST meanwhile, p99, beside ${AT_ONCE_MS} ms`, [p99, AT_ONCE_MS], 1),
      figure('one deal → the last screen, beside the first, p50', [lastMs, firstMs], null),
      figure(`one deal → the last screen, p99, beside ${AT_ONCE_MS} ms`, [quantile(last, 0.99), AT_ONCE_MS], 1),
      {
        ...figure('peak memory of the server', [rss, plainRss], null),
        ours: `${count(rss)} MB`,
        reference: `${count(plainRss)} MB`,
      },
    ],
    notes: [
      `each restart: ${crowd.map(({ halfMs, allMs }) => `half after ${ms(halfMs)}, all after ${ms(allMs)}`).join('; ')}`,
      `the screens’ own pauses (0.25 to 7.5 s) end with their last knock; ${posts.length} posts, p50 ` +
        `${ms(quantile(posts, 0.5))} (no screen ${ms(quantile(plain, 0.5))}), longest ${ms(Math.max(...posts))} ` +
        `(${ms(Math.max(...plain))})`,
      `${count(((rss - plainRss) * 1024) / SCREENS)} KB a screen at the peak; processor ` +
        `${count(across(crowd, ({ cpuMs }) => cpuMs))} ms (no screen ${count(across(none, ({ cpuMs }) => cpuMs))} ms); ` +
        `the screens spent ${count(across(crowd, ({ crowdCpuMs }) => crowdCpuMs))} ms on their return, on the same machine`,
    ],
  };
}

function figure(name: string, [ours, reference]: [number, number], atMost: number | null) {
  return {
    name,
    ours: ms(ours),
    reference: ms(reference),
    ratio: ours / reference,
    goal: atMost === null ? null : { atMost },
  };
}
