// The wall moves, in real Chromium: rows from rank to rank, pages, celebrations one after another.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { postDeal } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { linkScreen, scene, untilRows } from '../kit/tv.ts';
import { playlistOf, wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

/** How many animations and transitions run at this moment. */
function running(page: Page): Promise<number> {
  return page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
}

describe('motion', () => {
  const NAMES = ['Anh', 'Bình', 'Chi', 'Dũng'];

  /** Where a row is, frame by frame, in pixels from the top. */
  function watchRow(page: Page, name: string): Promise<void> {
    return page.evaluate((wanted) => {
      const row = [...document.querySelectorAll('.row')].find((one) => one.textContent?.includes(wanted));
      const tops: number[] = [];
      Object.assign(window, { tops });
      const look = (): void => {
        tops.push(row?.getBoundingClientRect().top ?? Number.NaN);
        requestAnimationFrame(look);
      };
      look();
    }, name);
  }

  const topsOf = (page: Page) => page.evaluate(() => (window as unknown as { tops: number[] }).tops);

  it('a row glides from rank to rank by its transform, passes through what lies between, and is overtaken mid-way', async () => {
    const { app, reps } = await openWall(NAMES);
    for (const [index, rep] of reps.entries()) await postDeal(app, { rep, amount: String(4000 - index * 1000) });
    // As an editor's preview: no celebration covers the rows.
    const { address } = await linkScreen(app);
    const page = await open(browser(), `${address.url}#token=${address.token}&preview=1`);
    await untilRows(page, ['1 Anh', '2 Bình', '3 Chi', '4 Dũng']);
    await watchRow(page, 'Dũng');
    const [start = 0] = await topsOf(page);
    await postDeal(app, { rep: reps[3] ?? '', amount: '9000' });
    await expect.poll(async () => (await topsOf(page)).some((top) => top < start - 20), { timeout: 5000 }).toBe(true);
    // Anh goes past while Dũng is on the way.
    await postDeal(app, { rep: reps[0] ?? '', amount: '90000' });
    await untilRows(page, ['1 Anh', '2 Dũng', '3 Bình', '4 Chi']);
    await expect.poll(() => running(page), { timeout: 5000 }).toBe(0);
    const tops = await topsOf(page);
    const steps = tops.slice(1).map((top, index) => Math.abs(top - (tops[index] ?? top)));
    const between = new Set(tops.map((top) => Math.round(top)));
    expect(between.size).toBeGreaterThan(8);
    // Never a jump, also where one motion took over from the other.
    expect(Math.max(...steps)).toBeLessThan(start * 0.6);
    const left = await page.$$eval('.row', (rows) => rows.map((row) => (row as HTMLElement).style.top));
    expect(left.every((top) => top === '')).toBe(true);
  });

  it('SC1 nothing moves and nothing is drawn while nothing changes', async () => {
    const { app, reps } = await openWall(NAMES);
    for (const rep of reps) await postDeal(app, { rep });
    const { address } = await linkScreen(app, { calm: true, playlistId: await playlistOf(app, { scene: 'podium' }) });
    const page = await open(browser(), address);
    await scene(page, 'podium').waitFor();
    await expect.poll(() => running(page)).toBe(0);
    const changes = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const rows = document.querySelector('.rows');
          if (!rows) return;
          new MutationObserver((all) => (count += all.length)).observe(rows, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
          let frames = 0;
          const next = (): void => {
            frames += 1;
            if (frames === 120) resolve(count);
            else requestAnimationFrame(next);
          };
          next();
        }),
    );
    expect(changes).toBe(0);
  });

  it('more reps than rows take turns below a podium that stays', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Rep${String(index).padStart(2, '0')}`);
    const { app, reps } = await openWall(names);
    for (const [index, rep] of reps.entries()) await postDeal(app, { rep, amount: String(90_000 - index * 1000) });
    const { address } = await linkScreen(app, { calm: true });
    const page = await open(browser(), address);
    await page.clock.install();
    await page.reload();
    const seen = () => page.$$eval('.row:not(.row--away) .name', (all) => all.map((one) => one.textContent).sort());
    await expect.poll(async () => (await seen()).length).toBe(10);
    const first = await seen();
    await page.clock.fastForward(13_000);
    await expect.poll(seen).not.toEqual(first);
    const second = await seen();
    const podium = ['Rep00', 'Rep01', 'Rep02'];
    expect(second.filter((name) => first.includes(name))).toEqual(podium);
    await page.clock.fastForward(13_000);
    await expect.poll(seen).not.toEqual(second);
    expect(new Set([...first, ...second, ...(await seen())]).size).toBe(20);
  });
});

describe('celebrations', () => {
  it('CE2 two wins have the wall one after another; more than three share it', async () => {
    const { app, reps } = await openWall(['Võ Khánh Linh', 'Trần Quốc Bảo']);
    const [linh = '', bao = ''] = reps;
    await postDeal(app, { rep: linh, amount: '5000000' });
    const { address } = await linkScreen(app);
    const page = await open(browser(), address);
    await page.waitForSelector('.row');
    const name = page.locator('.celebration .celebration-name');
    await Promise.all([postDeal(app, { rep: linh }), postDeal(app, { rep: bao })]);
    const first = await name.textContent({ timeout: 15_000 });
    await expect
      .poll(() => name.textContent({ timeout: 15_000 }).catch(() => first), { timeout: 25_000 })
      .not.toBe(first);
    await page.locator('.celebration').waitFor({ state: 'detached', timeout: 20_000 });
    await Promise.all(Array.from({ length: 5 }, (_, index) => postDeal(app, { rep: index % 2 ? linh : bao })));
    expect(await page.locator('.celebration-kicker').textContent({ timeout: 15_000 })).toBe('5 đơn vừa chốt!');
    expect(await page.locator('.celebration-item').count()).toBe(5);
  });
});
