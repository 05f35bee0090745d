// Finds a browser of the Chromium family: by name along the PATH, then in the places where installers put it.
import { posix, win32 } from 'node:path';

export type BrowserKind = 'chromium' | 'chrome' | 'edge' | 'brave';

export interface Browser {
  file: string;
  kind: BrowserKind;
}

export interface Machine {
  platform: NodeJS.Platform;
  home: string;
  system: Readonly<Record<string, string | undefined>>;
  /** Whether there is a program that this user may run. */
  canRun: (file: string) => boolean;
}

/**
 * The order is the order of trust. The snap stands before `chromium-browser`, which on Ubuntu is only a script that
 * starts it. Edge is last: it has no kiosk mode that remembers a pairing.
 */
const NAMES = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  '/snap/bin/chromium',
  'chromium-browser',
  'brave-browser',
  'brave',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Brave Browser', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Debian and Raspberry Pi OS: sudo apt-get install -y chromium',
  darwin: 'Install Google Chrome from google.com/chrome',
  win32: 'Install Google Chrome from google.com/chrome',
};

/** The browser of this machine, or the one asked for; where there is none, says what was looked for. */
export function findBrowser(machine: Machine, asked: string | null): Browser {
  if (asked !== null) {
    if (!machine.canRun(asked)) throw new Error(`CHROMIUM: there is no program "${asked}" that can be run.`);
    return { file: asked, kind: kindOf(asked) };
  }
  const file = placesOf(machine).find(machine.canRun);
  if (file !== undefined) return { file, kind: kindOf(file) };
  const install = INSTALL[machine.platform] ?? 'Install one';
  throw new Error(
    `No browser found; looked for Chromium, Chrome, Brave and Edge on the PATH and in the usual places. ${install}, or name one: CHROMIUM=/path/to/it`,
  );
}

function placesOf({ platform, home, system }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [system['PROGRAMFILES'], system['PROGRAMFILES(X86)'], system['LOCALAPPDATA']];
    return WINDOWS_PROGRAMS.flatMap((program) =>
      folders.filter((folder) => folder !== undefined).map((folder) => win32.join(folder, program)),
    );
  }
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((app) =>
      ['/Applications', posix.join(home, 'Applications')].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  const path = (system['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...path, ...USUAL_FOLDERS])];
  return NAMES.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => posix.join(folder, name))));
}

function kindOf(file: string): BrowserKind {
  // The last part says it; a folder above may be called anything.
  const name = file.split(/[/\\]/).at(-1)?.toLowerCase() ?? '';
  if (name.includes('edge')) return 'edge';
  if (name.includes('brave')) return 'brave';
  // Chromium for Windows is called chrome.exe, too.
  return name.includes('chrome') && !/[/\\]chromium[/\\]/i.test(file) ? 'chrome' : 'chromium';
}
