// A TV's browser of its year, driven: opens one page, asks it, photographs it, and keeps everything it complained of.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformWithOxc } from 'vite';
import { CHROMIUM } from './browser.ts';
import { Devtools, type Exception } from './devtools.ts';
import { programOf, type Engine } from './engines.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
  '--window-size=1920,1080',
  '--lang=vi',
  // Names a plain-http host on loopback: an insecure context, as every TV on a LAN has.
  '--host-resolver-rules=MAP wall.test 127.0.0.1',
];
/** Without these the older builds do not start here; with them the newer ones hang. */
const ONE_PROCESS_FLAGS = ['--single-process', '--no-zygote'];
const LAST_OF_ONE_PROCESS = 79;
const START_MS = 20_000;
const STOP_MS = 3000;
const LOOKS = 100;
const LOOK_MS = 50;

export class OldBrowser {
  /** What the page threw, and every error in its console. */
  readonly errors: string[] = [];
  readonly #devtools: Devtools;
  readonly #close: () => Promise<void>;

  private constructor(devtools: Devtools, close: () => Promise<void>) {
    this.#devtools = devtools;
    this.#close = close;
    devtools.on('Runtime.exceptionThrown', ({ exceptionDetails }) => this.errors.push(textOf(exceptionDetails)));
    devtools.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const isError = type === 'error' || type === 'assert';
      if (isError) this.errors.push(args.map((arg) => arg.description ?? JSON.stringify(arg.value)).join(' '));
    });
    devtools.on('Log.entryAdded', ({ entry: { level, text, url = '' } }) => {
      if (level === 'error') this.errors.push(`${text.trim()} ${url}`);
    });
  }

  static async launch(engine: Engine): Promise<OldBrowser> {
    const flags = engine.version > LAST_OF_ONE_PROCESS ? FLAGS : [...FLAGS, ...ONE_PROCESS_FLAGS];
    return await OldBrowser.#start(await programOf(engine), flags, `Chromium ${engine.version}`);
  }

  /** This machine's own, with nothing attached to its workers: Playwright holds on to them, so that none gives way. */
  static launchToday(): Promise<OldBrowser> {
    return OldBrowser.#start(CHROMIUM, FLAGS, 'Chromium');
  }

  static async #start(program: string, flags: readonly string[], name: string): Promise<OldBrowser> {
    const folder = mkdtempSync(join(tmpdir(), 'winboard-engine-'));
    const child = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const close = async (): Promise<void> => {
      await stop(child);
      await removed(folder);
    };
    try {
      const devtools = await Devtools.connect(await pageAddress(child, name), name);
      const browser = new OldBrowser(devtools, close);
      for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await devtools.send(`${domain}.enable`);
      return browser;
    } catch (error) {
      await close();
      throw error;
    }
  }

  async goto(url: string): Promise<void> {
    await this.#devtools.send('Page.navigate', { url });
  }

  /**
   * Runs a function in the page and gives what it returns. It is written in today's language and put into the engine's;
   * it must not use anything from around it.
   */
  async evaluate<A extends unknown[], R>(ask: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const { code } = await transformWithOxc(`(${ask.toString()})`, 'ask.js', { target: 'chrome64', sourcemap: false });
    const called = `${code.trim().replace(/;$/, '')}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
    const { result, exceptionDetails } = await this.#devtools.send<{
      result: { value: Awaited<R> };
      exceptionDetails?: Exception;
    }>('Runtime.evaluate', { expression: called, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(textOf(exceptionDetails));
    return result.value;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#devtools.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  async photograph(file: string): Promise<void> {
    const { data } = await this.#devtools.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close(): Promise<void> {
    // Asked to, it takes its helpers with it.
    await this.#devtools.send('Browser.close').catch(() => undefined);
    this.#devtools.end(new Error('closed'));
    await this.#close();
  }
}

function textOf({ text, exception }: Exception): string {
  return exception?.description ?? text;
}

/** Where the one page of a browser that has just been started can be talked to. */
async function pageAddress(child: ChildProcess, name: string): Promise<string> {
  const port = await debuggingPort(child, name);
  // The browser listens a moment before its page is there.
  for (let look = 0; look < LOOKS; look += 1) {
    const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await listed.json()) as { type: string; webSocketDebuggerUrl?: string }[];
    const page = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
    if (page !== undefined) return page;
    await sleep(LOOK_MS);
  }
  throw new Error(`${name} has no page`);
}

function debuggingPort(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const fail = (what: string): void => reject(new Error(`${name} ${what}: ${said.slice(-3).join(' | ')}`));
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`ended (${signal ?? code}) before it was ready`));
    if (!child.stderr) return;
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    });
  });
}

/** Its helpers write to the disk for a moment longer: the folder is filled while it is emptied. */
async function removed(folder: string): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    const isGone = await rm(folder, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    if (isGone) return;
    await sleep(100);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
