// A screen that is left alone: dark hours, the night's reload, how it hangs, how large its rows are, and what a remote
// can do, in real Chromium.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { postDeal, TUESDAY } from '../kit/app.ts';
import { open, visit } from '../kit/browser.ts';
import { misplacedParts } from '../kit/glass.ts';
import { screenOf } from '../kit/screens.ts';
import { linkScreen, rowsOf, smallTexts } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

const HOUR_MS = 3_600_000;
/** 09:00 in Hà Nội lies in these, 11:00 does not. */
const MORNING = { fromMinute: 8 * 60, toMinute: 10 * 60 };

async function openOffice(names = ['Anh Dũng', 'Bình']) {
  const { app, reps } = await openWall(names);
  for (const rep of reps) await postDeal(app, { rep, amount: '5000000' });
  return { app, reps };
}

it('SC11 in dark hours the wall is black or dim, celebrates nothing, and says so; after them it is as before', async () => {
  const { app, reps } = await openOffice();
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  await app.call('PATCH', `/api/screens/${id}`, { darkHours: MORNING });
  await tv.locator('.dark--off').waitFor();
  const black = await tv.screenshot({ clip: { x: 0, y: 0, width: 1280, height: 720 } });
  expect(black.length).toBeLessThan(8_000);
  await postDeal(app, { rep: reps[0] ?? '', amount: '900000000' });
  await expect
    .poll(() => tv.locator('.row', { hasText: 'Anh Dũng' }).locator('.value').textContent(), { timeout: 10_000 })
    .toContain('905');
  expect(await tv.locator('.celebration').count()).toBe(0);
  const status = async () => (await screenOf(app, id)).status;
  // On loopback a page may keep its machine awake, which in dark hours it need not be.
  await expect.poll(status).toMatchObject({ isDark: true, wake: 'released', secure: true });
  await app.call('PATCH', `/api/screens/${id}`, { darkness: 'dim' });
  await tv.locator('.dark--dim').waitFor();
  await app.call('PATCH', `/api/screens/${id}`, { darkHours: null });
  await tv.locator('.dark').waitFor({ state: 'detached' });
  await expect.poll(status).toMatchObject({ isDark: false, wake: 'held' });
  await postDeal(app, { rep: reps[0] ?? '', amount: '900000000' });
  await tv.locator('.celebration').waitFor({ timeout: 15_000 });
  expect(tv.errors).toEqual([]);
});

it('SC11 once a night the page loads afresh, but only where the server gives it', async () => {
  const { app } = await openOffice();
  const { address } = await linkScreen(app, { darkHours: { fromMinute: 20 * 60, toMinute: 7 * 60 } });
  const tv = await open(browser(), 'about:blank');
  await tv.clock.install({ time: TUESDAY });
  await visit(tv, address);
  await tv.waitForSelector('.row');
  await tv.evaluate(() => Object.assign(window, { isSame: true }));
  const isSame = () => tv.evaluate(() => (window as unknown as { isSame?: boolean }).isSame === true);
  let isServing = false;
  let asked = 0;
  await tv.route(app.url + '/', (route) => {
    asked += 1;
    return isServing ? route.continue() : route.fulfill({ status: 502, body: 'bad gateway' });
  });
  // The day goes by, and the evening comes; the page asks, and is told nothing good.
  app.clock.advance(11 * HOUR_MS);
  await tv.clock.fastForward(11 * HOUR_MS);
  await tv.clock.runFor(60_000);
  await tv.locator('.dark').waitFor();
  await tv.clock.fastForward(1_200_000);
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await isSame()).toBe(true);
  isServing = true;
  await tv.clock.runFor(30_000);
  await expect.poll(isSame, { timeout: 10_000 }).toBe(false);
  await tv.waitForSelector('.row', { state: 'attached' });
});

