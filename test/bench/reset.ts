// Part: a period is reset, and the reset is undone. From the commit until the wall has the patch, beside two frames, and
// beside the same in a small office.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QuotaBody } from '../../shared/schemas/quotas.ts';
import type { PeriodsView } from '../../shared/schemas/boards.ts';
import { withChildren, withFolder, type Child } from './child.ts';
import { lastCommit, monotonicMs, notingCommits } from './commit-times.ts';
import { Connection } from './connection.ts';
import type { Figure, Outcome, Part } from './figure.ts';
import { dealBodies, fill } from './load.ts';
import { MANAGER, startProduct, type Product } from './product.ts';
import { across, interleave, quantile } from './statistics.ts';
import { count, ms } from './table.ts';
import { productWatch, WatchingSocket } from './watching.ts';

const LARGE = 1_000;
const SMALL = 10;
const DEALS_EACH = 20;
const ROUNDS = 30;
const TWO_FRAMES_MS = 2000 / 60;

export const reset: Part = {
  name: 'reset',
  title: `A period is reset under a wall, ${count(LARGE)} reps with quotas and ${DEALS_EACH} deals each`,
  run: () => withFolder((folder) => withChildren((keep) => measure(folder, keep))),
};

interface Deed {
  /** From the request until the commit, from the commit until the wall's socket has the patch, ms. */
  commitMs: number;
  patchMs: number;
  bytes: number;
}

interface Round {
  reset: Deed;
  undo: Deed;
}

async function measure(folder: string, keep: <C extends Child>(child: C) => C): Promise<Outcome> {
  const large = await Office.open(join(folder, 'large'), LARGE, keep);
  const small = await Office.open(join(folder, 'small'), SMALL, keep);
  const rounds = await interleave(ROUNDS, { large: () => large.resetAndUndo(), small: () => small.resetAndUndo() });
  return {
    figures: (['reset', 'undo'] as const).flatMap((name) => figuresOf(name, rounds.large, rounds.small)),
    notes: (['reset', 'undo'] as const).map(
      (name) =>
        `${name}: request → commit ${ms(across(rounds.large, (round) => round[name].commitMs))}, ` +
        `the patch has ${count(across(rounds.large, (round) => round[name].bytes))} B`,
    ),
  };
}

function figuresOf(name: keyof Round, large: readonly Round[], small: readonly Round[]): Figure[] {
  const times = large.map((round) => round[name].patchMs);
  const [p50, p90] = [quantile(times, 0.5), quantile(times, 0.9)];
  const reference = across(small, (round) => round[name].patchMs);
  return [
    besideFrames(`${name}: commit → the wall has the patch, p50, beside two frames`, p50),
    besideFrames(`${name}: the same, p90`, p90),
    {
      name: `${name}: the same, p50, beside ${SMALL} reps`,
      ours: ms(p50),
      reference: ms(reference),
      ratio: p50 / reference,
      goal: null,
    },
  ];
}

function besideFrames(name: string, ours: number): Figure {
  return { name, ours: ms(ours), reference: ms(TWO_FRAMES_MS), ratio: ours / TWO_FRAMES_MS, goal: { atMost: 1 } };
}

class Office {
  readonly #commits: string;
  readonly #connections: { reset: Connection; undo: Connection };
  #heard: (patch: { at: number; bytes: number }) => void = () => undefined;

  private constructor(commits: string, connections: { reset: Connection; undo: Connection }) {
    this.#commits = commits;
    this.#connections = connections;
  }

  /** Starts a server with so many reps, and a wall that watches. */
  static async open(dataDir: string, reps: number, keep: <C extends Child>(child: C) => C): Promise<Office> {
    mkdirSync(dataDir);
    const commits = join(dataDir, 'commits');
    const product = keep(await startProduct(dataDir, reps, notingCommits(commits)));
    const { port, token } = product;
    await fill({ port, path: '/api/deals', token }, dealBodies(product.reps), reps * DEALS_EACH);
    const cookie = await signIn(port);
    await setQuotas(product, cookie);
    const office = new Office(commits, {
      reset: await Connection.open({ port, path: '/api/periods/reset', cookie }),
      undo: await Connection.open({ port, path: '/api/periods/reset/undo', cookie }),
    });
    await WatchingSocket.open(productWatch(port, token), (bytes) => office.#heard({ at: monotonicMs(), bytes }));
    return office;
  }

  async resetAndUndo(): Promise<Round> {
    return { reset: await this.#do('reset'), undo: await this.#do('undo') };
  }

  async #do(deed: keyof Round): Promise<Deed> {
    const patch = new Promise<{ at: number; bytes: number }>((resolve) => {
      this.#heard = resolve;
    });
    const sentAt = monotonicMs();
    const { status, body } = await this.#connections[deed].ask('{}');
    if (status !== 200) throw new Error(`${deed} was answered with ${status}: ${body}`);
    const { at, bytes } = await patch;
    const committedAt = lastCommit(this.#commits);
    if (committedAt < sentAt || committedAt > at) throw new Error('that was the patch of something else');
    return { commitMs: committedAt - sentAt, patchMs: at - committedAt, bytes };
  }
}

async function signIn(port: number): Promise<string> {
  const { email, password } = MANAGER;
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Gives every rep a quota of their own in the running period. */
async function setQuotas({ port, reps }: Product, cookie: string): Promise<void> {
  const headers = { 'content-type': 'application/json', cookie };
  const periods = await fetch(`http://127.0.0.1:${port}/api/periods`, { headers });
  const { runningId } = (await periods.json()) as PeriodsView;
  const cells = reps.map((id, index): QuotaBody => ({
    periodId: runningId ?? '',
    subject: { type: 'rep', id },
    metric: 'revenue',
    amount: String(1_000_000 + index * 1_000),
  }));
  const answer = await fetch(`http://127.0.0.1:${port}/api/quotas/batch`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ cells }),
  });
  if (!answer.ok) throw new Error(`no quotas: ${answer.status} ${await answer.text()}`);
}
