// One win in two tabs of a phone, or in a tab that is killed as it is posted, in real Chromium: it is booked once. PO1.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allDeals, type TestApp } from '../kit/app.ts';
import { launch } from '../kit/browser.ts';
import {
  another,
  killAndReopen,
  LINH,
  openPhone,
  openSales,
  postWin,
  send,
  typeAmount,
  type Phone,
} from '../kit/phone.ts';

let app: TestApp;
let browser: Browser;
let phone: Phone;

beforeAll(async () => {
  ({ app } = await openSales(LINH));
  browser = await launch();
  phone = await openPhone(browser, app, LINH);
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const booked = async (customer: string) => (await allDeals(app)).filter((deal) => deal.customer === customer).length;
const inForm = async (page: Page) => [
  await page.locator('.amount b').textContent(),
  await page.getByLabel('Khách hàng').inputValue(),
];

/** Another tab of this browser; a deaf one hears nothing of what the first does. */
async function openTab({ isDeaf }: { isDeaf: boolean }): Promise<Page> {
  const tab = await phone.context().newPage();
  if (isDeaf) {
    await tab.addInitScript(() => {
      window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
    });
  }
  await tab.goto(phone.url());
  await tab.locator('.pad').waitFor();
  return tab;
}

test('PO1 what is typed in one tab is in all, and goes from all once it is posted', async () => {
  const tab = await openTab({ isDeaf: false });
  await typeAmount(phone, '7', '000', '000');
  await phone.getByLabel('Khách hàng').fill('Hai tab');
  await expect.poll(() => inForm(tab)).toEqual(['7.000.000', 'Hai tab']);
  await tab.getByLabel('Khách hàng').fill('Hai tab đây');
  await expect.poll(() => inForm(phone)).toEqual(['7.000.000', 'Hai tab đây']);
  await send(phone);
  await phone.getByText('Chốt đơn thành công!').waitFor();
  await expect.poll(() => inForm(tab)).toEqual(['0', '']);
  await another(phone);
  await tab.close();
});

test('PO1 a draft that two tabs have is one win, whichever posts it, and however late', async () => {
  await typeAmount(phone, '8', '000', '000');
  await phone.getByLabel('Khách hàng').fill('Tab điếc');
  const tab = await openTab({ isDeaf: true });
  await send(phone);
  await phone.getByText('Chốt đơn thành công!').waitFor();
  expect(await inForm(tab)).toEqual(['8.000.000', 'Tab điếc']);
  await send(tab);
  await tab.getByText('Đơn đã được gửi.').waitFor();
  expect(await booked('Tab điếc')).toBe(1);
  await another(tab);
  expect(await inForm(tab)).toEqual(['0', '']);
  await another(phone);
  await tab.close();
});

test.each([
  ['waits', true],
  ['has been sent', false],
])('PO1 a page that was killed between the outbox and its form offers nothing again that %s', async (_, isOff) => {
  const customer = `Bị tắt ${String(isOff)}`;
  await phone.context().route('**/api/deals', (route) => (isOff ? route.abort() : route.continue()));
  // The kill comes before the form is cleared: what was kept of it stays.
  await phone.evaluate(() => {
    Storage.prototype.removeItem = () => undefined;
  });
  await postWin(phone, customer, '9', '000');
  await phone.getByText(isOff ? 'Đã giữ trên máy' : 'Chốt đơn thành công!').waitFor();
  expect(await phone.evaluate(() => Object.values(localStorage).join())).toContain(`"customer":"${customer}"`);
  phone = await killAndReopen(phone);
  await phone.locator('.pad').waitFor();
  expect(await inForm(phone)).toEqual(['0', '']);
  await phone.context().unroute('**/api/deals');
  await phone.evaluate(() => window.dispatchEvent(new Event('online')));
  await phone.getByText('Đã gửi hết').waitFor();
  expect(await booked(customer)).toBe(1);
});

test('no page has thrown', () => {
  expect(phone.errors).toEqual([]);
});
