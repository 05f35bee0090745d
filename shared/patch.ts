// What a screen holds of a board, and the change from one rev to another (rules PT1–PT7). A patch carries absolute
// rows, so applying it twice is applying it once; a screen computes no figure.
import type { BoardDefinition } from './board.ts';
import type { DealKind } from './deal.ts';
import type { Row } from './board-view.ts';
import { FACT_NAMES, type Facts } from './facts.ts';
import { longestRising } from './rising.ts';
import type { Privacy } from './screen.ts';

/** How many rows of a board are sent to screens; the rest is counted in `subjects`. */
export const VISIBLE_ROWS = 100;
/** How many of the latest wins a board shows. */
export const LATEST_WINS = 12;
/** How much of a note has room on a wall, in letters. */
export const NOTE_LETTERS = 140;

/** A deal as celebrated. `seq` grows with every deal: a screen celebrates each number once (rule CE1). */
export interface Win {
  dealId: string;
  seq: number;
  at: number;
  amountMinor: number;
  customer: string;
  product: string;
  kind: DealKind;
  reps: { id: string; name: string; photoId: string | null; soundId: string | null }[];
  /** What the rep showed and wrote for the wall; null and empty for nothing (rule CE6). */
  photoId: string | null;
  note: string;
  /** False for imported and late deals (rule CE4). */
  celebrate: boolean;
  /** What the win did to its rep on the main board; null after a restart, which forgets it. */
  effect: WinEffect | null;
}

export interface WinEffect {
  rank: number | null;
  previousRank: number | null;
  attainment: number | null;
  previousAttainment: number | null;
  pace: number | null;
  value: number;
  /** How large it is: 1 plain, 2 big, 3 huge (rule CE5). */
  level: 1 | 2 | 3;
  /** The rep's first deal of all. */
  firstDeal: boolean;
  /** The largest deal of the rep, of the office (rule CE4). */
  personalRecord: boolean;
  officeRecord: boolean;
  /** It carried the rep past the quota, or into first place (rule CE4). */
  reachedQuota: boolean;
  tookFirst: boolean;
  /** The team, by its name, and the office that it carried past their quota. */
  teamQuota: string | null;
  officeQuota: boolean;
}

export interface PeriodView {
  id: string;
  name: string;
  startsAt: number;
  endsAt: number;
  closedAt: number | null;
}

/** What a board says of the office itself. */
export interface OfficeView {
  name: string;
  timeZone: string;
  currency: string;
  exponent: number;
  locale: string;
  /** Working days left in the board's window, today included (rule QT3). */
  workingDaysLeft: number;
}

export interface Standings {
  rev: number;
  asOf: number;
  window: { startsAt: number; endsAt: number };
  period: PeriodView | null;
  rows: readonly Row[];
  /** How many subjects the board lists, also those beyond `rows`. */
  subjects: number;
  /** The office's own figures in the same window and metric. */
  total: Row;
}

export interface Snapshot {
  definition: BoardDefinition;
  office: OfficeView;
  standings: Standings;
  /** The latest wins of the office, newest first. */
  wins: readonly Win[];
  /** What scenes show beside the rows. */
  facts: Facts;
  /** What was left out of all of this, by the server (rule PV1). */
  privacy: Privacy;
}

export interface Patch {
  board: string;
  from: number;
  to: number;
  asOf: number;
  /** Whole rows that are new or changed. */
  rows: Row[];
  /** Subjects that stand in another order than before, or are new: each with its place, ascending. */
  moved?: [subjectId: string, place: number][];
  /** Subjects that the board shows no more. */
  left?: string[];
  /** Wins that are new in the list or changed, newest first; whether one was celebrated is told by its `seq`. */
  wins: Win[];
  /** Deals that the list of latest wins no longer shows because they were voided. */
  retracted?: string[];
  total?: Row;
  subjects?: number;
  period?: PeriodView | null;
  window?: { startsAt: number; endsAt: number };
  office?: OfficeView;
  /** The facts that changed, each whole. */
  facts?: Partial<Facts>;
}

/** Whether a patch says anything but the time. */
export function isEmptyPatch(patch: Patch): boolean {
  const { board: _, from, to, asOf: __, rows, wins, ...rest } = patch;
  return from === to && rows.length === 0 && wins.length === 0 && Object.keys(rest).length === 0;
}

/** The patch that turns `a` into `b`, both of one board. Rule PT1. */
export function diffSnapshots(a: Snapshot, b: Snapshot): Patch {
  const patch: Patch = {
    board: b.definition.id,
    from: a.standings.rev,
    to: b.standings.rev,
    asOf: b.standings.asOf,
    ...diffRows(a.standings.rows, b.standings.rows),
    ...diffWins(a.wins, b.wins),
  };
  const before = a.standings;
  const after = b.standings;
  if (!isSame(before.total, after.total)) patch.total = after.total;
  if (before.subjects !== after.subjects) patch.subjects = after.subjects;
  if (!isSame(before.period, after.period)) patch.period = after.period;
  if (!isSame(before.window, after.window)) patch.window = after.window;
  if (!isSame(a.office, b.office)) patch.office = b.office;
  const facts = diffFacts(a.facts, b.facts);
  if (facts) patch.facts = facts;
  return patch;
}

