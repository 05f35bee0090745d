// Part: from the start of a load until the first rows are painted, on a slow processor: on a TV that has been here
// before, which draws the board that it keeps without waiting for the server, and on one that knows nothing but its
// token. Each beside a bare page of the same weight.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { writeBarePage } from './bare-page.ts';
import { startReference } from './child.ts';
import { inject, withChromium, type Bench } from './chromium.ts';
import type { Figure, Outcome, Part } from './figure.ts';
import { stampFirstRows, type FirstRows } from './first-rows.ts';
import { dealBodies, fill } from './load.ts';
import { pairScreens } from './paired.ts';
import { startProduct, startServer } from './product.ts';
import { throttle } from './smoothness.ts';
import { across, interleave, quantile } from './statistics.ts';
import { ms } from './table.ts';

const RATE = 6;
const LOADS = 9;
const REPS = 20;
const DEALS = 400;
/** The design's: a TV that has been here before has rows within this of its start. */
const BOOT_MS = 1_000;
/** Browsers keep compiled scripts from the third load on. */
const VISITS = 3;

export const firstPaint: Part = {
  name: 'first-paint',
  title: `Load → first rows painted, ${RATE}× slower processor, beside a bare page of the same files, bytes and elements`,
  run: () => withChromium(measure),
};

/** A page, and what a paired TV keeps of its own. */
interface Place {
  url: string;
  token: string | null;
}

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const [dataDir, bareDir] = [join(folder, 'data'), join(folder, 'bare')];
  mkdirSync(dataDir);
  const product = keep(await startProduct(dataDir, REPS));
  const { port, token: poster, reps } = product;
  await fill({ port, path: '/api/deals', token: poster }, dealBodies(reps), DEALS);
  await product.stop();
  const [token = ''] = pairScreens(dataDir, 1);
  const server = keep(await startServer(dataDir));
  const wall: Place = { url: `http://127.0.0.1:${server.port}/`, token };
  const known = await contextOf(browser, wall);
  const weight = await visitUntilKept(known, wall);
  writeBarePage(bareDir, weight);
  const bare: Place = { url: `http://127.0.0.1:${keep(await startReference('page', [bareDir])).port}/`, token: null };
  const knownBare = await contextOf(browser, bare);
  for (let visit = 0; visit < VISITS; visit += 1) {
    await load(known, wall);
    await load(knownBare, bare);
  }
  const loads = await interleave(LOADS, {
    kept: () => load(known, wall),
    keptBare: () => load(knownBare, bare),
    cold: () => loadCold(browser, wall),
    coldBare: () => loadCold(browser, bare),
  });
  const mute = await load(known, wall, (page) => page.routeWebSocket(/.*/, () => undefined));
  return outcome(loads, mute, `Chromium ${browser.version()}`);
}

async function contextOf(browser: Browser, { token }: Place): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  if (token !== null) {
    await context.addInitScript((kept) => {
      const key = 'winboard.tv.address';
      if (localStorage.getItem(key) === null) localStorage.setItem(key, kept);
    }, JSON.stringify({ token }));
  }
  return context;
}

/** The first visit, until the device keeps the board; gives what the page weighs. */
async function visitUntilKept(context: BrowserContext, { url }: Place) {
  const page = await context.newPage();
  await inject(page, stampFirstRows, null);
  await page.goto(url);
  const { at, nodes, rows } = await page.evaluate(() => window.firstRows);
  const files = await page.evaluate((before) => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const early = entries.filter(({ startTime }) => startTime < before);
    const sizes = (ending: RegExp): number[] =>
      early.filter(({ name }) => ending.test(name)).map(({ decodedBodySize }) => decodedBodySize);
    const [html] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
    return { html: html?.decodedBodySize ?? 0, scripts: sizes(/\.js$/), styles: sizes(/\.css$/) };
  }, at);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('winboard.tv.board')));
  await page.close();
  return { ...files, nodes, rows };
}

/** One load in a fresh page; `prepare` may take something away from it. */
async function load(
  context: BrowserContext,
  { url }: Place,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<FirstRows> {
  const page = await context.newPage();
  await inject(page, stampFirstRows, null);
  await prepare(page);
  await throttle(page, RATE);
  await page.goto(url);
  const rows = await page.evaluate(() => window.firstRows);
  await page.close();
  return rows;
}

async function loadCold(browser: Browser, place: Place): Promise<FirstRows> {
  const context = await contextOf(browser, place);
  const rows = await load(context, place);
  await context.close();
  return rows;
}

type Loads = Record<'kept' | 'keptBare' | 'cold' | 'coldBare', FirstRows[]>;

function outcome(loads: Loads, mute: FirstRows, version: string): Outcome {
  const at = (name: keyof Loads): number => across(loads[name], (one) => one.at);
  const figure = (name: string, ours: number, reference: number, atMost: number | null): Figure => ({
    name,
    ours: ms(ours),
    reference: ms(reference),
    ratio: ours / reference,
    goal: atMost === null ? null : { atMost },
  });
  const spread = (name: keyof Loads): string => {
    const all = loads[name].map((one) => one.at);
    return `${quantile(all, 0).toFixed(0)} to ${quantile(all, 1).toFixed(0)} ms`;
  };
  const [any = mute] = loads.kept;
  const ahead = loads.kept.filter(({ heardAt }) => heardAt === null).length;
  return {
    figures: [
      figure(`been here before: rows, beside ${BOOT_MS} ms`, at('kept'), BOOT_MS, 1),
      figure('been here before: rows, beside the bare page', at('kept'), at('keptBare'), null),
      figure('cold, paired: rows, beside the bare page', at('cold'), at('coldBare'), null),
    ],
    notes: [
      `${LOADS} loads each: before ${spread('kept')} (bare ${spread('keptBare')}), cold ${spread('cold')} (bare ${spread('coldBare')})`,
      `been here before: in ${ahead} of ${LOADS} loads the rows were there before the socket first spoke; with a socket ` +
        `that never opens ${ms(mute.at)}`,
      `${any.rows} rows, ${any.nodes} elements; ${version}, software drawing, 1920 × 1080, server and browser on one machine`,
    ],
  };
}
