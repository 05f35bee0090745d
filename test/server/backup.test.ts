// One file to back up: taken while the server runs, put back while it does not.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DATABASE } from '../../server/app.ts';
import { backUp, restore } from '../../server/store/backup.ts';
import type { StandingsView } from '../../shared/schemas/boards.ts';
import { OWNER, startApp, cookieOf, type TestApp } from '../kit/app.ts';
import { watchBoard } from '../kit/sockets.ts';

const folder = mkdtempSync(join(tmpdir(), 'winboard-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function post(app: TestApp, rep: string, amount: number): Promise<void> {
  const { status } = await app.call('POST', '/api/deals', { rep, amount, customer: 'An Phát' });
  expect(status).toBe(201);
}

async function revenue(app: TestApp): Promise<number> {
  return (await app.call<StandingsView>('GET', '/api/standings')).body.total.value;
}

test('a backup taken while deals come in is restored whole, under another epoch', async () => {
  const backup = join(folder, 'backup.db');
  let app = await startApp();
  await app.setUp();
  const { body: rep } = await app.call<{ id: string }>('POST', '/api/reps', { name: 'An' });
  await post(app, rep.id, 5);
  const epoch = (await watchBoard(app.url, { headers: { cookie: app.cookie } })).hello.epoch;
  await backUp(join(app.dataDir, DATABASE), backup);
  await post(app, rep.id, 7);
  expect(() => restore(join(app.dataDir, DATABASE), backup, 'other')).toThrow(/running/);
  expect(await revenue(app)).toBe(12);
  await app.stop();

  restore(join(app.dataDir, DATABASE), backup, 'other');
  expect(readdirSync(app.dataDir)).toContain(`${DATABASE}.before-restore`);
  app = await startApp({ dataDir: app.dataDir });
  app.cookie = cookieOf(await app.call('POST', '/api/session', { email: OWNER.email, password: OWNER.password }));
  expect(await revenue(app)).toBe(5);
  const tv = await watchBoard(app.url, { headers: { cookie: app.cookie } });
  expect(tv.hello.epoch).toBe('other');
  expect(tv.hello.epoch).not.toBe(epoch);
  tv.close();
  await app.close();
});

test('neither backup nor restore goes over the database itself, and what was kept is never written over', async () => {
  const app = await startApp();
  await app.setUp();
  const file = join(app.dataDir, DATABASE);
  await expect(backUp(file, file)).rejects.toThrow(/itself/);
  const backup = join(folder, 'second.db');
  await backUp(file, backup);
  await app.stop();
  expect(() => restore(file, file, 'x')).toThrow(/itself/);
  const first = restore(file, backup, 'one') ?? '';
  const second = restore(file, first, 'two') ?? '';
  expect([first, second]).toEqual([`${file}.before-restore`, `${file}.before-restore-2`]);
  const again = await startApp({ dataDir: app.dataDir });
  await expect(startApp({ dataDir: app.dataDir })).rejects.toThrow(/Another Winboard/);
  expect((await again.call<{ setUp: boolean }>('GET', '/readyz')).body.setUp).toBe(true);
  await again.close();
});

test('a file that is no Winboard database is refused and changes nothing', () => {
  const file = join(folder, DATABASE);
  const junk = join(folder, 'junk.db');
  writeFileSync(junk, 'not a database, but long enough to be mistaken for the header of one'.repeat(20));
  expect(() => restore(file, junk, 'other')).toThrow(/not a database/);
  expect(readdirSync(folder)).not.toContain(DATABASE);
});
