// What every part of the gateway calls a socket.
import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../shared/protocol.ts';
import type { Actor } from '../../shared/roles.ts';
import type { Privacy } from '../../shared/screen.ts';

export interface SocketData {
  actor: Actor;
  /** What it was last told to be, as text. */
  config: string;
  privacy: Privacy;
}

export type Io = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type OneSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
