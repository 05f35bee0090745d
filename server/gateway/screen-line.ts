// The line to paired screens: what they say of themselves comes in, what a manager asks of one goes out.
import { Allowance } from '../allowance.ts';
import type { Clock } from '../clock.ts';
import type { Presence } from '../screens/presence.ts';
import type { Io, OneSocket } from './sockets.ts';

/** Words of a screen about itself: it speaks when something changed. */
const STATUS_BURST = 30;
const STATUS_PER_SECOND = 2;

export class ScreenLine {
  readonly #io: Io;
  readonly #presence: Presence;
  readonly #clock: Clock;

  constructor(io: Io, { presence, clock }: { presence: Presence; clock: Clock }) {
    this.#io = io;
    this.#presence = presence;
    this.#clock = clock;
  }

  /** A screen has come: it is heard from now on. One that never stops is not heard out. */
  follow(socket: OneSocket, screenId: string): void {
    const room = roomOf(screenId);
    const allowance = new Allowance(STATUS_BURST, STATUS_PER_SECOND, this.#clock);
    void socket.join(room);
    this.#presence.connected(screenId, true);
    socket.on('screen:status', (status) => {
      if (allowance.take()) this.#presence.report(screenId, status);
    });
    // The same screen may be open twice, or be back before the old socket is known to be dead.
    socket.on('disconnect', () => {
      const isLast = !this.#io.of('/').adapter.rooms.has(room);
      if (isLast && this.#presence.of(screenId)) this.#presence.connected(screenId, false);
    });
  }

  reload(screenId: string): void {
    this.#io.to(roomOf(screenId)).emit('screen:reload');
  }
}

function roomOf(screenId: string): string {
  return `screen:${screenId}`;
}
