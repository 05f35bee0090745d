// Screens and playlists over real HTTP and sockets: set, told at once, revoked, and what they say of themselves.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScreenView } from '../../shared/schemas/screens.ts';
import type { PlaylistView } from '../../shared/schemas/wall.ts';
import { DEFAULT_PLAYLIST_ID } from '../../shared/scenes.ts';
import type { ScreenConfig, ScreenStatus } from '../../shared/screen.ts';
import { faultsOf, settled, startApp, type TestApp } from '../kit/app.ts';
import { askForCode, pairScreen } from '../kit/screens.ts';
import { connect } from '../kit/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
});
afterAll(() => app.close());

const makeScreen = (body: object = {}) => pairScreen(app, { name: 'TV sảnh', ...body });

async function makePlaylist(...scenes: string[]): Promise<PlaylistView> {
  const items = scenes.map((scene) => ({ scene, seconds: 20 }));
  return (await app.call<PlaylistView>('POST', '/api/playlists', { name: 'Sáng', layout: 'side', items })).body;
}

/** A screen's socket and every config that it was told. */
async function openScreen(token: string) {
  const configs: ScreenConfig[] = [];
  const { socket } = await connect(app.url, { auth: { token } }, (fresh) => {
    fresh.on('screen:config', (config) => configs.push(config));
  });
  return { socket, configs };
}

test('RO2 a screen watches over its socket, and its token opens no call', async () => {
  const { token } = await makeScreen();
  for (const path of ['/api/boards/main', '/api/standings', '/api/deals', '/api/reps', '/api/wall', '/api/screens']) {
    expect((await app.call('GET', path, undefined, { as: `Bearer ${token}` })).status, path).toBe(403);
  }
  const { socket } = await openScreen(token);
  expect(await socket.emitWithAck('board:watch', { board: 'main' })).toHaveProperty('snapshot');
  socket.close();
});

test('SC3 a screen is told what it is at once, and again when its playlist, its settings or the wall change', async () => {
  const playlist = await makePlaylist('race', 'today');
  const { id, token } = await makeScreen({ playlistId: playlist.id, volume: 30 });
  const { socket, configs } = await openScreen(token);
  await expect.poll(() => configs.length).toBe(1);
  expect(configs[0]).toMatchObject({
    screen: { id, name: 'TV sảnh' },
    settings: { volume: 30 },
    playlist: { id: playlist.id },
  });
  app.clock.advance(1000);
  const items = [{ scene: 'podium', seconds: 30 }];
  await app.call('PUT', `/api/playlists/${playlist.id}`, { name: 'Sáng', layout: 'full', items });
  await expect.poll(() => configs.at(-1)?.playlist.items[0]?.scene).toBe('podium');
  expect(configs.at(-1)?.playlist.changedAt).toBe(app.clock.now());
  await app.call('PATCH', `/api/screens/${id}`, { theme: 'contrast' });
  await expect.poll(() => configs.at(-1)?.settings.theme).toBe('contrast');
  await app.call('PATCH', '/api/wall', { accent: '#336699' });
  await expect.poll(() => configs.at(-1)?.wall.accent).toBe('#336699');
  const told = configs.length;
  await app.call('PUT', `/api/playlists/${playlist.id}`, { name: 'Sáng', layout: 'full', items });
  await settled(app);
  expect(configs).toHaveLength(told);
  expect((await app.call('DELETE', `/api/playlists/${playlist.id}`)).status).toBe(204);
  await expect.poll(() => configs.at(-1)?.playlist.id).toBe(DEFAULT_PLAYLIST_ID);
  socket.close();
});

test('SC5 a revoked screen is told so and sent away; another stays', async () => {
  const gone = await makeScreen();
  const stays = await makeScreen();
  const one = await openScreen(gone.token);
  const other = await openScreen(stays.token);
  const revoked = new Promise<void>((resolve) => void one.socket.on('screen:revoked', resolve));
  const left = new Promise<void>((resolve) => void one.socket.on('disconnect', () => resolve()));
  expect((await app.call('DELETE', `/api/screens/${gone.id}`)).status).toBe(204);
  await Promise.all([revoked, left]);
  expect(other.socket.connected).toBe(true);
  expect((await app.call('GET', `/api/screens/${gone.id}`)).status).toBe(404);
  expect((await app.call('DELETE', `/api/screens/${gone.id}`)).status).toBe(404);
  other.socket.close();
});

