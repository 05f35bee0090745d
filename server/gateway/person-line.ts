// The line to people's own pages, whichever and however many they have open: what only they are told.
import type { DecisionNews, DeliveryNews } from '../../shared/protocol.ts';
import type { Io, OneSocket } from './sockets.ts';

export class PersonLine {
  readonly #io: Io;

  constructor(io: Io) {
    this.#io = io;
  }

  /** Somebody has come: what is said to them reaches this socket, for as long as it is there. */
  follow(socket: OneSocket, userId: string): void {
    void socket.join(roomOf(userId));
  }

  /** Says on how many screens a win has been seen, to whoever posted it. Rule SC10. */
  delivered(userId: string, news: DeliveryNews): void {
    this.#io.to(roomOf(userId)).emit('deal:delivery', news);
  }

  /** Says what a manager has made of a win that waited, to whoever posted it. Rule AP3. */
  decided(userId: string, news: DecisionNews): void {
    this.#io.to(roomOf(userId)).emit('deal:decided', news);
  }

  /** Says to managers that there may be something else to decide on now. Rules LA1, AP3. */
  decisionsChanged(userIds: readonly string[]): void {
    if (userIds.length > 0) this.#io.to(userIds.map(roomOf)).emit('decisions:changed');
  }
}

function roomOf(userId: string): string {
  return `user:${userId}`;
}
