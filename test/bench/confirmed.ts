// Part: from the thumb's tap to the golden answer on the phone, over a link of 20 ms, beside the same tap on a page that
// does nothing but one fetch to a bare Fastify.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { COOKIE } from '../../server/auth.ts';
import { startReference } from './child.ts';
import { withChromium, type Bench } from './chromium.ts';
import type { Outcome, Part } from './figure.ts';
import { dealBodies, fill } from './load.ts';
import { startProduct, startServer } from './product.ts';
import { signInReps } from './signed-in.ts';
import { interleave, quantile } from './statistics.ts';
import { ms } from './table.ts';

const LATENCY_MS = 20;
const REPS = 50;
const DEALS = 10_000;
const TAPS = 40;

export const confirmed: Part = {
  name: 'confirmed',
  title: `Tap → confirmed on the phone, ${LATENCY_MS} ms of network, beside one bare fetch to a bare Fastify`,
  run: () => withChromium(measure),
};

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const dataDir = join(folder, 'product');
  mkdirSync(dataDir);
  const product = keep(await startProduct(dataDir, REPS));
  await fill({ port: product.port, path: '/api/deals', token: product.token }, dealBodies(product.reps), DEALS);
  await product.stop();
  const [rep] = signInReps(dataDir, product.reps.slice(0, 1));
  const server = keep(await startServer(dataDir));
  const bare = keep(await startReference('bare'));
  const phone = await openPhone(browser, `http://127.0.0.1:${server.port}/win`, rep?.secret ?? '');
  const plain = await openBare(browser, `http://127.0.0.1:${bare.port}/`);
  const taps = await interleave(TAPS, { ours: () => postWin(phone), bare: () => tap(plain, 'button', 'output') });
  const [ours, reference] = [quantile(taps.ours, 0.5), quantile(taps.bare, 0.5)];
  return {
    figures: [
      {
        name: 'median',
        ours: ms(ours),
        reference: ms(reference),
        ratio: ours / reference,
        goal: { atMost: 1.5 },
      },
      {
        name: 'p90',
        ours: ms(quantile(taps.ours, 0.9)),
        reference: ms(quantile(taps.bare, 0.9)),
        ratio: quantile(taps.ours, 0.9) / quantile(taps.bare, 0.9),
        goal: null,
      },
    ],
    notes: [
      'ours: the win is kept in IndexedDB first, then posted, committed (fsync), ranked and answered with the new rank',
      `${TAPS} taps each, from the click to the answer in the page; the latency is Chromium’s own emulation`,
    ],
  };
}

async function openPage(browser: Browser, url: string, secret: string | null): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN' });
  if (secret !== null) await context.addCookies([{ name: COOKIE, value: secret, url }]);
  const page = await context.newPage();
  await page.goto(url);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  return page;
}

async function openPhone(browser: Browser, url: string, secret: string): Promise<Page> {
  const page = await openPage(browser, url, secret);
  await page.waitForSelector('.win-form');
  return page;
}

/** A page of the bare server’s own origin with one button. */
async function openBare(browser: Browser, url: string): Promise<Page> {
  const page = await openPage(browser, url, null);
  await page.evaluate(() => {
    document.body.innerHTML = '<button>post</button>';
    document.querySelector('button')?.addEventListener('click', () => {
      document.querySelector('output')?.remove();
      const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('');
      const body = JSON.stringify({ id, rep: '1', amount: '5000000', customer: 'An Phát', product: '', kind: 'new' });
      void fetch('/deals', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        .then((answer) => answer.json())
        .then((answer) => {
          const output = document.createElement('output');
          output.textContent = JSON.stringify(answer);
          document.body.append(output);
          return output;
        });
    });
  });
  return page;
}

async function postWin(page: Page): Promise<number> {
  for (const key of ['5', '000', '000']) await page.locator('.win-form').getByText(key, { exact: true }).click();
  await page.fill('[data-fault="customer"]', 'An Phát');
  const took = await tap(page, '.win-form .win-send', '.result-gold');
  await page.click('.result-actions .win-send');
  await page.waitForSelector('.win-form');
  return took;
}

/** Clicks in the page itself and waits for what says that it has arrived; ms. */
function tap(page: Page, button: string, sign: string): Promise<number> {
  return page.evaluate(
    ([what = '', until = '']) =>
      new Promise<number>((resolve) => {
        const startedAt = performance.now();
        const old = document.querySelector(until);
        const watch = new MutationObserver(() => {
          const found = document.querySelector(until);
          if (!found || found === old) return;
          watch.disconnect();
          resolve(performance.now() - startedAt);
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        document.querySelector<HTMLElement>(what)?.click();
      }),
    [button, sign],
  );
}
