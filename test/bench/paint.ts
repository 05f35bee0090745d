// Part 5: from the start of a POST to the glass of one TV in real Chromium. A frame's time of presentation is taken by
// Element Timing: when the board has a new rev, a fresh block of text is drawn in the same frame, and the browser
// reports when that was presented: never early, at most 4 ms late.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { withChromium, type Bench } from './chromium.ts';
import { Connection } from './connection.ts';
import type { Outcome, Part } from './figure.ts';
import { stampFrames } from './frame-stamps.ts';
import { PAIR_NOTE, postDeal, startPair, type Side } from './pair.ts';
import { across, interleave, spreadOf, type Spread } from './statistics.ts';
import { ms } from './table.ts';

const ROUNDS = 5;
const POSTS = 30;
/** Posts come at random intervals, so that they meet the screen's refresh at every phase. */
const PAUSE_MS = { least: 120, spread: 60 };
const SETTLE_MS = 1_500;
interface Painted extends Spread {
  /** How far the page's clock is ahead of ours. */
  offsetMs: number;
  lost: number;
}

export const paint: Part = {
  name: 'paint',
  title: 'POST sent → row painted on one TV in Chromium, beside the tutorial stack',
  run: () => withChromium(measure),
};

async function measure({ browser, folder, keep }: Bench): Promise<Outcome> {
  const { ours, theirs } = await startPair(folder, keep);
  const rounds = await interleave(ROUNDS, {
    ours: () => paintOneByOne(browser, ours),
    theirs: () => paintOneByOne(browser, theirs),
  });
  return outcome(rounds.ours, rounds.theirs, browser.version());
}

async function paintOneByOne(browser: Browser, side: Side): Promise<Painted> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(stampFrames);
  await page.goto(side.url);
  await page.waitForSelector('main[data-rev]', { state: 'attached' });
  await sleep(SETTLE_MS);
  const connection = await Connection.open(side.target);
  const posts: { rev: number; sentAt: number }[] = [];
  for (let post = 0; post < POSTS; post += 1) {
    posts.push(await postDeal(connection, side));
    await sleep(PAUSE_MS.least + Math.random() * PAUSE_MS.spread);
  }
  connection.close();
  const offsetMs = await clockOffset(page);
  const stamps = await page.evaluate(() => window.frameStamps);
  await page.close();
  const revs = Object.keys(stamps).map(Number);
  const delays = posts.flatMap(({ rev, sentAt }) => {
    // A frame may hold more than one deal.
    const shown = Math.min(...revs.filter((one) => one >= rev));
    const presentedAt = stamps[shown];
    return presentedAt === undefined ? [] : [presentedAt - performance.timeOrigin - sentAt];
  });
  return { ...spreadOf(delays), offsetMs, lost: posts.length - delays.length };
}

/** How far the page's clock is ahead of ours, by the fastest of many questions. */
async function clockOffset(page: Page): Promise<number> {
  let best = { roundTrip: Number.POSITIVE_INFINITY, offset: 0 };
  for (let turn = 0; turn < 60; turn += 1) {
    const askedAt = performance.timeOrigin + performance.now();
    const theirs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const roundTrip = performance.timeOrigin + performance.now() - askedAt;
    if (roundTrip < best.roundTrip) best = { roundTrip, offset: theirs - askedAt - roundTrip / 2 };
  }
  return best.offset;
}

function outcome(ours: Painted[], theirs: Painted[], version: string): Outcome {
  const figures = (['p50', 'p99'] as const).map((part) => {
    const our = across(ours, (round) => round[part]);
    const their = across(theirs, (round) => round[part]);
    const name = `POST sent → row painted, ${part}: times sooner`;
    return { name, ours: ms(our), reference: ms(their), ratio: their / our, goal: null };
  });
  const all = [...ours, ...theirs];
  const offset = Math.max(...all.map(({ offsetMs }) => Math.abs(offsetMs)));
  const lost = all.reduce((sum, round) => sum + round.lost, 0);
  return {
    figures,
    notes: [
      `Chromium ${version}, software drawing, 1920 × 1080; ${PAIR_NOTE}`,
      `${POSTS} posts a round: p99 is its worst; clocks of page and bench at most ${ms(offset)} apart; ${lost} stamps lost`,
    ],
  };
}
