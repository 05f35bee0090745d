// What a phone needs around a post: customers and colleagues, photos, closed periods, whose wins are sent, who is told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DealAnswer, DealView } from '../../shared/schemas/deals.ts';
import type { ColleagueView, CustomersView } from '../../shared/schemas/posting.ts';
import type { MediaView } from '../../shared/schemas/wall.ts';
import type { DeliveryNews } from '../../shared/protocol.ts';
import type { Snapshot } from '../../shared/patch.ts';
import { addRep, addTeam, cookieOf, faultsOf, postDeal, startApp, TUESDAY, type TestApp } from '../kit/app.ts';
import { DAY_MS } from '../kit/make.ts';
import { pngBytes, wavBytes } from '../kit/media.ts';
import { pairScreen, screenOf } from '../kit/screens.ts';
import { connect } from '../kit/sockets.ts';

const AN = { name: 'Nguyễn Văn An', email: 'an@saoviet.vn', password: 'an-an-an-an' };
const BINH = { name: 'Bình', email: 'binh@saoviet.vn', password: 'binh-binh-binh' };

let app: TestApp;
let an: string;
let binh: string;
let asAn: string;
let asBinh: string;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  const teamId = await addTeam(app, 'Miền Bắc');
  an = await addRep(app, AN.name, { ...AN, teamId });
  binh = await addRep(app, BINH.name, BINH);
  await addRep(app, 'Cũ', { leftOn: '2026-11-24' });
  await addRep(app, 'Đi mai', { leftOn: '2026-11-25' });
  asAn = await signIn(AN);
  asBinh = await signIn(BINH);
});
afterAll(() => app.close());

async function signIn({ email, password }: typeof AN): Promise<string> {
  return cookieOf(await app.call('POST', '/api/session', { email, password }, { as: '' }));
}

const customers = async (as: string, query = '') =>
  (await app.call<CustomersView>('GET', `/api/customers${query}`, undefined, { as })).body;

async function upload(bytes: Uint8Array, as = asAn): Promise<string> {
  const raw = new Uint8Array(bytes);
  const headers = { 'content-type': 'application/octet-stream' };
  return (await app.call<MediaView>('POST', '/api/media', undefined, { as, raw, headers })).body.id;
}

test('PO7 customers are those of one’s own deals, each once, the latest first, with what was said last', async () => {
  const sales = [
    { customer: 'Đông Á Foods', product: 'Gói Cơ bản', kind: 'new', source: 'Hội chợ', location: 'Huế' },
    { customer: 'An Phát', product: 'Gói Pro', kind: 'new', source: 'Web', location: 'Hà Nội' },
    { customer: 'an phat', product: 'Bảo trì', kind: 'recurring', source: 'Giới thiệu', location: 'Hà Nội' },
  ] as const;
  for (const sale of sales) await postDeal(app, { rep: an, ...sale });
  const undone = await postDeal(app, { rep: an, customer: 'Gõ nhầm' });
  await app.call('POST', `/api/deals/${undone.deal.id}/void`, { reason: 'undone' });
  await postDeal(app, { rep: binh, customer: 'Bí mật của Bình', source: 'Riêng' });
  const shared = {
    rep: binh,
    customer: 'Chung',
    splits: [
      { rep: binh, share: 9_999 },
      { rep: an, share: 1 },
    ],
  };
  await postDeal(app, shared);
  const own = await customers(asAn);
  expect(own.items.map(({ name, deals }) => [name, deals])).toEqual([
    ['Chung', 1],
    ['an phat', 2],
    ['Đông Á Foods', 1],
  ]);
  expect(own.items[1]).toEqual({
    name: 'an phat',
    deals: 2,
    lastAt: TUESDAY,
    product: 'Bảo trì',
    kind: 'recurring',
    source: 'Giới thiệu',
    location: 'Hà Nội',
  });
  expect([own.sources, own.locations]).toEqual([
    ['Giới thiệu', 'Web', 'Hội chợ'],
    ['Hà Nội', 'Huế'],
  ]);
  const names = async (as: string, query = '') => (await customers(as, query)).items.map(({ name }) => name);
  expect(await names(asAn, '?q=DONG%20A')).toEqual(['Đông Á Foods']);
  expect(await names(asAn, '?q=B%C3%AD')).toEqual([]);
  expect(await names(asAn, '?limit=1')).toEqual(['Chung']);
  expect(await names(app.cookie)).toHaveLength(4);
  const many = await app.call('GET', `/api/customers?limit=501&q=${'x'.repeat(201)}`);
  expect(faultsOf(many)).toEqual({ limit: 'field/maximum', q: 'field/maxLength' });
});

