// Ways back in for whoever has a shell: the setup link of the first start, and `npm run password`. Both as processes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import type { LinkView } from '../../shared/schemas/accounts.ts';
import { cookieOf, makeDataDir, OWNER, startApp } from '../kit/app.ts';

/** A program starts from its sources, on whatever machine runs the tests. */
const SLOW_MS = 120_000;
const SERVER = resolve(import.meta.dirname, '../../server');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Program {
  output: () => string;
  /** Waits for something that it says. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Asks it to stop; gives its exit code. */
  stop: () => Promise<number | null>;
  ended: Promise<number | null>;
}

/** Runs a program of the server from its source, with this environment and no other setting of ours. */
function run(file: string, args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(SERVER, file), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return {
    output: () => text,
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(text);
        if (match) return match;
        const more = await Promise.race([once(child.stdout, 'data'), ended]);
        if (!Array.isArray(more) && !pattern.test(text)) throw new Error(`ended (${String(more)}): ${text}`);
      }
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    ended,
  };
}

test(
  'RO10 a link for a new password comes from the shell while the server runs, works once, and ends the old sessions',
  async () => {
    const app = await startApp({ now: Date.now() });
    await app.setUp();
    const program = run('password-link.ts', [' HA@saoviet.vn '], { WINBOARD_DATA: app.dataDir, PORT: '8123' });
    expect(await program.ended).toBe(0);
    const link = /http:\/\/\S+:8123\/join#([\w-]{32})\n/.exec(program.output());
    expect(program.output()).toContain(`${OWNER.name} (owner)`);
    const secret = link?.[1] ?? '';
    const read = await app.call<LinkView>('POST', '/api/links/read', { secret }, { as: '' });
    expect(read.body).toMatchObject({ purpose: 'password', name: OWNER.name, role: 'owner' });
    const accept = () =>
      app.call<Problem>('POST', '/api/links/accept', { secret, password: 'mat-khau-moi' }, { as: '' });
    const first = await accept();
    expect(first.status).toBe(200);
    expect((await app.call('GET', '/api/session', undefined, { as: cookieOf(first) })).status).toBe(200);
    expect((await app.call('GET', '/api/session')).status).toBe(401);
    expect((await accept()).body.code).toBe('link/not-found');
    const signIn = (password: string) => app.call('POST', '/api/session', { email: OWNER.email, password }, { as: '' });
    expect([(await signIn(OWNER.password)).status, (await signIn('mat-khau-moi')).status]).toEqual([401, 200]);
    await app.close();
  },
  SLOW_MS,
);

test(
  'RO10 the shell is told in one line what is wrong, and nothing is made',
  async () => {
    const app = await startApp();
    await app.setUp();
    const empty = makeDataDir();
    folders.push(empty);
    const cases = [
      [[], app.dataDir, /^Usage: npm run password -- EMAIL\n$/],
      [['a@b.vn', 'c@d.vn'], app.dataDir, /^Usage: /],
      [['nobody@saoviet.vn'], app.dataDir, /^No account has the e-mail address nobody@saoviet.vn\.\n$/],
      [['ha@saoviet.vn'], empty, /^There is no database at /],
    ] as const;
    const programs = cases.map(([args, folder]) => run('password-link.ts', args, { WINBOARD_DATA: folder }));
    for (const [index, [, , words]] of cases.entries()) {
      const program = programs[index];
      expect([await program?.ended, program?.output()]).toEqual([1, expect.stringMatching(words)]);
    }
    await app.close();
  },
  SLOW_MS,
);

test(
  'RO10 the setup link is printed until the office is set up; then it opens nothing, after a restart neither',
  async () => {
    const dataDir = makeDataDir();
    folders.push(dataDir);
    const env = {
      WINBOARD_DATA: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      WINBOARD_SETUP_TOKEN: 'token-of-the-first-start',
    };
    const first = run('main.ts', [], env);
    const [, url = '', token = ''] = await first.says(/Set up +(http:\/\/[^/]+)\/manage#setup=(\S+)/);
    expect(first.output().match(/#setup=/g)).toHaveLength(1);
    const office = { name: 'Sao Việt', timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', locale: 'vi' };
    const setUp = async (at: string): Promise<[number, string]> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ token, office, manager: OWNER });
      const response = await fetch(`${at}/api/setup`, { method: 'POST', headers, body });
      return [response.status, ((await response.json()) as Partial<Problem>).code ?? ''];
    };
    expect(await setUp(url)).toEqual([201, '']);
    expect(await setUp(url)).toEqual([409, 'setup/done']);
    expect(await first.stop()).toBe(0);

    const second = run('main.ts', [], env);
    const [, again = ''] = await second.says(/Manager +(http:\/\/[^/]+)\/manage/);
    expect(second.output()).not.toContain('setup');
    expect(await setUp(again)).toEqual([409, 'setup/done']);
    expect(await second.stop()).toBe(0);
  },
  SLOW_MS,
);
