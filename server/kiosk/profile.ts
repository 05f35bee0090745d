// The folder where the kiosk's browser remembers the pairing (localStorage), apart from the person's own browser, and
// what has to be put right in it before each start.
import { readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, posix, win32 } from 'node:path';
import type { Browser, Machine } from './browsers.ts';

const OWN_FOLDER = '--user-data-dir=';

/** Where it is; one for each kind of browser, since none reads what a newer one of another kind has written. */
export function profileFolder(
  { platform, home, system }: Machine,
  browser: Browser,
  passed: readonly string[],
): string {
  const own = passed.findLast((flag) => flag.startsWith(OWN_FOLDER));
  if (own !== undefined) return own.slice(OWN_FOLDER.length);
  if (platform === 'win32') {
    const data = system['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local');
    return win32.join(data, 'Winboard', 'Kiosk', browser.kind);
  }
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support/Winboard/Kiosk', browser.kind);
  // A snap may write nowhere else: hidden folders of the home are closed to it.
  if (browser.file.startsWith('/snap/')) return posix.join(home, 'snap/chromium/common/winboard-kiosk');
  const state = system['XDG_STATE_HOME'] || posix.join(home, '.local/state');
  return posix.join(state, 'winboard/kiosk', browser.kind);
}

/** Makes the folder fit for a start. Throws where a living browser has it already: it would only get another tab. */
export function tidyProfile(folder: string): void {
  releaseLock(folder);
  forgetCrash(join(folder, 'Default', 'Preferences'));
}

/** Chromium's lock on a folder is a link to "<host>-<pid>". */
function releaseLock(folder: string): void {
  const lock = join(folder, 'SingletonLock');
  const [, host, pid] = /^(.*)-(\d+)$/.exec(readLink(lock)) ?? [];
  if (host === undefined) return;
  // The machine was renamed, or its card copied: Chromium would wait for a computer that does not exist.
  if (host !== hostname()) rmSync(lock, { force: true });
  else if (isAlive(Number(pid)))
    throw new Error(`A browser is already open on ${folder} (process ${pid}). End it, or give --user-data-dir=FOLDER.`);
}

function readLink(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a power cut the browser would say that it did not shut down correctly, over the board. */
function forgetCrash(file: string): void {
  let settings: { profile?: { exit_type?: string; exited_cleanly?: boolean } };
  try {
    settings = JSON.parse(readFileSync(file, 'utf8')) as typeof settings;
  } catch {
    // Not there yet, or cut off in the middle: the browser makes a new one.
    return;
  }
  const { profile } = settings;
  if (profile?.exit_type !== 'Crashed') return;
  profile.exit_type = 'Normal';
  profile.exited_cleanly = true;
  writeFileSync(`${file}.kiosk`, JSON.stringify(settings));
  renameSync(`${file}.kiosk`, file);
}
