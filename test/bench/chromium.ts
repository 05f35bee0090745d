// Real Chromium for parts that look at the glass; they say so where there is none.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launch } from '../kit/browser.ts';
import { withChildren, withFolder, type Child } from './child.ts';
import { notRun, type Outcome } from './figure.ts';

/** What the TV is sent, and what phone and desk are. */
export const TV_FOLDER = fileURLToPath(new URL('../../.build/display/tv/', import.meta.url));
export const DESK_FOLDER = fileURLToPath(new URL('../../.build/display/desk/', import.meta.url));

export interface Bench {
  browser: Browser;
  /** Gone afterwards, as is every child that is kept. */
  folder: string;
  keep: <C extends Child>(child: C) => C;
}

/** Measures with a browser; nothing where there is none, or no page to show. */
export async function withChromium(measure: (bench: Bench) => Promise<Outcome>): Promise<Outcome> {
  if (!existsSync(CHROMIUM)) return notRun('no Chromium on this machine');
  if (!existsSync(`${TV_FOLDER}index.html`)) return notRun('the TV page is not built: npm run build');
  const browser = await launch();
  try {
    return await withFolder((folder) => withChildren((keep) => measure({ browser, folder, keep })));
  } finally {
    await browser.close();
  }
}

/** Runs a function in the page before its own scripts. It may use nothing but what it is given. */
export async function inject<T>(page: Page, run: (given: T) => void, given: T): Promise<void> {
  // What the compiler leaves in functions that are sent to a page, to keep their names.
  await page.addInitScript('globalThis.__name = (named) => named;');
  // Text, since the types of Playwright take nothing that they cannot unbox.
  await page.addInitScript(`(${run.toString()})(${JSON.stringify(given)})`);
}
