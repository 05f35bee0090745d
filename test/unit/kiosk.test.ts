// The kiosk before it opens anything: what it is asked, what it refuses, which browser it finds, with which flags.
import { mkdirSync, mkdtempSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKioskConfig } from '../../server/config.ts';
import { findBrowser, type Machine } from '../../server/kiosk/browsers.ts';
import { flagsFor, type Opening } from '../../server/kiosk/flags.ts';
import { profileFolder, tidyProfile } from '../../server/kiosk/profile.ts';
import { checkSeat, readRequest, USAGE } from '../../server/kiosk/request.ts';

const HERE = 'http://localhost:3000';

describe('what is asked', () => {
  test('the address of this machine, or the one given', () => {
    expect(readKioskConfig({ PORT: '8080' }).url).toBe('http://localhost:8080');
    expect(readKioskConfig({}).url).toBe(HERE);
    expect(readRequest([], HERE).url.href).toBe(`${HERE}/`);
    expect(readRequest(['https://board.example/#token=x'], HERE).url.href).toBe('https://board.example/#token=x');
  });

  test('flags, and all after a second --, go to the browser', () => {
    const { url, passed } = readRequest(['--no-sandbox', 'http://a.lan', '--', '--foo', 'bar'], HERE);
    expect(url.host).toBe('a.lan');
    expect(passed).toEqual(['--no-sandbox', '--foo', 'bar']);
    expect(readRequest(['--', 'http://not.the.url'], HERE)).toEqual({
      url: new URL(HERE),
      passed: ['http://not.the.url'],
    });
  });

  test.each(['board.lan:3000', '192.168.1.5', 'file:///etc/passwd', 'javascript:alert(1)', ''])(
    'refuses "%s" in one line',
    (address) => {
      const refusal = `"${address}" is not the address of a Winboard: it has to begin with http:// or https://.`;
      expect(() => readRequest([address], HERE)).toThrow(refusal);
    },
  );

  test.each([[['http://a.lan', 'http://b.lan']], [['-x']]])('refuses %j with the usage', (args) => {
    expect(() => readRequest(args, HERE)).toThrow(USAGE);
  });
});

describe('where it runs', () => {
  const seat = { platform: 'linux', isRoot: false, system: { DISPLAY: ':0' } } as const;

  test('root has to say that the sandbox may go', () => {
    expect(() => checkSeat({ ...seat, isRoot: true }, [])).toThrow(/^As root .* add --no-sandbox\.$/);
    checkSeat({ ...seat, isRoot: true }, ['--no-sandbox']);
    checkSeat({ ...seat, platform: 'darwin', isRoot: true }, []);
  });

  test('a session without a screen is refused, unless the browser brings one', () => {
    expect(() => checkSeat({ ...seat, system: {} }, [])).toThrow(/^There is no screen here/);
    checkSeat({ ...seat, system: { WAYLAND_DISPLAY: 'wayland-0' } }, []);
    checkSeat({ ...seat, system: {} }, ['--headless=new']);
    checkSeat({ ...seat, platform: 'win32', system: {} }, []);
  });
});

function machine(platform: NodeJS.Platform, programs: string[], system: Machine['system'] = {}): Machine {
  return {
    platform,
    home: platform === 'win32' ? 'C:\\Users\\tv' : '/home/tv',
    system,
    canRun: (f) => programs.includes(f),
  };
}

describe('which browser', () => {
  test.each([
    ['linux', '/usr/bin/chromium', 'chromium', {}],
    ['linux', '/opt/own/google-chrome', 'chrome', { PATH: '/bin:/opt/own' }],
    ['linux', '/snap/bin/chromium', 'chromium', {}],
    ['linux', '/usr/bin/brave-browser', 'brave', { PATH: '/usr/bin' }],
    ['linux', '/usr/bin/microsoft-edge', 'edge', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'chrome', {}],
    ['darwin', '/home/tv/Applications/Chromium.app/Contents/MacOS/Chromium', 'chromium', {}],
    ['win32', 'C:\\PF\\Google\\Chrome\\Application\\chrome.exe', 'chrome', { PROGRAMFILES: 'C:\\PF' }],
    ['win32', 'C:\\L\\Chromium\\Application\\chrome.exe', 'chromium', { LOCALAPPDATA: 'C:\\L' }],
    ['win32', 'C:\\86\\Microsoft\\Edge\\Application\\msedge.exe', 'edge', { 'PROGRAMFILES(X86)': 'C:\\86' }],
  ] as const)('%s: %s is found and is %s', (platform, file, kind, system) => {
    expect(findBrowser(machine(platform, [file], system), null)).toEqual({ file, kind });
  });

  test('Chromium first, Edge last, the snap before the script that starts it', () => {
    const all = ['microsoft-edge', 'chromium-browser', 'brave-browser'].map((name) => `/usr/bin/${name}`);
    const find = (more: string[]): string => findBrowser(machine('linux', [...all, ...more]), null).file;
    expect(find([])).toBe('/usr/bin/chromium-browser');
    expect(find(['/snap/bin/chromium'])).toBe('/snap/bin/chromium');
    expect(find(['/snap/bin/chromium', '/usr/bin/chromium'])).toBe('/usr/bin/chromium');
  });

  test('the one that CHROMIUM names, or nothing', () => {
    const here = machine('linux', ['/usr/bin/chromium', '/opt/x/my-brave']);
    expect(findBrowser(here, '/opt/x/my-brave')).toEqual({ file: '/opt/x/my-brave', kind: 'brave' });
    expect(() => findBrowser(here, '/nowhere')).toThrow('CHROMIUM: there is no program "/nowhere" that can be run.');
  });

  test.each([
    ['linux', 'sudo apt-get install -y chromium'],
    ['darwin', 'google.com/chrome'],
    ['win32', 'google.com/chrome'],
    ['freebsd', 'Install one'],
  ] as const)('none on %s: says what was looked for and how to get one', (platform, how) => {
    const find = () => findBrowser(machine(platform, []), null);
    expect(find).toThrow(/^No browser found; looked for Chromium, Chrome, Brave and Edge .* CHROMIUM=\/path\/to\/it$/);
    expect(find).toThrow(how);
  });
});

