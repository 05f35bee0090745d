// Behind a proxy the host that a page was asked for comes in a header: believed only where proxies are trusted.
import { afterEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { startApp, type TestApp } from '../kit/app.ts';
import { connect } from '../kit/sockets.ts';

const ASKED = { origin: 'https://board.saoviet.vn', 'x-forwarded-host': 'board.saoviet.vn' };

let app: TestApp;
afterEach(() => app.close());

async function start(trustProxy: boolean): Promise<void> {
  app = await startApp({ config: { trustProxy } });
  await app.setUp();
}

test('behind a trusted proxy a page of the asked host may write and watch', async () => {
  await start(true);
  expect((await app.call('POST', '/api/teams', { name: 'Beta' }, { headers: ASKED })).status).toBe(201);
  const { socket } = await connect(app.url, { headers: { ...ASKED, cookie: app.cookie } });
  expect(socket.connected).toBe(true);
  socket.close();
});

test('without that trust the same page is another site', async () => {
  await start(false);
  const answer = await app.call<Problem>('POST', '/api/teams', { name: 'Beta' }, { headers: ASKED });
  expect([answer.status, answer.body.code]).toEqual([403, 'request/cross-origin']);
  await expect(connect(app.url, { headers: { ...ASKED, cookie: app.cookie } })).rejects.toThrow(/websocket/);
});