test('colleagues are those who sell today, by name, each with the team', async () => {
  const { body } = await app.call<{ items: ColleagueView[] }>('GET', '/api/colleagues', undefined, { as: asAn });
  expect(body.items.map(({ name, team }) => [name, team])).toEqual([
    ['Bình', null],
    ['Đi mai', null],
    ['Nguyễn Văn An', 'Miền Bắc'],
  ]);
  expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(['id', 'name', 'photoId', 'team']);
});

test('LG3 a win’s photo is a picture of ours; with another photo it is another win', async () => {
  const [photoId, sound] = [await upload(pngBytes(40, 30)), await upload(wavBytes(), app.cookie)];
  const body = { id: 'win-with-photo', rep: an, amount: '5000', customer: 'An Phát' };
  for (const wrong of ['nothing', sound]) {
    const answer = await app.call('POST', '/api/deals', { ...body, photoId: wrong }, { as: asAn });
    expect([answer.status, faultsOf(answer)]).toEqual([422, { photoId: 'media/not-found' }]);
  }
  const post = (fields: object) => app.call<DealAnswer>('POST', '/api/deals', { ...body, ...fields }, { as: asAn });
  const first = await post({ photoId });
  expect([first.status, first.body.deal.photoId]).toEqual([201, photoId]);
  expect((await post({ photoId })).status).toBe(200);
  expect((await post({})).status).toBe(409);
  // Named by a deal it stays, however old; a correction keeps it, or takes it off the wall.
  app.clock.advance(3 * DAY_MS);
  await upload(pngBytes(41, 30));
  expect((await fetch(`${app.url}/media/${photoId}`)).status).toBe(200);
  const correct = async (id: string, changes: object) =>
    (await app.call<DealAnswer>('POST', `/api/deals/${id}/correct`, { reason: 'x', ...changes })).body.deal;
  const kept = await correct(body.id, { amount: '6000' });
  expect(kept.photoId).toBe(photoId);
  expect((await correct(kept.id, { photoId: null })).photoId).toBeNull();
});

test('CE6 the wall has the photo and the beginning of the note, but not of what another program wrote', async () => {
  const photoId = await upload(pngBytes(50, 50));
  const note = `Cả đội\n\ncố gắng ${'😀'.repeat(200)}`;
  const lastWin = async () => (await app.call<Snapshot>('GET', '/api/boards/main')).body.wins[0];
  await postDeal(app, { rep: an, photoId, note });
  const win = await lastWin();
  expect(win?.photoId).toBe(photoId);
  expect(Array.from(win?.note ?? '')).toHaveLength(140);
  expect(win?.note).toMatch(/^Cả đội cố gắng 😀+…$/u);
  await postDeal(app, { rep: an, note: 'nội bộ: giảm 20 %', external: { source: 'crm', id: '1' } });
  expect(await lastWin()).toMatchObject({ note: '', photoId: null });
  await postDeal(app, { rep: an, photoId, note: 'Cảm ơn An Phát' });
  await app.call('PATCH', '/api/office', { showCustomers: false });
  expect(await lastWin()).toMatchObject({ note: '', photoId: null, customer: '' });
  await app.call('PATCH', '/api/office', { showCustomers: true });
});

