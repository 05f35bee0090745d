// Names as long as they may be, without a space to break at: nothing is widened, nothing else is pushed out of sight.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { postDeal } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { goTo, openDesk } from '../kit/desk.ts';
import { openPhone, openSales } from '../kit/phone.ts';
import { linkScreen, openOffice } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, closeLater } = wallSuite();

const LONG = 'W'.repeat(120);
const LONGER = 'M'.repeat(120);

const PERSON = { name: LONG, email: 'w@saoviet.vn', password: 'ww-mat-khau' };
const COLLEAGUE = { name: LONGER, email: 'm@saoviet.vn', password: 'mm-mat-khau' };

/** How far the page can be pushed aside; and how many lines the longest name takes. */
function lookOf(page: Page): Promise<{ pushed: number; lines: number }> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll('.clamped')].filter((one) => one.checkVisibility());
    const lines = names.map((one) => one.clientHeight / Number.parseFloat(getComputedStyle(one).lineHeight));
    const pushed = document.documentElement.scrollWidth - window.innerWidth;
    return { pushed: Math.max(0, pushed), lines: Math.round(Math.max(...lines)) };
  });
}

it.each([390, 320])('a name takes two lines on the phone, at %s px', async (width) => {
  const { app, reps } = await openSales(PERSON, COLLEAGUE);
  closeLater(() => app.close());
  const [own = '', other = ''] = reps;
  await postDeal(app, { rep: own });
  const { deal } = await postDeal(app, { rep: other });
  await app.call('PUT', `/api/deals/${deal.id}/reaction`, { kind: 'fire', text: 'Đỉnh quá!' });
  const phone = await openPhone(browser(), app, PERSON);
  await phone.setViewportSize({ width, height: 780 });
  for (const [tab, part] of [
    ['board', '.place'],
    ['feed', '.said'],
    ['me', '.where-tiles'],
  ] as const) {
    await phone.evaluate((hash) => {
      location.hash = hash;
    }, tab);
    await phone.locator(part).first().waitFor();
    expect(await lookOf(phone), tab).toEqual({ pushed: 0, lines: 2 });
  }
  expect(phone.errors).toEqual([]);
});

it('a name takes two lines in the lists of the desk', async () => {
  const { app, reps } = await openOffice([LONG, LONGER]);
  closeLater(() => app.close());
  for (const rep of reps) await postDeal(app, { rep });
  const desk = await openDesk(browser(), app, 'home');
  for (const width of [1280, 390]) {
    await desk.setViewportSize({ width, height: 900 });
    for (const [section, part] of [
      ['home', '.board-table'],
      ['people', '.rep'],
      ['deals', '.deal-rep'],
      ['quotas', '.sheet'],
    ] as const) {
      await goTo(desk, section);
      await desk.locator(part).first().waitFor();
      expect(await lookOf(desk), `${section} at ${width}`).toEqual({ pushed: 0, lines: 2 });
    }
  }
  expect(desk.errors).toEqual([]);
});

it('a name leaves the wall’s rows and its ticker their figures', async () => {
  const { app, reps } = await openOffice([LONG, LONGER]);
  closeLater(() => app.close());
  for (const rep of reps) await postDeal(app, { rep });
  const { address } = await linkScreen(app);
  const wall = await open(browser(), address, { width: 1280, height: 720 });
  await wall.locator('.latest').first().waitFor();
  // Once the rows have come to rest.
  const isSeen = () =>
    wall.evaluate(() =>
      ['.latest-amount', '.row .value'].map((part) => {
        const figure = document.querySelector(part);
        const name = figure?.parentElement?.querySelector('.latest-rep, .name');
        if (!figure?.parentElement || !name) return false;
        const letters = document.createRange();
        letters.selectNodeContents(figure);
        const { left, right } = letters.getBoundingClientRect();
        const outer = figure.parentElement.getBoundingClientRect();
        return name.getBoundingClientRect().right <= left && left < right && right <= outer.right + 1;
      }),
    );
  await expect.poll(isSeen).toEqual([true, true]);
  expect(await wall.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});
