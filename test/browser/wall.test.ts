// What the wall is told to be, in real Chromium: playlists and their faults, privacy, sound.
import { describe, expect, it } from 'vitest';
import { postDeal } from '../kit/app.ts';
import { open, visit } from '../kit/browser.ts';
import { pngBytes } from '../kit/media.ts';
import { screenOf } from '../kit/screens.ts';
import { linkScreen, rowsOf, scene, untilRows } from '../kit/tv.ts';
import { playlistOf, wallSuite } from '../kit/wall-suite.ts';

const { browser, openWall } = wallSuite();

describe('playlists', () => {
  it('SC3 a change of the playlist interrupts at once', async () => {
    const { app, reps } = await openWall(['Anh', 'Bình']);
    for (const rep of reps) await postDeal(app, { rep });
    const { id, address } = await linkScreen(app, { playlistId: await playlistOf(app, { scene: 'podium' }) });
    const page = await open(browser(), address);
    await scene(page, 'podium').waitFor();
    const other = await playlistOf(app, { scene: 'latest' });
    await app.call('PATCH', `/api/screens/${id}`, { playlistId: other });
    await scene(page, 'latest').waitFor({ timeout: 3000 });
    await app.call('PUT', `/api/playlists/${other}`, {
      name: 'Sảnh',
      layout: 'full',
      items: [{ scene: 'countdown', seconds: 60 }],
    });
    await page.locator('.stage--full[data-scene="countdown"]').waitFor({ timeout: 3000 });
    expect(await page.locator('.row').count()).toBe(0);
    await expect.poll(async () => (await screenOf(app, id)).status?.scene).toBe('countdown');
    expect(page.errors).toEqual([]);
  });

  it('SC7 a scene that throws is passed over and told to the manager, and the wall goes on', async () => {
    const { app, reps } = await openWall(['Anh', 'Bình']);
    for (const rep of reps) await postDeal(app, { rep });
    const playlistId = await playlistOf(app, { scene: 'podium' }, { scene: 'latest' });
    const { id, address } = await linkScreen(app, { playlistId });
    const page = await open(browser(), 'about:blank');
    await page.route('**/tv/assets/Podium-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export function Podium() { throw new Error("boom"); }',
      }),
    );
    await visit(page, address);
    await scene(page, 'latest').waitFor();
    expect(await rowsOf(page)).toHaveLength(2);
    await expect
      .poll(async () => (await screenOf(app, id)).status?.faults.map(({ code, detail }) => `${code} ${detail}`))
      .toEqual(['scene/threw podium: boom']);
    expect(await page.locator('.wall').textContent()).not.toContain('boom');
  });

  it('SC7 with nothing to play the ranking stands alone, and the manager is told', async () => {
    const { app, reps } = await openWall(['Anh', 'Bình']);
    for (const rep of reps) await postDeal(app, { rep });
    // Sundays only: it is Tuesday.
    const { id, address } = await linkScreen(app, { playlistId: await playlistOf(app, { days: [7] }) });
    const page = await open(browser(), address);
    await untilRows(page, ['=1 Anh', '=1 Bình']);
    expect(await page.locator('.stage').count()).toBe(0);
    await expect.poll(async () => (await screenOf(app, id)).status?.faults[0]?.code).toBe('playlist/empty');
  });

  it('SC7 a picture that does not load leaves the words, and the manager is told', async () => {
    const { app, reps } = await openWall(['Anh']);
    await postDeal(app, { rep: reps[0] ?? '' });
    const upload = await app.call<{ id: string }>('POST', '/api/media', undefined, {
      raw: new Uint8Array(pngBytes(20, 20)),
      headers: { 'content-type': 'image/png' },
    });
    const playlistId = await playlistOf(app, { scene: 'announcement', title: '<b>Tiệc</b>', imageId: upload.body.id });
    const { id, address } = await linkScreen(app, { playlistId });
    const page = await open(browser(), 'about:blank');
    await page.route('**/media/*', (route) => route.abort());
    await visit(page, address);
    await expect.poll(() => scene(page, 'announcement').textContent()).toBe('<b>Tiệc</b>');
    await expect.poll(async () => (await screenOf(app, id)).status?.faults[0]?.code).toBe('image/broken');
    await expect.poll(() => page.locator('.stage img').count()).toBe(0);
  });
});

