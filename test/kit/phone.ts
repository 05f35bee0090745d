// What a browser test of the phone needs: an office whose reps have accounts, a signed-in phone, and its amount pad.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addRep, startApp, type TestApp } from './app.ts';
import { open } from './browser.ts';
import { DISPLAY_DIR } from './build.ts';
import { signIn } from './desk.ts';

export interface Person {
  name: string;
  email: string;
  password: string;
}

export const LINH: Person = { name: 'Võ Ngọc Khánh Linh', email: 'linh@saoviet.vn', password: 'linh-mat-khau' };
export const BAO: Person = { name: 'Trần Quốc Bảo', email: 'bao@saoviet.vn', password: 'bao-mat-khau' };

export type Phone = Page & { errors: string[] };

/** A server with an office of these people; gives their reps' ids in the same order. */
export async function openSales(...people: Person[]): Promise<{ app: TestApp; reps: string[] }> {
  const app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  const reps: string[] = [];
  for (const person of people) reps.push(await addRep(app, person.name, person));
  return { app, reps };
}

/** The office's address by a name that is no secure context, as on most office networks. */
export function lanAddress(app: TestApp): string {
  return app.url.replace('127.0.0.1', 'wall.test');
}

/** A phone in somebody's hand, on the form. */
export async function openPhone(browser: Browser, app: TestApp, person: Person): Promise<Phone> {
  const phone = await open(browser, `${lanAddress(app)}/win`, { width: 390, height: 844 });
  await signIn(phone, person);
  await phone.locator('.pad').waitFor();
  return phone;
}

/** Types an amount on the pad, key by key. */
export async function typeAmount(phone: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await phone.locator('.pad').getByRole('button', { name: key, exact: true }).click();
}

/** Amount, customer, gold button. */
export async function postWin(phone: Page, customer: string, ...keys: string[]): Promise<void> {
  await typeAmount(phone, ...keys);
  await phone.getByLabel('Khách hàng').fill(customer);
  await send(phone);
}

export async function send(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Chốt đơn', exact: true }).click();
}

/** From the answer back to the form. */
export async function another(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Chốt đơn khác' }).click();
}

/** What the phone keeps of what its owner has been shown. */
export async function seenKeys(phone: Page): Promise<string[]> {
  const keys = await phone.evaluate(() => Object.keys(localStorage));
  return keys.flatMap((key) => /^winboard\.seen\.(\w+)/.exec(key)?.[1] ?? []).sort();
}

/** The tab dies, as phones do to pages in the background; another page of the same browser takes its place. */
export async function killAndReopen(phone: Phone): Promise<Phone> {
  const context: BrowserContext = phone.context();
  const address = phone.url();
  await phone.close();
  const page = await context.newPage();
  const { errors } = phone;
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  return Object.assign(page, { errors });
}