it.each([
  [90, 'portrait'],
  [270, 'portrait'],
  [180, 'landscape'],
] as const)('a TV that hangs turned by %d° shows a %s wall, whole, on all its glass', async (rotation, shape) => {
  const { app } = await openOffice();
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  await app.call('PATCH', `/api/screens/${id}`, { rotation });
  const wall = tv.frameLocator('.turned').locator(`.wall--${shape}`);
  await wall.waitFor({ timeout: 15_000 });
  const glass = await tv.locator('.turned').boundingBox();
  expect(glass).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
  await expect
    .poll(async () => {
      const { width = 0, height = 0 } = (await screenOf(app, id)).status ?? {};
      return [width, height];
    })
    .toEqual(shape === 'portrait' ? [720, 1280] : [1280, 720]);
  await tv.reload();
  await wall.waitFor();
  // The remote's keys are for the page within.
  await tv.keyboard.press('Enter');
  const inner = tv.frameLocator('.turned');
  await inner.locator('.menu-item').first().waitFor();
  await tv.keyboard.press('ArrowUp');
  await tv.keyboard.press('Enter');
  await inner.locator('.menu').waitFor({ state: 'detached' });
  await app.call('PATCH', `/api/screens/${id}`, { rotation: 0 });
  await tv.waitForSelector('#stage > .wall', { timeout: 15_000 });
  expect(tv.errors).toEqual([]);
});

it.each([3, 5, 14])('of %d larger rows fewer are seen at a time, and nothing leaves its place', async (count) => {
  const { app } = await openOffice(Array.from({ length: count }, (_, index) => `Nguyễn Thị Ngọc Huyền ${index}`));
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  const seen = async (): Promise<number> => (await rowsOf(tv)).filter((row) => row.trim() !== '').length;
  const nameSize = () =>
    tv
      .locator('.row .name')
      .first()
      .evaluate((name) => Number.parseFloat(getComputedStyle(name).fontSize));
  const [before, size] = [await seen(), await nameSize()];
  await app.call('PATCH', `/api/screens/${id}`, { textScale: 150 });
  await expect.poll(nameSize).toBeGreaterThan(size * 1.1);
  expect(await seen()).toBeLessThanOrEqual(Math.min(before, count === 14 ? 6 : count));
  await expect.poll(() => tv.evaluate(misplacedParts)).toEqual([]);
  expect(await smallTexts(tv)).toEqual([]);
});

const focused = (tv: Page) => tv.evaluate(() => document.activeElement?.textContent ?? '');

it('a remote with arrows and Enter does all that a person at the TV may do', async () => {
  const { app } = await openOffice();
  const { id, address } = await linkScreen(app, { name: 'Sảnh' });
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  await tv.keyboard.press('ArrowDown');
  expect(await tv.locator('.menu').count()).toBe(0);
  await tv.keyboard.press('Enter');
  await tv.locator('.menu-item').first().waitFor();
  expect(await tv.locator('.menu').innerText()).toMatch(/^Sảnh\s+127\.0\.0\.1:\d+ · đang kết nối · Chromium \d+/);
  expect(await focused(tv)).toBe(await tv.locator('.menu-item').first().textContent());
  await tv.keyboard.press('ArrowUp');
  expect(await focused(tv)).toBe('Đóng');
  await tv.keyboard.press('Enter');
  await tv.locator('.menu').waitFor({ state: 'detached' });

  await tv.keyboard.press('Enter');
  await tv.locator('.menu-item').first().waitFor();
  for (let step = 0; step < 2; step += 1) await tv.keyboard.press('ArrowUp');
  expect(await focused(tv)).toBe('Bỏ ghép nối');
  await tv.keyboard.press('Enter');
  expect(await focused(tv)).toBe('Bỏ ghép nối: bấm lần nữa để xác nhận');
  expect(await tv.locator('.row').count()).toBe(2);
  await tv.keyboard.press('Enter');
  await tv.locator('.code').waitFor();
  expect((await screenOf(app, id)).name).toBe('Sảnh');

  await tv.locator('.qr').waitFor();
  const code = await tv.locator('.code').textContent();
  await tv.keyboard.press('Enter');
  await tv.getByRole('button', { name: 'Mã khác' }).press('Enter');
  await expect.poll(() => tv.locator('.code').textContent()).not.toBe(code);
  expect(tv.errors).toEqual([]);
});