describe('which flags', () => {
  const opening: Opening = { url: new URL(HERE), kind: 'chromium', platform: 'linux', profile: '/p', passed: [] };
  const flags = (change: Partial<Opening>): string[] => flagsFor({ ...opening, ...change });
  const secure = (address: string): string[] =>
    flags({ url: new URL(address) }).filter((flag) => flag.startsWith('--unsafely'));

  test('plain http on a LAN is named as held secure, with its port and without its path', () => {
    expect(secure('http://192.168.1.5:3000/#token=x')).toEqual([
      '--unsafely-treat-insecure-origin-as-secure=http://192.168.1.5:3000',
    ]);
    expect(secure('http://127.example.com')).toHaveLength(1);
    expect(secure('http://[fd00::1]:3000')).toHaveLength(1);
  });

  test.each(['https://board.example', HERE, 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://tv.localhost'])(
    '%s needs no such flag',
    (address) => {
      expect(secure(address)).toEqual([]);
    },
  );

  test('what was passed comes later than our own, the address is last', () => {
    const all = flags({ passed: ['--log-level=0'] });
    expect(all.indexOf('--log-level=0')).toBeGreaterThan(all.indexOf('--log-level=3'));
    expect(all.slice(-2)).toEqual(['--kiosk', `${HERE}/`]);
  });

  test('Edge fills the screen without its forgetful kiosk mode', () => {
    const all = flags({ kind: 'edge', url: new URL('http://board.lan'), platform: 'win32' });
    expect(all.slice(-2)).toEqual(['--start-fullscreen', '--app=http://board.lan/']);
    expect(all.join(' ')).not.toMatch(/--kiosk|--unsafely|--password-store/);
  });
});

describe('what the browser remembers', () => {
  const chromium = { file: '/usr/bin/chromium', kind: 'chromium' } as const;

  test.each([
    ['linux', {}, '/home/tv/.local/state/winboard/kiosk/chromium'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/state/winboard/kiosk/chromium'],
    ['darwin', {}, '/home/tv/Library/Application Support/Winboard/Kiosk/chromium'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Winboard\\Kiosk\\chromium'],
    ['win32', {}, 'C:\\Users\\tv\\AppData\\Local\\Winboard\\Kiosk\\chromium'],
  ] as const)('on %s with %j: %s', (platform, system, folder) => {
    expect(profileFolder(machine(platform, [], system), chromium, [])).toBe(folder);
  });

  test('a snap has it where it may write; a folder that was passed is the one', () => {
    const snap = { file: '/snap/bin/chromium', kind: 'chromium' } as const;
    expect(profileFolder(machine('linux', []), snap, [])).toBe('/home/tv/snap/chromium/common/winboard-kiosk');
    expect(profileFolder(machine('linux', []), snap, ['--user-data-dir=/mine'])).toBe('/mine');
  });
});

describe('before each start', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'winboard-kiosk-'));
    mkdirSync(join(folder, 'Default'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('a crash is forgotten, all else is kept', () => {
    const file = join(folder, 'Default/Preferences');
    writeFileSync(file, JSON.stringify({ profile: { exit_type: 'Crashed', exited_cleanly: false, name: 'x' }, a: 1 }));
    tidyProfile(folder);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      profile: { exit_type: 'Normal', exited_cleanly: true, name: 'x' },
      a: 1,
    });
  });

  test.each(['{"profile": {"exit_ty', '{"profile":{"exit_type":"SessionEnded"}}', '{}'])(
    '%s stays as it is',
    (text) => {
      const file = join(folder, 'Default/Preferences');
      writeFileSync(file, text);
      tidyProfile(folder);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  test('the lock of a renamed machine is taken away, that of a dead browser left to Chromium', () => {
    const lock = join(folder, 'SingletonLock');
    symlinkSync(`${hostname()}-4194304`, lock);
    tidyProfile(folder);
    expect(lstatSync(lock).isSymbolicLink()).toBe(true);
    rmSync(lock);
    symlinkSync(`old-name-of-pi-${process.pid}`, lock);
    tidyProfile(folder);
    expect(() => lstatSync(lock)).toThrow('ENOENT');
  });

  test('a living browser on the folder is named, not joined', () => {
    symlinkSync(`${hostname()}-${process.pid}`, join(folder, 'SingletonLock'));
    expect(() => tidyProfile(folder)).toThrow(`already open on ${folder} (process ${process.pid})`);
  });
});
