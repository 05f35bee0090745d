// Part: what a TV fetches before it can paint rows, and a phone before a win can be entered, as gzip sends it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { DESK_FOLDER, TV_FOLDER, withChromium, type Bench } from './chromium.ts';
import type { Figure, Outcome, Part } from './figure.ts';
import { MANAGER, startProduct } from './product.ts';

const TV_LIMIT_BYTES = 60_000;
const PHONE_LIMIT_BYTES = 70_000;
const REPS = 12;

interface Asset {
  name: string;
  bytes: number;
}

export const firstLoad: Part = {
  name: 'first-load',
  title:
    'TV: JavaScript and CSS before the first row is painted, beside 60 kB; phone: before the first touch, beside 70 kB',
  run: () => withChromium(measure),
};

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const { port, token } = keep(await startProduct(folder, REPS));
  const site = `http://127.0.0.1:${port}`;
  const tv = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await tv.goto(`${site}/#token=${token}`);
  await tv.waitForSelector('main[data-rev]', { state: 'attached' });
  const ofTv = sizesOf(TV_FOLDER, await fetchedBy(tv, '/tv/', true));
  await tv.close();

  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const { email, password } = MANAGER;
  await phone.request.post(`${site}/api/session`, { data: { email, password } });
  await phone.goto(`${site}/win`);
  await phone.waitForSelector('.win-form');
  await phone.waitForLoadState('networkidle');
  const ofPhone = sizesOf(DESK_FOLDER, await fetchedBy(phone, '/desk/', false));
  await phone.close();
  return {
    figures: [
      figure('TV: JavaScript and CSS before the first paint', ofTv, TV_LIMIT_BYTES),
      figure('phone: JavaScript and CSS before the first touch', ofPhone, PHONE_LIMIT_BYTES),
    ],
    notes: [...ofTv, ...ofPhone].map(({ name, bytes }) => `${name}: ${kilobytes(bytes)}`),
  };
}

/** The scripts and style sheets that a page has fetched, from its build's folder on; those before the first paint alone. */
function fetchedBy(page: Page, base: string, isBeforePaint: boolean): Promise<string[]> {
  return page.evaluate(
    ([from, isEarly]) => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const until = isEarly ? (paint?.startTime ?? Infinity) : Infinity;
      return performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => /\.(js|css)$/.test(name) && startTime < until)
        .map(({ name }) => new URL(name).pathname.replace(from, ''));
    },
    [base, isBeforePaint] as const,
  );
}

function sizesOf(folder: string, names: readonly string[]): Asset[] {
  return names.map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name))).length }));
}

function figure(name: string, assets: readonly Asset[], limit: number): Figure {
  const total = assets.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    name,
    ours: kilobytes(total),
    reference: kilobytes(limit),
    ratio: total / limit,
    goal: { atMost: 1 },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
