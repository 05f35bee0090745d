// What a TV has kept is damaged, cannot be kept, or is of a device whose clock is wrong, in real Chromium.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PROTOCOL } from '../../shared/protocol.ts';
import { postDeal } from '../kit/app.ts';
import { open, visit, type Address } from '../kit/browser.ts';
import { screenOf } from '../kit/screens.ts';
import { linkScreen, rowsOf, untilRows } from '../kit/tv.ts';
import { wallSuite } from '../kit/wall-suite.ts';
import { openWire } from '../kit/wire.ts';

const { browser, openWall, closeLater } = wallSuite();

const BOARD = `winboard.tv.board.${PROTOCOL}`;
const CONFIG = `winboard.tv.config.${PROTOCOL}`;
const YEARS_MS = 10 * 365 * 86_400_000;

async function openOffice() {
  const { app, reps } = await openWall(['Anh Dũng', 'Bình']);
  const [anh = ''] = reps;
  await postDeal(app, { rep: anh, amount: '5000000' });
  return { app, anh };
}

/** A TV that has kept its board, and knows nothing else than that. */
async function openKept(address: Address): Promise<Page & { errors: string[] }> {
  const tv = await open(browser(), address);
  await tv.waitForSelector('.row');
  await expect.poll(() => tv.evaluate((key) => localStorage.getItem(key), BOARD), { timeout: 10_000 }).not.toBeNull();
  return tv;
}

it('SC2 what a device has kept is cut in half, of another version, something else, or cannot be drawn: the wall comes up all the same', async () => {
  const { app } = await openOffice();
  const { address } = await linkScreen(app);
  const tv = await openKept(address);
  const kept = await tv.evaluate(([board, config]) => [board, config].map((key) => localStorage.getItem(key) ?? ''), [
    BOARD,
    CONFIG,
  ] as const);
  const [board = '', config = ''] = kept;
  const damages: [name: string, board: string, config: string][] = [
    ['cut in half', board.slice(0, board.length / 2), config.slice(0, config.length / 2)],
    [
      'another version',
      '{"snapshot":{"definition":{"id":"main"},"rows":[]},"heardAt":1}',
      '{"settings":{"board":"main"}}',
    ],
    ['something else', '[7]', '"x"'],
    [
      'not to be drawn',
      board.replace(/"rows":\[[^\]]*\]/, '"rows":[null,7]'),
      config.replace('"items":[', '"items":[null,'),
    ],
  ];
  for (const [name, ...texts] of damages) {
    await tv.evaluate(
      ([keys, values]) => keys.forEach((key, index) => localStorage.setItem(key, values[index] ?? '')),
      [[BOARD, CONFIG], texts] as const,
    );
    await tv.reload();
    await expect.poll(() => rowsOf(tv), { timeout: 15_000, message: name }).toEqual(['1 Anh Dũng', '– Bình']);
  }
});

it('SC2 storage that is full or denied costs the memory, not the wall, and the manager is told', async () => {
  const { app, anh } = await openOffice();
  const { id, address } = await linkScreen(app);
  const tv = await open(browser(), 'about:blank');
  await visit(tv, address);
  await tv.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await tv.reload();
  await untilRows(tv, ['1 Anh Dũng', '– Bình']);
  await postDeal(app, { rep: anh });
  await expect.poll(async () => (await screenOf(app, id)).status?.faults[0]?.code).toBe('storage/refused');

  const denied = await open(browser(), 'about:blank');
  await denied.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const token = (await app.token('board:read')).replace('Bearer ', '');
  await denied.goto(`${app.url}/#token=${token}`);
  await untilRows(denied, ['1 Anh Dũng', '– Bình']);
  expect([...tv.errors, ...denied.errors]).toEqual([]);
});

it.each([
  ['ahead', YEARS_MS],
  ['behind', -YEARS_MS],
])(
  'SC1 a clock ten years %s: all times are the server’s, and a kept board says its date, not an age',
  async (_, offset) => {
    const { app } = await openOffice();
    const { address } = await linkScreen(app);
    const wire = await openWire(app.url);
    closeLater(wire.cut);
    const tv = await openKept({ ...address, url: `${wire.url}/` });
    await tv.addInitScript((ms) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ms;
    }, offset);
    await tv.reload();
    await tv.waitForSelector('.clock');
    expect(await tv.locator('.clock').textContent()).toContain('09:0');
    // The page is there, the server is not: only what is kept can be shown.
    await tv.route('**/socket.io/**', (route) => route.abort());
    await tv.addInitScript(() => {
      Object.assign(window, {
        WebSocket: function NoNetwork() {
          throw new Error('no network');
        },
      });
    });
    await tv.reload();
    await tv.locator('.subtitle--stale').waitFor({ timeout: 10_000 });
    expect(await tv.locator('.subtitle').textContent()).toMatch(/^Mất kết nối · số liệu lúc 09:0\d,? 24\/11\/2026$/);
    expect(await tv.locator('.clock').count()).toBe(0);
    expect(await rowsOf(tv)).toEqual(['1 Anh Dũng', '– Bình']);
  },
);
