// Wins without a network, in real Chromium over plain http: cut, killed, answered by nobody, signed out, refused, full.
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DealView } from '../../shared/schemas/deals.ts';
import { postDeal, startApp, type TestApp } from '../kit/app.ts';
import { launch } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { sessionOf, signIn } from '../kit/desk.ts';
import { pngBytes } from '../kit/media.ts';
import {
  another,
  BAO,
  killAndReopen,
  lanAddress,
  LINH,
  openPhone,
  openSales,
  postWin,
  seenKeys,
  send,
  typeAmount,
  type Phone,
} from '../kit/phone.ts';

let app: TestApp;
let browser: Browser;
let linhId: string;
let phone: Phone;
const all: Phone[] = [];

beforeAll(async () => {
  const office = await openSales(LINH, BAO);
  app = office.app;
  [linhId = ''] = office.reps;
  await postDeal(app, { rep: linhId, amount: '10000000', customer: 'An Phát Logistics' });
  browser = await launch();
  phone = await openPhone(browser, app, LINH);
  all.push(phone);
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const deals = async (query: string) =>
  (await app.call<{ items: DealView[] }>('GET', `/api/deals?q=${encodeURIComponent(query)}`)).body.items;

/** What of it is booked, once it is; `void` marks what was taken back. */
const booked = async (query: string) => (await deals(query)).map((deal) => (deal.void ? 'void' : deal.amount));

const offline = (isOff: boolean) => phone.context().setOffline(isOff);

/** The request reaches the server; its answer is the caller's affair. The browser alone knows the office's name. */
async function arrive(route: Route): Promise<void> {
  const headers = await route.request().allHeaders();
  await route.fetch({ url: `${app.url}/api/deals`, headers: { ...headers, origin: app.url } });
}

async function addPhoto(): Promise<void> {
  await phone.getByRole('button', { name: 'Thêm vào đơn' }).click();
  const picture = { name: 'anh.png', mimeType: 'image/png', buffer: pngBytes(60, 40) };
  await phone.getByRole('dialog').locator('input[type=file]').setInputFiles(picture);
  await phone.getByAltText('Ảnh của đơn này').waitFor();
  await phone.getByRole('button', { name: 'Xong' }).click();
}

test('PO1 PO7 without a network a win is completed from the phone’s own list, kept with its photo through a kill, and booked once', async () => {
  await typeAmount(phone, '5', '000');
  await addPhoto();
  // Killed while it is being entered: nothing has to be typed again.
  phone = await killAndReopen(phone);
  await phone.getByRole('button', { name: 'Thêm vào đơn, đã có 1' }).waitFor();
  expect(await phone.locator('.amount b').textContent()).toBe('5.000');
  await offline(true);
  await phone.getByRole('button', { name: 'An Phát Logistics' }).click();
  await send(phone);
  await phone.getByText('Đã giữ trên máy').waitFor();
  await phone.getByText('1 chưa gửi').waitFor();
  await offline(false);
  phone = await killAndReopen(phone);
  await phone.getByText('Đã gửi hết').waitFor();
  const [deal, ...others] = (await deals('an phat')).filter(({ amount }) => amount === '5000');
  expect([others, deal?.kind]).toEqual([[], 'recurring']);
  const stored = await fetch(`${app.url}/media/${deal?.photoId}`);
  expect([stored.status, stored.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(await phone.locator('.amount b').textContent()).toBe('0');
});

test('PO1 a server that goes and comes back gets what was posted meanwhile, when its line is there again', async () => {
  const { port } = new URL(app.url);
  await app.stop();
  await postWin(phone, 'Máy chủ nghỉ', '6', '000');
  await phone.getByText('Đã giữ trên máy').waitFor();
  const cookie = app.cookie;
  app = await startApp({
    dataDir: app.dataDir,
    now: app.clock.now(),
    displayDir: DISPLAY_DIR,
    config: { port: Number(port) },
  });
  app.cookie = cookie;
  await phone.getByText('Chốt đơn thành công!').waitFor();
  expect(await booked('may chu nghi')).toEqual(['6000']);
  await another(phone);
});

test('PO1 a win whose answer is lost, or that the server fails on, is booked once', async () => {
  let failures = 2;
  await phone.route('**/api/deals', async (route) => {
    failures -= 1;
    if (failures === 1) {
      await arrive(route);
      await route.abort();
    } else if (failures === 0) {
      const body = { type: '', title: '', status: 500, code: 'server/failed' };
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(body) });
    } else await route.continue();
  });
  await postWin(phone, 'Mất trả lời', '7', '000');
  await phone.getByText('Đã giữ trên máy').waitFor();
  expect(await booked('mat tra loi')).toEqual(['7000']);
  for (const _ of [1, 2]) await phone.evaluate(() => window.dispatchEvent(new Event('online')));
  await phone.getByText('Chốt đơn thành công!').waitFor();
  expect([failures < 0, await booked('mat tra loi')]).toEqual([true, ['7000']]);
  await phone.unroute('**/api/deals');
  await another(phone);
});

test('PO5 what has not been sent is undone by discarding it; where an answer was lost, on the server, too', async () => {
  await offline(true);
  await typeAmount(phone, '8', '000');
  await phone.getByLabel('Khách hàng').fill('Chưa gửi');
  await phone.getByLabel('Khách hàng').press('Enter');
  await send(phone);
  await phone.getByRole('button', { name: 'Huỷ đơn này' }).click();
  await phone.getByRole('button', { name: 'Huỷ đơn', exact: true }).click();
  await phone.getByText('Sẽ huỷ trên máy chủ ngay khi có mạng.').waitFor();
  await offline(false);
  await phone.getByText('Đã huỷ đơn').waitFor();
  expect(await booked('chua gui')).toEqual([]);
  await another(phone);

  await phone.route('**/api/deals', async (route) => {
    await arrive(route);
    await route.abort();
  });
  await postWin(phone, 'Đã tới mà không hay', '9', '000');
  await phone.getByText('Đã giữ trên máy').waitFor();
  await phone.getByRole('button', { name: 'Huỷ đơn này' }).click();
  await phone.getByRole('button', { name: 'Huỷ đơn', exact: true }).click();
  await phone.getByText('Đã huỷ đơn').waitFor();
  expect(await booked('da toi ma khong hay')).toEqual(['void']);
  await phone.unroute('**/api/deals');
  await another(phone);
});

test('PO3 PD6 a win that the server refuses says what to mend, and goes out mended under its own id', async () => {
  await offline(true);
  await postWin(phone, 'Cuối kỳ', '1', '1', '000');
  await phone.getByText('Đã giữ trên máy').waitFor();
  await another(phone);
  app.clock.advance(3_600_000);
  expect((await app.call('POST', '/api/periods/reset', {})).status).toBe(200);
  app.clock.advance(120_000);
  await offline(false);
  await phone.getByText('1 cần sửa').click();
  const entry = phone.getByRole('dialog').locator('.entry');
  await entry.getByText(/^Ngày chốt: Ngày này thuộc kỳ đã chốt/).waitFor();
  phone = await killAndReopen(phone);
  await phone.getByText('1 cần sửa').click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Sửa', exact: true }).click();
  await phone.getByText('Sửa đơn chưa gửi được').waitFor();
  expect(await phone.locator('.amount b').textContent()).toBe('11.000');
  await phone.getByRole('button', { name: 'Gửi lại' }).click();
  await phone.getByText('Chốt đơn thành công!').waitFor();
  const [deal, ...others] = await deals('cuoi ky');
  expect([others, deal?.late]).toEqual([[], false]);
  await another(phone);
});

test('PO2 PO7 signed out meanwhile, a win waits for its own rep and is sent by nobody else', async () => {
  await offline(true);
  await postWin(phone, 'Chờ Linh', '1', '2', '000');
  await phone.getByText('Đã giữ trên máy').waitFor();
  expect(await seenKeys(phone)).toEqual(['colleagues', 'customers', 'sent']);
  await app.call('DELETE', '/api/session', undefined, { as: await sessionOf(phone) });
  await offline(false);
  await phone.getByText('Đơn chưa gửi vẫn nằm trên máy này (1).').waitFor();
  expect(await seenKeys(phone)).toEqual([]);
  await signIn(phone, BAO);
  await phone.getByText('1 chưa gửi').click();
  const others = phone.getByRole('dialog').locator('.entry');
  await others.getByText('1 mục, tự gửi khi người này đăng nhập').waitFor();
  // Whose it is, and not a word more; nor can anybody else discard it.
  expect(await others.innerText()).toMatch(new RegExp(`^${LINH.name}\\s+1 mục, tự gửi khi người này đăng nhập$`));
  expect(await others.getByRole('button').count()).toBe(0);
  await phone.getByRole('button', { name: 'Đóng' }).click();
  expect(await booked('cho linh')).toEqual([]);
  await phone.getByRole('button', { name: 'Rung chuông' }).click();
  await phone.getByRole('button', { name: 'Đăng xuất' }).click();
  await phone.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(phone, LINH);
  await phone.getByText('Đã gửi hết').waitFor();
  expect((await deals('cho linh')).map(({ repId }) => repId)).toEqual([linhId]);
});

test('PO2 somebody who signs in in another tab sends nothing of the first one’s', async () => {
  const other = await phone.context().newPage();
  await other.goto(`${lanAddress(app)}/win`);
  await other.getByRole('button', { name: 'Rung chuông' }).click();
  await other.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(other, BAO);
  await other.locator('.pad').waitFor();
  await phone.bringToFront();
  await postWin(phone, 'Vẫn là Linh', '1', '3', '000');
  // The first tab learns from the server whose phone this is now.
  await other.getByText('1 chưa gửi').waitFor();
  await phone.getByText('1 chưa gửi').waitFor();
  expect(await booked('van la linh')).toEqual([]);
  await other.bringToFront();
  await other.getByRole('button', { name: 'Rung chuông' }).click();
  await other.getByRole('button', { name: 'Đăng xuất' }).click();
  await other.getByRole('button', { name: 'Đăng xuất' }).click();
  await signIn(other, LINH);
  await other.getByText('Đã gửi hết').waitFor();
  expect((await deals('van la linh')).map(({ repId }) => repId)).toEqual([linhId]);
  await other.close();
  phone = await killAndReopen(phone);
});

test('PO1 with a full disk a win is sent all the same, and until then the page says that it must stay open', async () => {
  await phone.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await offline(true);
  await addPhoto();
  await postWin(phone, 'Đĩa đầy', '1', '4', '000');
  await phone.getByText('Đã giữ trên máy').waitFor();
  await phone.getByText('Trình duyệt này không cho lưu: đừng đóng trang khi còn đơn chưa gửi.').waitFor();
  await offline(false);
  await phone.getByText('Chốt đơn thành công!').waitFor();
  const [deal, ...others] = await deals('dia day');
  expect([others, typeof deal?.photoId]).toEqual([[], 'string']);
});

test('no page has thrown', () => {
  expect(all.flatMap(({ errors }) => errors)).toEqual([]);
});
