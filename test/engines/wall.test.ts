// The wall in the browsers of older TVs, against the real server: what a current Chromium shows, they show.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '../../shared/board-view.ts';
import { LAYOUTS, SCENES } from '../../shared/scenes.ts';
import { postDeal, type TestApp } from '../kit/app.ts';
import { ENGINES } from '../kit/engines.ts';
import { misplacedParts, mixedTexts, partsOutsideStage, rowsSeen, smallTextsSeen } from '../kit/glass.ts';
import { openOffice, OldWall, PATIENCE, restart } from './office.ts';

/** With `ENGINE_SHOTS=FOLDER` every scene of every engine is photographed, for people to look at. */
const { ENGINE_SHOTS } = process.env;
const SIZES = [
  [1280, 720],
  [1920, 1080],
] as const;

/** A unit beside its figure is smaller than the rest. */
const UNIT = /^small: (tỷ|tr) /;

describe.each(ENGINES)('Chromium $version', (engine) => {
  let app: TestApp;
  let wall: OldWall;

  beforeAll(async () => {
    app = await openOffice();
  });
  beforeEach(async () => {
    wall = await OldWall.open(engine, app);
    await wall.until(async () => (await wall.browser.evaluate(rowsSeen)).length > 0, 'rows stand');
  });
  afterEach(() => wall?.browser.close());
  afterAll(() => app?.close());

  const standing = async (): Promise<Row[]> =>
    (await app.call<{ standings: { rows: Row[] } }>('GET', '/api/boards/main')).body.standings.rows;
  const ranking = async (): Promise<string[]> => {
    const rows = await standing();
    return rows.map(({ rank, tied, name }) => `${rank === null ? '–' : `${tied ? '=' : ''}${rank}`} ${name}`);
  };
  const rowsStandInOrder = async (): Promise<void> => {
    const expected = await ranking();
    await expect.poll(() => wall.browser.evaluate(rowsSeen), PATIENCE).toEqual(expected);
    await expect.poll(() => wall.browser.evaluate(misplacedParts), PATIENCE).toEqual([]);
  };
  const photograph = async (name: string): Promise<void> => {
    if (ENGINE_SHOTS === undefined) return;
    // What comes in has come to rest.
    await sleep(1200);
    await wall.browser.photograph(join(ENGINE_SHOTS, `${name.replaceAll(' ', '_')}_${engine.version}.png`));
  };

  it('opens on plain http and shows the ranking', async () => {
    expect(await wall.browser.evaluate(() => window.isSecureContext)).toBe(false);
    expect(await wall.browser.evaluate(() => window.location.href)).toMatch(/^http:\/\/wall\.test:\d+\/$/);
    for (const [width, height] of SIZES) {
      await wall.browser.resize(width, height);
      await rowsStandInOrder();
    }
    expect(wall.complaints()).toEqual([]);
  });

  it('CE2 a win moves the rows, is celebrated, and the rows return, all without a reload', async () => {
    const winner = (await standing())[4];
    await wall.browser.evaluate(() => void Object.assign(window, { isSamePage: true }));
    await postDeal(app, { rep: winner?.subjectId ?? '', amount: '987000000', customer: 'Mekong Foods' });
    const [first = ''] = await ranking();
    expect(first).toContain(winner?.name);
    await expect.poll(async () => (await wall.browser.evaluate(rowsSeen))[0], PATIENCE).toBe(first);
    await wall.until(async () => (await wall.textOf('.celebration-name')) !== null, 'a celebration');
    const seen = await wall.browser.evaluate(
      (parts) => parts.map((part) => document.querySelector(part)?.textContent ?? ''),
      ['.celebration-name', '.celebration-amount', '.celebration-customer'],
    );
    expect(winner?.name).toContain(seen[0]);
    expect(seen.slice(1).join(' ')).toMatch(/^987.*Mekong Foods/);
    await photograph('celebration');
    await wall.until(async () => (await wall.textOf('.celebration')) === null, 'the celebration goes');
    await rowsStandInOrder();
    expect(await wall.browser.evaluate(() => 'isSamePage' in window)).toBe(true);
    expect((await wall.report()).faults).toEqual([]);
    expect(wall.complaints()).toEqual([]);
  });

  it.each(LAYOUTS)('SC7 every scene is drawn whole (%s)', async (layout) => {
    for (const scene of SCENES) {
      await wall.show({ scene, title: 'Tiệc cuối năm', text: 'Thứ Bảy, 18:00' }, layout);
      for (const [width, height] of SIZES) {
        await wall.browser.resize(width, height);
        await expect
          .poll(() => faultsOf(scene), { ...PATIENCE, message: `${scene} ${layout} ${width}x${height}` })
          .toEqual([]);
        await photograph(`${scene} ${layout} ${width}x${height}`);
      }
      await expect.poll(() => wall.report(), PATIENCE).toEqual({ scene, faults: [] });
    }
    expect(wall.complaints()).toEqual([]);
  });

  it('SC1 comes back by itself after the server was away', async () => {
    app = await restart(app);
    const last = (await standing()).at(-1);
    await postDeal(app, { rep: last?.subjectId ?? '', amount: '3210000000' });
    await expect.poll(async () => (await wall.browser.evaluate(rowsSeen))[0], PATIENCE).toBe(`1 ${last?.name}`);
    // That the server is not there is all it may complain of.
    expect(
      wall.complaints().filter((error) => !/WebSocket connection|ERR_CONNECTION|status of 503/.test(error)),
    ).toEqual([]);
  });

  /** What a scene and the wall around it must not have. The test card has small numbers and frames on purpose. */
  async function faultsOf(scene: string): Promise<string[]> {
    const { browser } = wall;
    const misplaced = [...(await browser.evaluate(misplacedParts)), ...(await browser.evaluate(partsOutsideStage))];
    const blank = await browser.evaluate(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('.stage canvas')]
        .filter(({ width, height }) => width === 0 || height === 0)
        .map(() => 'a blank chart'),
    );
    const small = (await browser.evaluate(smallTextsSeen)).filter((text) => !UNIT.test(text));
    const texts = [...small, ...(await browser.evaluate(mixedTexts))];
    return [...misplaced, ...blank, ...(scene === 'test-card' ? [] : texts)];
  }
});
