// Periods at the desk in real Chromium: a reset that was overtaken, a win whose period has closed, finals on a phone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRep, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { launch } from '../kit/browser.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { HOUR_MS } from '../kit/make.ts';
import { enter, type Person } from '../kit/people.ts';
import { periodsOf, resetPeriod } from '../kit/periods.ts';

let app: TestApp;
let browser: Browser;
let desk: Page & { errors: string[] };
let linh: Person;
let then: number;

beforeAll(async () => {
  app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  linh = await enter(app, { name: 'Nguyễn Hoàng Khánh Linh', email: 'linh@saoviet.vn', role: 'rep' });
  const bao = await addRep(app, 'Trần Quốc Bảo');
  then = app.clock.now();
  await postDeal(app, { rep: linh.repId ?? '', amount: '21185000000', customer: 'An Phát' });
  await postDeal(app, { rep: bao, amount: '9120000000', customer: 'VinaTech' });
  app.clock.advance(HOUR_MS);
  browser = await launch();
  desk = await openDesk(browser, app, 'periods');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const dialog = () => desk.getByRole('dialog');
const press = (name: string | RegExp) => dialog().getByRole('button', { name }).click();

test('PD4 a reset that another manager was quicker with is refused in words; what is to happen now is shown', async () => {
  await desk.getByRole('button', { name: 'Chốt kỳ…' }).click();
  await dialog().getByText('30.305.000.000').waitFor();
  await resetPeriod(app, { name: 'Nước rút' });
  app.clock.advance(HOUR_MS);
  await press('Chốt kỳ và mở kỳ mới');
  await dialog().getByText('Chị Hà đã chuyển sang kỳ “Nước rút”').waitFor();
  await dialog().getByRole('heading', { name: 'Chốt kỳ Nước rút?' }).waitFor();
  expect((await periodsOf(app)).items).toHaveLength(2);
  await press('Huỷ');
  await desk.getByRole('row').filter({ hasText: 'Nước rút' }).getByText('Đang chạy').waitFor();
  await desk.getByRole('button', { name: 'Hoàn tác lần chốt kỳ' }).click();
  await dialog().getByText('Kỳ Nước rút bị bỏ').waitFor();
  await press('Huỷ');
});

test('AP2 a win whose period has closed meanwhile: the dialog says that it will be late, and where it waits', async () => {
  await app.call('PUT', '/api/approvals/rule', { above: '1000' });
  const body = { rep: linh.repId, amount: '5000000', customer: 'Tập đoàn Lớn' };
  await app.call('POST', '/api/deals', body, { as: linh.cookie });
  app.clock.advance(HOUR_MS);
  await goTo(desk, 'periods');
  await desk.getByRole('button', { name: 'Chốt kỳ…' }).click();
  await dialog().getByText('1 đơn của kỳ này còn chờ duyệt').waitFor();
  await press('Chốt kỳ và mở kỳ mới');
  await desk.getByText('Đã chốt kỳ Nước rút').waitFor();
  await goTo(desk, 'deals/waiting');
  await desk.getByRole('button', { name: 'Duyệt đơn của Tập đoàn Lớn' }).click();
  await dialog().getByText('thuộc kỳ Nước rút đã chốt').waitFor();
  await press('Duyệt đơn');
  await desk.getByText('đơn chờ ở mục Đơn muộn').waitFor();
  await desk.getByRole('link', { name: 'Đơn muộn (1)' }).waitFor();
  expect(desk.errors).toEqual([]);
});

test('LA6 a correction of what a final counts is not offered for booking; its period says that the books have moved on', async () => {
  const { body } = await app.call<{ items: { id: string; customer: string }[] }>('GET', '/api/deals?q=VinaTech');
  await app.call('POST', `/api/deals/${body.items[0]?.id ?? ''}/correct`, { amount: '9000000000', reason: 'giảm giá' });
  await goTo(desk, 'deals/late');
  const line = desk.getByRole('row').filter({ hasText: 'VinaTech' });
  await line.getByText('Là bản sửa của đơn đã tính').waitFor();
  expect(await line.getByRole('button', { name: /Ghi vào/ }).count()).toBe(0);
  const [first] = (await periodsOf(app)).items;
  await goTo(desk, `periods/${first?.id ?? ''}`);
  await desk.getByText('Sổ sách của kỳ này đã khác').waitFor();
  expect(first?.startsAt).toBeLessThan(then);
});

test('PD2 LA5 a final and a comparison fit a phone, amounts and difference included', async () => {
  await desk.setViewportSize({ width: 390, height: 844 });
  const cut = () =>
    desk
      .locator('.scroll')
      .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth).filter((by) => by > 0));
  await desk.getByText('Toàn công ty').waitFor();
  expect(await cut()).toEqual([]);
  await goTo(desk, 'periods/compare');
  await desk.getByText('Toàn công ty').waitFor();
  expect(await cut()).toEqual([]);
  expect(desk.errors).toEqual([]);
});
