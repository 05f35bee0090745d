// The sockets: handshake, watching a board, one encoded frame per room and patch. Only this folder knows socket.io.
import type { Server as HttpServer } from 'node:http';
import { parse } from 'node:querystring';
import { Server } from 'socket.io';
import type { HandshakeAuth, Hello, WatchAnswer } from '../../shared/protocol.ts';
import type { Privacy } from '../../shared/screen.ts';
import type { Patch } from '../../shared/patch.ts';
import type { Cheer } from '../../shared/reactions.ts';
import { PROTOCOL } from '../../shared/protocol.ts';
import { Refusal } from '../../shared/problem.ts';
import { can, type Actor } from '../../shared/roles.ts';
import { Allowance } from '../allowance.ts';
import { COOKIE, identify, identifyToken } from '../auth.ts';
import type { Boards } from '../boards/boards.ts';
import { MaskedBoards } from '../boards/masked-boards.ts';
import { hidesAnything, maskedId } from '../boards/privacy.ts';
import type { Directory } from '../directory.ts';
import { configOf, privacyOf } from '../screens/config.ts';
import { isSameOrigin } from './origin.ts';
import { PersonLine } from './person-line.ts';
import { ScreenLine, type ScreenLineOptions } from './screen-line.ts';
import { fieldOf, mayEmit, type Io, type OneSocket } from './sockets.ts';

export interface GatewayOptions extends ScreenLineOptions {
  http: HttpServer;
  /** Whether a proxy in front says which host was asked for. */
  trustsProxy: boolean;
  directory: Directory;
  boards: Boards;
  buildId: string;
  epoch: () => string;
  /** Told of each screen's report of a painted rev. */
  onShown: (ms: number) => void;
  onFailure: (error: unknown) => void;
}

/** A board's room; one for each kind of privacy beside the open one. */
const ROOM = 'board:';
const MASK = '#';
/** Those who are told of voids by the deal's own id, and those who know digests only. */
const OPEN = 'open';
const MASKED = 'masked';

