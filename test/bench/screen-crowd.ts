// A process of its own that is many paired screens: each has the TV's own live link, says what it has on the glass, and
// comes back by itself when the server was away.
import { Manager } from 'socket.io-client';
import { Live } from '../../display/kit/live.ts';
import type { Snapshot } from '../../shared/patch.ts';
import type { ScreenStatus } from '../../shared/screen.ts';

/** What the bench says. */
export type CrowdOrder =
  | { type: 'open'; port: number; tokens: string[] }
  /** Counts from now on who was away and has this rev again, as the opening does. */
  | { type: 'count-returns'; rev: number }
  | { type: 'when-seen'; rev: number };

/** What the crowd answers; instants are epoch ms. */
export type CrowdNews =
  | { type: 'ready' }
  | { type: 'returned'; halfAt: number; lastAt: number; lastKnockAt: number; cpuMs: number }
  | { type: 'seen'; firstAt: number; lastAt: number };

/** A rev is on the glass two frames after it was heard. */
const GLASS_MS = 33;
const STATUS_MS = 400;

interface Seen {
  screens: number;
  firstAt: number;
  lastAt: number;
}

const screens: Live[] = [];
const seen = new Map<number, Seen>();
let size = 0;
let wanted: number | null = null;
let leastRev = 0;
let cpuBefore = process.cpuUsage();
const returns = new Map<Live, number>();

const say = (news: CrowdNews): void => void process.send?.(news);
const now = (): number => performance.timeOrigin + performance.now();

// When each link last knocked at the server's door: the screens' own pauses end there, the server's part begins.
const knocks = new Map<object, number>();
const knock = Object.getOwnPropertyDescriptor(Manager.prototype, 'open')?.value as Manager['open'];
Manager.prototype.open = function open(this: Manager, ...given) {
  knocks.set(this, now());
  return knock.apply(this, given);
};

process.on('message', (order: CrowdOrder) => {
  if (order.type === 'open') {
    size = order.tokens.length;
    for (const token of order.tokens) screens.push(openScreen(`http://127.0.0.1:${order.port}`, token));
  } else if (order.type === 'count-returns') {
    returns.clear();
    leastRev = order.rev;
    cpuBefore = process.cpuUsage();
  } else {
    wanted = order.rev;
    tellSeen();
  }
});
process.once('disconnect', () => process.exit(0));
say({ type: 'ready' });

function openScreen(origin: string, token: string): Live {
  let isAway = true;
  const live = new Live({
    board: 'main',
    token: () => token,
    origin,
    link: ({ connected }) => {
      if (!connected) isAway = true;
    },
    hello: () => setTimeout(() => live.status(STATUS), STATUS_MS),
    news: ({ snapshot, wins }) => {
      setTimeout(() => live.shown(snapshot, wins !== null), GLASS_MS);
      see(snapshot);
      if (isAway) countReturn(live, snapshot);
      isAway = false;
    },
  });
  return live;
}

function see({ standings: { rev } }: Snapshot): void {
  const at = now();
  const known = seen.get(rev) ?? { screens: 0, firstAt: at, lastAt: at };
  seen.set(rev, { ...known, screens: known.screens + 1, lastAt: at });
  tellSeen();
}

function tellSeen(): void {
  const known = wanted === null ? undefined : seen.get(wanted);
  if (!known || known.screens < size) return;
  wanted = null;
  say({ type: 'seen', firstAt: known.firstAt, lastAt: known.lastAt });
}

function countReturn(live: Live, { standings: { rev } }: Snapshot): void {
  if (returns.has(live) || rev < leastRev) return;
  returns.set(live, now());
  if (returns.size < size) return;
  const all = [...returns.values()];
  const { user, system } = process.cpuUsage(cpuBefore);
  say({
    type: 'returned',
    halfAt: all[Math.floor(size / 2)] ?? 0,
    lastAt: all.at(-1) ?? 0,
    lastKnockAt: Math.max(...knocks.values()),
    // A crowd that has no time left is late by itself, and not the server's doing.
    cpuMs: (user + system) / 1000,
  });
}

const STATUS: ScreenStatus = {
  sound: 'on',
  scene: 'race',
  width: 1920,
  height: 1080,
  buildId: 'bench',
  engine: 'Chromium 120',
  secure: false,
  wake: 'insecure',
  isDark: false,
  startedAt: null,
  heapMegabytes: 8,
  nodes: 500,
  faults: [],
};
