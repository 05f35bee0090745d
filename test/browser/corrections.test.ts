// Corrections at the desk in real Chromium: seen before, done, taken back, told; late deals and approvals decided on, by
// two managers at once, too. Pages come over plain http, as on an office's network.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, addRep, postDeal, type TestApp } from '../kit/app.ts';
import { launch, open } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { goTo, openDesk, signIn } from '../kit/desk.ts';
import { HOUR_MS } from '../kit/make.ts';
import { enter, type Person } from '../kit/people.ts';
import { resetPeriod } from '../kit/periods.ts';

type Tab = Page & { errors: string[] };

let app: TestApp;
let browser: Browser;
let desk: Tab;
let other: Tab;
let linh: Person;
let bao: string;

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  linh = await enter(app, { name: 'Khánh Linh', email: 'linh@saoviet.vn', role: 'rep' });
  const mai = await enter(app, { name: 'Chị Mai', email: 'mai@saoviet.vn', role: 'manager' });
  bao = await addRep(app, 'Quốc Bảo');
  await postDeal(app, { rep: linh.repId ?? '', amount: '185000000', customer: 'An Phát' });
  await postDeal(app, { rep: bao, amount: '120000000', customer: 'VinaTech' });
  browser = await launch();
  desk = await openDesk(browser, app, 'deals');
  other = await open(browser, `${site()}/manage`, { width: 1440, height: 900 });
  await signIn(other, mai);
  await other.locator('.locale-switch button[lang=en]').click();
  await goTo(other, 'deals');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const site = () => app.url.replace('127.0.0.1', 'wall.test');
