// Part: a week of the wall in minutes. A recorded week is played 500 times as fast to the real server and a real page,
// whose clocks both run at that rate; what the page holds after its first hour is held against what it holds at the end.
// The page's nightly reload is refused, so that nothing it leaves behind is gone by the morning.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { addRep, addTeam, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import { pairScreen } from '../kit/screens.ts';
import { openWire, type Wire } from '../kit/wire.ts';
import { withChromium } from './chromium.ts';
import { hasten, startFastTime, type FastTime } from './fast-time.ts';
import type { Figure, Outcome, Part } from './figure.ts';
import { holdingOf, watchWall, type Holding, type Sights } from './holding.ts';
import { count } from './table.ts';
import { DAY_MS, HOUR_MS, MONDAY, playlistOf, recordWeek, ROWS_ALONE, type Step } from './week-record.ts';

const RATE = 500;
const REPS = 12;
/** What the office has sold before: lists that are full from the start do not grow for good reasons. */
const BEFORE = 240;
const WHOLE = 7;
/** In a run of all parts. */
const SHORT = 1;

export const week: Part = {
  name: 'week',
  title: `A week of the wall at ${RATE}×, what the page holds at the end beside what it held after the first hour`,
  run: (isNamed) => withChromium(({ browser }) => measure(browser, isNamed ? WHOLE : SHORT)),
};

/** An office that is played, and what it takes to play it. */
interface Play {
  app: TestApp;
  time: FastTime;
  wire: Wire;
  reps: string[];
  playlistId: string;
  token: string;
  /** The last deal that still stands. */
  lastDeal: string;
  did: Record<Step['type'], number>;
}

async function measure(browser: Browser, days: number): Promise<Outcome> {
  const time = startFastTime(MONDAY, RATE);
  const play = await openOffice(time);
  const ticking = setInterval(() => play.app.clock.moveTo(time.now()), 2);
  try {
    const page = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await hasten(page, time);
    const { token } = play;
    await page.addInitScript((kept) => localStorage.setItem('winboard.tv.address', kept), JSON.stringify({ token }));
    await page.goto(`${play.wire.url}/`);
    // Not `waitForSelector`: the row that it gives would hold all rows for as long as the page is there.
    await page.locator('main[data-rev] .row').first().waitFor();
    const session = await page.context().newCDPSession(page);
    const refused = await refuseReloads(session);
    const sights = await watchWall(page);
    const holdings = await playDays(play, session, days);
    const isRight = await showsAll(page, play.app);
    return outcome(play, { holdings, days, errors, isRight, sights: await sights(), refused: refused() });
  } finally {
    clearInterval(ticking);
    play.wire.cut();
    await play.app.close();
  }
}

async function openOffice(time: FastTime): Promise<Play> {
  const app = await startApp({ displayDir: DISPLAY_DIR, now: time.now() });
  await app.setUp();
  await app.call('PATCH', '/api/office', { defaultQuota: '5000000000' });
  const teams = [await addTeam(app, 'Hà Nội'), await addTeam(app, 'Sài Gòn'), await addTeam(app, 'Đà Nẵng')];
  const reps: string[] = [];
  for (let rep = 0; rep < REPS; rep += 1) {
    reps.push(await addRep(app, `Nguyễn Văn ${rep}`, { teamId: teams[rep % teams.length] ?? null }));
  }
  let lastDeal = '';
  for (let deal = 0; deal < BEFORE; deal += 1) {
    const closedAt = new Date(MONDAY - (1 + deal / 6) * DAY_MS).toISOString();
    const amount = String((5 + ((deal * 37) % 90)) * 1_000_000);
    lastDeal = (await postDeal(app, { rep: reps[deal % REPS] ?? '', amount, closedAt })).deal.id;
  }
  const playlist = await app.call<{ id: string }>('POST', '/api/playlists', playlistOf(0));
  const { token } = await pairScreen(app, { playlistId: playlist.body.id });
  const wire = await openWire(app.url);
  const did = { win: 0, void: 0, correct: 0, cut: 0, restart: 0, playlist: 0 };
  return { app, time, wire, reps, playlistId: playlist.body.id, token, lastDeal, did };
}

