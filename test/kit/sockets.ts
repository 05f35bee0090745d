// A watching socket for tests: keeps its board as a TV does, with the same `applyPatch`.
import { io, type Socket } from 'socket.io-client';
import { applyPatch, type Patch, type Snapshot } from '../../shared/patch.ts';
import type { ClientEvents, HandshakeAuth, Hello, ServerEvents, WatchAnswer } from '../../shared/protocol.ts';

export interface Watcher {
  socket: Socket<ServerEvents, ClientEvents>;
  hello: Hello;
  board: () => Snapshot;
  patches: Patch[];
  /** Resolves once the board has reached a rev. */
  reached: (rev: number) => Promise<Snapshot>;
  watch: (board: string) => Promise<WatchAnswer>;
  /** Resolves once everything that the server has sent until now is in. */
  caughtUp: () => Promise<Snapshot>;
  close: () => void;
}

export interface ConnectOptions {
  auth?: HandshakeAuth;
  headers?: Record<string, string>;
}

/** Connects; rejects where the server refuses the handshake. `prepare` listens to what comes first of all. */
export function connect(
  url: string,
  options: ConnectOptions,
  prepare: (socket: Socket<ServerEvents, ClientEvents>) => void = () => undefined,
): Promise<{ socket: Socket<ServerEvents, ClientEvents>; hello: Hello }> {
  const socket: Socket<ServerEvents, ClientEvents> = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { ...options.auth },
    extraHeaders: options.headers ?? {},
  });
  prepare(socket);
  return new Promise((resolve, reject) => {
    socket.once('hello', (hello) => resolve({ socket, hello }));
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
}

export async function watchBoard(url: string, options: ConnectOptions, boardId = 'main'): Promise<Watcher> {
  const { socket, hello } = await connect(url, options);
  let board: Snapshot | null = null;
  const patches: Patch[] = [];
  let waiting: { rev: number; resolve: (board: Snapshot) => void }[] = [];
  const settle = (): void => {
    const now = board;
    if (!now) return;
    waiting = waiting.filter((one) => {
      if (now.standings.rev < one.rev) return true;
      one.resolve(now);
      return false;
    });
  };
  socket.on('board:patch', (patch) => {
    patches.push(patch);
    if (board && patch.board === board.definition.id) board = applyPatch(board, patch);
    settle();
  });
  const watch = async (id: string): Promise<WatchAnswer> => {
    const answer: WatchAnswer = await socket.emitWithAck('board:watch', { board: id });
    if ('snapshot' in answer) board = answer.snapshot;
    settle();
    return answer;
  };
  await watch(boardId);
  return {
    socket,
    hello,
    board: () => board ?? failed(),
    patches,
    reached: (rev) =>
      new Promise((resolve) => {
        waiting.push({ rev, resolve });
        settle();
      }),
    watch,
    async caughtUp() {
      // What a socket is sent keeps its order: the answer comes behind every patch.
      await socket.emitWithAck('board:watch', { board: board?.definition.id ?? boardId });
      return board ?? failed();
    },
    close: () => socket.close(),
  };
}

function failed(): never {
  throw new Error('the board was not given');
}
