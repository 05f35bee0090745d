// Reactions over real HTTP and sockets: who may, to what, and who hears of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../shared/problem.ts';
import { REACTION_KINDS, type Cheer } from '../../shared/reactions.ts';
import type { WinView } from '../../shared/schemas/reactions.ts';
import { addRep, cookieOf, faultsOf, postDeal, startApp, type Answer, type TestApp } from '../kit/app.ts';
import { pairScreen } from '../kit/screens.ts';
import { watchBoard, type Watcher } from '../kit/sockets.ts';

const DAY = 86_400_000;

let app: TestApp;
let an: string;
let asAn: string;
let asBinh: string;
let asChi: string;

beforeEach(async () => {
  app = await startApp();
  await app.setUp();
  an = await addRep(app, 'An', { email: 'an@saoviet.vn', password: 'an-an-an-an' });
  await addRep(app, 'Bình', { email: 'binh@saoviet.vn', password: 'binh-binh' });
  await addRep(app, 'Chi', { email: 'chi@saoviet.vn', password: 'chi-chi-chi' });
  asChi = await signedIn('chi@saoviet.vn', 'chi-chi-chi');
  asAn = await signedIn('an@saoviet.vn', 'an-an-an-an');
  asBinh = await signedIn('binh@saoviet.vn', 'binh-binh');
});
afterEach(() => app.close());

async function signedIn(email: string, password: string): Promise<string> {
  return cookieOf(await app.call('POST', '/api/session', { email, password }, { as: '' }));
}

const react = (dealId: string, body: unknown, as = asBinh): Promise<Answer<Problem>> =>
  app.call<Problem>('PUT', `/api/deals/${dealId}/reaction`, body, { as });

async function wins(as = asBinh, query = ''): Promise<{ items: WinView[]; nextCursor: string | null }> {
  return (
    await app.call<{ items: WinView[]; nextCursor: string | null }>('GET', `/api/wins${query}`, undefined, { as })
  ).body;
}

/** Every cheer that a socket is told of, and what makes sure that all are in. */
function cheersOf({ socket, caughtUp }: Watcher): () => Promise<Cheer[]> {
  const cheers: Cheer[] = [];
  socket.on('win:cheered', (cheer) => cheers.push(cheer));
  return async () => {
    await caughtUp();
    return cheers;
  };
}

test('RX1 colleagues congratulate, once each; a later reaction replaces the earlier, and can be taken back', async () => {
  const { deal } = await postDeal(app, { rep: an });
  expect((await react(deal.id, { kind: 'fire', text: '  Đỉnh quá!  ' })).status).toBe(204);
  app.clock.advance(1000);
  expect((await react(deal.id, { kind: 'heart' }, asChi)).status).toBe(204);
  expect((await react(deal.id, { kind: 'heart' }, asAn)).body.code).toBe('reaction/own');
  expect((await react(deal.id, { kind: 'fire' }, app.cookie)).status).toBe(204);
  const [win] = (await wins()).items;
  expect(win).toMatchObject({ dealId: deal.id, open: true, counts: { fire: 2, heart: 1 }, reps: [{ id: an }] });
  expect(win?.own).toMatchObject({ name: 'Bình', kind: 'fire', text: 'Đỉnh quá!' });
  expect(win?.reactions.map(({ name }) => name).at(-1)).toBe('Bình');
  expect((await react(deal.id, { kind: 'clap' })).status).toBe(204);
  expect((await wins()).items[0]).toMatchObject({ counts: { fire: 1, heart: 1, clap: 1 }, own: { text: '' } });
  const path = `/api/deals/${deal.id}/reaction`;
  expect((await app.call('DELETE', path, undefined, { as: asBinh })).status).toBe(204);
  expect((await app.call('DELETE', path, undefined, { as: asBinh })).status).toBe(404);
  expect((await wins()).items[0]).toMatchObject({ counts: { fire: 1, heart: 1 }, own: null });
});

