// The wall as a manager sets it up at the desk, and as it then is on a TV, in real Chromium over plain http.
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { WallView } from '../../shared/schemas/wall.ts';
import { postDeal } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { pngBytes, wavBytes } from '../kit/media.ts';
import { screenOf } from '../kit/screens.ts';
import { codeOn, linkScreen } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

const save = (page: Page | Locator) => page.getByRole('button', { name: 'Lưu', exact: true });

it('a playlist is made with the wall beside it, a TV is linked to it, and a change is on the TV at once', async () => {
  const { app, reps } = await openWall(['Anh', 'Bình']);
  for (const rep of reps) await postDeal(app, { rep });
  const desk = await openDesk(browser(), app, 'wall/new');
  await desk.getByLabel('Tên danh sách').fill('Sảnh chính');
  await desk.getByLabel('Bố cục').selectOption('full');
  await desk.getByLabel('1. Cảnh').selectOption('countdown');
  const preview = desk.frameLocator('.preview iframe');
  await preview.locator('.stage--full[data-scene="countdown"]').waitFor();
  await save(desk).click();
  await desk.getByRole('heading', { name: 'Sảnh chính' }).waitFor();

  await goTo(desk, 'screens');
  const tv = await open(browser(), app.url);
  await desk.getByRole('button', { name: 'Ghép nối TV' }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Mã trên TV').fill(await codeOn(tv));
  await dialog.getByLabel('Tên TV').fill('TV sảnh');
  await dialog.getByLabel('Danh sách phát').selectOption({ label: 'Sảnh chính' });
  await dialog.getByRole('button', { name: 'Ghép nối' }).click();
  await tv.locator('.stage--full[data-scene="countdown"]').waitFor();
  await desk.getByText('Đang chiếu: Đếm ngược cuối kỳ').waitFor();

  await goTo(desk, 'wall');
  await desk.getByLabel('Sửa Sảnh chính').click();
  await desk.getByLabel('1. Cảnh').selectOption('podium');
  await save(desk).click();
  await tv.locator('.stage[data-scene="podium"]').waitFor({ timeout: 5000 });
  expect([...desk.errors, ...tv.errors]).toEqual([]);
});

it('theme, accent, logo and sound are chosen, made to fit, and taken over by every TV', async () => {
  const { app, reps } = await openWall(['Anh']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const { address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  const desk = await openDesk(browser(), app, 'wall');
  await desk.getByLabel('Giao diện').selectOption('office');
  const file = (name: string, bytes: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await desk.getByLabel('Logo').setInputFiles(file('logo.png', pngBytes(1400, 300)));
  await desk.locator('.media-picture').waitFor();
  await desk.getByLabel('Nhạc của công ty').setInputFiles(file('nhac.txt', Buffer.from('no sound at all')));
  await desk.getByRole('alert').waitFor();
  await desk.getByLabel('Nhạc của công ty').setInputFiles(file('nhac.wav', wavBytes({ seconds: 14, rate: 8000 })));
  await desk.locator('.media-now').getByRole('button', { name: 'Nghe thử' }).waitFor();
  await save(desk).click();
  await expect.poll(() => tv.evaluate(() => document.documentElement.dataset['theme'])).toBe('office');
  const logo = tv.locator('img.logo');
  await logo.waitFor();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1000);
  const { body } = await app.call<WallView>('GET', '/api/wall');
  const sound = Buffer.from(await (await fetch(`${app.url}/media/${body.soundId}`)).arrayBuffer());
  // Ten seconds, mono, 32 kHz, 16 bit, whatever was chosen.
  expect(sound.length).toBe(44 + 10 * 32_000 * 2);
  expect([...desk.errors, ...tv.errors]).toEqual([]);
});

it('a rep’s face goes from the form to the wall', async () => {
  const { app, reps } = await openWall(['Anh Dũng']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  const desk = await openDesk(browser(), app, 'people');
  await desk.getByLabel('Sửa Anh Dũng').click();
  const dialog = desk.getByRole('dialog');
  await dialog
    .getByLabel('Ảnh trên TV')
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: pngBytes(900, 600) });
  await dialog.locator('.media-face').waitFor();
  await save(dialog).click();
  const face = tv.locator('.row .face img.photo');
  await face.waitFor({ timeout: 5000 });
  expect(await face.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
    512, 512,
  ]);
  expect((await screenOf(app, id)).status?.faults ?? []).toEqual([]);
});
