// The live link to the server, and the only file that knows socket.io-client. It reconnects for ever, watches one
// board, and takes a snapshot whenever the chain of patches has a gap.
import { io, type Socket } from 'socket.io-client';
import { applyPatch, PatchGap, type Patch, type Snapshot, type Win } from '../../shared/patch.ts';
import type { Cheer } from '../../shared/reactions.ts';
import type {
  ClientEvents,
  DecisionNews,
  DeliveryNews,
  HandshakeAuth,
  Hello,
  ServerEvents,
} from '../../shared/protocol.ts';
import type { ScreenConfig, ScreenStatus } from '../../shared/screen.ts';
import { ServerClock } from './clock.ts';

/** Why the server keeps the door shut; the link goes on trying, slowly. */
export type Refused = 'auth' | 'other';

export interface Link {
  connected: boolean;
  /** When the server was last heard, by its own clock; null for never. */
  lastHeardAt: number | null;
  refused: Refused | null;
  /** Whether the server has been heard since the page was loaded. */
  isHeard: boolean;
}

export interface BoardNews {
  snapshot: Snapshot;
  /** The wins that have just come in; null where the whole board was taken, after a cut or at the start. */
  wins: readonly Win[] | null;
  /** Names the database that revs and seqs belong to. */
  epoch: string;
}

/** A board as a page keeps it over a reload. */
export interface KeptBoard {
  snapshot: Snapshot;
  epoch: string;
  heardAt: number;
}

export interface LiveListener {
  news?: (news: BoardNews) => void;
  link?: (link: Link) => void;
  hello?: (hello: Hello) => void;
  retracted?: (dealId: string) => void;
  delivery?: (news: DeliveryNews) => void;
  /** A manager has decided on a win that waited. */
  decided?: (news: DecisionNews) => void;
  /** What waits for a decision may be something else now. */
  waits?: () => void;
  /** Somebody has congratulated on a win, or taken it back. */
  cheered?: (cheer: Cheer) => void;
  config?: (config: ScreenConfig) => void;
  reload?: () => void;
  identify?: () => void;
  newToken?: (token: string) => void;
  revoked?: () => void;
}

export interface LiveOptions extends LiveListener {
  board: string;
  /** A screen's token, asked for with each connection; without one the page's cookie speaks. */
  token?: () => string | null;
  /** A manager looks through this screen's eyes. */
  seesAs?: string | null;
  clock?: ServerClock;
  /** Where the server is; by default where the page came from. */
  origin?: string;
  /** What the page shows from its own memory. */
  known?: KeptBoard | null;
}

const RETRY_MS = { kicked: 700, refused: 10_000, board: 10_000 };
/** Watching again heals whatever was missed and reads the clock anew. */
const WATCH_AGAIN_MS = 240_000;
const ACK_MS = 10_000;

