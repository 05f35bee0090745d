// Every scene in real Chromium, at every size.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LAYOUTS, SCENES } from '../../shared/scenes.ts';
import { postDeal } from '../kit/app.ts';
import { partsOutsideStage } from '../kit/glass.ts';
import { openPreview, scene, showScene, smallTexts } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

describe('scenes at every size', () => {
  const SIZES = ['960x540', '1920x1080', '1080x1920', '2560x1080'] as const;

  it.each(SIZES)('%s: all of them are drawn, nothing is too small to read or hangs out of its place', async (size) => {
    const { app, reps } = await openWall(['Nguyễn Thị Minh Châu', 'Trần Quốc Bảo', 'Lê Hoàng Phương Anh']);
    await app.call('PATCH', '/api/office', { defaultQuota: '900000000' });
    for (const rep of reps) await postDeal(app, { rep, amount: '412345678', customer: 'Công ty Cổ phần Hưng Thịnh' });
    const [width = 0, height = 0] = size.split('x').map(Number);
    const page = await openPreview(browser(), app, { width, height, reducedMotion: 'reduce' });
    for (const layout of LAYOUTS) {
      for (const kind of SCENES.filter((one) => one !== 'leaderboard')) {
        await showScene(page, kind, { playlist: { layout } });
        await scene(page, kind).locator('> *').last().waitFor();
        await expect.poll(() => faults(page), { message: `${kind} ${layout}`, timeout: 3000 }).toEqual([]);
      }
    }
    expect(page.errors).toEqual([]);
  });

  /** Small texts, and parts of a scene that leave the stage. The numbers on the safe area's frames are meant so. */
  async function faults(page: Page): Promise<string[]> {
    const outside = await page.evaluate(partsOutsideStage);
    return [...(await smallTexts(page)).filter((text) => !/^small: [0246] /.test(text)), ...outside];
  }
});