test('RX1 what is no reaction is refused by its field, and changes nothing', async () => {
  const { deal } = await postDeal(app, { rep: an });
  const faults = async (body: unknown) => {
    const answer = await react(deal.id, body);
    expect(answer.status, JSON.stringify(body)).toBe(422);
    return faultsOf(answer);
  };
  expect(await faults({ kind: 'thumbs-down' })).toEqual({ kind: 'field/enum' });
  expect(await faults({})).toEqual({ kind: 'field/missing' });
  expect(await faults({ kind: 'clap', text: 'x'.repeat(81) })).toEqual({ text: 'field/maxLength' });
  expect(await faults({ kind: 'clap', text: 'hai\ndòng' })).toEqual({ text: 'text/control' });
  expect(await faults({ kind: 'clap', text: 'abc\u202Egnp.exe' })).toEqual({ text: 'text/control' });
  expect(await faults({ kind: 'clap', text: '\uD800' })).toEqual({ text: 'text/broken' });
  expect(await faults({ kind: 'clap', userId: 'x' })).toEqual({ userId: 'field/unknown' });
  expect((await wins()).items[0]?.counts).toEqual({});
  for (const kind of REACTION_KINDS) expect((await react(deal.id, { kind, text: '<b>' })).status).toBe(204);
});

test('RX1 only what stands, is of this week and none of an import is congratulated on', async () => {
  const { deal } = await postDeal(app, { rep: an });
  app.clock.advance(7 * DAY - 1);
  expect((await react(deal.id, { kind: 'clap' })).status).toBe(204);
  app.clock.advance(1);
  expect((await react(deal.id, { kind: 'fire' })).body.code).toBe('reaction/closed');
  expect((await wins()).items[0]).toMatchObject({ open: false, own: { kind: 'clap' } });
  const csv = 'rep,amount,customer,date\nAn,5000,Lotus,2026-11-24\n';
  const imported = await app.call('POST', '/api/import/deals', undefined, {
    raw: csv,
    headers: { 'content-type': 'text/csv' },
  });
  expect(imported.body).toMatchObject({ counts: { new: 1 } });
  const { body } = await app.call<{ items: { id: string }[] }>('GET', '/api/deals?q=lotus');
  expect((await react(body.items[0]?.id ?? '', { kind: 'clap' })).body.code).toBe('deal/not-found');
  expect((await wins()).items.map(({ customer }) => customer)).not.toContain('Lotus');
  expect((await react('made-up', { kind: 'clap' })).status).toBe(404);
});

