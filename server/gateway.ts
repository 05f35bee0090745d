// The only file that knows socket.io. Handshake, watching a board, one encoded frame per room and patch.
import type { Server as HttpServer } from 'node:http';
import { parse } from 'node:querystring';
import { Server, type Socket } from 'socket.io';
import type { ClientEvents, HandshakeAuth, Hello, ServerEvents, WatchAnswer } from '../shared/protocol.ts';
import { PROTOCOL } from '../shared/protocol.ts';
import { Refusal } from '../shared/problem.ts';
import { can, type Actor } from '../shared/roles.ts';
import { COOKIE, identify, identifyToken } from './auth.ts';
import type { Boards } from './boards/boards.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory.ts';

interface SocketData {
  actor: Actor;
}

type Io = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
type OneSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

export interface GatewayOptions {
  http: HttpServer;
  /** Whether a proxy in front says which host was asked for. */
  trustsProxy: boolean;
  directory: Directory;
  boards: Boards;
  clock: Clock;
  buildId: string;
  epoch: () => string;
  /** Told of each screen's report of a painted rev. */
  onShown: (ms: number) => void;
  onFailure: (error: unknown) => void;
}

const ROOM = 'board:';

export class Gateway {
  readonly #io: Io;
  readonly #options: GatewayOptions;

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
    this.#io.use((socket, next) => this.#admit(socket, next));
    this.#io.on('connection', (socket) => this.#greet(socket));
    this.#io.of('/').adapter.on('delete-room', (room: string) => {
      if (room.startsWith(ROOM)) options.boards.unwatch(room.slice(ROOM.length));
    });
    options.boards.listen({
      patch: (patch) => this.#io.to(ROOM + patch.board).emit('board:patch', patch),
      retracted: (dealId) => this.#io.emit('deal:retracted', { dealId }),
    });
  }

  /** How many sockets are connected. */
  get connected(): number {
    return this.#io.of('/').sockets.size;
  }

  /** Sends those away whose session or token is gone. */
  recheck(): void {
    for (const socket of this.#io.of('/').sockets.values()) {
      if (this.#identify(socket)) continue;
      socket.emit('screen:revoked');
      socket.disconnect(true);
    }
  }

  /** Must run before the HTTP server closes, or that waits for the sockets for ever. */
  async close(): Promise<void> {
    await this.#io.close();
  }

  #admit(socket: OneSocket, next: (error?: Error) => void): void {
    const actor = this.#identify(socket);
    if (actor && can(actor, 'board:watch')) {
      socket.data.actor = actor;
      next();
      return;
    }
    const refusal = new Refusal(actor ? 'auth/forbidden' : 'auth/required');
    next(Object.assign(new Error(refusal.code), { data: refusal.toProblem() }));
  }

  #identify(socket: OneSocket): Actor | null {
    const { token } = socket.handshake.auth as HandshakeAuth;
    if (typeof token === 'string') return identifyToken(this.#options.directory, token);
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
    socket.on('board:watch', (request, answer) => {
      // A hostile client sends what it likes: no acknowledgement asked for, nothing to answer.
      if (typeof answer === 'function') answer(this.#watch(socket, request));
    });
    socket.on('screen:shown', (report) => {
      const ms = fieldOf(report, 'ms');
      if (typeof ms === 'number' && ms >= 0 && ms < 3_600_000) onShown(ms);
    });
    socket.on('error', this.#options.onFailure);
  }

  /** Joins the board's room and answers with what the room was last told, in one go: no patch slips in between. */
  #watch(socket: OneSocket, request: unknown): WatchAnswer {
    const board = fieldOf(request, 'board');
    if (typeof board !== 'string') return { error: 'board/not-found' };
    try {
      const snapshot = this.#options.boards.snapshot(board);
      this.#options.boards.watch(board);
      for (const room of socket.rooms) {
        if (room.startsWith(ROOM) && room !== ROOM + board) void socket.leave(room);
      }
      void socket.join(ROOM + board);
      return { snapshot, now: this.#options.clock.now(), epoch: this.#options.epoch() };
    } catch (error) {
      if (error instanceof Refusal) return { error: error.code };
      this.#options.onFailure(error);
      return { error: 'server/failed' };
    }
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}

/** Whether a page of this very host asks, or no page at all. */
export function isSameOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean {
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}
