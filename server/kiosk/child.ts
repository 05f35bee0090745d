// One browser as a process of ours: how it ended, and how it is ended.
import { spawn } from 'node:child_process';
import type { Clock } from '../clock.ts';
import type { OpenBrowser, Outcome } from './supervisor.ts';

/** Time for the browser to write down what it remembers. */
const GRACE_MS = 5000;

export interface Child extends OpenBrowser {
  pid: number | undefined;
}

/** Starts a program. On a Unix it leads a group of its own, so that what it started can be ended with it. */
export function startChild(file: string, args: readonly string[], clock: Clock): Child {
  const hasGroup = process.platform !== 'win32';
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: hasGroup });
  let cancelKill = (): void => undefined;
  const ended = new Promise<Outcome>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => resolve({ code: null, signal: null, fault: error.message }));
  });
  void ended.then(() => cancelKill());
  const kill = (): void => {
    // The group as a whole: a launcher script may have died and left the browser behind.
    if (hasGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  const end = (): void => {
    // SIGTERM tells Chromium that the whole session ends: it hurries, and may drop what the page has just kept.
    child.kill('SIGINT');
    cancelKill = clock.after(GRACE_MS, kill);
  };
  return { pid: child.pid, ended, end };
}
