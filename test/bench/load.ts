// A closed loop of many connections that post deals which differ: constant bodies would flatter every index.
import { randomUUID } from 'node:crypto';
import { Connection, type Target } from './connection.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface Load extends Spread {
  perSecond: number;
  answered: number;
}

/** Makes the bodies of deals: an id of its own each, reps and amounts spread. */
export function dealBodies(reps: readonly string[]): () => string {
  let count = 0;
  return () => {
    count += 1;
    return JSON.stringify({
      id: randomUUID(),
      rep: reps[(count * 7) % reps.length],
      amount: String(1_000 + ((count * 7_919) % 90_000)),
      customer: `Công ty An Phát ${count % 1_000}`,
      product: `Gói ${count % 20}`,
      kind: count % 3 === 0 ? 'recurring' : 'new',
    });
  };
}

/** Posts from so many connections for so long. Any answer but 201 ends the bench: a refusal is quickly given. */
export async function load(
  target: Target,
  nextBody: () => string,
  { connections, ms }: { connections: number; ms: number },
): Promise<Load> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(target)));
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + ms;
  await Promise.all(open.map((connection) => postUntil(connection, nextBody, endsAt, latencies)));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const connection of open) connection.close();
  return { ...spreadOf(latencies), answered: latencies.length, perSecond: latencies.length / seconds };
}

function postUntil(connection: Connection, nextBody: () => string, endsAt: number, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const sentAt = performance.now();
      connection.post(nextBody(), ({ status, body }) => {
        if (status !== 201) {
          reject(new Error(`a deal was answered with ${status}: ${body}`));
          return;
        }
        const now = performance.now();
        latencies.push(now - sentAt);
        if (now < endsAt) next();
        else resolve();
      });
    };
    next();
  });
}

/** Posts so many deals as fast as they are taken. */
export async function fill(target: Target, nextBody: () => string, deals: number): Promise<void> {
  let left = deals;
  const open = await Promise.all(Array.from({ length: 32 }, () => Connection.open(target)));
  await Promise.all(
    open.map(async (connection) => {
      while (left > 0) {
        left -= 1;
        const { status, body } = await connection.ask(nextBody());
        if (status !== 201) throw new Error(`a deal was answered with ${status}: ${body}`);
      }
      connection.close();
    }),
  );
}