it('PV1 nothing private is in any frame that a lobby screen gets, nor on its glass', async () => {
  const { app, reps } = await openWall(['Võ Ngọc Khánh Linh', 'Trần Quốc Bảo']);
  const [linh = '', bao = ''] = reps;
  await postDeal(app, { rep: bao, amount: '31415926', customer: 'Bí Mật Corp' });
  const privacy = { initials: true, hideAmounts: true, hideCustomers: true };
  const { address } = await linkScreen(app, { privacy, playlistId: await playlistOf(app, { scene: 'latest' }) });
  const frames: string[] = [];
  const page = await open(browser(), 'about:blank');
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await visit(page, address);
  await scene(page, 'latest').waitFor();
  await postDeal(app, { rep: linh, amount: '27182818', customer: 'Kín Tiếng JSC' });
  expect(await page.locator('.celebration .celebration-name').textContent({ timeout: 15_000 })).toBe('KL');
  const { body: latest } = await app.call<{ items: { id: string }[] }>('GET', '/api/deals?limit=1');
  await app.call('POST', `/api/deals/${latest.items[0]?.id}/void`, { reason: 'nhầm' });
  await expect.poll(() => page.locator('.ticker-note').textContent()).toBe('Một đơn của KL đã được rút khỏi bảng');
  const glass = (await page.locator('body').textContent()) ?? '';
  const all = [...frames, glass].join('\n');
  expect(frames.some((frame) => frame.includes('board:patch'))).toBe(true);
  for (const secret of ['Khánh', 'Bảo', '31415926', '27182818', '27,1', 'Bí Mật', 'Kín Tiếng']) {
    expect(all).not.toContain(secret);
  }
  expect(page.errors).toEqual([]);
});

it('PV1 a screen that is made private takes all off the glass, and never counts from money to percent', async () => {
  const { app, reps } = await openWall(['Võ Ngọc Khánh Linh', 'Trần Quốc Bảo']);
  await app.call('PATCH', '/api/office', { defaultQuota: '90000000' });
  for (const rep of reps) await postDeal(app, { rep, amount: '31415926', customer: 'Bí Mật Corp' });
  const { id, address } = await linkScreen(app, { playlistId: await playlistOf(app, { scene: 'latest' }) });
  const page = await open(browser(), address);
  await scene(page, 'latest').waitFor();
  // One that is being celebrated, and one that waits for its turn.
  await postDeal(app, { rep: reps[0] ?? '', customer: 'Kín Tiếng JSC' });
  await page.locator('.celebration').waitFor({ timeout: 15_000 });
  await postDeal(app, { rep: reps[1] ?? '', customer: 'Kín Tiếng JSC' });
  const privacy = { initials: true, hideAmounts: true, hideCustomers: true };
  await app.call('PATCH', `/api/screens/${id}`, { privacy });
  await expect.poll(() => rowsOf(page), { timeout: 10_000 }).toEqual(['=1 KL', '=1 QB']);
  // Two seconds of frames: everything that is written in them.
  const seen = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const texts = new Set<string>();
        let frames = 0;
        const look = (): void => {
          texts.add(document.body.textContent ?? '');
          frames += 1;
          if (frames === 120) resolve([...texts].join('|'));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  for (const secret of ['Khánh', 'Kín Tiếng', 'Bí Mật', '31,4']) expect(seen).not.toContain(secret);
  expect(seen).not.toMatch(/\d{4,}%|\d\.\d{3}/);
});

it('SC8 a browser that holds the sound back says so on the wall and to the manager, and one key unlocks it', async () => {
  const { app, reps } = await openWall(['Anh', 'Bình']);
  await postDeal(app, { rep: reps[0] ?? '' });
  const { id, address } = await linkScreen(app);
  const page = await open(browser(), 'about:blank');
  // A headless browser never holds sound back by itself.
  await page.addInitScript(() => {
    class Held extends AudioContext {
      constructor() {
        super();
        void this.suspend();
      }
    }
    window.AudioContext = Held;
  });
  await visit(page, address);
  await page.locator('.sound-sign').waitFor();
  expect(await page.locator('.sound-sign').textContent()).toBe('Bấm một phím bất kỳ để bật tiếng');
  await expect.poll(async () => (await screenOf(app, id)).status?.sound, { timeout: 5000 }).toBe('locked');
  // Silence does not hold up the picture.
  await postDeal(app, { rep: reps[1] ?? '' });
  await page.locator('.celebration').waitFor({ timeout: 15_000 });
  await page.keyboard.press('ArrowUp');
  await page.locator('.sound-sign').waitFor({ state: 'detached' });
  await expect.poll(async () => (await screenOf(app, id)).status?.sound, { timeout: 5000 }).toBe('on');
});
