// The socket contract of both ends, complete: names, payloads, acknowledgements.
import type { Patch, Snapshot } from './patch.ts';
import type { Cheer } from './reactions.ts';
import type { ScreenConfig, ScreenStatus } from './screen.ts';
import type { ErrorCode } from './problem.ts';
import type { Action } from './roles.ts';
import type { DeliveryView } from './schemas/screens.ts';

/** Goes up when an older display could misread a newer server. */
export const PROTOCOL = 3;

/** What a server says to every socket, first of all. */
export interface Hello {
  protocol: number;
  buildId: string;
  /** The server's clock, epoch ms: screens have none that can be trusted. */
  now: number;
  /** Names the database: another epoch (a restore) makes every rev that a screen knows void. */
  epoch: string;
}

export interface WatchRequest {
  board: string;
  /** What the screen already shows. */
  rev?: number;
}

export type WatchAnswer = { snapshot: Snapshot; now: number; epoch: string } | { error: ErrorCode };

/** How far a deal has come: on how many screens it has been seen, and how soon (rule SC10). */
export interface DeliveryNews extends DeliveryView {
  dealId: string;
}

/** What a manager has made of a win that waited (rule AP3). */
export interface DecisionNews {
  dealId: string;
  decision: 'approved' | 'declined';
  reason: string | null;
}

export interface ServerEvents {
  hello: (hello: Hello) => void;
  'board:patch': (patch: Patch) => void;
  /** A void: withdraw the celebration of this deal (rule CE3). */
  'deal:retracted': (message: { dealId: string }) => void;
  /** To the one who posted the deal, on every page of theirs, whenever more screens have shown it. */
  'deal:delivery': (news: DeliveryNews) => void;
  /** To the one who posted a win that waited, on every page of theirs. */
  'deal:decided': (news: DecisionNews) => void;
  /** To whoever decides on late deals and on wins that wait: what there is to decide on may be something else now. */
  'decisions:changed': () => void;
  /** A colleague has congratulated on a win, or taken it back (rule RX2). */
  'win:cheered': (cheer: Cheer) => void;
  /** To every socket right after `hello`, and again whenever any of it changes. */
  'screen:config': (config: ScreenConfig) => void;
  'screen:reload': () => void;
  /** Show your name for some seconds: a manager looks for you. */
  'screen:identify': () => void;
  /** Keep this token instead of yours, and say so: yours is void in a moment. */
  'screen:token': (message: { token: string }, kept: () => void) => void;
  'screen:revoked': () => void;
}

export interface ClientEvents {
  'board:watch': (request: WatchRequest, answer: (answer: WatchAnswer) => void) => void;
  /**
   * A screen has painted this rev, so many ms after the server committed it; null where it came with a whole board, after
   * a cut or a start, when that says nothing of the way.
   */
  'screen:shown': (report: { rev: number; ms: number | null }) => void;
  /** What a screen says of itself, whole, whenever it changes and every few minutes. */
  'screen:status': (status: ScreenStatus) => void;
}

/** What a client must be allowed to do, for each of its events. Rule RO1. */
export const EVENT_ACTIONS = {
  'board:watch': 'board:watch',
  'screen:shown': 'board:watch',
  'screen:status': 'screen:report',
} as const satisfies Readonly<Record<keyof ClientEvents, Action>>;

/** What a socket presents at the handshake; people come with their cookie instead. */
export interface HandshakeAuth {
  token?: string;
  /** A manager's page that looks through this screen's eyes: it is told the same, and as little. */
  screen?: string;
}
