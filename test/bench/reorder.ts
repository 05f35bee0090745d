// Part: twenty rows that change places every second, on a slow processor, beside the same motion on a bare page.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { withChromium, type Bench } from './chromium.ts';
import { Connection } from './connection.ts';
import type { Figure, Outcome, Part } from './figure.ts';
import { startProduct, type Product } from './product.ts';
import { smoothnessOf, throttle, type Smoothness } from './smoothness.ts';

const REPS = 20;
const SECONDS = 30;
const RATES = [4, 6];
const SETTLE_MS = 4_000;
const BARE = new URL('./reference/reorder.html', import.meta.url);

export const reorder: Part = {
  name: 'reorder',
  title: `${REPS} rows in a new order every second for ${SECONDS} s, beside a bare page that moves as many by transform`,
  run: () => withChromium(measure),
};

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const product = keep(await startProduct(folder, REPS));
  const climb = await climber(product);
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const rate of RATES) {
    const bare = await onPage(browser, fileURLToPath(BARE), rate, (page) => page.evaluate('reorder()'));
    const wall = await onPage(browser, wallOf(product), rate, climb);
    figures.push({
      name: `${rate}× slower processor: frames per second`,
      ours: wall.fps.toFixed(1),
      reference: bare.fps.toFixed(1),
      ratio: wall.fps / bare.fps,
      goal: { atLeast: 0.9 },
    });
    notes.push(
      `${rate}×: long tasks ${wall.longTasks} (longest ${wall.longestMs.toFixed(0)} ms), ` +
        `bare page ${bare.longTasks} (${bare.longestMs.toFixed(0)} ms)`,
    );
  }
  notes.push(`Chromium ${browser.version()}, software drawing, 1920 × 1080, with the playlist beside the rows`);
  return { figures, notes };
}

/** As an editor's preview: without celebrations, which would cover the rows. */
function wallOf({ port, token }: Product): string {
  return `http://127.0.0.1:${port}/#token=${token}&preview=1`;
}

async function onPage(
  browser: Browser,
  address: string,
  rate: number,
  act: (page: Page) => Promise<unknown>,
): Promise<Smoothness> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(address.startsWith('http') ? address : `file://${address}`);
  await page.waitForSelector('.row:not(.row--away)');
  await sleep(SETTLE_MS);
  await throttle(page, rate);
  const smoothness = await smoothnessOf(page, { times: SECONDS, everyMs: 1000, act: () => act(page) });
  await page.close();
  return smoothness;
}

/** Posts a deal that takes the last to the top. */
async function climber({ port, token, reps }: Product): Promise<() => Promise<unknown>> {
  const connection = await Connection.open({ port, path: '/api/deals', token });
  let turn = 0;
  const post = async (): Promise<void> => {
    turn += 1;
    const body = {
      id: `climbing-${turn}`,
      rep: reps[turn % REPS],
      amount: String(turn * 1_000_000),
      customer: 'An Phát',
    };
    const answer = await connection.ask(JSON.stringify(body));
    if (answer.status !== 201) throw new Error(`a deal was answered with ${answer.status}: ${answer.body}`);
  };
  for (let first = 0; first < REPS; first += 1) await post();
  return post;
}
