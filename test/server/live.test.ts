// The live link of screens and phones against the real server, and against a server that misbehaves.
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, it } from 'vitest';
import { Live, type BoardNews, type Link, type LiveListener } from '../../display/kit/live.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { ClientEvents, ServerEvents } from '../../shared/protocol.ts';
import { addRep, postDeal, startApp, type TestApp } from '../kit/app.ts';
import { openWire } from '../kit/wire.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A link whose news and states can be waited for. */
function openLive(origin: string, token: string | null, listener: LiveListener = {}) {
  const news: BoardNews[] = [];
  const links: Link[] = [];
  let look = (): void => undefined;
  const live = new Live({
    board: 'main',
    token: () => token,
    origin,
    ...listener,
    news: (one) => {
      news.push(one);
      look();
    },
    link: (one) => {
      links.push(one);
      look();
    },
  });
  closers.push(() => live.stop());
  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (done()) resolve();
      };
      look();
    });
  return { live, news, links, until, lastLink: () => links.at(-1), lastNews: () => news.at(-1) };
}

async function openOffice(): Promise<{ app: TestApp; token: string; rep: string }> {
  const app = await startApp();
  closers.push(() => app.close());
  await app.setUp();
  const rep = await addRep(app, 'Võ Ngọc Khánh Linh');
  const token = (await app.token('board:read')).replace('Bearer ', '');
  return { app, token, rep };
}

it('takes the board, then each win as news, and runs by the server’s clock', async () => {
  const { app, token, rep } = await openOffice();
  const { live, news, until } = openLive(app.url, token);
  await until(() => news.length === 1);
  expect(news[0]?.wins).toBeNull();
  await postDeal(app, { rep, amount: '185000000' });
  await until(() => news.length === 2);
  expect(news[1]?.wins?.map(({ amountMinor }) => amountMinor)).toEqual([185_000_000]);
  expect(news[1]?.snapshot.standings.rows[0]).toMatchObject({ subjectId: rep, rank: 1, value: 185_000_000 });
  expect(Math.abs(live.clock.now() - app.clock.now())).toBeLessThan(60_000);
});

it('SC1 says when the link is down, and has all that was missed once it is back', async () => {
  const { app, token, rep } = await openOffice();
  const wire = await openWire(app.url);
  closers.push(wire.cut);
  const { until, lastLink, lastNews } = openLive(wire.url, token);
  await until(() => lastNews() !== undefined);
  wire.cut();
  await until(() => lastLink()?.connected === false);
  expect(lastLink()?.lastHeardAt).not.toBeNull();
  await postDeal(app, { rep, amount: '5000000' });
  await wire.mend();
  await until(() => lastNews()?.snapshot.standings.rows[0]?.value === 5_000_000);
  expect(lastLink()?.connected).toBe(true);
  expect(lastNews()?.wins).toBeNull();
});

it('tells a refused token from a server that is away, and goes on trying', async () => {
  const { app } = await openOffice();
  const { until, lastLink } = openLive(app.url, 'nobody’s');
  await until(() => lastLink()?.refused === 'auth');
  expect(lastLink()?.connected).toBe(false);
});

it('CE3 passes on that a deal was taken back', async () => {
  const { app, token, rep } = await openOffice();
  const retracted: string[] = [];
  const { until, lastNews } = openLive(app.url, token, { retracted: (dealId) => retracted.push(dealId) });
  await until(() => lastNews() !== undefined);
  const { deal } = await postDeal(app, { rep });
  await app.call('POST', `/api/deals/${deal.id}/void`, { reason: 'slip' });
  await until(() => lastNews()?.snapshot.wins.length === 0 && retracted.length > 0);
  expect(retracted).toEqual([deal.id]);
});

/** A server of one board that does as the test says. */
async function openStandIn(board: Snapshot) {
  const http: HttpServer = createServer();
  const io = new Server<ClientEvents, ServerEvents>(http, { transports: ['websocket'] });
  const state = { board, watched: 0 };
  io.on('connection', (socket) => {
    socket.on('board:watch', (_, answer) => {
      state.watched += 1;
      answer({ snapshot: state.board, now: 1_000_000, epoch: 'e' });
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  closers.push(() => io.close());
  return { io, state, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

async function anyBoard(): Promise<Snapshot> {
  const { app } = await openOffice();
  return (await app.call<Snapshot>('GET', '/api/boards/main')).body;
}

function atRev(board: Snapshot, rev: number): Snapshot {
  return { ...board, standings: { ...board.standings, rev } };
}

it('PT4 takes the whole board again where a patch does not follow', async () => {
  const board = atRev(await anyBoard(), 1);
  const { io, state, url } = await openStandIn(board);
  const { news, until } = openLive(url, 'any');
  await until(() => news.length === 1);
  state.board = atRev(board, 9);
  io.emit('board:patch', { board: 'main', from: 8, to: 9, asOf: 1, rows: [], wins: [] });
  await until(() => news.length === 2);
  expect(news[1]).toMatchObject({ wins: null, snapshot: { standings: { rev: 9 } } });
});

it('leaves patches of other boards, and those it already has', async () => {
  const board = atRev(await anyBoard(), 5);
  const { io, url } = await openStandIn(board);
  const { news, until } = openLive(url, 'any');
  await until(() => news.length === 1);
  io.emit('board:patch', { board: 'team-deals-week', from: 1, to: 2, asOf: 1, rows: [], wins: [] });
  io.emit('board:patch', { board: 'main', from: 4, to: 5, asOf: 1, rows: [], wins: [] });
  io.emit('board:patch', { board: 'main', from: 5, to: 6, asOf: 1, rows: [], wins: [] });
  await until(() => news.length === 2);
  expect(news[1]?.snapshot.standings.rev).toBe(6);
});

it('comes back by itself where the server has sent it away', async () => {
  const { io, state, url } = await openStandIn(await anyBoard());
  const { until, news, links } = openLive(url, 'any');
  await until(() => news.length === 1);
  io.disconnectSockets(true);
  await until(() => news.length === 2);
  expect(links.some(({ connected }) => !connected)).toBe(true);
  expect(state.watched).toBe(2);
});