/** The facts that are not as before; null where all are. */
function diffFacts(before: Facts, after: Facts): Partial<Facts> | null {
  const changed = FACT_NAMES.filter((name) => !isSame(before[name], after[name]));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, after[name]]));
}

function diffRows(before: readonly Row[], after: readonly Row[]): Pick<Patch, 'rows' | 'moved' | 'left'> {
  const known = new Map(before.map((row, place) => [row.subjectId, { row, place }]));
  const rows = after.filter((row) => {
    const old = known.get(row.subjectId)?.row;
    return old === undefined || !isSame(old, row);
  });
  // Most patches change no order: that costs a look, not a search.
  const isSameOrder =
    before.length === after.length && after.every((row, place) => known.get(row.subjectId)?.place === place);
  if (isSameOrder) return { rows };
  const has = new Set(after.map((row) => row.subjectId));
  const stays = longestRising(after.map((row) => known.get(row.subjectId)?.place ?? null));
  const moved = after.flatMap((row, place): [string, number][] => (stays.has(place) ? [] : [[row.subjectId, place]]));
  const left = before.filter((row) => !has.has(row.subjectId)).map((row) => row.subjectId);
  return { rows, ...(moved.length > 0 && { moved }), ...(left.length > 0 && { left }) };
}

function diffWins(before: readonly Win[], after: readonly Win[]): Pick<Patch, 'wins' | 'retracted'> {
  const had = new Map(before.map((win) => [win.dealId, win]));
  const has = new Set(after.map((win) => win.dealId));
  const wins = after.filter((win) => {
    const old = had.get(win.dealId);
    return old === undefined || !isSame(old, win);
  });
  // What is older than a full list falls off its end by itself; everything else that is gone was voided.
  const endsAtSeq = after.length < LATEST_WINS ? 0 : (after.at(-1)?.seq ?? 0);
  const retracted = before.filter((win) => !has.has(win.dealId) && win.seq > endsAtSeq).map((win) => win.dealId);
  return retracted.length === 0 ? { wins } : { wins, retracted };
}

function mergeWins(before: readonly Win[], wins: readonly Win[], retracted: readonly string[]): Win[] {
  const fresh = new Set(wins.map((win) => win.dealId));
  const gone = new Set(retracted);
  return [...wins, ...before.filter((win) => !fresh.has(win.dealId))]
    .filter((win) => !gone.has(win.dealId))
    .sort((a, b) => b.seq - a.seq)
    .slice(0, LATEST_WINS);
}

/** A patch that starts from another rev than the board has: take the snapshot instead. Rule PT4. */
export class PatchGap extends Error {}

/**
 * The board after a patch. A patch that is already in gives the same board (PT2), one from another rev throws
 * `PatchGap` (PT4), rows that did not change keep their identity (PT5). A patch from a rev to itself brings what
 * time alone changed; it is always taken (PT7).
 */
export function applyPatch(board: Snapshot, patch: Patch): Snapshot {
  const { standings } = board;
  if (patch.to <= standings.rev && patch.from < patch.to) return board;
  if (patch.from !== standings.rev) throw new PatchGap(`patch from ${patch.from}, board at ${standings.rev}`);
  return {
    definition: board.definition,
    office: patch.office ?? board.office,
    standings: {
      rev: patch.to,
      asOf: patch.asOf,
      window: patch.window ?? standings.window,
      period: patch.period === undefined ? standings.period : patch.period,
      rows: applyRows(standings.rows, patch),
      subjects: patch.subjects ?? standings.subjects,
      total: patch.total ?? standings.total,
    },
    wins: applyWins(board.wins, patch),
    facts: patch.facts ? { ...board.facts, ...patch.facts } : board.facts,
    privacy: board.privacy,
  };
}

function applyRows(rows: readonly Row[], { rows: changed, moved = [], left = [] }: Patch): readonly Row[] {
  if (changed.length === 0 && moved.length === 0 && left.length === 0) return rows;
  const byId = new Map([...rows, ...changed].map((row) => [row.subjectId, row]));
  const goes = new Set([...left, ...moved.map(([subjectId]) => subjectId)]);
  const order = rows.map((row) => row.subjectId).filter((subjectId) => !goes.has(subjectId));
  for (const [subjectId, place] of moved) order.splice(place, 0, subjectId);
  return order.flatMap((id) => byId.get(id) ?? []);
}

function applyWins(wins: readonly Win[], patch: Patch): readonly Win[] {
  if (patch.wins.length === 0 && !patch.retracted) return wins;
  return mergeWins(wins, patch.wins, patch.retracted ?? []);
}

/** Whether two plain values print alike. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSame(left[key], right[key]));
}
