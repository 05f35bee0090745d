// What a browser test of the wall needs: an office, its screens, and what is to be seen on the glass.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SceneKind } from '../../shared/scenes.ts';
import type { ScreenBody } from '../../shared/schemas/screens.ts';
import { addRep, addTeam, startApp, type TestApp } from './app.ts';
import type { Address } from './browser.ts';
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
