// The TV in real Chromium, against the real server: what it shows, at every size, and what it never shows.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { postDeal, type TestApp } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { rowsOf, smallTexts, untilRows } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';
import { openWire } from '../kit/wire.ts';

const { browser, openWall: openOffice, closeLater } = wallSuite();

const NAMES = ['Võ Ngọc Khánh Linh', 'Trần Quốc Bảo', '<img/src=x/onerror=alert(1)>', 'Emily Carter'];

async function openWall(names: readonly string[] = NAMES): Promise<{ app: TestApp; token: string; reps: string[] }> {
  const office = await openOffice(names);
  return { ...office, token: (await office.app.token('board:read')).replace('Bearer ', '') };
}

const celebratedName = (page: Page): Promise<string | null> =>
  page.locator('.celebration .celebration-name').textContent({ timeout: 15_000 });

it('opens by a token that leaves the address, on plain http, and shows names as text', async () => {
  const { app, token, reps } = await openWall();
  await postDeal(app, { rep: reps[2] ?? '', amount: '9000000' });
  const lan = app.url.replace('127.0.0.1', 'wall.test');
  const page = await open(browser(), `${lan}/#token=${token}`);
  await page.waitForSelector('.row');
  expect(page.url()).toBe(`${lan}/`);
  expect((await rowsOf(page))[0]).toBe('1 <img/src=x/onerror=alert(1)>');
  await page.reload();
  await page.waitForSelector('.row');
  expect(page.errors).toEqual([]);
});

it('CE2 moves the ranks first, then celebrates; CE1 not again after a reload', async () => {
  const { app, token, reps } = await openWall(NAMES.slice(0, 2));
  const [linh = '', bao = ''] = reps;
  await postDeal(app, { rep: bao, amount: '5000000' });
  const page = await open(browser(), `${app.url}/#token=${token}`);
  await untilRows(page, ['1 Trần Quốc Bảo', '– Võ Ngọc Khánh Linh']);
  await postDeal(app, { rep: linh, amount: '185000000', customer: 'An Phát' });
  await untilRows(page, ['1 Võ Ngọc Khánh Linh', '2 Trần Quốc Bảo']);
  expect(await page.locator('.celebration').count()).toBe(0);
  expect(await celebratedName(page)).toBe('Khánh Linh');
  expect(await page.locator('.celebration-kicker').textContent()).toBe('Vươn lên dẫn đầu!');
  await page.reload();
  await page.waitForSelector('.row');
  await postDeal(app, { rep: bao, amount: '1000000' });
  expect(await celebratedName(page)).toBe('Quốc Bảo');
  expect(page.errors).toEqual([]);
});

it('CE3 a void ends the scene, and the rows return', async () => {
  const { app, token, reps } = await openWall(NAMES.slice(0, 2));
  const [linh = '', bao = ''] = reps;
  await postDeal(app, { rep: bao, amount: '5000000' });
  const page = await open(browser(), `${app.url}/#token=${token}`);
  await page.waitForSelector('.row');
  const { deal } = await postDeal(app, { rep: linh, amount: '9000000' });
  await celebratedName(page);
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'nhầm' });
  await page.locator('.celebration').waitFor({ state: 'detached', timeout: 5000 });
  await untilRows(page, ['1 Trần Quốc Bảo', '– Võ Ngọc Khánh Linh']);
  expect(await page.locator('.ticker-note').textContent()).toContain('đã được rút khỏi bảng');
});

it('SC1 keeps the board through a cut, says its age, and goes on by itself', async () => {
  const { app, token, reps } = await openWall(NAMES.slice(0, 2));
  await postDeal(app, { rep: reps[0] ?? '', amount: '5000000' });
  const wire = await openWire(app.url);
  closeLater(wire.cut);
  const page = await open(browser(), `${wire.url}/#token=${token}`);
  await page.waitForSelector('.row');
  wire.cut();
  await page.locator('.subtitle--stale').waitFor({ timeout: 20_000 });
  expect(await page.locator('.subtitle').textContent()).toMatch(/^Mất kết nối · số liệu \d+ giây trước$/);
  expect(await rowsOf(page)).toHaveLength(2);
  await wire.mend();
  await page.locator('.subtitle--stale').waitFor({ state: 'detached', timeout: 20_000 });
  expect(page.errors).toEqual([]);
});

it('SC2 without a token, or with a wrong one, shows a code in both languages and says nothing of errors', async () => {
  const { app } = await openWall([]);
  for (const hash of ['', '#token=wrong']) {
    const page = await open(browser(), `${app.url}/${hash}`);
    await page.locator('.qr').waitFor();
    const text = (await page.locator('.welcome').textContent()) ?? '';
    expect(text).toContain('Ghép nối màn hình này');
    expect(text).toContain('Pair this screen');
    expect(text).toContain('/manage');
    expect(await page.locator('input, form').count()).toBe(0);
    expect(page.errors).toEqual([]);
  }
});

it('an empty period invites the first win', async () => {
  const { app, token, reps } = await openWall(NAMES.slice(0, 3));
  const page = await open(browser(), `${app.url}/#token=${token}&lang=en`);
  expect(await page.locator('.invite-title').textContent()).toBe('Who is first on the board?');
  expect(await page.locator('.invite-faces li').count()).toBe(3);
  await postDeal(app, { rep: reps[0] ?? '' });
  await page.waitForSelector('.row');
  expect(await page.locator('.invite').count()).toBe(0);
});

describe('at every size', () => {
  const SIZES = [
    [960, 540],
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [1024, 768],
    [1080, 1920],
    [2560, 1080],
  ] as const;

  it.each([3, 10, 15])('%d rows lie inside, no text is too small to read or cut at its marks', async (count) => {
    const names = Array.from({ length: count }, (_, index) => `Nguyễn Ỗng Ặng Thị Ngọc Huyền ${index}`);
    const { app, token, reps } = await openWall(names);
    for (const rep of reps) await postDeal(app, { rep, amount: '1234567890', customer: 'Công ty Cổ phần Hưng Thịnh' });
    const page = await open(browser(), `${app.url}/#token=${token}&calm=1`);
    await page.waitForSelector('.row');
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => faultsOf(page), { timeout: 5000 }).toEqual([]);
    }
  });
});

/** Texts that are too small, rows that stick out, letters that are cut off above or below. */
async function faultsOf(page: Page): Promise<string[]> {
  return [...(await smallTexts(page)), ...(await spilledBoxes(page))];
}

/** Lines that are cut above or below, and parts of the wall that leave the part they belong to. */
function spilledBoxes(page: Page): Promise<string[]> {
  const parts =
    '.rows, .panel, .rank, .face, .name, .group, .beside, .value, .title, .subtitle, .head > *, .foot > :not(.foot-badge)';
  return page.$$eval(parts, (boxes) =>
    boxes
      .filter((box) => box.clientHeight > 0 && box.closest('.row--away') === null)
      .filter((box) => {
        const own = box.getBoundingClientRect();
        const around = (box.parentElement?.closest('.panel, .head, .foot') ?? document.body).getBoundingClientRect();
        // A line's box may hang over by a hair before any mark of a letter is cut.
        const hair = Math.max(1, Number.parseFloat(getComputedStyle(box).fontSize) * 0.06);
        const isInside =
          own.top >= around.top - hair && own.bottom <= around.bottom + hair && own.right <= around.right + 1;
        const isLine = box.matches('.name, .group, .title, .subtitle');
        return !isInside || (isLine && box.scrollHeight > box.clientHeight + hair);
      })
      .map((box) => `spills: ${box.className}`),
  );
}
