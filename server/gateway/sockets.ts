// What every part of the gateway calls a socket.
import type { Server, Socket } from 'socket.io';
import { EVENT_ACTIONS, type ClientEvents, type ServerEvents } from '../../shared/protocol.ts';
import { can, type Actor } from '../../shared/roles.ts';
import type { Privacy } from '../../shared/screen.ts';

export interface SocketData {
  actor: Actor;
  /** Through whose eyes it sees: its own, or those of a screen that a manager looks at. */
  seesAs: Actor;
  /** What it was last told to be, as text. */
  config: string;
  privacy: Privacy;
  /** Tokens that have been handed over to the screen on this socket: one of them is its own, or will be in a moment. */
  givenTokens?: string[];
}

export type Io = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type OneSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

/** A field of what a client sent, which may be anything. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}

/**
 * Whether who is on a socket may send this event, as they are now: a role may have changed since the handshake. What is
 * no event of ours is nobody's. One who waits for an answer is told. Rule RO1.
 */
export function mayEmit(socket: OneSocket, [event, ...rest]: readonly unknown[]): boolean {
  const isOurs = typeof event === 'string' && Object.hasOwn(EVENT_ACTIONS, event);
  if (isOurs && can(socket.data.actor, EVENT_ACTIONS[event as keyof ClientEvents])) return true;
  const answer = rest.at(-1);
  if (isOurs && typeof answer === 'function') (answer as (problem: object) => void)({ error: 'auth/forbidden' });
  return false;
}
