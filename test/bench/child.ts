// Servers as processes of their own: the product as it is built, and the references beside it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { probeModule, type Question, type Usage } from './probe.ts';

export interface Child {
  port: number;
  usage: () => Promise<Usage>;
  /** Has the process watch its event loop until its usage is asked for. */
  watchLoop: () => Promise<void>;
  stop: () => Promise<void>;
}

const STOP_MS = 10_000;

/** Starts a server and resolves once it has printed its address. */
export async function startChild(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Child> {
  const child = spawn(process.execPath, ['--import', probeModule(), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const port = await addressOf(child, args.join(' '));
  const ask = async (question: Question): Promise<Usage> => {
    const answer = once(child, 'message') as Promise<[Usage]>;
    child.send(question);
    return (await answer)[0];
  };
  return {
    port,
    usage: () => ask('usage'),
    watchLoop: async () => void (await ask('watch')),
    stop: () => stop(child),
  };
}

/** A reference server of this folder, from its source. */
export function startReference(
  name: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Child> {
  const file = fileURLToPath(new URL(`./reference/${name}.ts`, import.meta.url));
  return startChild(['--import', 'tsx', file, ...args], env);
}

function addressOf(child: ChildProcess, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${what} ended (${code}) before it was ready`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

/** Runs with a folder that is gone afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'winboard-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs with children that are stopped afterwards, whatever happens. */
export async function withChildren<T>(run: (keep: <C extends Child>(child: C) => C) => Promise<T>): Promise<T> {
  const children: Child[] = [];
  try {
    return await run((child) => {
      children.push(child);
      return child;
    });
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}
