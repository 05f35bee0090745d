// Bad days of a TV that nobody looks after, in real Chromium: the wall is never blank and never lies about its age.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DATABASE } from '../../server/app.ts';
import { backUp, restore } from '../../server/store/backup.ts';
import { postDeal, startApp, type TestApp } from '../kit/app.ts';
import { open, visit, type Address } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { screenOf } from '../kit/screens.ts';
import { linkScreen, rowsOf, untilRows } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';
import { watchGlass } from '../kit/watch-glass.ts';
import { openWire } from '../kit/wire.ts';

const { browser, openWall, closeLater } = wallSuite();

async function openOffice() {
  const { app, reps } = await openWall(['Anh Dũng', 'Bình']);
  const [anh = '', binh = ''] = reps;
  await postDeal(app, { rep: anh, amount: '5000000' });
  return { app, anh, binh };
}

/** The same office on the same port again, after it was stopped. */
async function startAgain(app: TestApp, displayDir = DISPLAY_DIR): Promise<TestApp> {
  const again = await startApp({
    dataDir: app.dataDir,
    displayDir,
    now: app.clock.now(),
    config: { port: Number(new URL(app.url).port) },
  });
  again.cookie = app.cookie;
  closeLater(() => again.close());
  return again;
}

it('SC1 a captive portal, a failing server and silence leave the wall as it was; SC4 none of them is taken for the server', async () => {
  const { app, anh } = await openOffice();
  const { address } = await linkScreen(app);
  const wire = await openWire(app.url);
  closeLater(wire.cut);
  const tv = await open(browser(), { ...address, url: `${wire.url}/` });
  await tv.waitForSelector('.row');
  const gaps = await watchGlass(tv);
  const ANSWERS = [
    { status: 200, contentType: 'text/html', body: '<h1>Wi-Fi: sign in</h1>' },
    { status: 500, contentType: 'application/json', body: '{"title":"broken"}' },
  ];
  await tv.evaluate(() => Object.assign(window, { isSame: true }));
  for (const answer of ANSWERS) {
    await tv.keyboard.press('Enter');
    await tv.locator('.menu-item').first().waitFor();
    await tv.route('**/*', (route) => route.fulfill(answer));
    await tv.getByRole('button', { name: 'Tải lại trang' }).press('Enter');
    await tv.locator('.menu').waitFor({ state: 'detached' });
    await tv.unroute('**/*');
  }
  wire.cut();
  await tv.locator('.subtitle--stale').waitFor({ timeout: 20_000 });
  await wire.mend();
  await tv.locator('.subtitle--stale').waitFor({ state: 'detached', timeout: 20_000 });
  await postDeal(app, { rep: anh, amount: '1000000' });
  await expect.poll(() => tv.locator('.row', { hasText: 'Anh Dũng' }).locator('.value').textContent()).toContain('6');
  expect(await tv.evaluate(() => (window as unknown as { isSame?: boolean }).isSame)).toBe(true);
  expect(await gaps()).toEqual([]);
  expect(tv.errors).toEqual([]);
});

