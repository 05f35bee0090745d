// The kiosk as a process of its own, with real Chromium against a real server: it shows the wall, brings it back, and
// leaves nothing behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ScreenView } from '../../shared/schemas/screens.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { CHROMIUM } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';

const ENTRY = resolve(import.meta.dirname, '../../server/kiosk.ts');
const HEADLESS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WAIT = { timeout: 25_000, interval: 50 };

interface Kiosk {
  process: ChildProcess;
  said: () => string;
  /** The browsers that it opened, by process. */
  browsers: () => number[];
}

let folder = '';
let kiosks: Kiosk[] = [];
let app: TestApp | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'winboard-kiosk-'));
});

afterEach(async () => {
  for (const kiosk of kiosks) {
    await end(kiosk, 'SIGTERM');
    for (const pid of kiosk.browsers().filter(isAlive)) process.kill(pid, 'SIGKILL');
  }
  kiosks = [];
  await app?.close();
  app = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function startKiosk(url: string): Kiosk {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, url, ...HEADLESS], {
    env: { ...process.env, CHROMIUM, HOME: folder, XDG_STATE_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const kiosk: Kiosk = {
    process: child,
    said: () => said,
    browsers: () => [...said.matchAll(/Opened .* \(process (\d+)\)/g)].map((match) => Number(match[1])),
  };
  kiosks.push(kiosk);
  return kiosk;
}

async function end({ process: child }: Kiosk, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await exit)[0];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the server; gives what pages ask of it. */
async function serve(port = 0): Promise<string[]> {
  app = await startApp({ displayDir: DISPLAY_DIR, config: { port } });
  const asked: string[] = [];
  app.app.server.on('request', ({ url }) => void asked.push(url ?? ''));
  app.app.server.on('upgrade', ({ url }) => void asked.push(`socket ${url ?? ''}`));
  return asked;
}

/** How often the wall was opened so far that its page asked for live updates. */
const walls = (asked: string[]): number => asked.filter((url) => url.startsWith('socket ')).length;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

test('shows the wall, brings a killed browser back, ends it with itself', async () => {
  const asked = await serve();
  const kiosk = startKiosk(app?.url ?? '');
  await vi.waitFor(() => expect(walls(asked), kiosk.said()).toBeGreaterThan(0), WAIT);
  expect(asked.slice(0, 2)).toEqual(['/healthz', '/']);
  const [first = 0] = kiosk.browsers();
  expect(isAlive(first)).toBe(true);

  process.kill(first, 'SIGKILL');
  const before = walls(asked);
  await vi.waitFor(() => expect(walls(asked), kiosk.said()).toBeGreaterThan(before), WAIT);
  expect(kiosk.said()).toContain('The browser ended (SIGKILL). Opening it again in 2 s.');
  const [, second = 0] = kiosk.browsers();
  expect(isAlive(first)).toBe(false);
  expect(isAlive(second)).toBe(true);

  expect(await end(kiosk, 'SIGTERM')).toBe(0);
  expect(isAlive(second)).toBe(false);
  expect(kiosk.browsers()).toEqual([first, second]);
});

test('waits for a server that is not up yet, and opens nothing before', async () => {
  const port = await freePort();
  const kiosk = startKiosk(`http://127.0.0.1:${port}`);
  const waiting = `Winboard does not answer yet at http://127.0.0.1:${port} (ECONNREFUSED). Asking again every 2 s.`;
  await vi.waitFor(() => expect(kiosk.said()).toContain(waiting), WAIT);
  expect(kiosk.browsers()).toEqual([]);
  const asked = await serve(port);
  await vi.waitFor(() => expect(walls(asked), kiosk.said()).toBeGreaterThan(0), WAIT);
  expect(
    kiosk
      .said()
      .split('\n')
      .filter((line) => line === waiting),
  ).toHaveLength(1);
  expect(await end(kiosk, 'SIGINT')).toBe(0);
  expect(kiosk.browsers().map(isAlive)).toEqual([false]);
});

test('a browser that a person closes stays closed', async () => {
  const asked = await serve();
  const kiosk = startKiosk(app?.url ?? '');
  await vi.waitFor(() => expect(walls(asked), kiosk.said()).toBeGreaterThan(0), WAIT);
  const exit = once(kiosk.process, 'exit') as Promise<[number | null]>;
  // To Chromium an orderly end, as Alt+F4.
  process.kill(kiosk.browsers()[0] ?? 0, 'SIGINT');
  expect((await exit)[0]).toBe(0);
  expect(kiosk.said()).toContain('The browser was closed.');
  expect(kiosk.browsers()).toHaveLength(1);
  // It had the time to write down that it ended well.
  const settings = readFileSync(join(folder, 'winboard/kiosk/chromium/Default/Preferences'), 'utf8');
  expect(settings).toContain('"exit_type":"Normal"');
});

test('the TV is still the same screen after the kiosk was started anew', async () => {
  await serve();
  const { url = '', call, setUp } = app ?? {};
  await setUp?.();
  let code = '';
  app?.parts.pairings.listen((pairing) => {
    ({ code } = pairing);
  });
  const paired = startKiosk(url);
  await vi.waitFor(() => expect(code, paired.said()).not.toBe(''), WAIT);
  const claimed = await call?.<ScreenView>('POST', '/api/screens/claim', { code, name: 'TV sảnh' });
  const isConnected = (): boolean => app?.parts.presence.of(claimed?.body.id ?? '')?.connected ?? false;
  await vi.waitFor(() => expect(isConnected(), paired.said()).toBe(true), WAIT);
  await end(paired, 'SIGTERM');
  await vi.waitFor(() => expect(isConnected()).toBe(false), WAIT);
  const again = startKiosk(url);
  await vi.waitFor(() => expect(isConnected(), again.said()).toBe(true), WAIT);
});
