// A browser that is too old for the wall says so at once. Real Chromium stands in for it, with what it lacks taken away.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { postDeal, type TestApp } from '../kit/app.ts';
import { open, visit } from '../kit/browser.ts';
import { linkScreen, smallTexts } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

const LACKS = {
  'no modules (Chromium 53 to 60)': () => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'),
  'no ResizeObserver (Chromium 61 to 63)': () => Reflect.deleteProperty(window, 'ResizeObserver'),
};

async function openOn(app: TestApp, lack: () => unknown): Promise<Page & { errors: string[] }> {
  const { address } = await linkScreen(app);
  const page = await open(browser(), 'about:blank');
  page.on('console', (said) => {
    if (said.type() === 'error') page.errors.push(said.text());
  });
  await page.addInitScript(lack);
  await visit(page, address);
  return page;
}

const hintOpacity = (page: Page): Promise<string> =>
  page.locator('.opening-hint').evaluate((hint) => getComputedStyle(hint).opacity);

describe.each(Object.entries(LACKS))('a browser with %s', (_, lack) => {
  it('SC2 is told what to do in both languages, and stays with that', async () => {
    const { app, reps } = await openWall(['Anh']);
    await postDeal(app, { rep: reps[0] ?? '' });
    const page = await openOn(app, lack);
    expect(await hintOpacity(page)).toBe('1');
    const hint = (await page.locator('.opening-hint').textContent()) ?? '';
    expect(hint).toContain('Bảng này cần trình duyệt mới hơn');
    expect(hint).toContain('This board needs a newer browser');
    expect(await page.locator('.opening-hint').isVisible()).toBe(true);
    expect(await smallTexts(page)).toEqual([]);
    expect(await page.locator('.wall, .welcome').count()).toBe(0);
    expect(page.errors).toEqual([]);
  });

  it('is told where the wall’s own script cannot even be read', async () => {
    const { app } = await openWall(['Anh']);
    const page = await open(browser(), 'about:blank');
    await page.addInitScript(lack);
    await page.route('**/tv/assets/index-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let = is no script;' }),
    );
    await page.goto(app.url);
    expect(await hintOpacity(page)).toBe('1');
  });
});

it('a browser that can run the wall never sees the hint', async () => {
  const { app } = await openWall(['Anh']);
  const page = await openOn(app, () => undefined);
  await page.locator('.wall').waitFor();
  expect(await page.locator('.opening-hint').count()).toBe(0);
  expect(await page.locator('html.is-old-engine').count()).toBe(0);
  expect(page.errors).toEqual([]);
});

it('the script that looks is for every browser: no module, kept for ever by its name, in the oldest syntax', async () => {
  const { app } = await openWall([]);
  const html = await (await fetch(app.url)).text();
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((match) => match[1] ?? '');
  const [, address = ''] = /^ defer src="(\/tv\/assets\/old-engine-\w+\.js)"$/.exec(scripts[0] ?? '') ?? [];
  const answer = await fetch(app.url + address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/javascript/);
  expect(answer.headers.get('cache-control')).toMatch(/immutable/);
  const code = (await answer.text()).replaceAll(/\/\/.*$/gm, '');
  expect(code).toContain('is-old-engine');
  expect(code).not.toMatch(/=>|`|\b(const|let|class|import|async)\b|\?\.|\?\?/);
});
