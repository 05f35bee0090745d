// Who is right before and right behind somebody on a board, and by how much (rule WS3).
import type { Row } from './board-view.ts';

/** How many of those who share a rank are named. */
const NAMED = 5;

export interface Neighbour {
  rank: number;
  /** What lies between the two, in the unit of the board's values. */
  gap: number;
  /** Who has that rank, the first of them. */
  names: readonly string[];
  /** How many have it. */
  count: number;
}

export interface Neighbours {
  /** The next better rank; null at the top. `gap` draws level with it. */
  next: Neighbour | null;
  /** The next worse rank; null for the last, and without a rank. `gap` is the lead. */
  behind: Neighbour | null;
  /** Who shares the rank, oneself left out. */
  level: Pick<Neighbour, 'names' | 'count'>;
}

/** The neighbours of one row among all rows of a board by revenue or deals, in the board's order. Rule WS3. */
export function neighboursOf(rows: readonly Row[], own: Row): Neighbours {
  const { rank, subjectId } = own;
  const ranked = rows.filter((row) => row.rank !== null);
  // In the board's order better ranks come first, so the nearest is the last of them.
  const better = ranked.filter((row) => rank === null || (row.rank ?? 0) < rank).at(-1);
  const worse = rank === null ? undefined : ranked.find((row) => (row.rank ?? 0) > rank);
  const level = rank === null ? [] : ranked.filter((row) => row.rank === rank && row.subjectId !== subjectId);
  return {
    next: neighbour(ranked, better, own),
    behind: neighbour(ranked, worse, own),
    level: { names: namesOf(level), count: level.length },
  };
}

function neighbour(ranked: readonly Row[], near: Row | undefined, own: Row): Neighbour | null {
  if (!near || near.rank === null) return null;
  const there = ranked.filter(({ rank }) => rank === near.rank);
  return { rank: near.rank, gap: Math.abs(near.value - own.value), names: namesOf(there), count: there.length };
}

function namesOf(rows: readonly Row[]): string[] {
  return rows.slice(0, NAMED).map(({ name }) => name);
}