export class Gateway {
  readonly #io: Io;
  readonly #options: GatewayOptions;
  readonly #masked = new MaskedBoards();
  /** Words to and from paired screens, and to people's own pages. */
  readonly lines: { line: ScreenLine; people: PersonLine };

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#io = new Server(options.http, {
      serveClient: false,
      transports: ['websocket'],
      maxHttpBufferSize: 32_768,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      // CORS settings do not stop a foreign page's websocket handshake; this does.
      allowRequest: (request, allow) => {
        const { origin, host, 'x-forwarded-host': forwarded } = request.headers;
        const asked = options.trustsProxy && typeof forwarded === 'string' ? forwarded : host;
        allow(null, isSameOrigin({ origin, host: asked }));
      },
    });
    this.lines = { line: new ScreenLine(this.#io, options), people: new PersonLine(this.#io) };
    this.#io.use((socket, next) => this.#admit(socket, next));
    this.#io.on('connection', (socket) => this.#greet(socket));
    this.#io.of('/').adapter.on('delete-room', (room: string) => {
      if (room.startsWith(ROOM)) this.#closeRoom(room);
    });
    options.boards.listen({
      patch: (patch) => this.#publish(patch),
      retracted: (dealId) => {
        this.#io.to(OPEN).emit('deal:retracted', { dealId });
        this.#io.to(MASKED).emit('deal:retracted', { dealId: maskedId(dealId) });
      },
    });
  }

  /** Tells of a reaction to a win: whom something is kept from, how many there are and no more. Rules PV1, RX2. */
  cheered(cheer: Cheer): void {
    this.#io.to(OPEN).emit('win:cheered', cheer);
    this.#io.to(MASKED).emit('win:cheered', { dealId: maskedId(cheer.dealId), counts: cheer.counts });
  }

  #publish(patch: Patch): void {
    this.#io.to(ROOM + patch.board).emit('board:patch', patch);
    const masked = this.#roomsOf(patch.board).filter((room) => room.includes(MASK));
    if (masked.length === 0) return;
    const snapshot = this.#options.boards.snapshot(patch.board);
    for (const room of masked) {
      const own = this.#masked.patch(room, snapshot);
      if (own) this.#io.to(room).emit('board:patch', own);
    }
  }

  #roomsOf(board: string): string[] {
    const open = ROOM + board;
    return [...this.#io.of('/').adapter.rooms.keys()].filter((room) => room === open || room.startsWith(open + MASK));
  }

  #closeRoom(room: string): void {
    this.#masked.forget(room);
    const [board = ''] = room.slice(ROOM.length).split(MASK);
    if (this.#roomsOf(board).length === 0) this.#options.boards.unwatch(board);
  }

  /** How many sockets are connected. */
  get connected(): number {
    return this.#io.of('/').sockets.size;
  }

  /** Sends those away whose session or token is gone; who stays may from now on what they may now. Rule RO5. */
  recheck(): void {
    for (const socket of this.#io.of('/').sockets.values()) {
      const before = socket.data.seesAs;
      if (!this.#letIn(socket)) {
        socket.emit('screen:revoked');
        socket.disconnect(true);
      } else if (before.type !== socket.data.seesAs.type) this.#configure(socket);
    }
  }

  /** Tells every socket what it is to be, where that has changed. */
  configure(): void {
    for (const socket of this.#io.of('/').sockets.values()) this.#configure(socket);
  }

  /** With another privacy a socket leaves its rooms first: nothing of them may reach it any more. */
  #configure(socket: OneSocket): void {
    const { directory } = this.#options;
    const { seesAs } = socket.data;
    const config = configOf(directory, seesAs);
    const text = JSON.stringify(config);
    if (text === socket.data.config) return;
    const privacy = privacyOf(directory, seesAs);
    if (JSON.stringify(privacy) !== JSON.stringify(socket.data.privacy)) {
      for (const room of socket.rooms) if (room.startsWith(ROOM)) void socket.leave(room);
      void socket.leave(OPEN);
      void socket.leave(MASKED);
      void socket.join(hidesAnything(privacy) ? MASKED : OPEN);
    }
    socket.data.config = text;
    socket.data.privacy = privacy;
    socket.emit('screen:config', config);
  }

  /** Must run before the HTTP server closes, or that waits for the sockets for ever. */
  async close(): Promise<void> {
    await this.#io.close();
  }

  #admit(socket: OneSocket, next: (error?: Error) => void): void {
    if (this.#letIn(socket)) {
      next();
      return;
    }
    const refusal = new Refusal(this.#identify(socket) ? 'auth/forbidden' : 'auth/required');
    next(Object.assign(new Error(refusal.code), { data: refusal.toProblem() }));
  }

  /** Whether who is on a socket may be there; then it knows as whom. */
  #letIn(socket: OneSocket): boolean {
    const actor = this.#identify(socket);
    if (!actor || !can(actor, 'board:watch')) return false;
    socket.data.actor = actor;
    const { screen } = socket.handshake.auth as HandshakeAuth;
    const looks = typeof screen === 'string' && can(actor, 'screen:read');
    socket.data.seesAs = looks ? { type: 'screen', id: screen } : actor;
    return true;
  }

  #identify(socket: OneSocket): Actor | null {
    const { token } = socket.handshake.auth as HandshakeAuth;
    if (typeof token === 'string') {
      const tokens = [token, ...(socket.data.givenTokens ?? [])];
      return tokens.map((one) => identifyToken(this.#options.directory, one)).find((actor) => actor !== null) ?? null;
    }
    const cookies = parse(socket.handshake.headers.cookie ?? '', '; ');
    const cookie = cookies[COOKIE];
    return identify(
      this.#options.directory,
      {
        cookie: typeof cookie === 'string' ? cookie : undefined,
        authorization: socket.handshake.headers.authorization,
      },
      this.#options.clock.now(),
    );
  }

  #greet(socket: OneSocket): void {
    const { clock, buildId, epoch, onShown } = this.#options;
    const hello: Hello = { protocol: PROTOCOL, buildId, now: clock.now(), epoch: epoch() };
    socket.emit('hello', hello);
    this.#configure(socket);
    socket.use((packet, next) => {
      if (mayEmit(socket, packet)) next();
    });
    const { actor } = socket.data;
    if (actor.type === 'screen') this.lines.line.follow(socket, actor.id);
    if (actor.type === 'user') this.lines.people.follow(socket, actor.id);
    socket.on('board:watch', (request, answer) => {
      // A hostile client sends what it likes: no acknowledgement asked for, nothing to answer.
      if (typeof answer === 'function') answer(this.#watch(socket, request));
    });
    const reports = new Allowance(SHOWN_BURST, SHOWN_PER_SECOND, clock);
    socket.on('screen:shown', (report) => {
      if (!reports.take()) return;
      const ms = delayOf(report);
      if (ms !== null) onShown(ms);
      if (actor.type === 'screen') this.lines.line.shown(actor.id, fieldOf(report, 'rev'), ms);
    });
    socket.on('error', this.#options.onFailure);
  }

  /** Joins the board's room and answers with what the room was last told, in one go: no patch slips in between. */
  #watch(socket: OneSocket, request: unknown): WatchAnswer {
    const board = fieldOf(request, 'board');
    if (typeof board !== 'string') return { error: 'board/not-found' };
    try {
      const published = this.#options.boards.snapshot(board);
      this.#options.boards.watch(board);
      const { privacy } = socket.data;
      const room = ROOM + board + (hidesAnything(privacy) ? MASK + maskName(privacy) : '');
      const snapshot = hidesAnything(privacy) ? this.#masked.snapshot(room, privacy, published) : published;
      for (const other of socket.rooms) {
        if (other.startsWith(ROOM) && other !== room) void socket.leave(other);
      }
      void socket.join(room);
      return { snapshot, now: this.#options.clock.now(), epoch: this.#options.epoch() };
    } catch (error) {
      if (error instanceof Refusal) return { error: error.code };
      this.#options.onFailure(error);
      return { error: 'server/failed' };
    }
  }
}

/** It reports what it has drawn, which is once per frame at the most, and seldom so often. */
const SHOWN_BURST = 240;
const SHOWN_PER_SECOND = 60;
/** What takes longer has nothing to do with the way from here to the glass. */
const MOST_DELAY_MS = 3_600_000;

/** How long after the commit a page has painted; null where it does not say so. */
function delayOf(report: unknown): number | null {
  const ms = fieldOf(report, 'ms');
  return typeof ms === 'number' && ms >= 0 && ms < MOST_DELAY_MS ? ms : null;
}

function maskName({ initials, hideAmounts, hideCustomers }: Privacy): string {
  return [initials, hideAmounts, hideCustomers].map(Number).join('');
}