test('RX1 a thumb that never rests is slowed down', async () => {
  const { deal } = await postDeal(app, { rep: an });
  const statuses: number[] = [];
  for (let turn = 0; turn < 22; turn += 1) statuses.push((await react(deal.id, { kind: 'clap' })).status);
  expect(statuses.filter((status) => status === 204)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
  const refused = await react(deal.id, { kind: 'clap' });
  expect([refused.headers.get('retry-after'), refused.body.retryAfter]).toEqual(['2', 2]);
  expect((await react(deal.id, { kind: 'clap' }, asChi)).status).toBe(204);
  app.clock.advance(2_000);
  expect((await react(deal.id, { kind: 'clap' })).status).toBe(204);
});

test('RX1 machines and screens congratulate nobody', async () => {
  const { deal } = await postDeal(app, { rep: an });
  expect((await react(deal.id, { kind: 'clap' }, await app.token('deals:write', 'board:read'))).status).toBe(403);
  const { token } = await pairScreen(app);
  expect((await react(deal.id, { kind: 'clap' }, `Bearer ${token}`)).status).toBe(403);
  expect((await app.call('GET', '/api/wins', undefined, { as: `Bearer ${token}` })).status).toBe(403);
  expect((await wins(await app.token('board:read'))).items[0]).toMatchObject({ dealId: deal.id, own: null });
});

test('RX2 who watches hears it at once, with who and what; a masked screen hears how many', async () => {
  const { deal } = await postDeal(app, { rep: an });
  const open = await watchBoard(app.url, { headers: { cookie: asAn } });
  const { token } = await pairScreen(app, { privacy: { initials: true, hideAmounts: false, hideCustomers: false } });
  const lobby = await watchBoard(app.url, { auth: { token } });
  const [openCheers, lobbyCheers] = [cheersOf(open), cheersOf(lobby)];
  await react(deal.id, { kind: 'fire', text: 'Tuyệt vời' });
  await app.call('DELETE', `/api/deals/${deal.id}/reaction`, undefined, { as: asBinh });
  const told = await openCheers();
  expect(told[0]).toMatchObject({
    dealId: deal.id,
    counts: { fire: 1 },
    latest: { name: 'Bình', kind: 'fire', text: 'Tuyệt vời' },
  });
  expect(told[1]).toMatchObject({ counts: {}, gone: told[0]?.latest?.userId });
  const masked = await lobbyCheers();
  expect(masked).toEqual([
    { dealId: lobby.board().wins[0]?.dealId, counts: { fire: 1 } },
    { dealId: lobby.board().wins[0]?.dealId, counts: {} },
  ]);
  expect(JSON.stringify(masked)).not.toContain(deal.id);
  for (const watcher of [open, lobby]) watcher.close();
});

test('RX2 the feed shows what the wall may: no notes and sources, customers only where the office shows them', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await postDeal(app, { rep: an, customer: `Khách ${turn}`, note: 'bí mật', source: 'referral' });
  }
  const first = await wins(asBinh, '?limit=2');
  const second = await wins(asBinh, `?limit=2&cursor=${first.nextCursor ?? ''}`);
  const third = await wins(asBinh, `?limit=2&cursor=${second.nextCursor ?? ''}`);
  const customers = [first, second, third].flatMap(({ items }) => items.map(({ customer }) => customer));
  expect(customers).toEqual(['Khách 4', 'Khách 3', 'Khách 2', 'Khách 1', 'Khách 0']);
  expect(third.nextCursor).toBeNull();
  expect(JSON.stringify(first)).not.toMatch(/bí mật|referral/);
  await app.call('PATCH', '/api/office', { showCustomers: false });
  expect((await wins()).items.map(({ customer }) => customer)).toEqual(['', '', '', '', '']);
  expect((await app.call('GET', '/api/wins?cursor=x', undefined, { as: asBinh })).status).toBe(422);
});

test('RX3 reactions go with a voided deal, and over to the replacement of a corrected one', async () => {
  const { deal } = await postDeal(app, { rep: an, amount: '5000' });
  await react(deal.id, { kind: 'party', text: 'Quá đã' });
  const { body } = await app.call<{ deal: { id: string } }>('POST', `/api/deals/${deal.id}/correct`, {
    amount: '6000',
    reason: 'gõ nhầm',
  });
  const [win] = (await wins()).items;
  expect(win).toMatchObject({ dealId: body.deal.id, counts: { party: 1 }, own: { text: 'Quá đã' } });
  expect((await react(deal.id, { kind: 'clap' })).status).toBe(404);
  await app.call('POST', `/api/deals/${body.deal.id}/void`, { reason: 'khách đổi ý' });
  expect((await wins()).items).toEqual([]);
  expect((await react(body.deal.id, { kind: 'clap' })).status).toBe(404);
});

test('RX2 nobody hears of a reaction after signing out', async () => {
  const { deal } = await postDeal(app, { rep: an });
  const watcher = await watchBoard(app.url, { headers: { cookie: asAn } });
  const cheers: Cheer[] = [];
  watcher.socket.on('win:cheered', (cheer) => cheers.push(cheer));
  const left = new Promise((resolve) => watcher.socket.once('disconnect', resolve));
  await app.call('DELETE', '/api/session', undefined, { as: asAn });
  await left;
  await react(deal.id, { kind: 'clap' });
  expect(cheers).toEqual([]);
});
