// `npm run shots -- FOLDER [words…]`: pictures of every scene at every size, in both languages, all themes, all offices.
// Words choose: pictures whose name has all of them are taken ("race en 1920x1080"); "a|b" is either. The word "phone"
// is in the names of the phone's own, which come in two sizes.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DATABASE } from '../../server/app.ts';
import { fillHistory } from '../../server/demo/history.ts';
import type { PreviewMessage } from '../../shared/preview.ts';
import {
  DEFAULT_PLAYLIST,
  itemOf,
  LAYOUTS,
  SCENES,
  type PlaylistItem,
  type PlaylistLayout,
} from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, DEFAULT_WALL, THEMES, type Theme } from '../../shared/screen.ts';
import { cookieOf, makeDataDir, startApp, type TestApp } from '../kit/app.ts';
import { pairScreen } from '../kit/screens.ts';
import { launch, open } from '../kit/browser.ts';
import { DISPLAY_DIR, setup as buildDisplay } from '../kit/build.ts';
import { OFFICES, type ShotOffice } from './offices.ts';
import { takePhones } from './phone.ts';

const SIZES = ['960x540', '1280x720', '1920x1080', '3840x2160', '1080x1920', '2560x1080'];
const LOCALES = ['vi', 'en'] as const;
const WINS = ['win-1', 'win-2', 'win-3'] as const;

interface Shot {
  office: string;
  size: string;
  scene: string;
  layout: PlaylistLayout;
  locale: 'vi' | 'en';
  theme: Theme;
}

function everyShot(): Shot[] {
  const all: Shot[] = [];
  for (const office of Object.keys(OFFICES))
    for (const size of SIZES)
      for (const layout of LAYOUTS)
        for (const scene of [...SCENES, ...WINS])
          for (const locale of LOCALES)
            for (const theme of THEMES) all.push({ office, size, layout, scene, locale, theme });
  const isWin = ({ scene }: Shot): boolean => scene.startsWith('win');
  // The ranking and a win look alike in either layout; a win stays over the wall for a while and comes last.
  return all
    .filter((shot) => shot.layout === 'side' || (shot.scene !== 'leaderboard' && !isWin(shot)))
    .sort((a, b) => Number(isWin(a)) - Number(isWin(b)));
}

function nameOf({ office, size, layout, scene, locale, theme }: Shot): string {
  return [office, scene, layout, size, locale, theme].join(' ');
}

function matches(name: string, word: string): boolean {
  const parts = name.split(' ');
  return word.split('|').some((one) => parts.includes(one));
}

async function takeOffice(
  browser: Browser,
  folder: string,
  office: ShotOffice,
  ofOffice: readonly Shot[],
): Promise<void> {
  const dataDir = makeDataDir();
  const now = Date.parse(office.at);
  const keys = await fillHistory(join(dataDir, DATABASE), now, office.sample);
  const app = await startApp({ dataDir, now, displayDir: DISPLAY_DIR });
  try {
    const token = await openScreen(app, keys, office);
    for (const size of new Set(ofOffice.map((shot) => shot.size))) {
      const [width = 0, height = 0] = size.split('x').map(Number);
      const page = await open(browser, `${app.url}/#token=${token}&preview=1`, { width, height });
      await page.waitForSelector('.wall');
      for (const shot of ofOffice.filter((one) => one.size === size)) await take(page, folder, shot, office);
      if (page.errors.length > 0) throw new Error(page.errors.join('\n'));
      await page.context().close();
    }
  } finally {
    await app.close();
  }
}

/** A screen that is set as this office has it; gives its token. */
async function openScreen(
  app: TestApp,
  { email, password }: { email: string; password: string },
  { settings }: ShotOffice,
): Promise<string> {
  app.cookie = cookieOf(await app.call('POST', '/api/session', { email, password }));
  return (await pairScreen(app, settings)).token;
}

/** A win is seen when its confetti is in the air. */
const WIN_MS = 1900;

async function take(page: Page, folder: string, shot: Shot, office: ShotOffice): Promise<void> {
  const level = WINS.findIndex((win) => win === shot.scene);
  const items = level === -1 ? [sceneItem(shot.scene as PlaylistItem['scene'])] : [itemOf('race', 60)];
  const message: PreviewMessage = {
    type: 'winboard:preview',
    config: {
      screen: { id: 'shot', name: 'Shot' },
      settings: { ...DEFAULT_SCREEN, ...office.settings, locale: shot.locale, theme: shot.theme },
      playlist: { ...DEFAULT_PLAYLIST, layout: shot.layout, items },
      wall: DEFAULT_WALL,
    },
    scene: 0,
    ...(level !== -1 && { celebrate: (level + 1) as 1 | 2 | 3 }),
  };
  await page.emulateMedia({ reducedMotion: level === -1 ? 'reduce' : 'no-preference' });
  await page.evaluate((said) => window.postMessage(said, window.location.origin), message);
  // Another privacy takes the board off the glass until the server has given the new one.
  await page.waitForSelector('.wall');
  await page.evaluate(() => document.fonts.ready);
  if (level !== -1) await page.waitForSelector('.celebration');
  // Two frames on, the scene is on the glass.
  await page.waitForTimeout(level === -1 ? 260 : WIN_MS);
  await page.screenshot({ path: join(folder, `${nameOf(shot).replaceAll(' ', '_')}.png`) });
}

function sceneItem(scene: PlaylistItem['scene']): PlaylistItem {
  if (scene !== 'announcement') return itemOf(scene, 60);
  return {
    ...itemOf(scene, 60),
    title: 'Tiệc cuối năm · Year-end party',
    text: 'Thứ Bảy 19/12, 18:00\nNhà hàng Sen Hồ Tây, tầng 3\nAi đạt chỉ tiêu được mang theo cả nhà.',
  };
}

const [folder, ...words] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where to: npm run shots -- FOLDER [words…]');

const isWanted = (name: string): boolean => words.every((word) => matches(name, word));
const shots = everyShot().filter((shot) => isWanted(nameOf(shot)));
mkdirSync(folder, { recursive: true });
buildDisplay();
const browser = await launch();
let phones = 0;
try {
  for (const [name, office] of Object.entries(OFFICES)) {
    const ofOffice = shots.filter((shot) => shot.office === name);
    if (ofOffice.length > 0) await takeOffice(browser, folder, office, ofOffice);
  }
  phones = await takePhones(browser, folder, isWanted);
} finally {
  await browser.close();
}
process.stdout.write(`${shots.length + phones} pictures in ${resolve(folder)}\n`);
