// A lobby's screen: nothing private is in any frame that it is sent, over real sockets.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPatch, type Snapshot } from '../../shared/patch.ts';
import type { Privacy } from '../../shared/screen.ts';
import { addRep, addTeam, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { pairScreen } from '../kit/screens.ts';
import { connect } from '../kit/sockets.ts';

const ALL: Privacy = { initials: true, hideAmounts: true, hideCustomers: true };
const NAMES = ['Võ Ngọc Khánh Linh', 'Trần Quốc Bảo'];

let app: TestApp;
let reps: string[];
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
  const teamId = await addTeam(app, 'Hà Nội');
  reps = [];
  for (const name of NAMES) reps.push(await addRep(app, name, { teamId }));
  await app.call('PATCH', '/api/office', { defaultQuota: '87654321' });
});
afterAll(() => app.close());

/** A screen that keeps its board as a TV does, and every word that it was sent. */
async function openScreen(privacy: Privacy) {
  const { id, token } = await pairScreen(app, { name: 'Sảnh', privacy });
  const frames: string[] = [];
  const { socket } = await connect(app.url, { auth: { token } }, (fresh) => {
    fresh.onAny((...words: unknown[]) => frames.push(JSON.stringify(words)));
  });
  let board: Snapshot | null = null;
  socket.on('board:patch', (patch) => {
    if (board) board = applyPatch(board, patch);
  });
  const watch = async (): Promise<Snapshot> => {
    const answer = await socket.emitWithAck('board:watch', { board: 'main' });
    if (!('snapshot' in answer)) throw new Error('no board');
    frames.push(JSON.stringify(answer));
    return answer.snapshot;
  };
  board = await watch();
  return { id, socket, frames, watch, board: () => board };
}

test('PV1 neither names nor amounts nor customers nor deals’ ids are in any frame, through posts, voids, corrections and a reset', async () => {
  const lobby = await openScreen(ALL);
  const open = await openScreen({ initials: false, hideAmounts: false, hideCustomers: false });
  const [linh = '', bao = ''] = reps;
  const one = await postDeal(app, { id: 'order-secret-1', rep: linh, amount: '31415926', customer: 'Bí Mật Corp' });
  await postDeal(app, {
    rep: bao,
    amount: '27182818',
    customer: 'Kín Tiếng JSC',
    splits: [
      { rep: bao, share: 6000 },
      { rep: linh, share: 4000 },
    ],
  });
  await app.call('POST', `/api/deals/${one.deal.id}/correct`, { amount: '99887766', reason: 'nhầm' });
  await app.call('POST', `/api/deals/${one.deal.id}/void`, { reason: 'nhầm' });
  app.clock.advance(3_600_000);
  await app.call('POST', '/api/periods/reset', {});
  await postDeal(app, { rep: linh, amount: '16180339', customer: 'Im Lặng Ltd' });

  const last = await lobby.watch();
  const said = lobby.frames.join('\n');
  const secrets = [
    ...NAMES,
    'Khánh',
    'Quốc',
    'Bí Mật',
    'Kín Tiếng',
    'Im Lặng',
    'order-secret',
    '31415926',
    '27182818',
    '99887766',
    '16180339',
    '87654321',
  ];
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  expect(secrets.filter((secret) => !open.frames.join('\n').includes(secret))).toEqual([]);
  expect(last.standings.rows[0]).toMatchObject({ name: 'KL', rank: 1, deals: 1, value: 1845, quota: 10_000 });
  expect(last.wins[0]).toMatchObject({ customer: '', amountMinor: 0, reps: [{ name: 'KL' }] });
  expect(last.privacy).toEqual(ALL);
  // The chain of patches led to what a fresh look gives.
  expect(lobby.board()?.standings.rows).toEqual(last.standings.rows);
  expect(lobby.board()?.facts).toEqual(last.facts);
  lobby.socket.close();
  open.socket.close();
});

test('PV1 a screen that gets privacy hears nothing of its old room any more', async () => {
  const screen = await openScreen({ initials: false, hideAmounts: false, hideCustomers: false });
  const [linh = ''] = reps;
  await app.call('PATCH', `/api/screens/${screen.id}`, { privacy: ALL });
  await expect.poll(() => screen.frames.some((frame) => frame.includes('"hideAmounts":true'))).toBe(true);
  const before = screen.frames.length;
  const { deal } = await postDeal(app, { rep: linh, amount: '55443322', customer: 'Thầm Thì' });
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'thử' });
  expect((await screen.watch()).standings.rows[0]?.name).toBe('KL');
  const later = screen.frames.slice(before).join('\n');
  expect(later).not.toMatch(/55443322|Thầm Thì|Khánh/);
  expect(later).not.toContain(deal.id);
  screen.socket.close();
});

test('PV1 each part of privacy hides its own and no more', async () => {
  const [linh = ''] = reps;
  await postDeal(app, { rep: linh, amount: '1000000', customer: 'Rõ Ràng' });
  const names = await openScreen({ initials: true, hideAmounts: false, hideCustomers: false });
  expect(names.board()?.wins[0]).toMatchObject({ customer: 'Rõ Ràng', amountMinor: 1_000_000, reps: [{ name: 'KL' }] });
  const customers = await openScreen({ initials: false, hideAmounts: false, hideCustomers: true });
  expect(customers.board()?.wins[0]).toMatchObject({
    customer: '',
    amountMinor: 1_000_000,
    reps: [{ name: NAMES[0] }],
  });
  names.socket.close();
  customers.socket.close();
});
