// Real Chromium for tests.
import { chromium, type Browser, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Names a plain-http host on loopback: an insecure context, as every TV and phone on a LAN has.
  '--host-resolver-rules=MAP wall.test 127.0.0.1',
];

/** The Chromium of this machine. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export function launch(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags] });
}

export interface OpenOptions {
  width?: number;
  height?: number;
  locale?: string;
  reducedMotion?: 'reduce' | 'no-preference';
}

/** A page, and the token that a paired TV has kept of its own. */
export interface Address {
  url: string;
  token: string;
}

/** A page in a context of its own; what it throws fails the test that asks `errors`. */
export async function open(
  browser: Browser,
  address: string | Address,
  options: OpenOptions = {},
): Promise<Page & { errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 720 },
    locale: options.locale ?? 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: options.reducedMotion ?? 'no-preference',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await visit(page, address);
  return Object.assign(page, { errors });
}

/** Opens an address; a paired TV has kept its token some time ago. */
export async function visit(page: Page, address: string | Address): Promise<void> {
  if (typeof address === 'string') {
    await page.goto(address);
    return;
  }
  await page.addInitScript((token) => {
    const key = 'winboard.tv.address';
    if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ token }));
  }, address.token);
  await page.goto(address.url);
}
