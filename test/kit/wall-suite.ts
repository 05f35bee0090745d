// What every suite about the wall sets up: one browser, offices that are gone after each test, playlists.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { itemOf, type PlaylistItem } from '../../shared/scenes.ts';
import type { PlaylistView } from '../../shared/schemas/wall.ts';
import type { TestApp } from './app.ts';
import { launch } from './browser.ts';
import { openOffice } from './tv.ts';

export interface WallSuite {
  browser: () => Browser;
  /** Runs after the test that is on. */
  closeLater: (close: () => unknown) => void;
  openWall: (names: readonly string[]) => Promise<{ app: TestApp; reps: string[] }>;
}

/** Registers the hooks of a file's tests. */
export function wallSuite(): WallSuite {
  let browser: Browser;
  const closers: (() => unknown)[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => browser.close());
  return {
    browser: () => browser,
    closeLater: (close) => closers.push(close),
    async openWall(names) {
      const office = await openOffice(names);
      closers.push(() => office.app.close());
      return office;
    },
  };
}

/** A playlist of these items, each for a minute. */
export async function playlistOf(app: TestApp, ...items: Partial<PlaylistItem>[]): Promise<string> {
  const body = { name: 'Sảnh', layout: 'side', items: items.map((item) => ({ ...itemOf('podium', 60), ...item })) };
  const answer = await app.call<PlaylistView>('POST', '/api/playlists', body);
  if (answer.status !== 201) throw new Error(`no playlist: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}
