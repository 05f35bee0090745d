// A wall on an old engine, and the office behind it: one with a past, so that every scene has something to show.
import { join } from 'node:path';
import { expect } from 'vitest';
import { DATABASE } from '../../server/app.ts';
import { fillHistory } from '../../server/demo/history.ts';
import type { ScreenView } from '../../shared/schemas/screens.ts';
import type { PlaylistItem, PlaylistLayout } from '../../shared/scenes.ts';
import { cookieOf, makeDataDir, startApp, type TestApp } from '../kit/app.ts';
import { DISPLAY_DIR } from '../kit/build.ts';
import type { Engine } from '../kit/engines.ts';
import { smallTextsSeen } from '../kit/glass.ts';
import { OldBrowser } from '../kit/old-browser.ts';
import { screenOf } from '../kit/screens.ts';
import { playlistOf } from '../kit/wall-suite.ts';

/** A Tuesday afternoon with four working days left. */
const AFTERNOON = Date.parse('2026-11-24T15:42:00+07:00');
/** Old engines draw without a graphics card here. */
export const PATIENCE = { timeout: 20_000, interval: 100 };

export async function openOffice(): Promise<TestApp> {
  const dataDir = makeDataDir();
  const { email, password } = await fillHistory(join(dataDir, DATABASE), AFTERNOON);
  const app = await startApp({ dataDir, now: AFTERNOON, displayDir: DISPLAY_DIR });
  app.cookie = cookieOf(await app.call('POST', '/api/session', { email, password }));
  return app;
}

/** The same office after a restart, at the same address. */
export async function restart(app: TestApp): Promise<TestApp> {
  const port = Number(new URL(app.url).port);
  await app.stop();
  const again = await startApp({
    dataDir: app.dataDir,
    now: AFTERNOON,
    displayDir: DISPLAY_DIR,
    config: { port },
  });
  again.cookie = app.cookie;
  return again;
}

export class OldWall {
  readonly browser: OldBrowser;
  readonly #app: TestApp;
  readonly #screenId: string;
  readonly #playlistId: string;

  private constructor(browser: OldBrowser, app: TestApp, screenId: string, playlistId: string) {
    this.browser = browser;
    this.#app = app;
    this.#screenId = screenId;
    this.#playlistId = playlistId;
  }

  /** A new TV, claimed by the code and with the QR code on its own glass; it shows the ranking. */
  static async open(engine: Engine, app: TestApp): Promise<OldWall> {
    const playlistId = await playlistOf(app, { scene: 'leaderboard' });
    const browser = await OldBrowser.launch(engine);
    try {
      return new OldWall(browser, app, await OldWall.#pair(browser, app, playlistId), playlistId);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  static async #pair(browser: OldBrowser, app: TestApp, playlistId: string): Promise<string> {
    await browser.resize(1920, 1080);
    await browser.goto(app.url.replace('127.0.0.1', 'wall.test'));
    const codeShown = () => {
      const isReady = document.querySelector('.qr path') !== null;
      return isReady ? (document.querySelector('.code')?.getAttribute('aria-label') ?? '') : '';
    };
    await expect.poll(() => browser.evaluate(codeShown), PATIENCE).toMatch(/^\w{6}$/);
    expect(await browser.evaluate(smallTextsSeen)).toEqual([]);
    const code = await browser.evaluate(codeShown);
    const { body } = await app.call<ScreenView>('POST', '/api/screens/claim', { code, name: 'TV', playlistId });
    return body.id;
  }

  /** Puts one scene on, as a manager does, and waits until it stands. */
  async show(item: Partial<PlaylistItem> & Pick<PlaylistItem, 'scene'>, layout: PlaylistLayout): Promise<void> {
    const body = { name: 'Sảnh', layout, items: [{ seconds: 3600, ...item }] };
    const { status } = await this.#app.call('PUT', `/api/playlists/${this.#playlistId}`, body);
    expect(status).toBe(200);
    const isOn = (kind: string, room: string): boolean =>
      kind === 'leaderboard'
        ? document.querySelector('.stage') === null && document.querySelector('.row') !== null
        : document.querySelector(`.stage--${room}[data-scene="${kind}"] > *`) !== null;
    await this.until(() => this.browser.evaluate(isOn, item.scene, layout), `${item.scene} ${layout} stands`);
  }

  /** What the TV has told the manager of itself. */
  async report(): Promise<{ scene: string | undefined; faults: string[] }> {
    const { status } = await screenOf(this.#app, this.#screenId);
    return { scene: status?.scene, faults: (status?.faults ?? []).map(({ code, detail }) => `${code} ${detail}`) };
  }

  async until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    await expect.poll(isSo, { ...PATIENCE, message: what }).toBe(true);
  }

  textOf(selector: string): Promise<string | null> {
    return this.browser.evaluate((one) => document.querySelector(one)?.textContent ?? null, selector);
  }

  /** Everything that the page has thrown or complained of. */
  complaints(): string[] {
    return this.browser.errors;
  }
}