test('SC7 what a screen says of itself reaches the manager, bounded, whatever it sends', async () => {
  const { id, token } = await makeScreen();
  expect((await app.call<ScreenView>('GET', `/api/screens/${id}`)).body.status).toBeNull();
  const { socket } = await openScreen(token);
  const said: ScreenStatus = {
    sound: 'locked',
    scene: 'race',
    width: 1920,
    height: 1080,
    buildId: 'b1',
    engine: 'Chromium 92',
    secure: true,
    wake: 'held',
    isDark: false,
    startedAt: app.clock.now() - 60_000,
    heapMegabytes: 12.3,
    nodes: 900,
    faults: [{ code: 'image/broken', detail: 'x'.repeat(500) }],
  };
  const status = async () => (await app.call<ScreenView>('GET', `/api/screens/${id}`)).body.status;
  socket.emit('screen:status', said);
  await expect.poll(async () => (await status())?.sound).toBe('locked');
  const first = await status();
  expect(first).toMatchObject({
    connected: true,
    scene: 'race',
    width: 1920,
    lastSeenAt: app.clock.now(),
    wake: 'held',
  });
  expect(first?.heap).toEqual([{ at: app.clock.now(), megabytes: 12.3 }]);
  expect(first?.faults).toEqual([{ code: 'image/broken', detail: 'x'.repeat(200), at: app.clock.now() }]);
  for (const hostile of [
    null,
    7,
    'x',
    [],
    { startedAt: -9_007_199_254_740_991, nodes: -1 },
    { wake: 7, startedAt: 'x', nodes: Number.POSITIVE_INFINITY, heapMegabytes: -0, engine: {} },
    { sound: 'loud', width: -1, scene: { a: 1 }, faults: [null, { code: 'x' }, 1] },
  ]) {
    app.clock.advance(1000);
    socket.emit('screen:status', hostile as unknown as ScreenStatus);
    // A socket's words keep their order: this one is answered after that was heard.
    await socket.emitWithAck('board:watch', { board: 'main' });
  }
  await expect.poll(async () => (await status())?.sound).toBe('none');
  expect(await status()).toMatchObject({
    width: 0,
    scene: '',
    faults: [],
    wake: 'unsupported',
    startedAt: null,
    nodes: 0,
  });
  socket.close();
  await expect.poll(async () => (await status())?.connected).toBe(false);
});

test('a manager has a screen load its page afresh', async () => {
  const { id, token } = await makeScreen();
  const { socket } = await openScreen(token);
  const told = new Promise<void>((resolve) => void socket.on('screen:reload', resolve));
  expect((await app.call('POST', `/api/screens/${id}/reload`)).status).toBe(204);
  await told;
  expect((await app.call('POST', '/api/screens/nothing/reload')).status).toBe(404);
  socket.close();
});

test('what is wrong with a screen or a playlist is named by its field', async () => {
  const { code } = await askForCode(app);
  const cases: [method: string, path: string, body: object, fault: object][] = [
    ['POST', '/api/screens/claim', { code, name: 'TV', board: 'nothing' }, { board: 'board/not-found' }],
    ['POST', '/api/screens/claim', { code, name: 'TV', playlistId: 'nothing' }, { playlistId: 'playlist/not-found' }],
    ['POST', '/api/screens/claim', { code, name: 'TV', volume: 101 }, { volume: 'field/maximum' }],
    ['POST', '/api/screens/claim', { code, name: 'a\u0007b' }, { name: 'text/control' }],
    ['POST', '/api/playlists', { name: 'P', layout: 'side', items: [] }, { items: 'field/minItems' }],
    [
      'POST',
      '/api/playlists',
      { name: 'P', layout: 'side', items: [{ scene: 'tetris', seconds: 9 }] },
      { 'items.0.scene': 'field/enum' },
    ],
    [
      'POST',
      '/api/playlists',
      { name: 'P', layout: 'side', items: [{ scene: 'race', seconds: 0 }] },
      { 'items.0.seconds': 'field/minimum' },
    ],
    [
      'POST',
      '/api/playlists',
      { name: 'P', layout: 'side', items: [{ scene: 'announcement', seconds: 9 }] },
      { 'items.0.text': 'field/missing' },
    ],
    [
      'POST',
      '/api/playlists',
      { name: 'P', layout: 'side', items: [{ scene: 'announcement', seconds: 9, imageId: 'x' }] },
      { 'items.0.imageId': 'media/not-found' },
    ],
  ];
  for (const [method, path, body, fault] of cases) {
    const answer = await app.call(method, path, body);
    expect([answer.status, faultsOf(answer)]).toEqual([422, fault]);
  }
  for (const path of ['/api/screens/nothing', '/api/playlists/nothing']) {
    expect((await app.call('GET', path)).status).toBe(404);
    expect((await app.call('DELETE', path)).status).toBe(404);
  }
});

test('screens, playlists and looks outlive a restart', async () => {
  const playlist = await makePlaylist('gauge');
  const { id } = await makeScreen({
    playlistId: playlist.id,
    privacy: { initials: true, hideAmounts: true, hideCustomers: true },
  });
  const before = (await app.call<ScreenView>('GET', `/api/screens/${id}`)).body;
  await app.stop();
  const again = await startApp({ dataDir: app.dataDir });
  again.cookie = app.cookie;
  expect((await again.call<ScreenView>('GET', `/api/screens/${id}`)).body).toEqual({ ...before, status: null });
  expect((await again.call('GET', `/api/playlists/${playlist.id}`)).body).toEqual(playlist);
  app = again;
});
