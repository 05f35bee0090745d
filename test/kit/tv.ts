// What a browser test of the wall needs: an office, its screens, and what is to be seen on the glass.
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PreviewMessage } from '../../shared/preview.ts';
import { DEFAULT_PLAYLIST, itemOf, type Playlist, type SceneKind } from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, DEFAULT_WALL, type ScreenSettings } from '../../shared/screen.ts';
import type { ScreenBody } from '../../shared/schemas/screens.ts';
import { addRep, addTeam, startApp, type TestApp } from './app.ts';
import { open, type Address, type OpenOptions } from './browser.ts';
import { DISPLAY_DIR } from './build.ts';
import { pairScreen } from './screens.ts';
import { rowsSeen, smallTextsSeen } from './glass.ts';

/** A server with an office of these reps in one team. */
export async function openOffice(names: readonly string[]): Promise<{ app: TestApp; reps: string[] }> {
  const app = await startApp({ displayDir: DISPLAY_DIR });
  await app.setUp();
  const teamId = await addTeam(app, 'Hà Nội · Ễnh Ương');
  const reps: string[] = [];
  for (const name of names) reps.push(await addRep(app, name, { teamId }));
  return { app, reps };
}

/** A paired screen, and what opens it in a browser. */
export async function linkScreen(
  app: TestApp,
  screen: Partial<ScreenBody> = {},
): Promise<{ id: string; address: Address }> {
  const { id, token } = await pairScreen(app, screen);
  return { id, address: { url: `${app.url}/`, token } };
}

/** The code that a TV shows to be claimed by. */
export async function codeOn(page: Page): Promise<string> {
  const code = page.locator('.code');
  await expect.poll(() => code.getAttribute('aria-label'), { timeout: 10_000 }).toMatch(/^\w{6}$/);
  return (await code.getAttribute('aria-label')) ?? '';
}

/** The place of a scene while it is on. */
export function scene(page: Page, kind: SceneKind): Locator {
  return page.locator(`.stage[data-scene="${kind}"]`);
}

/** Ranks and names as the eye meets them, from the top. */
export function rowsOf(page: Page): Promise<string[]> {
  return page.evaluate(rowsSeen);
}

export async function untilRows(page: Page, expected: string[]): Promise<void> {
  await expect.poll(() => rowsOf(page), { timeout: 10_000 }).toEqual(expected);
}

/** Texts that could not be read across an office. */
export function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(smallTextsSeen);
}

/** The wall as the desk's preview shows it: any scene, at once, on nobody's screen. */
export async function openPreview(
  browser: Browser,
  app: TestApp,
  options: OpenOptions = {},
): Promise<Page & { errors: string[] }> {
  const token = (await app.token('board:read')).replace('Bearer ', '');
  const page = await open(browser, `${app.url}/#token=${token}&preview=1`, options);
  await page.waitForSelector('.wall');
  return page;
}

export interface Shown {
  playlist?: Partial<Playlist>;
  settings?: Partial<ScreenSettings>;
  /** A win of this level as well. */
  celebrate?: 1 | 2 | 3;
}

/** Puts a scene on a preview. */
export async function showScene(page: Page, kind: SceneKind, shown: Shown = {}): Promise<void> {
  const item = { ...itemOf(kind, 60), title: 'Tiệc cuối năm', text: 'Thứ Bảy, 18:00' };
  const message: PreviewMessage = {
    type: 'winboard:preview',
    config: {
      screen: null,
      settings: { ...DEFAULT_SCREEN, ...shown.settings },
      playlist: { ...DEFAULT_PLAYLIST, ...shown.playlist, items: [item] },
      wall: DEFAULT_WALL,
    },
    scene: 0,
    ...(shown.celebrate && { celebrate: shown.celebrate }),
  };
  await page.evaluate((said) => window.postMessage(said, window.location.origin), message);
}
