// Which wins are celebrated, and when: once per screen (CE1), one after another, more than three as one (CE2), never
// once withdrawn (CE3) nor where the server says so (CE4). Pure: the screen keeps the time and the pictures.
import type { Win } from '../../../shared/patch.ts';

export interface Queue {
  /** The highest win that this screen has taken in; null on a screen that knows none yet. */
  seenSeq: number | null;
  /** To be celebrated, oldest first. */
  waiting: readonly Win[];
  /** Wins of a cut that are too old for a fanfare. */
  missed: readonly Win[];
}

export type Fanfare = { type: 'win'; win: Win } | { type: 'wins'; wins: readonly Win[] };

/** How large a win is celebrated (rule CE5). */
export type Level = 1 | 2 | 3;

/** A bigger win is seen for longer. */
const LASTS_MS: Record<Level, number> = { 1: 6500, 2: 8500, 3: 11_000 };

/** Several at once are as large as their largest. */
export function levelOf(fanfare: Fanfare): Level {
  const wins = fanfare.type === 'win' ? [fanfare.win] : fanfare.wins;
  return wins.reduce<Level>((level, { effect }) => (effect && effect.level > level ? effect.level : level), 1);
}

/** How long it has the wall. */
export function lastsMs(fanfare: Fanfare): number {
  return LASTS_MS[levelOf(fanfare)];
}

/** After a cut, an older win is only mentioned (rule CE1). */
const STALE_MS = 60_000;
/** More than these merge into one fanfare (rule CE2). */
const MOST_ALONE = 3;

/** A queue as this screen left it; null for a screen that has celebrated nothing yet. */
export function openQueue(seenSeq: number | null): Queue {
  return { seenSeq, waiting: [], missed: [] };
}

/** Wins that came in by a patch, right after their commit. */
export function admitNews(queue: Queue, wins: readonly Win[]): Queue {
  const fresh = unseen(queue, wins);
  return { ...queue, seenSeq: highest(queue, fresh), waiting: [...queue.waiting, ...fresh.filter(isCelebrated)] };
}

/** A whole board's latest wins, at the start or after a cut. A screen that knows none celebrates none of them. */
export function admitBoard(queue: Queue, wins: readonly Win[], now: number): Queue {
  const seenSeq = highest(queue, wins);
  if (queue.seenSeq === null) return { ...queue, seenSeq };
  const fresh = unseen(queue, wins).filter(isCelebrated);
  const isDue = (win: Win): boolean => now - win.at <= STALE_MS;
  return {
    seenSeq,
    waiting: [...queue.waiting.filter((win) => isStanding(win, wins)), ...fresh.filter(isDue)],
    missed: [...queue.missed, ...fresh.filter((win) => !isDue(win))],
  };
}

function unseen(queue: Queue, wins: readonly Win[]): Win[] {
  return wins.filter((win) => win.seq > (queue.seenSeq ?? 0)).sort((a, b) => a.seq - b.seq);
}

function highest(queue: Queue, wins: readonly Win[]): number {
  return Math.max(queue.seenSeq ?? 0, ...wins.map((win) => win.seq));
}

function isCelebrated(win: Win): boolean {
  return win.celebrate;
}

/** A waiting win that a newer list should show and does not was voided during the cut. */
function isStanding(win: Win, wins: readonly Win[]): boolean {
  return wins.some((other) => other.dealId === win.dealId) || wins.every((other) => other.seq > win.seq);
}

/** A void takes the win out of the queue (rule CE3). */
export function withdraw(queue: Queue, dealId: string): Queue {
  const stays = (win: Win): boolean => win.dealId !== dealId;
  return { ...queue, waiting: queue.waiting.filter(stays), missed: queue.missed.filter(stays) };
}

/** The next fanfare, and the queue without it. */
export function takeFanfare(queue: Queue): { fanfare: Fanfare | null; queue: Queue } {
  const [first, ...rest] = queue.waiting;
  if (!first) return { fanfare: null, queue };
  if (queue.waiting.length > MOST_ALONE) {
    return { fanfare: { type: 'wins', wins: queue.waiting }, queue: { ...queue, waiting: [] } };
  }
  return { fanfare: { type: 'win', win: first }, queue: { ...queue, waiting: rest } };
}

/** The wins that were missed, to be mentioned once. */
export function takeMissed(queue: Queue): { missed: readonly Win[]; queue: Queue } {
  return { missed: queue.missed, queue: { ...queue, missed: [] } };
}

/** Up to which win this screen is done: what it keeps over a reload. */
export function celebratedSeq(queue: Queue): number | null {
  const [first] = queue.waiting;
  return first ? first.seq - 1 : queue.seenSeq;
}

export function fanfareHas(fanfare: Fanfare, dealId: string): boolean {
  return fanfare.type === 'win' ? fanfare.win.dealId === dealId : fanfare.wins.some((win) => win.dealId === dealId);
}