it('a restart and a restore to an older database pass without a frame in which the wall is gone', async () => {
  const { app, anh, binh } = await openOffice();
  const { address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await untilRows(tv, ['1 Anh Dũng', '– Bình']);
  const gaps = await watchGlass(tv);
  const file = join(app.dataDir, DATABASE);
  const backup = join(app.dataDir, 'older.db');
  await backUp(file, backup);
  await postDeal(app, { rep: binh, amount: '90000000' });
  await untilRows(tv, ['1 Bình', '2 Anh Dũng']);
  await tv.locator('.celebration').waitFor();
  await tv.locator('.celebration').waitFor({ state: 'detached', timeout: 20_000 });

  await app.stop();
  let again = await startAgain(app);
  await postDeal(again, { rep: anh, amount: '1000000' });
  const valueOf = (name: string) => tv.locator('.row', { hasText: name }).locator('.value').textContent();
  await expect.poll(() => valueOf('Anh Dũng'), { timeout: 15_000 }).toContain('6');

  await again.stop();
  restore(file, backup, 'another-epoch');
  again = await startAgain(app);
  // Whoever was signed in then still is.
  await untilRows(tv, ['1 Anh Dũng', '– Bình']);
  expect(await tv.locator('.celebration').count()).toBe(0);
  await postDeal(again, { rep: binh, amount: '7000000' });
  await untilRows(tv, ['1 Bình', '2 Anh Dũng']);
  expect(await gaps()).toEqual([]);
  expect(tv.errors).toEqual([]);
});

it('SC4 an upgraded server has the wall load its new build by itself', async () => {
  const { app } = await openOffice();
  const { address } = await linkScreen(app);
  const tv = await open(browser(), 'about:blank');
  // The spread over half a minute is another test's matter.
  await tv.addInitScript(() => {
    Math.random = () => 0.01;
  });
  await visit(tv, address);
  await tv.waitForSelector('.row');
  const upgraded = join(app.dataDir, 'display');
  cpSync(DISPLAY_DIR, upgraded, { recursive: true });
  const page = join(upgraded, 'tv/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/(name="build-id" content=")[^"]+/, '$1another-build'));
  await app.stop();
  const again = await startAgain(app, upgraded);
  const buildOn = () => tv.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="build-id"]')?.content);
  await expect.poll(buildOn, { timeout: 30_000 }).toBe('another-build');
  await untilRows(tv, ['1 Anh Dũng', '– Bình']);
  await postDeal(again, {
    rep: (await again.call<{ items: { id: string }[] }>('GET', '/api/reps')).body.items[1]?.id ?? '',
  });
  await untilRows(tv, ['1 Anh Dũng', '2 Bình']);
  expect(tv.errors).toEqual([]);
});

it('SC9 a screen that a restored database does not know shows a code, and is itself again once the newer one is back', async () => {
  const { app } = await openOffice();
  const file = join(app.dataDir, DATABASE);
  const older = join(app.dataDir, 'older.db');
  const newer = join(app.dataDir, 'newer.db');
  await backUp(file, older);
  const { address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  await backUp(file, newer);
  await app.stop();
  restore(file, older, 'older');
  let again = await startAgain(app);
  await tv.locator('.code').waitFor({ timeout: 20_000 });
  expect(await tv.locator('.row').count()).toBe(0);
  await again.stop();
  restore(file, newer, 'newer');
  again = await startAgain(app);
  await tv.waitForSelector('.row', { timeout: 45_000 });
  expect(tv.errors).toEqual([]);
});

it('a slow screen is not run over: after a burst it shows the newest rev, and nothing piles up', async () => {
  const { app, anh, binh } = await openOffice();
  const { address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  const session = await tv.context().newCDPSession(tv);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  let rev = 0;
  for (let deal = 0; deal < 120; deal += 1) {
    ({ rev } = await postDeal(app, { rep: deal % 2 === 0 ? anh : binh, amount: String(100_000 + deal) }));
  }
  await expect.poll(() => tv.locator('.wall').getAttribute('data-rev'), { timeout: 45_000 }).toBe(String(rev));
  expect(await tv.locator('.row').count()).toBe(2);
  expect(tv.errors).toEqual([]);
});

/** Whatever the server sends passes through here, changed or not. */
async function openWithFrames(
  address: Address,
): Promise<{ tv: Page & { errors: string[] }; change: (by: Change) => void }> {
  let by: Change = (frame) => frame;
  const tv = await open(browser(), 'about:blank');
  await tv.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => socket.send(by(String(frame))));
  });
  await visit(tv, address);
  await untilRows(tv, ['1 Anh Dũng', '– Bình']);
  return {
    tv,
    change(next) {
      by = next;
    },
  };
}

type Change = (frame: string) => string;

const faultsOf = async (app: TestApp, id: string) =>
  (await screenOf(app, id)).status?.faults.map(({ code }) => code) ?? [];

it('SC2 a board that cannot be drawn leaves the last one, the manager is told, and the next one is drawn', async () => {
  const { app, binh } = await openOffice();
  const { id, address } = await linkScreen(app);
  const { tv, change } = await openWithFrames(address);
  const gaps = await watchGlass(tv);
  change((frame) => frame.replaceAll('"name":"Bình"', '"name":null'));
  await postDeal(app, { rep: binh, amount: '9000000' });
  await expect.poll(() => faultsOf(app, id)).toContain('page/failed');
  expect(await rowsOf(tv)).toEqual(['1 Anh Dũng', '– Bình']);
  change((frame) => frame);
  // What is wrong stays in the board, patch by patch, until the whole of it is asked for.
  await expect.poll(() => rowsOf(tv), { timeout: 30_000 }).toEqual(['1 Bình', '2 Anh Dũng']);
  expect(await gaps()).toEqual([]);
});

it('SC2 a page that cannot be drawn at all begins anew by itself', async () => {
  const { app } = await openOffice();
  const { id, address } = await linkScreen(app);
  const { tv, change } = await openWithFrames(address);
  change((frame) => frame.replace(/"wall":\{.*\}\}\]$/, '"wall":null}]'));
  await app.call('PATCH', `/api/screens/${id}`, { volume: 10 });
  await tv.locator('.opening').waitFor();
  change((frame) => frame);
  await expect.poll(() => rowsOf(tv), { timeout: 30_000 }).toEqual(['1 Anh Dũng', '– Bình']);
  await expect.poll(() => faultsOf(app, id)).toContain('page/failed');
});

it('SC7 an error that nobody caught is told to the manager, and costs the wall nothing', async () => {
  const { app } = await openOffice();
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  const gaps = await watchGlass(tv);
  await tv.evaluate(() => void Promise.reject(new Error('nobody caught this')));
  await expect.poll(() => faultsOf(app, id)).toEqual(['page/failed']);
  expect(await gaps()).toEqual([]);
});
