// One's own face and walk-up, and being told on the phone: from the menu to the server and the wall. The browser's push
// service is on the internet: its place is taken by a subscription that the page is handed.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PushView } from '../../shared/schemas/push.ts';
import type { Session } from '../../shared/schemas/office.ts';
import { addRep, cookieOf, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { sessionOf, signIn } from '../kit/desk.ts';
import { pngBytes, wavBytes } from '../kit/media.ts';
import { browserNamed } from '../kit/push-service.ts';
import { linkScreen } from '../kit/tv.ts';

const AN = { email: 'an@saoviet.vn', password: 'an-an-an-an' };

let app: TestApp;
let browser: Browser;
let rep: string;
let phone: Page & { errors: string[] };
let cookie: string;

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  rep = await addRep(app, 'Võ Ngọc Khánh An', AN);
  // A microphone that beeps, and nobody to be asked for it.
  browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
  phone = await open(browser, 'about:blank', { width: 390, height: 844 });
  const { endpoint, keys } = browserNamed('phone');
  await phone.addInitScript({ content: subscribing({ endpoint, keys }) });
  await phone.goto(`${app.url}/win`);
  await signIn(phone, AN);
  await phone.locator('.win-title').waitFor();
  cookie = await sessionOf(phone);
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

/** In the place of a push service: hands out one subscription. */
function subscribing(subscription: object): string {
  return `(() => {
    const made = ${JSON.stringify(subscription)};
    let kept = null;
    PushManager.prototype.getSubscription = async () => kept;
    PushManager.prototype.subscribe = async () => {
      kept = { ...made, toJSON: () => made, unsubscribe: async () => ((kept = null), true) };
      return kept;
    };
  })()`;
}

async function openSheet(name: string): Promise<void> {
  await phone.locator('.win-title').click();
  await phone.getByRole('button', { name, exact: true }).click();
}

const session = async () => (await app.call<Session>('GET', '/api/session', undefined, { as: cookie })).body.user;
const push = async () => (await app.call<PushView>('GET', '/api/push', undefined, { as: cookie })).body;

test('a rep’s own photo is cut to a square, seen before it is saved, and on the wall afterwards', async () => {
  const tv = await open(browser, (await linkScreen(app)).address);
  await openSheet('Ảnh và nhạc của tôi');
  const dialog = phone.getByRole('dialog');
  await phone
    .getByLabel('Chụp hoặc chọn ảnh')
    .last()
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: pngBytes(900, 600) });
  await dialog.getByAltText('Ảnh của bạn').waitFor();
  expect((await session()).photoId).toBeNull();
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await dialog.getByText('Đã lưu').waitFor();
  const { photoId } = await session();
  const size = await phone.evaluate(async (id) => {
    const picture = await createImageBitmap(await (await fetch(`/media/${id}`)).blob());
    return [picture.width, picture.height];
  }, photoId);
  expect(size).toEqual([512, 512]);
  await postDeal(app, { rep });
  await tv.locator(`.row img[src="/media/${photoId ?? ''}"]`).waitFor();
});

test('a walk-up is one of ours, a file of any length or a recording, heard before it is saved, and can be taken away', async () => {
  const dialog = phone.getByRole('dialog');
  const save = async () => {
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await dialog.getByText('Đã lưu').waitFor();
    return (await session()).soundId;
  };
  const secondsOf = (id: string | null) =>
    phone.evaluate(async (sound) => {
      const bytes = await (await fetch(`/media/${sound}`)).arrayBuffer();
      return (await new OfflineAudioContext(1, 1, 32_000).decodeAudioData(bytes)).duration;
    }, id);
  await dialog.getByRole('button', { name: 'Chuông gió' }).click();
  await dialog.getByText('Nhạc mới, chưa lưu.').waitFor();
  const made = await save();
  expect(await secondsOf(made)).toBeGreaterThan(1);
  const file = { name: 'song.wav', mimeType: 'audio/wav', buffer: wavBytes({ seconds: 14, rate: 16_000 }) };
  await phone.getByLabel('Tải tệp âm thanh lên').last().setInputFiles(file);
  await dialog.getByText('Nhạc mới, chưa lưu.').waitFor();
  const uploaded = await save();
  expect(uploaded).not.toBe(made);
  expect(await secondsOf(uploaded)).toBeCloseTo(10, 1);
  await dialog.getByRole('button', { name: 'Thu âm' }).click();
  await dialog.getByRole('button', { name: 'Dừng, còn 8 giây' }).click();
  await dialog.getByText('Nhạc mới, chưa lưu.').waitFor();
  const recorded = await save();
  expect(recorded).not.toBe(uploaded);
  expect(await secondsOf(recorded)).toBeGreaterThan(1);
  expect(await secondsOf(recorded)).toBeLessThan(4);
  await dialog.getByRole('button', { name: 'Bỏ nhạc riêng' }).click();
  expect(await save()).toBeNull();
  await phone.keyboard.press('Escape');
});

