// Every scene in real Chromium, at every size.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PreviewMessage } from '../../shared/preview.ts';
import { DEFAULT_PLAYLIST, itemOf, LAYOUTS, SCENES, type SceneKind } from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, DEFAULT_WALL } from '../../shared/screen.ts';
import { postDeal } from '../kit/app.ts';
import { open } from '../kit/browser.ts';
import { partsOutsideStage } from '../kit/glass.ts';
import { scene, smallTexts } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

describe('scenes at every size', () => {
  const SIZES = ['960x540', '1920x1080', '1080x1920', '2560x1080'] as const;

  it.each(SIZES)('%s: all of them are drawn, nothing is too small to read or hangs out of its place', async (size) => {
    const { app, reps } = await openWall(['Nguyễn Thị Minh Châu', 'Trần Quốc Bảo', 'Lê Hoàng Phương Anh']);
    await app.call('PATCH', '/api/office', { defaultQuota: '900000000' });
    for (const rep of reps) await postDeal(app, { rep, amount: '412345678', customer: 'Công ty Cổ phần Hưng Thịnh' });
    const [width = 0, height = 0] = size.split('x').map(Number);
    const token = (await app.token('board:read')).replace('Bearer ', '');
    const page = await open(browser(), `${app.url}/#token=${token}&preview=1`, {
      width,
      height,
      reducedMotion: 'reduce',
    });
    await page.waitForSelector('.wall');
    for (const layout of LAYOUTS) {
      for (const kind of SCENES.filter((one) => one !== 'leaderboard')) {
        await show(page, kind, layout);
        await scene(page, kind).locator('> *').last().waitFor();
        await expect.poll(() => faults(page), { message: `${kind} ${layout}`, timeout: 3000 }).toEqual([]);
      }
    }
    expect(page.errors).toEqual([]);
  });

  async function show(page: Page, kind: SceneKind, layout: (typeof LAYOUTS)[number]): Promise<void> {
    const item = { ...itemOf(kind, 60), title: 'Tiệc cuối năm', text: 'Thứ Bảy, 18:00' };
    const message: PreviewMessage = {
      type: 'winboard:preview',
      config: {
        screen: null,
        settings: DEFAULT_SCREEN,
        playlist: { ...DEFAULT_PLAYLIST, layout, items: [item] },
        wall: DEFAULT_WALL,
      },
      scene: 0,
    };
    await page.evaluate((said) => window.postMessage(said, window.location.origin), message);
  }

  /** Small texts, and parts of a scene that leave the stage. The numbers on the safe area's frames are meant so. */
  async function faults(page: Page): Promise<string[]> {
    const outside = await page.evaluate(partsOutsideStage);
    return [...(await smallTexts(page)).filter((text) => !/^small: [0246] /.test(text)), ...outside];
  }
});
