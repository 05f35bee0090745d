// Part: fifty deals in one second, on the wall of an office with forty reps.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { withChromium, type Bench } from './chromium.ts';
import { Connection } from './connection.ts';
import type { Outcome, Part } from './figure.ts';
import { dealBodies, fill } from './load.ts';
import { startProduct, type Product } from './product.ts';
import { smoothnessOf } from './smoothness.ts';

const REPS = 40;
const FILL = 400;
const DEALS = 50;
const EVERY_MS = 1000 / DEALS;
/** The second of the burst, and the motion after it. */
const WINDOW_TURNS = 150;
const SETTLE_MS = 4_000;

export const burst: Part = {
  name: 'burst',
  title: `${DEALS} deals within a second on one wall, beside the same wall at rest`,
  run: () => withChromium(measure),
};

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const product = keep(await startProduct(folder, REPS));
  const target = { port: product.port, path: '/api/deals', token: product.token };
  const nextBody = dealBodies(product.reps);
  await fill(target, nextBody, FILL);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`http://127.0.0.1:${product.port}/#token=${product.token}&preview=1`);
  await page.waitForSelector('.row:not(.row--away)');
  await sleep(SETTLE_MS);
  const times = { times: WINDOW_TURNS, everyMs: EVERY_MS };
  const rest = await smoothnessOf(page, { ...times, act: () => Promise.resolve() });
  const connection = await Connection.open(target);
  let posted = 0;
  const wall = await smoothnessOf(page, {
    ...times,
    act: () => {
      posted += 1;
      return posted > DEALS ? Promise.resolve() : connection.ask(nextBody());
    },
  });
  const isRight = await untilRight(page, product);
  connection.close();
  return {
    figures: [
      {
        name: 'frames per second, from the first deal until the rows rest',
        ours: wall.fps.toFixed(1),
        reference: rest.fps.toFixed(1),
        ratio: wall.fps / rest.fps,
        goal: { atLeast: 0.9 },
      },
    ],
    notes: [
      `${wall.lost} frames lost (at rest ${rest.lost}), ${wall.longTasks} long tasks, longest ${wall.longestMs.toFixed(0)} ms`,
      isRight ? 'at the end the wall shows what the server has' : 'AT THE END THE WALL IS WRONG',
    ],
  };
}

const RIGHT_MS = 10_000;

/** Whether the wall comes to show the server's first rows: their values are compared, in order. */
async function untilRight(page: Page, { port, token }: Product): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/boards/main`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { standings } = (await response.json()) as { standings: { rows: { name: string }[] } };
  const names = standings.rows.slice(0, 3).map(({ name }) => name);
  const endsAt = Date.now() + RIGHT_MS;
  while (Date.now() < endsAt) {
    const shown = await page.$$eval('.row', (rows) =>
      (rows as HTMLElement[])
        .sort((a, b) => Number(a.dataset['place']) - Number(b.dataset['place']))
        .slice(0, 3)
        .map((row) => row.querySelector('.name')?.textContent),
    );
    if (JSON.stringify(shown) === JSON.stringify(names)) return true;
    await sleep(200);
  }
  return false;
}
