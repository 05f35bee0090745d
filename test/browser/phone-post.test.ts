// Posting a win on a phone in real Chromium, over plain http: three taps, what it does to whom, photo, share, undo.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DealView } from '../../shared/schemas/deals.ts';
import { postDeal, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { pngBytes } from '../kit/media.ts';
import { another, BAO, LINH, openPhone, openSales, postWin, send, typeAmount, type Phone } from '../kit/phone.ts';
import { linkScreen, untilRows } from '../kit/tv.ts';

let app: TestApp;
let browser: Browser;
let linhId: string;
let baoId: string;
let linh: Phone;
let bao: Phone;
let tv: Phone;

beforeAll(async () => {
  const office = await openSales(LINH, BAO);
  app = office.app;
  [linhId = '', baoId = ''] = office.reps;
  const { body } = await app.call<{ runningId: string }>('GET', '/api/periods');
  for (const id of office.reps) {
    const quota = { periodId: body.runningId, subject: { type: 'rep', id }, metric: 'revenue', amount: '200000000' };
    await app.call('PUT', '/api/quotas', quota);
  }
  const earlier = { customer: 'An Phát Logistics', product: 'Gói Pro', location: 'Hà Nội', source: 'Giới thiệu' };
  await postDeal(app, { rep: linhId, amount: '10000000', ...earlier });
  await postDeal(app, { rep: baoId, amount: '120000000', customer: 'VinaTech' });
  browser = await launch();
  tv = await open(browser, (await linkScreen(app)).address);
  await tv.locator('.row').nth(1).waitFor();
  linh = await openPhone(browser, app, LINH);
  bao = await openPhone(browser, app, BAO);
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const deals = async (query: string) =>
  (await app.call<{ items: DealView[] }>('GET', `/api/deals?q=${encodeURIComponent(query)}`)).body.items;

test('PO6 PO7 the common case takes an amount, a customer of before, and the button; both see who passed whom', async () => {
  await typeAmount(linh, '1', '8', '5', '000', '000');
  await linh.getByText('Sẽ dẫn đầu bảng').waitFor();
  await linh.getByRole('button', { name: 'An Phát Logistics' }).click();
  await send(linh);
  await linh.getByText('Vượt qua Quốc Bảo').waitFor();
  expect(await linh.locator('.reel .unseen').textContent()).toBe('Hạng 1');
  // SC10: pushed by the screen's own report.
  await linh.getByText(/^Đã hiện trên 1\/1 màn hình sau \d+,\d giây$/).waitFor();
  expect((await deals('an phat'))[0]).toMatchObject({ product: 'Gói Pro', kind: 'recurring', location: 'Hà Nội' });
  await untilRows(tv, [`1 ${LINH.name}`, `2 ${BAO.name}`]);

  await bao.locator('.rank-card').getByText('Hạng 2').waitFor();
  await bao.getByText('còn 75 tr là bằng hạng 1').waitFor();
  await postWin(bao, 'Bến Thành Mall', '1', '0', '0', '000', '000');
  await bao.getByText('Vượt qua Khánh Linh').waitFor();
  await untilRows(tv, [`1 ${BAO.name}`, `2 ${LINH.name}`]);
  await another(linh);
  await linh.locator('.rank-card').getByText('Hạng 2').click();
  await expect.poll(() => linh.locator('.place-name b').allInnerTexts()).toEqual([BAO.name, LINH.name]);
  await linh.goBack();
  await another(bao);
});

test('PO5 a slip is undone for ten minutes, from the answer or from the list of what was sent; the wall withdraws it', async () => {
  await postWin(linh, 'Gõ nhầm', '9', '0', '0', '000', '000');
  await untilRows(tv, [`1 ${LINH.name}`, `2 ${BAO.name}`]);
  await linh.getByText(/Nhập nhầm\? Huỷ đơn này \(\d:\d\d\)/).click();
  await linh.getByRole('button', { name: 'Huỷ đơn', exact: true }).click();
  await linh.getByText('Đã huỷ đơn').waitFor();
  await untilRows(tv, [`1 ${BAO.name}`, `2 ${LINH.name}`]);
  expect((await deals('go nham'))[0]?.void?.reason).toBe('undone');
  await another(linh);

  await postWin(linh, 'Nhầm nữa', '8', '000');
  await another(linh);
  await linh.getByRole('button', { name: 'Đã gửi hết' }).click();
  const sent = linh.getByRole('dialog').locator('.entry').filter({ hasText: 'Nhầm nữa' });
  await sent.getByRole('button', { name: /^Huỷ \(\d:\d\d\)$/ }).click();
  await sent.getByRole('button', { name: 'Huỷ đơn', exact: true }).click();
  await sent.getByText('Đã huỷ').waitFor();
  await expect.poll(async () => (await deals('nham nua'))[0]?.void?.reason).toBe('undone');
  // What is older cannot be undone any more, whatever the phone may think.
  await linh.getByRole('button', { name: 'Đóng' }).click();
  await postWin(linh, 'Đúng rồi', '7', '000');
  await linh.getByText(/Nhập nhầm/).waitFor();
  app.clock.advance(600_001);
  await linh.getByText(/Nhập nhầm/).click();
  await linh.getByRole('button', { name: 'Huỷ đơn', exact: true }).click();
  await linh.getByText('Đã quá 10 phút: nhờ quản lý huỷ giúp.').waitFor();
  expect((await deals('dung roi'))[0]?.void).toBeNull();
  await another(linh);
  await linh.getByRole('button', { name: '1 cần sửa' }).click();
  await linh.getByRole('button', { name: 'Bỏ đơn này' }).click();
  await linh.getByRole('button', { name: 'Bỏ hẳn' }).click();
  await linh.getByRole('button', { name: 'Đóng' }).click();
  await linh.getByText('Đã gửi hết').waitFor();
});

test('PO6 a shared win moves both rows by what each was told', async () => {
  await typeAmount(linh, '1', '0', '0', '000', '000');
  await linh.getByLabel('Khách hàng').fill('Chung Tay');
  await linh.getByLabel('Khách hàng').press('Enter');
  await linh.getByRole('button', { name: 'Chia', exact: true }).click();
  const sheet = linh.getByRole('dialog');
  await sheet.getByRole('button', { name: BAO.name, exact: true }).click();
  const share = sheet.getByLabel(`Phần của ${BAO.name}, phần trăm`);
  expect(await share.inputValue()).toBe('50');
  await sheet.getByRole('button', { name: `Bớt phần của ${BAO.name}` }).click();
  expect(await share.inputValue()).toBe('45');
  await share.fill('33,5');
  await share.press('Enter');
  await sheet.getByText('66.500.000 ₫').waitFor();
  await sheet.getByText('33.500.000 ₫').waitFor();
  await share.fill('150');
  await share.press('Tab');
  expect(await share.inputValue()).toBe('99');
  await sheet.getByRole('button', { name: 'Chia đều' }).click();
  await sheet.getByRole('button', { name: 'Bớt phần' }).click();
  await sheet.getByRole('button', { name: 'Bớt phần' }).click();
  await sheet.getByText('60.000.000 ₫').waitFor();
  // Enter in a sheet posts nothing.
  await sheet.getByLabel('Tìm đồng nghiệp').or(share).press('Enter');
  await sheet.getByRole('button', { name: 'Xong' }).click();
  await linh.getByText('Phần của bạn: 60 tr · ▲ Sẽ dẫn đầu bảng').waitFor();
  await linh.getByRole('button', { name: 'Chia với Quốc Bảo' }).waitFor();
  await send(linh);
  await linh.locator('.climb').waitFor();
  expect(await linh.locator('.result-amount').textContent()).toMatch(/^100\.000\.000\s₫$/);
  await linh.getByText(/^Phần của bạn: 60\.000\.000\s₫$/).waitFor();
  const [deal] = await deals('chung tay');
  expect(deal?.credits.map(({ repId, amountMinor }) => [repId, amountMinor])).toEqual([
    [linhId, 60_000_000],
    [baoId, 40_000_000],
  ]);
  await untilRows(tv, [`1 ${BAO.name}`, `2 ${LINH.name}`]);
  await another(linh);
});

test('PO4 CE6 a photo is made small, shown on the wall with its note, and says nothing of where it was taken', async () => {
  // A screen that has nothing else to celebrate.
  const wall = await open(browser, (await linkScreen(app)).address);
  await wall.locator('.row').nth(1).waitFor();
  await linh.getByRole('button', { name: 'Thêm vào đơn' }).click();
  const sheet = linh.getByRole('dialog');
  const picture = { name: 'anh.png', mimeType: 'image/png', buffer: pngBytes(2600, 1300, [['eXIf', 'GPS 21.0278 N']]) };
  await sheet.locator('input[type=file]').setInputFiles({ ...picture, buffer: Buffer.from('not a picture') });
  await sheet.getByText(/^Không dùng được tệp này/).waitFor();
  await sheet.locator('input[type=file]').setInputFiles(picture);
  await sheet.getByAltText('Ảnh của đơn này').waitFor();
  await sheet.getByLabel('Lời nhắn trên tường').fill('Cảm ơn anh Bảo <b>!</b>');
  await sheet.getByRole('button', { name: 'Xong' }).click();
  expect(await linh.getByRole('button', { name: 'Thêm vào đơn, đã có 2' }).count()).toBe(1);
  await postWin(linh, 'Ảnh Đẹp', '5', '0', '0', '000', '000');
  const photo = wall.locator('.celebration-photo');
  await photo.waitFor();
  await wall.getByText('Cảm ơn anh Bảo <b>!</b>').waitFor();
  const [deal] = await deals('anh dep');
  expect(await photo.getAttribute('src')).toBe(`/media/${deal?.photoId}`);
  await expect
    .poll(() => photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([1280, 640]);
  const stored = await fetch(`${app.url}/media/${deal?.photoId}`);
  expect(stored.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await stored.arrayBuffer()).toString('latin1')).not.toMatch(/GPS|Exif/);
  await another(linh);
  expect(wall.errors).toEqual([]);
  await wall.context().close();
  // The next win begins without it.
  expect(await linh.getByRole('button', { name: 'Thêm vào đơn', exact: true }).count()).toBe(1);
});

test('PD6 a day in a closed period is said before it is sent', async () => {
  await typeAmount(linh, '3', '000');
  await linh.getByLabel('Khách hàng').fill('Hôm Qua');
  await linh.getByLabel('Khách hàng').press('Enter');
  await linh.getByRole('button', { name: 'Ngày chốt', exact: true }).click();
  const sheet = linh.getByRole('dialog');
  await sheet.getByLabel('Ngày khác').fill('2026-10-31');
  await sheet.getByText(/^Ngày này thuộc kỳ đã chốt/).waitFor();
  await sheet.getByRole('button', { name: 'Xong' }).click();
  await send(linh);
  expect(await linh.getByRole('alert').textContent()).toMatch(/^Ngày này thuộc kỳ đã chốt/);
  await linh.getByRole('button', { name: '31/10/2026' }).click();
  await sheet.getByRole('button', { name: 'Hôm qua' }).click();
  await sheet.getByRole('button', { name: 'Xong' }).click();
  await send(linh);
  await linh.locator('.climb').waitFor();
  const [deal] = await deals('hom qua');
  expect(new Date(deal?.closedAt ?? 0).toISOString()).toBe('2026-11-23T05:00:00.000Z');
});

test('no page has thrown', () => {
  expect([tv, linh, bao].flatMap(({ errors }) => errors)).toEqual([]);
});
