// A TV is hung up: it shows a code, a manager claims it from the desk, it runs; revoked it shows a code again by itself.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CODE_MS } from '../../shared/pairing.ts';
import type { ScreenList } from '../../shared/schemas/screens.ts';
import { postDeal, type TestApp } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { pairScreen } from '../kit/screens.ts';
import { openDesk, signIn } from '../kit/desk.ts';
import { readQr } from '../kit/qr.ts';
import { codeOn, linkScreen, smallTexts } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

const screensOf = async (app: TestApp) => (await app.call<ScreenList>('GET', '/api/screens')).body.items;

/** The QR code is drawn. */
const hasQr = (tv: Page) => tv.locator('.qr path').waitFor();

it('SC9 a new TV on plain http is claimed in one step from its QR code, keeps its token over reloads, and SC5 shows a code again when it is revoked', async () => {
  const { app, reps } = await openWall(['Anh Dũng', 'Bình']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const lan = app.url.replace('127.0.0.1', 'wall.test');
  const tv = await open(browser(), lan);
  const code = await codeOn(tv);
  await hasQr(tv);
  expect(await readQr(tv.locator('.qr'))).toMatch(new RegExp(`^http://.+/manage#pair=${code}$`));
  expect(await tv.evaluate(() => window.isSecureContext)).toBe(false);
  expect(await tv.locator('.welcome').textContent()).toMatch(/Ghép nối màn hình này.+Pair this screen/s);
  await tv.reload();
  expect(await codeOn(tv)).toBe(code);

  // A phone that is not signed in yet comes through its sign-in to the claim.
  const phone = await open(browser(), `${app.url}/manage#pair=${code}`, { width: 390, height: 844 });
  await signIn(phone);
  const dialog = phone.getByRole('dialog');
  expect(await dialog.getByLabel('Mã trên TV').inputValue()).toBe(code);
  await dialog.getByLabel('Tên TV').fill('TV sảnh');
  await dialog.getByRole('button', { name: 'Ghép nối' }).click();
  await tv.waitForSelector('.row', { timeout: 10_000 });
  await phone.getByText('TV sảnh đã được ghép nối.').waitFor();
  expect(tv.url()).toBe(`${lan}/`);
  expect(new URL(phone.url()).hash).toBe('#/screens');

  await tv.reload();
  await tv.waitForSelector('.row');
  const [screen] = await screensOf(app);
  await expect.poll(async () => (await screensOf(app))[0]?.status?.engine).toMatch(/^Chromium \d+ · Linux$/);
  await expect
    .poll(async () => (await screensOf(app))[0]?.status, { timeout: 10_000 })
    .toMatchObject({ secure: false, wake: 'insecure', scene: 'race' });
  expect((await app.call('DELETE', `/api/screens/${screen?.id}`)).status).toBe(204);
  const next = await codeOn(tv);
  expect(next).not.toBe(code);
  expect(await tv.locator('.row').count()).toBe(0);
  expect([...tv.errors, ...phone.errors]).toEqual([]);
});

it('SC9 a code that has run out gives way to another by itself', async () => {
  const { app } = await openWall([]);
  const tv = await open(browser(), app.url);
  const code = await codeOn(tv);
  app.clock.advance(CODE_MS);
  await expect.poll(() => codeOn(tv), { timeout: 10_000 }).not.toBe(code);
});

it('SC5 a TV that was revoked, or is unknown to a restored database, while it was off comes up with a code, and keeps its token for the day that it is known again', async () => {
  const { app, reps } = await openWall(['Anh']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  await expect.poll(() => tv.evaluate(() => Object.keys(localStorage).join()), { timeout: 10_000 }).toContain('board');
  // Off, as far as Winboard can see.
  await tv.goto(`${app.url}/healthz`);
  await app.call('DELETE', `/api/screens/${id}`);
  await tv.goto(address.url);
  await codeOn(tv);
  expect(await tv.locator('.row').count()).toBe(0);
  expect(await tv.evaluate(() => localStorage.getItem('winboard.tv.address'))).toContain(address.token);
  expect(tv.errors).toEqual([]);
});

it('SC5 a token is rotated while the wall goes on, and the TV comes back by the new one', async () => {
  const { app, reps } = await openWall(['Anh']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  // A second tab of the same TV goes by the same token.
  const other = await tv.context().newPage();
  await other.goto(address.url);
  for (const page of [tv, other]) await page.waitForSelector('.row');
  expect((await app.call('POST', `/api/screens/${id}/rotate`)).status).toBe(204);
  const kept = async () => {
    const text = await tv.evaluate(() => localStorage.getItem('winboard.tv.address'));
    return (JSON.parse(text ?? '{}') as { token?: string }).token;
  };
  await expect.poll(kept).not.toBe(address.token);
  await postDeal(app, { rep: reps[0] ?? '' });
  await tv.reload();
  for (const page of [tv, other]) await page.waitForSelector('.row');
  expect(await tv.locator('.welcome').count()).toBe(0);
  expect(tv.errors).toEqual([]);
});

it('another TV takes a screen’s place at the desk, which shows each TV’s health, picture and details', async () => {
  const { app, reps } = await openWall(['Anh Dũng']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const { id } = await pairScreen(app, { name: 'Phòng họp' });
  const desk = await openDesk(browser(), app, 'screens');
  await desk.getByText('Chưa thấy lần nào', { exact: true }).waitFor();
  await desk.getByText('1/1 chưa thấy lần nào').waitFor();
  const tv = await open(browser(), app.url);
  const code = await codeOn(tv);
  await desk.getByRole('button', { name: 'Ghép nối TV' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Mã trên TV').fill('AAAAAA');
  await dialog.getByLabel('TV này').selectOption({ label: 'thay cho Phòng họp' });
  await dialog.getByRole('button', { name: 'Ghép nối' }).click();
  await dialog.getByText('Không có màn hình nào đang hiện mã này').first().waitFor();
  await dialog.getByLabel('Mã trên TV').fill(code.toLowerCase());
  await dialog.getByRole('button', { name: 'Ghép nối' }).click();
  await tv.waitForSelector('.row', { timeout: 10_000 });
  expect((await screensOf(app)).map((screen) => screen.id)).toEqual([id]);
  await desk.getByText('1/1 hoạt động tốt').waitFor();
  const picture = desk.frameLocator('.screen-picture iframe');
  await picture.locator('.row').first().waitFor({ timeout: 15_000 });
  await desk.getByText('Chi tiết kỹ thuật').click();
  await desk.getByText(/^Chromium \d+ · Linux$/).waitFor();
  await desk.getByRole('button', { name: 'Nhận diện Phòng họp' }).click();
  await expect.poll(() => tv.locator('.nameplate').textContent()).toBe('Phòng họp');
  expect([...desk.errors, ...tv.errors]).toEqual([]);
});

it.each([
  [1280, 720],
  [3840, 2160],
  [1080, 1920],
  [960, 540],
])('the pairing page fits %d × %d', async (width, height) => {
  const { app } = await openWall([]);
  const tv = await open(browser(), app.url, { width, height });
  await codeOn(tv);
  await hasQr(tv);
  expect(await smallTexts(tv)).toEqual([]);
  const outside = await tv.$$eval('.welcome *', (all) =>
    all
      .map((one) => one.getBoundingClientRect())
      .filter(({ left, top, right, bottom }) => {
        return left < 0 || top < 0 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1;
      })
      .map(({ left, top, right, bottom }) => [left, top, right, bottom]),
  );
  expect(outside).toEqual([]);
});