test('what is no picture is refused in words, and nothing is changed', async () => {
  await openSheet('Ảnh và nhạc của tôi');
  const before = await session();
  const file = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload=alert(1)>') };
  await phone.getByLabel('Đổi ảnh').last().setInputFiles(file);
  await phone.getByRole('dialog').getByRole('alert').waitFor();
  expect(await phone.getByRole('button', { name: 'Lưu', exact: true }).isDisabled()).toBe(true);
  expect(await session()).toEqual(before);
  await phone.keyboard.press('Escape');
});

test('PN4 PN5 the phone is told once its owner wants it, of what its owner wants, until it is turned off', async () => {
  await phone.context().grantPermissions(['notifications'], { origin: app.url });
  await expect
    .poll(() => phone.evaluate(async () => (await navigator.serviceWorker.getRegistration('/win'))?.active?.state))
    .toBe('activated');
  await openSheet('Thông báo');
  await phone.getByRole('button', { name: 'Bật trên máy này' }).click();
  await phone.getByText('Máy này đang nhận thông báo.').waitFor();
  expect((await push()).endpoint).toBe('https://push.example.com/phone');
  await phone.getByLabel('Đồng nghiệp chốt đơn lớn').uncheck();
  await phone.getByLabel('Đến').fill('06:30');
  await expect
    .poll(async () => (await push()).preferences)
    .toMatchObject({ bigWin: false, overtaken: true, quietFrom: 1260, quietTo: 390 });
  await phone.getByLabel('Giờ yên tĩnh').uncheck();
  await expect.poll(async () => (await push()).preferences.quietFrom).toBeNull();
  await phone.getByRole('button', { name: 'Tắt trên máy này' }).click();
  await phone.getByRole('button', { name: 'Bật trên máy này' }).waitFor();
  expect((await push()).endpoint).toBeNull();
  await phone.keyboard.press('Escape');
});

test('PN5 signing out on the phone ends what it is told', async () => {
  await openSheet('Thông báo');
  await phone.getByRole('button', { name: 'Bật trên máy này' }).click();
  await phone.getByText('Máy này đang nhận thông báo.').waitFor();
  expect(app.parts.tables.push.subscriptions()).toHaveLength(1);
  await phone.keyboard.press('Escape');
  await phone.locator('.win-title').click();
  await phone.getByRole('button', { name: 'Đăng xuất' }).click();
  await phone.locator('input[type=email]').waitFor();
  expect(app.parts.tables.push.subscriptions()).toEqual([]);
});

test('a browser that blocks notices is told how to allow them', async () => {
  const page = await open(browser, 'about:blank', { width: 320, height: 640 });
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
  });
  await page.goto(`${app.url}/win`);
  const answer = await app.call('POST', '/api/session', AN, { as: '' });
  const [name = '', value = ''] = cookieOf(answer).split('=');
  await page.context().addCookies([{ name, value, url: app.url }]);
  await page.reload();
  await page.locator('.win-title').click();
  await page.getByRole('button', { name: 'Thông báo' }).click();
  const note = page.getByText(/Trình duyệt đang chặn/);
  await note.waitFor();
  expect(await note.count()).toBe(1);
  expect([...page.errors, ...phone.errors]).toEqual([]);
});