test('PD6 a rep posts into no closed period; a manager does, and it is late', async () => {
  app.clock.advance(DAY_MS);
  const body = { rep: an, amount: '7000', customer: 'An Phát' };
  const before = { ...body, id: 'before-the-reset', closedAt: app.clock.now() - 3_600_000 };
  const post = (fields: object, as: string) => app.call<DealAnswer>('POST', '/api/deals', fields, { as });
  expect((await post(before, asAn)).status).toBe(201);
  expect((await app.call('POST', '/api/periods/reset', {})).status).toBe(200);
  app.clock.advance(30_000);
  // A retry of what was booked in time gives what was booked.
  expect((await post(before, asAn)).status).toBe(200);
  const late = await post({ ...body, closedAt: before.closedAt }, asAn);
  expect([late.status, faultsOf(late)]).toEqual([422, { closedAt: 'period/closed' }]);
  const onItsWay = await post({ ...body, id: 'on-its-way', closedAt: app.clock.now() - 40_000 }, asAn);
  expect([onItsWay.status, onItsWay.body.deal.late, onItsWay.body.deal.closedAt]).toEqual([
    201,
    false,
    app.clock.now(),
  ]);
  const byManager = await post({ ...body, closedAt: before.closedAt }, app.cookie);
  expect([byManager.status, byManager.body.deal.late]).toEqual([201, true]);
  const yesterday = new Date(app.clock.now() + 7 * 3_600_000 - DAY_MS).toISOString().slice(0, 10);
  expect(faultsOf(await post({ ...body, closedAt: yesterday }, asAn))).toEqual({ closedAt: 'period/closed' });
});

test('PO2 nothing is booked for another than the page says that it speaks for', async () => {
  const { body: session } = await app.call<{ user: { id: string } }>('GET', '/api/session', undefined, { as: asAn });
  const win = { rep: an, amount: '8000', customer: 'Của An' };
  const post = (as: string, userId: string) =>
    app.call('POST', '/api/deals', win, { as, headers: { 'x-winboard-user': userId } });
  const token = await app.token('deals:write');
  for (const as of [asBinh, app.cookie, token]) expect((await post(as, session.user.id)).status).toBe(401);
  const { body } = await app.call<{ items: DealView[] }>('GET', '/api/deals?q=cua%20an');
  expect(body.items).toEqual([]);
  expect((await post(asAn, session.user.id)).status).toBe(201);
});

test('SC10 whoever posted a win is told of it on every page of theirs, nobody else', async () => {
  const heard: Record<string, DeliveryNews[]> = { an1: [], an2: [], binh: [] };
  const page = async (name: string, cookie: string) => {
    const { socket } = await connect(app.url, { headers: { cookie } });
    socket.on('deal:delivery', (news) => heard[name]?.push(news));
    await socket.emitWithAck('board:watch', { board: 'main' });
    return socket;
  };
  const pages = [await page('an1', asAn), await page('an2', asAn), await page('binh', asBinh)];
  const screens = [await openScreen(), await openScreen()];
  const { body } = await app.call<DealAnswer>(
    'POST',
    '/api/deals',
    { rep: an, amount: '9000', customer: 'An Phát' },
    { as: asAn },
  );
  const dealId = body.deal.id;
  for (const { socket } of screens) {
    app.clock.advance(100);
    socket.emit('screen:shown', { rev: body.rev, ms: 100 });
    await socket.emitWithAck('board:watch', { board: 'main' });
  }
  for (const socket of pages) await socket.emitWithAck('board:watch', { board: 'main' });
  const told = [
    { dealId, screens: 2, shown: 0, medianMs: null, slowestMs: null },
    { dealId, screens: 2, shown: 2, medianMs: 200, slowestMs: 200 },
  ];
  expect(heard).toEqual({ an1: told, an2: told, binh: [] });
  for (const { socket } of screens) socket.close();
  for (const socket of pages) socket.close();
});

async function openScreen() {
  const { id, token } = await pairScreen(app);
  const { socket } = await connect(app.url, { auth: { token } });
  await expect.poll(async () => (await screenOf(app, id)).status?.connected).toBe(true);
  return { socket };
}