export class Live {
  readonly clock: ServerClock;
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  readonly #on: LiveListener;
  #board: string;
  #snapshot: Snapshot | null;
  #epoch: string;
  #link: Link;
  #watching = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #rewatch: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#on = options;
    this.#board = options.board;
    this.#snapshot = options.known?.snapshot ?? null;
    this.#epoch = options.known?.epoch ?? '';
    this.#link = { connected: false, lastHeardAt: options.known?.heardAt ?? null, refused: null, isHeard: false };
    this.clock = options.clock ?? new ServerClock(Date.now());
    this.#socket = io(options.origin ?? window.location.origin, {
      transports: ['websocket'],
      auth: (tell: (auth: HandshakeAuth) => void) => tell(authOf(options.token?.() ?? null, options.seesAs ?? null)),
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      timeout: 10_000,
    });
    this.#listen();
  }

  /** Watches another board from now on. */
  watch(board: string): void {
    this.#board = board;
    this.#snapshot = null;
    if (this.#socket.connected) this.#takeSnapshot();
  }

  /** Takes the whole board afresh in a while: the one that is here is of no use. */
  refresh(): void {
    this.#watchAgainIn(RETRY_MS.board);
  }

  /** Begins a new connection, with the token that is right now. */
  reconnect(): void {
    this.#socket.disconnect();
    this.#setLink({ connected: false, refused: null });
    this.#connectIn(0);
  }

  /** Reports that a rev is on the glass (`screen:shown`): how long after the commit, where it came by a patch. */
  shown({ standings: { rev, asOf } }: Snapshot, isByPatch: boolean): void {
    if (!this.#socket.connected) return;
    this.#socket.emit('screen:shown', { rev, ms: isByPatch ? Math.max(0, Math.round(this.clock.now() - asOf)) : null });
  }

  /** Says how this screen is (`screen:status`). */
  status(status: ScreenStatus): void {
    if (this.#socket.connected) this.#socket.emit('screen:status', status);
  }

  stop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#rewatch);
    this.#socket.disconnect();
    this.#socket.off();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.clock.distrust();
      this.#heard({ connected: true, refused: null });
      this.#takeSnapshot();
    });
    socket.on('disconnect', (reason) => {
      this.#setLink({ connected: false });
      if (reason === 'io server disconnect') this.#connectIn(RETRY_MS.kicked);
    });
    socket.on('connect_error', (error) => this.#refused(error));
    socket.io.on('ping', () => this.#heard({}));
    socket.on('hello', (hello) => {
      this.clock.hear(hello.now);
      this.#heard({});
      this.#on.hello?.(hello);
    });
    socket.on('board:patch', (patch) => this.#patch(patch));
    socket.on('deal:retracted', ({ dealId }) => this.#on.retracted?.(dealId));
    socket.on('deal:delivery', (news) => this.#on.delivery?.(news));
    socket.on('deal:decided', (news) => this.#on.decided?.(news));
    socket.on('decisions:changed', () => this.#on.waits?.());
    socket.on('win:cheered', (cheer) => this.#on.cheered?.(cheer));
    socket.on('screen:config', (config) => this.#on.config?.(config));
    socket.on('screen:reload', () => this.#on.reload?.());
    socket.on('screen:identify', () => this.#on.identify?.());
    socket.on('screen:token', ({ token }, kept) => {
      this.#on.newToken?.(token);
      kept();
    });
    socket.on('screen:revoked', () => this.#on.revoked?.());
  }

  /** While the network is down socket.io tries again by itself; where the server says no it does not. */
  #refused(error: Error & { data?: unknown }): void {
    if (this.#socket.active) return;
    const isAuth = /"code":"auth\//.test(JSON.stringify(error.data ?? null));
    this.#setLink({ connected: false, refused: isAuth ? 'auth' : 'other' });
    this.#connectIn(RETRY_MS.refused);
  }

  #connectIn(ms: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), ms * (0.5 + Math.random()));
  }

  #takeSnapshot(): void {
    clearTimeout(this.#rewatch);
    this.#watching += 1;
    const turn = this.#watching;
    const askedAt = performance.now();
    const request = { board: this.#board, ...(this.#snapshot ? { rev: this.#snapshot.standings.rev } : {}) };
    this.#socket.timeout(ACK_MS).emit('board:watch', request, (failure, answer) => {
      if (turn !== this.#watching || !this.#socket.connected) return;
      if (failure !== null || 'error' in answer) {
        this.#watchAgainIn(RETRY_MS.board);
        return;
      }
      this.clock.hear(answer.now, performance.now() - askedAt);
      this.#epoch = answer.epoch;
      this.#snapshot = answer.snapshot;
      this.#heard({});
      this.#watchAgainIn(WATCH_AGAIN_MS);
      this.#on.news?.({ snapshot: answer.snapshot, wins: null, epoch: answer.epoch });
    });
  }

  #watchAgainIn(ms: number): void {
    clearTimeout(this.#rewatch);
    this.#rewatch = setTimeout(
      () => {
        if (this.#socket.connected) this.#takeSnapshot();
      },
      ms * (0.75 + Math.random() / 2),
    );
  }

  #patch(patch: Patch): void {
    this.#heard({});
    const before = this.#snapshot;
    // A patch that is here before its board comes again as a part of the snapshot that has been asked for.
    if (!before || patch.board !== this.#board) return;
    try {
      const snapshot = applyPatch(before, patch);
      if (snapshot === before) return;
      this.#snapshot = snapshot;
      this.#on.news?.({ snapshot, wins: patch.wins, epoch: this.#epoch });
    } catch (error) {
      if (!(error instanceof PatchGap)) throw error;
      this.#takeSnapshot();
    }
  }

  #heard(change: Partial<Link>): void {
    this.#setLink({ lastHeardAt: this.clock.now(), isHeard: this.clock.isHeard, ...change });
  }

  #setLink(change: Partial<Link>): void {
    this.#link = { ...this.#link, ...change };
    this.#on.link?.(this.#link);
  }
}

function authOf(token: string | null, screen: string | null): HandshakeAuth {
  return { ...(token === null ? {} : { token }), ...(screen === null ? {} : { screen }) };
}
