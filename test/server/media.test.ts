// Uploads over real HTTP: taken by their bytes, served inert, named by whoever may.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MediaView, WallView } from '../../shared/schemas/wall.ts';
import type { RepView } from '../../shared/schemas/people.ts';
import { addRep, faultsOf, startApp, type TestApp } from '../kit/app.ts';
import { gifBlock, gifBytes, pngBytes, wavBytes } from '../kit/media.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
});
afterAll(() => app.close());

const upload = (bytes: Uint8Array, type = 'application/octet-stream') =>
  app.call<MediaView>('POST', '/api/media', undefined, {
    raw: new Uint8Array(bytes),
    headers: { 'content-type': type },
  });

test('MD1 a picture is stored as what it is, and served as nothing else', async () => {
  const sent = await upload(pngBytes(40, 30), 'image/jpeg');
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({ type: 'image/png', width: 40, height: 30, durationMs: null });
  const got = await fetch(`${app.url}/media/${sent.body.id}`);
  expect(got.headers.get('content-type')).toBe('image/png');
  expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  expect(got.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(got.headers.get('cache-control')).toContain('immutable');
  expect(Buffer.from(await got.arrayBuffer()).equals(pngBytes(40, 30))).toBe(true);
  for (const id of ['nothing', '..%2f..%2fetc%2fpasswd', 'x'.repeat(300)]) {
    expect((await app.call('GET', `/media/${id}`)).status, id).toBeGreaterThanOrEqual(404);
  }
});

test('MD1 what is no picture or sound, too large, or nothing at all is refused by the field', async () => {
  expect(faultsOf(await upload(Buffer.from('<html>')))).toEqual({ file: 'media/type' });
  expect((await upload(Buffer.alloc(3_200_000))).status).toBe(413);
  expect(faultsOf(await upload(Buffer.alloc(0)))).toEqual({ file: 'media/type' });
  expect((await app.call('POST', '/api/media', { a: 1 })).status).toBe(415);
  expect(faultsOf(await upload(wavBytes({ seconds: 12 })))).toEqual({ file: 'media/too-long' });
});

test('a rep has a face and a walk-up, each of its own kind, and the board shows the face', async () => {
  const picture = (await upload(pngBytes(20, 20))).body.id;
  const sound = (await upload(wavBytes(), 'audio/wav')).body.id;
  const rep = await addRep(app, 'An');
  const wrong = await app.call('PATCH', `/api/reps/${rep}`, { photoId: sound, soundId: 'nothing' });
  expect(faultsOf(wrong)).toEqual({ photoId: 'media/not-found', soundId: 'media/not-found' });
  const right = await app.call<RepView>('PATCH', `/api/reps/${rep}`, { photoId: picture, soundId: sound });
  expect(right.body).toMatchObject({ photoId: picture, soundId: sound });
  const board = await app.call<{ standings: { rows: { photoId: string }[] } }>('GET', '/api/boards/main');
  expect(board.body.standings.rows[0]?.photoId).toBe(picture);
  expect((await app.call<RepView>('PATCH', `/api/reps/${rep}`, { photoId: null })).body.photoId).toBeNull();
});

test('the wall’s look: what is there stays, what is wrong names its field', async () => {
  const picture = (await upload(pngBytes(20, 20))).body.id;
  const set = await app.call<WallView>('PATCH', '/api/wall', {
    theme: 'office',
    accent: '#12AB34',
    logoId: picture,
    bigFrom: '500000000',
  });
  expect(set.body).toMatchObject({ theme: 'office', accent: '#12AB34', logoId: picture, bigFromMinor: 500_000_000 });
  expect((await app.call<WallView>('PATCH', '/api/wall', { bigFrom: null })).body).toMatchObject({
    bigFromMinor: null,
    logoId: picture,
  });
  for (const [body, field] of [
    [{ theme: 'neon' }, 'theme'],
    [{ accent: 'red;}' }, 'accent'],
    [{ logoId: 'nothing' }, 'logoId'],
    [{ celebrateFrom: '-1' }, 'celebrateFrom'],
    [{ bigFrom: '1e309' }, 'bigFrom'],
    [{ celebrateFrom: '100', bigFrom: '50' }, 'bigFrom'],
    [{ sound: 'siren' }, 'sound'],
  ] as const) {
    const answer = await app.call('PATCH', '/api/wall', body);
    expect([answer.status, Object.keys(faultsOf(answer))]).toEqual([422, [field]]);
  }
});

test('MD3 what nothing names goes after a day; faces, logos and announcements stay', async () => {
  const ids = await Promise.all([21, 22, 23].map(async (side) => (await upload(pngBytes(side, side))).body.id));
  const [face = '', poster = '', lost = ''] = ids;
  await addRep(app, 'Bình', { photoId: face });
  const item = { scene: 'announcement', seconds: 20, imageId: poster };
  expect((await app.call('POST', '/api/playlists', { name: 'A', layout: 'full', items: [item] })).status).toBe(201);
  app.clock.advance(2 * 86_400_000);
  await upload(pngBytes(20, 20));
  const status = async (id: string) => (await fetch(`${app.url}/media/${id}`)).status;
  expect([await status(face), await status(poster), await status(lost)]).toEqual([200, 200, 404]);
});

test('MD3 the same bytes are one picture, whatever stands beside it in the file, and kept from the last time on', async () => {
  const first = await upload(pngBytes(31, 31));
  app.clock.advance(86_000_000);
  const again = await upload(pngBytes(31, 31, [['tEXt', 'Comment\0at home']]));
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  expect((await upload(pngBytes(32, 32))).body.id).not.toBe(first.body.id);
  app.clock.advance(86_000_000);
  await upload(pngBytes(33, 33));
  expect((await fetch(`${app.url}/media/${first.body.id}`)).status).toBe(200);
});

test('MD4 what something names is not counted among what nothing does; who sends too much is told how long to wait', async () => {
  const unnamed = () => app.parts.tables.media.unnamedBytes(app.clock.now() - 1_000);
  app.clock.advance(2 * 86_400_000);
  const face = await upload(pngBytes(41, 41));
  expect(unnamed()).toBe(face.body.bytes);
  await addRep(app, 'Chi', { photoId: face.body.id });
  expect(unnamed()).toBe(0);
  const big = Buffer.concat(Array.from({ length: 8_000 }, () => gifBlock(0x01, '', Buffer.alloc(250, 7))));
  const statuses = [];
  for (let side = 16; side < 76; side += 1) statuses.push(await upload(gifBytes(side, side, [big])));
  const refused = statuses.find(({ status }) => status !== 201);
  expect([refused?.status, Number(refused?.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
  expect(statuses.filter(({ status }) => status === 201).length).toBeLessThan(55);
});

test('RO1 only those who may set the wall upload or change it', async () => {
  const token = await app.token('board:read', 'deals:write');
  const raw = new Uint8Array(pngBytes(20, 20));
  const headers = { 'content-type': 'image/png' };
  expect((await app.call('POST', '/api/media', undefined, { as: token, raw, headers })).status).toBe(403);
  expect((await app.call('PATCH', '/api/wall', { theme: 'arena' }, { as: token })).status).toBe(403);
  expect((await app.call('POST', '/api/media', undefined, { as: '', raw, headers })).status).toBe(401);
});
