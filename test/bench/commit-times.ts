// When the product's writing thread has committed, as the thread itself sees it: a module that is loaded into every
// thread of the measured process notes the instant behind each COMMIT. It goes by the system's monotonic clock, which
// is one for all processes. The note is written before the commit is told to anybody, so it is counted as ours.
import { readFileSync } from 'node:fs';

/** The environment that has a server note its commits in a file. */
export function notingCommits(file: string): NodeJS.ProcessEnv {
  const source = `await (${noteCommits.toString()})()`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(source)}`, BENCH_COMMITS: file };
}

/** When the latest commit until now was durable, in ms of the monotonic clock. */
export function lastCommit(file: string): number {
  return Number(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)) / 1e6;
}

/** This instant in ms of the same clock. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

async function noteCommits(): Promise<void> {
  const { isMainThread } = await import('node:worker_threads');
  if (isMainThread) return;
  const { appendFileSync } = await import('node:fs');
  const { createRequire } = await import('node:module');
  const Database = createRequire(process.argv[1] ?? '')('better-sqlite3') as {
    prototype: { prepare: (sql: string) => { run: () => unknown } };
  };
  const { prepare } = Database.prototype;
  Object.assign(Database.prototype, {
    prepare(this: typeof Database.prototype, sql: string) {
      const statement = prepare.call(this, sql);
      if (sql !== 'COMMIT') return statement;
      return {
        run() {
          statement.run();
          appendFileSync(process.env['BENCH_COMMITS'] ?? '', `${process.hrtime.bigint()}\n`);
        },
      };
    },
  });
}
