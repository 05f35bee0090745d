// Part: what a TV fetches before it can paint rows, as gzip sends it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TV_FOLDER, withChromium, type Bench } from './chromium.ts';
import type { Outcome, Part } from './figure.ts';
import { startProduct } from './product.ts';

const LIMIT_BYTES = 60_000;
const REPS = 12;

export const firstLoad: Part = {
  name: 'first-load',
  title: 'TV entry: JavaScript and CSS before the first row is painted, gzip, beside 60 kB',
  run: () => withChromium(measure),
};

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const { port, token } = keep(await startProduct(folder, REPS));
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`http://127.0.0.1:${port}/#token=${token}`);
  await page.waitForSelector('main[data-rev]', { state: 'attached' });
  const names = await page.evaluate(() => {
    const [row] = performance.getEntriesByName('first-contentful-paint');
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.(js|css)$/.test(name) && startTime < (row?.startTime ?? Infinity))
      .map(({ name }) => new URL(name).pathname.replace('/tv/', ''));
  });
  await page.close();
  const sizes = names.map((name) => ({ name, bytes: gzipSync(readFileSync(join(TV_FOLDER, name))).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    figures: [
      {
        name: 'JavaScript and CSS before the first paint',
        ours: kilobytes(total),
        reference: kilobytes(LIMIT_BYTES),
        ratio: total / LIMIT_BYTES,
        goal: { atMost: 1 },
      },
    ],
    notes: sizes.map(({ name, bytes }) => `${name}: ${kilobytes(bytes)}`),
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
