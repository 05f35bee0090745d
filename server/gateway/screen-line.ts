// The line to paired screens: what they say of themselves comes in, what a manager asks of one goes out.
import { Allowance } from '../allowance.ts';
import type { Clock } from '../clock.ts';
import type { Deliveries } from '../screens/deliveries.ts';
import type { Presence } from '../screens/presence.ts';
import type { Io, OneSocket } from './sockets.ts';

/** Words of a screen about itself: it speaks when something changed. */
const STATUS_BURST = 30;
const STATUS_PER_SECOND = 2;

export interface ScreenLineOptions {
  presence: Presence;
  deliveries: Deliveries;
  clock: Clock;
  /** The newest rev: a screen cannot have shown more. */
  newestRev: () => number;
}

/** A TV that does not answer for so long is not there. */
const ANSWER_MS = 5_000;
const MOST_TOKENS = 5;

export class ScreenLine {
  readonly #io: Io;
  readonly #options: ScreenLineOptions;

  constructor(io: Io, options: ScreenLineOptions) {
    this.#io = io;
    this.#options = options;
  }

  /** A screen has come: it is heard from now on. One that never stops speaking is not heard out. */
  follow(socket: OneSocket, screenId: string): void {
    const room = roomOf(screenId);
    const { presence, clock } = this.#options;
    const allowance = new Allowance(STATUS_BURST, STATUS_PER_SECOND, clock);
    void socket.join(room);
    presence.connected(screenId, true);
    socket.on('screen:status', (status) => {
      if (allowance.take()) presence.report(screenId, status);
    });
    // The same screen may be open twice, or be back before the old socket is known to be dead.
    socket.on('disconnect', () => {
      const isLast = !this.#io.of('/').adapter.rooms.has(room);
      if (isLast && presence.of(screenId)) presence.connected(screenId, false);
    });
  }

  /** A screen says that a rev is on its glass, so many ms after the commit where that is known. */
  shown(screenId: string, rev: unknown, ms: number | null): void {
    if (!this.#canShow(rev)) return;
    this.#options.presence.shown(screenId, rev, ms);
    this.#options.deliveries.shown(screenId, rev);
  }

  /** A screen cannot have shown what is not there yet. */
  #canShow(rev: unknown): rev is number {
    return Number.isSafeInteger(rev) && (rev as number) > 0 && (rev as number) <= this.#options.newestRev();
  }

  reload(screenId: string): void {
    this.#io.to(roomOf(screenId)).emit('screen:reload');
  }

  identify(screenId: string): void {
    this.#io.to(roomOf(screenId)).emit('screen:identify');
  }

  /** Gives a screen another token; whether it has been kept there: the first of its sockets that says so is enough. */
  async handOver(screenId: string, token: string): Promise<boolean> {
    const sockets = [...this.#io.of('/').sockets.values()].filter(({ rooms }) => rooms.has(roomOf(screenId)));
    const answers = sockets.map((socket) => {
      socket.data.givenTokens = [...(socket.data.givenTokens ?? []), token].slice(-MOST_TOKENS);
      return socket.timeout(ANSWER_MS).emitWithAck('screen:token', { token });
    });
    return Promise.any(answers).then(
      () => true,
      () => false,
    );
  }
}

function roomOf(screenId: string): string {
  return `screen:${screenId}`;
}