/** The night's reload asks for the page: with "no content" a browser stays where it is. */
async function refuseReloads(session: CDPSession): Promise<() => number> {
  let refused = 0;
  session.on('Fetch.requestPaused', ({ requestId }) => {
    refused += 1;
    void session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  return () => refused;
}

/** Plays the days; gives what the page held at 10:00 of the first, and of every one after it. */
async function playDays(play: Play, session: CDPSession, days: number): Promise<Holding[]> {
  const steps = recordWeek(days);
  const holdings: Holding[] = [];
  for (let day = 0; day <= days; day += 1) {
    await playUntil(play, steps, MONDAY + day * DAY_MS + HOUR_MS);
    await setPlaylist(play, ROWS_ALONE);
    holdings.push(await holdingOf(session));
    await setPlaylist(play, playlistOf(day));
  }
  return holdings;
}

/** Plays what is due until then, and waits for that instant. */
async function playUntil(play: Play, steps: Step[], endsAt: number): Promise<void> {
  for (let [next] = steps; next && next.at < endsAt; [next] = steps) {
    steps.shift();
    await play.time.until(next.at);
    play.app.clock.moveTo(play.time.now());
    await take(play, next);
    play.did[next.type] += 1;
  }
  await play.time.until(endsAt);
}

async function take(play: Play, step: Step): Promise<void> {
  const { app, time, wire } = play;
  switch (step.type) {
    case 'win': {
      const rep = play.reps[step.rep % REPS] ?? '';
      play.lastDeal = (await postDeal(app, { rep, amount: String(step.millions * 1_000_000) })).deal.id;
      break;
    }
    case 'void':
      await app.call('POST', `/api/deals/${play.lastDeal}/void`, { reason: 'khách đổi ý' });
      break;
    case 'correct':
      await app.call('POST', `/api/deals/${play.lastDeal}/correct`, {
        reason: 'nhầm số',
        amount: String(step.millions * 1_000_000),
      });
      break;
    case 'cut':
      wire.cut();
      await time.until(step.at + step.ms);
      await wire.mend();
      break;
    case 'restart':
      await restart(play);
      break;
    case 'playlist':
      await setPlaylist(play, playlistOf(step.turn));
      break;
  }
}

async function setPlaylist({ app, playlistId }: Play, body: object): Promise<void> {
  const { status } = await app.call('PUT', `/api/playlists/${playlistId}`, body);
  if (status >= 300) throw new Error(`the playlist was answered with ${status}`);
}

/** The same office on the same port again. */
async function restart(play: Play): Promise<void> {
  const { app, time } = play;
  await app.stop();
  play.app = await startApp({
    dataDir: app.dataDir,
    displayDir: DISPLAY_DIR,
    now: time.now(),
    config: { port: Number(new URL(app.url).port) },
  });
  play.app.cookie = app.cookie;
}

/** Whether the wall stands where the server does. */
async function showsAll(page: Page, app: TestApp): Promise<boolean> {
  const rev = await page.evaluate(() => document.querySelector('main')?.dataset['rev']);
  return Number(rev) === app.parts.boards.snapshot('main').standings.rev;
}

interface Seen {
  /** At 10:00 of every day. */
  holdings: Holding[];
  days: number;
  errors: string[];
  isRight: boolean;
  sights: Sights;
  refused: number;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

const NOTHING: Holding = { heap: 0, code: 0, nodes: 0, listeners: 0 };

function outcome({ did }: Play, { holdings, days, errors, isRight, sights, refused }: Seen): Outcome {
  const [first, last] = [holdings[0] ?? NOTHING, holdings.at(-1) ?? NOTHING];
  const figure = (name: string, read: (holding: Holding) => number, text: (value: number) => string): Figure => ({
    name: `${days === 1 ? 'a day' : `${days} days`}: ${name}`,
    ours: text(read(last)),
    reference: text(read(first)),
    ratio: read(last) / read(first),
    goal: { atMost: 1.1 },
  });
  return {
    figures: [
      figure('JavaScript heap, with the engine’s compiled code', ({ heap }) => heap, megabytes),
      figure('JavaScript heap without it', ({ heap, code }) => heap - code, megabytes),
      figure('DOM nodes', ({ nodes }) => nodes, count),
      figure('event listeners', ({ listeners }) => listeners, count),
    ],
    notes: [
      ...(days < WHOLE ? [`SHORTENED to ${days} of ${WHOLE} days: npm run bench -- week plays all of them`] : []),
      `seen: ${count(sights.scenes)} scenes of ${sights.kinds} kinds, ${count(sights.celebrations)} celebrations; ` +
        `${errors.length} page errors${errors.length > 0 ? `: ${[...new Set(errors)].join(' | ')}` : ''}`,
      `played: ${did.win} wins, ${did.void} voids, ${did.correct} corrections, ${did.cut} cuts, ${did.restart} restarts, ` +
        `${did.playlist} playlists; ${refused} nightly reloads refused, so that the page is as old as the week`,
      `at 10:00, day by day: ${holdings.map(({ heap, code }) => `${megabytes(heap)} (code ${megabytes(code)})`).join(', ')}`,
      `elements and texts: ${holdings.map(({ nodes }) => nodes).join(', ')}`,
      isRight ? 'at the end the wall shows what the server has' : 'AT THE END THE WALL IS WRONG',
    ],
  };
}
