// Where a deal has been seen: reported by screens over real sockets, asked for by whoever posted it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Deliveries, type Delivery } from '../../server/screens/deliveries.ts';
import type { DeliveryView } from '../../shared/schemas/screens.ts';
import { addRep, postDeal, settled, startApp, type TestApp } from '../kit/app.ts';
import { manualClock } from '../kit/clock.ts';
import { pairScreen, screenOf } from '../kit/screens.ts';
import { connect } from '../kit/sockets.ts';

let app: TestApp;
let rep: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  rep = await addRep(app, 'An');
});
afterAll(() => app.close());

const deliveryOf = async (id: string) => (await app.call<DeliveryView>('GET', `/api/deals/${id}/delivery`)).body;
const NOWHERE = { screens: 0, shown: 0, medianMs: null, slowestMs: null };

async function openScreen() {
  const { id, token } = await pairScreen(app);
  const { socket } = await connect(app.url, { auth: { token } });
  await expect.poll(async () => (await screenOf(app, id)).status?.connected).toBe(true);
  /** Answered once the server has heard all before. */
  const heard = () => socket.emitWithAck('board:watch', { board: 'main' });
  return { id, socket, heard };
}

test('SC10 a deal knows on how many screens it was shown and how soon, also after a restart', async () => {
  const [one, two] = [await openScreen(), await openScreen()];
  const { deal, rev } = await postDeal(app, { rep });
  expect(await deliveryOf(deal.id)).toEqual({ ...NOWHERE, screens: 2 });
  app.clock.advance(120);
  one.socket.emit('screen:shown', { rev: rev - 1, ms: 5 });
  await one.heard();
  expect((await deliveryOf(deal.id)).shown).toBe(0);
  one.socket.emit('screen:shown', { rev, ms: 118 });
  await one.heard();
  expect(await deliveryOf(deal.id)).toEqual({ screens: 2, shown: 1, medianMs: 120, slowestMs: 120 });
  app.clock.advance(80);
  two.socket.emit('screen:shown', { rev, ms: 190 });
  two.socket.emit('screen:shown', { rev, ms: 190 });
  await two.heard();
  const whole = { screens: 2, shown: 2, medianMs: 200, slowestMs: 200 };
  expect(await deliveryOf(deal.id)).toEqual(whole);
  expect((await screenOf(app, one.id)).status).toMatchObject({ rev, shownMs: { p50: 118, reports: 2 } });
  app.clock.advance(5_000);
  await settled(app);
  expect(await deliveryOf(deal.id)).toEqual(whole);
  one.socket.close();
  two.socket.close();
  await app.stop();
  const again = await startApp({ dataDir: app.dataDir, now: app.clock.now() });
  again.cookie = app.cookie;
  app = again;
  expect(await deliveryOf(deal.id)).toEqual(whole);
});

test('SC10 what a screen cannot have shown is not believed', async () => {
  const { id, socket, heard } = await openScreen();
  const { deal, rev } = await postDeal(app, { rep });
  for (const report of [
    null,
    7,
    {},
    { rev: 'x' },
    { rev: rev + 1, ms: 1 },
    { rev: Number.NaN },
    { rev: Number.POSITIVE_INFINITY },
  ]) {
    socket.emit('screen:shown', report as never);
  }
  await heard();
  expect((await deliveryOf(deal.id)).shown).toBe(0);
  socket.emit('screen:shown', { rev, ms: -5 });
  await heard();
  expect(await deliveryOf(deal.id)).toMatchObject({ screens: 1, shown: 1 });
  expect((await screenOf(app, id)).status?.shownMs).toBeNull();
  socket.close();
});

test('SC10 nothing is known of a deal that no screen was there for, and nothing of one that is not', async () => {
  await expect.poll(() => app.parts.presence.connectedIds()).toEqual([]);
  const { deal } = await postDeal(app, { rep });
  expect(await deliveryOf(deal.id)).toEqual(NOWHERE);
  expect((await app.call('GET', '/api/deals/nothing/delivery')).status).toBe(404);
});

test('SC10 whoever follows a deal hears of the last screen at once, of many others a few times a second', () => {
  const clock = manualClock(0);
  const screens = Array.from({ length: 1000 }, (_, index) => `s${index}`);
  const deliveries = new Deliveries({ clock, screens: () => screens, write: () => undefined });
  deliveries.sent([1], 10);
  const heard: number[] = [];
  deliveries.follow(1, ({ shown }) => heard.push(shown));
  deliveries.follow(2, () => heard.push(-1));
  for (const screen of screens.slice(0, 500)) deliveries.shown(screen, 10);
  clock.advance(250);
  for (const screen of screens.slice(500)) deliveries.shown(screen, 10);
  clock.advance(60_000);
  expect(heard).toEqual([0, 500, 1000]);
});

test('SC10 a screen that stays silent is waited for a minute, then the books are closed without it', () => {
  const clock = manualClock(0);
  const written: Delivery[] = [];
  const deliveries = new Deliveries({ clock, screens: () => ['a', 'b'], write: (all) => written.push(...all) });
  deliveries.sent([1, 2], 10);
  deliveries.sent([3], 11);
  clock.advance(40);
  deliveries.shown('a', 11);
  deliveries.shown('b', 10);
  clock.advance(6_000);
  expect(written.map(({ dealSeq, shown, slowestMs }) => [dealSeq, shown, slowestMs])).toEqual([
    [1, 2, 40],
    [2, 2, 40],
  ]);
  clock.advance(60_000);
  expect(written.at(-1)).toEqual({ dealSeq: 3, screens: 2, shown: 1, medianMs: 40, slowestMs: 40 });
  deliveries.shown('b', 11);
  clock.advance(60_000);
  expect(written).toHaveLength(3);
});
