// `npm run kiosk -- [URL]`: opens a browser of this machine on the wall and keeps it open. It has nothing of the server
// in it, so that a machine beside a TV carries no database.
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { systemClock, type Clock } from './clock.ts';
import { readKioskConfig } from './config.ts';
import { waitForWinboard } from './kiosk/answer.ts';
import { findBrowser, type Machine } from './kiosk/browsers.ts';
import { startChild } from './kiosk/child.ts';
import { flagsFor } from './kiosk/flags.ts';
import { profileFolder, tidyProfile } from './kiosk/profile.ts';
import { checkSeat, readRequest, USAGE } from './kiosk/request.ts';
import { whenOrphaned } from './kiosk/parent.ts';
import { keepOpen } from './kiosk/supervisor.ts';

/** The server's clock lets the process end while it waits; here waiting is the work. */
const clock: Clock = {
  now: systemClock.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function hang(args: readonly string[]): Promise<void> {
  const config = readKioskConfig();
  const { platform } = process;
  const machine: Machine = { platform, home: homedir(), system: config.system, canRun };
  const { url, passed } = readRequest(args, config.url);
  checkSeat({ platform, isRoot: process.getuid?.() === 0, system: config.system }, passed);
  const browser = findBrowser(machine, config.browser);
  const profile = profileFolder(machine, browser, passed);
  const flags = flagsFor({ url, kind: browser.kind, platform, profile, passed });

  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stopping.abort());
  if (config.system['npm_lifecycle_event'] !== undefined)
    whenOrphaned(
      () => process.ppid,
      systemClock,
      () => stopping.abort(),
    );
  const stop = stopping.signal;
  await keepOpen({
    ready: () => waitForWinboard(url, { fetch, clock, say, stop }),
    open() {
      tidyProfile(profile);
      const child = startChild(browser.file, flags, clock);
      if (child.pid !== undefined) say(`Opened ${url.href} in ${browser.file} (process ${child.pid}).`);
      return child;
    },
    clock,
    say,
    stop,
  });
}

const args = process.argv.slice(2);
try {
  if (args.includes('--help')) say(USAGE);
  else await hang(args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