const lineOf = (page: Page, customer: string) => page.getByRole('row').filter({ hasText: customer });
const dialogOf = (page: Page) => page.getByRole('dialog');
const says = async (page: Page, reason: string, action: string) => {
  await dialogOf(page).getByLabel('Lý do').fill(reason);
  await dialogOf(page).getByRole('button', { name: action, exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
};

test('CO1 CO3 CO4 a void says before what it does to ranks, is taken back, and its story is told', async () => {
  await lineOf(desk, 'An Phát').getByRole('button', { name: /^Huỷ/ }).click();
  const effect = dialogOf(desk).locator('.effect-box');
  await effect.getByText('185.000.000').first().waitFor();
  expect(await effect.getByRole('row').filter({ hasText: 'Quốc Bảo' }).innerText()).toMatch(/2\s+thành\s+1/);
  await says(desk, 'Khách đổi ý', 'Huỷ đơn');
  await lineOf(desk, 'An Phát')
    .getByRole('button', { name: /^Khôi phục/ })
    .click();
  await effect.getByText('185.000.000').first().waitFor();
  await says(desk, 'Khách quay lại', 'Khôi phục đơn');
  await lineOf(desk, 'An Phát').getByRole('button', { name: /^Huỷ/ }).waitFor();
  await lineOf(desk, 'An Phát')
    .getByRole('button', { name: /^Lịch sử/ })
    .click();
  const story = dialogOf(desk).locator('.story-item');
  await story.nth(2).waitFor();
  expect((await story.allInnerTexts()).map((text) => text.split('\n')[0]?.replace(/ \d.*$/, ''))).toEqual([
    'Chị Hà ghi đơn',
    'Chị Hà huỷ đơn',
    'Chị Hà khôi phục đơn',
  ]);
  expect(await story.nth(2).innerText()).toContain('Bản đang được tính');
  await desk.keyboard.press('Escape');
});

test('CO2 CO3 a deal is split afterwards; the manager who comes later is told what the first has done', async () => {
  await lineOf(other, 'VinaTech')
    .getByRole('button', { name: /^Correct/ })
    .click();
  await dialogOf(other).getByLabel('Customer').fill('VinaTech JSC');
  await lineOf(desk, 'VinaTech').getByRole('button', { name: /^Sửa/ }).click();
  await dialogOf(desk).getByLabel('Chia đơn').check();
  await dialogOf(desk).getByText('Tổng: 100 %').waitFor();
  await dialogOf(desk).locator('.effect-box').getByText('Khánh Linh').waitFor();
  await says(desk, 'Cùng làm', 'Lưu bản sửa');
  await desk.getByText('Chia cho 2 người').waitFor();
  await dialogOf(other).getByLabel('Reason').fill('new name');
  await dialogOf(other).getByRole('button', { name: 'Save the correction' }).click();
  const told = dialogOf(other).getByRole('alert').filter({ hasText: 'meanwhile:' });
  await told.getByText('Chị Hà corrected it').waitFor();
  expect(await told.innerText()).toContain('“Cùng làm”');
  await other.keyboard.press('Escape');
  // The correction is taken back: the original stands again.
  const gone = desk.getByRole('row').filter({ hasText: 'Đã sửa thành đơn khác' });
  await gone.getByRole('button', { name: /^Hoàn tác bản sửa/ }).click();
  await says(desk, 'Bảo tự làm', 'Hoàn tác');
  await gone.getByText('Bảo tự làm').waitFor();
});

test('LA1 LA2 LA3 late deals wait with a count, are booked to the open period, and the closed one is restated', async () => {
  const then = app.clock.now();
  app.clock.advance(HOUR_MS);
  const { body } = await resetPeriod(app);
  app.clock.advance(HOUR_MS);
  await postDeal(app, { rep: bao, amount: '90000000', customer: 'Sao Mai', closedAt: then });
  await postDeal(app, { rep: bao, amount: '10000000', customer: 'Lotus Café', closedAt: then });
  await desk.reload();
  await desk.locator('.side-nav a').filter({ hasText: 'Đơn hàng' }).getByText('2').waitFor();
  await desk.getByRole('link', { name: 'Đơn muộn (2)' }).click();
  await desk.getByLabel('Chọn đơn của Lotus Café').check();
  await desk.getByRole('button', { name: /^Ghi 1 đơn/ }).click();
  await dialogOf(desk).getByText('kết quả đã công bố giữ nguyên').waitFor();
  await says(desk, 'Gửi trễ', 'Ghi vào kỳ đang chạy');
  await desk.getByText('Đã ghi đơn vào kỳ đang chạy.').waitFor();
  await desk.getByRole('button', { name: 'Công bố lại kỳ này…' }).click();
  await dialogOf(desk).locator('.effect-box').getByText('210.000.000').first().waitFor();
  await says(desk, 'Đơn Sao Mai gửi trễ', 'Công bố lại');
  await desk.getByText('Không có đơn muộn').waitFor();
  await goTo(desk, `periods/${body.closed.id}`);
  await desk.getByText('“Đơn Sao Mai gửi trễ”').first().waitFor();
  const first = desk.locator('.final tbody tr').first();
  expect(await first.innerText()).toContain('Quốc Bảo');
  await desk.getByRole('button', { name: 'Xem bản đã công bố trước đó' }).click();
  await expect.poll(() => first.innerText()).toContain('Khánh Linh');
  await desk.getByText('Đây là bản đã công bố trước đó').waitFor();
  await goTo(desk, 'periods/compare');
  const compared = desk.getByRole('row').filter({ hasText: 'Quốc Bảo' });
  await expect.poll(() => compared.innerText()).toMatch(/210\.000\.000[\s\S]*10\.000\.000/);
});

test('AP1 AP3 a large win waits: the phone says so, a manager approves it, the phone is told', async () => {
  await goTo(desk, 'settings');
  await desk.getByLabel('Đơn lớn phải chờ duyệt').check();
  await desk.getByLabel('Trên mức').fill('100 tr');
  const rule = desk.locator('form').filter({ hasText: 'Duyệt đơn lớn' });
  await rule.getByRole('button', { name: 'Lưu' }).click();
  await rule.getByText('Đã lưu.').waitFor();
  const phone = await open(browser, `${site()}/win`, { width: 390, height: 844 });
  await signIn(phone, linh);
  const pad = phone.getByRole('group').filter({ hasText: '000' });
  for (const key of ['5', '0', '0', '000', '000']) await pad.getByRole('button', { name: key, exact: true }).click();
  await phone.getByLabel('Khách hàng').fill('Tập đoàn Lớn');
  await phone.getByRole('button', { name: 'Chốt đơn', exact: true }).click();
  await phone.getByRole('heading', { name: 'Chờ quản lý duyệt' }).waitFor();
  await goTo(other, 'deals/waiting');
  await other.getByRole('button', { name: 'Approve the win from Tập đoàn Lớn' }).click();
  await dialogOf(other).locator('.effect-box').getByText('500').first().waitFor();
  await goTo(desk, 'deals/waiting');
  await desk.getByRole('button', { name: 'Từ chối đơn của Tập đoàn Lớn' }).click();
  await dialogOf(other).getByRole('button', { name: 'Approve it' }).click();
  await phone.getByRole('heading', { name: 'Đơn đã được duyệt!' }).waitFor();
  await dialogOf(desk).getByLabel('Lý do').fill('chưa ký');
  await dialogOf(desk).getByRole('button', { name: 'Từ chối', exact: true }).click();
  await dialogOf(desk).getByText('vừa được người khác xử lý').waitFor();
  expect([desk, other, phone].flatMap(({ errors }) => errors)).toEqual([]);
});
