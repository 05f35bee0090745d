// Real Chromium for parts that look at the glass; they say so where there is none.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { notRun, type Outcome } from './figure.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);
/** What the TV is sent. */
export const TV_FOLDER = fileURLToPath(new URL('../../.build/display/tv/', import.meta.url));
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Runs with a browser; measures nothing where there is none, or no page to show. */
export async function withChromium(run: (browser: Browser) => Promise<Outcome>): Promise<Outcome> {
  if (CHROMIUM === undefined) return notRun('no Chromium on this machine');
  if (!existsSync(`${TV_FOLDER}index.html`)) return notRun('the TV page is not built: npm run build');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}
