// What a browser test of the desk needs: a signed-in manager, on the section that it is about.
import type { Browser, Page } from 'playwright-core';
import { OWNER, type TestApp } from './app.ts';
import { COOKIE } from '../../server/auth.ts';
import { open } from './browser.ts';

/** Signs in, by default as the owner, wherever a page asks for it. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string } = OWNER,
): Promise<void> {
  await page.fill('input[type=email]', email);
  await page.fill('input[type=password]', password);
  await page.keyboard.press('Enter');
}

/** What the page's browser is signed in by, as a header's value; "" while it is not. */
export async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.filter(({ name }) => name === COOKIE).map(({ value }) => `${COOKIE}=${value}`)[0] ?? '';
}

/** The desk over plain http, as most offices have it. */
export async function openDesk(browser: Browser, app: TestApp, section: string): Promise<Page & { errors: string[] }> {
  const lan = app.url.replace('127.0.0.1', 'wall.test');
  const page = await open(browser, `${lan}/manage`, { width: 1440, height: 900 });
  await signIn(page);
  await page.waitForSelector('.side-nav');
  await goTo(page, section);
  return page;
}

export async function goTo(page: Page, section: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${section}`);
}
