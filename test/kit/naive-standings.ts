// The definition of standings, written once more from SPEC.md: sort and count over the whole ledger, with nothing
// borrowed from the code under test.
import type { BoardDefinition } from '../../shared/board.ts';
import type { Scored, SubjectType } from '../../shared/deal.ts';
import type { People } from '../../shared/roster.ts';
import type { Row } from '../../shared/board-view.ts';
import type { Range } from '../../shared/time.ts';
import type { World } from './arbitraries.ts';
import { MONTH, ZONE } from './make.ts';

const COLLATOR = new Intl.Collator('vi');

/** What a board is about: the month of `make.ts` in its zone, unless said otherwise. */
export interface NaiveWorld extends Pick<World, 'people' | 'ties' | 'quotas' | 'at'> {
  range?: Range;
  timeZone?: string;
}

const CALENDARS = new Map<string, Intl.DateTimeFormat>();

/** YYYY-MM-DD, by another way than the product's. */
export function naiveDate(at: number, timeZone: string): string {
  const known = CALENDARS.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  CALENDARS.set(timeZone, known);
  return known.format(at);
}

/** The indexes of a rep's team and of those above it at an instant. ST9. */
export function naiveTeamsOf(people: People, repId: string, at: number): number[] {
  const own = people.memberships.filter(
    (one) => one.repId === repId && one.fromAt <= at && (one.toAt === null || at < one.toAt),
  );
  const begun = Math.max(...own.map((one) => one.fromAt));
  let teamId = own.findLast((one) => one.fromAt === begun)?.teamId ?? null;
  const chain: number[] = [];
  while (teamId !== null) {
    const index = people.teams.findIndex((team) => team.id === teamId);
    chain.push(index);
    teamId = people.teams[index]?.parentId ?? null;
  }
  return chain;
}

/** What a deal gives to a subject; null when it has no credit for it. */
export function shareOf(people: People, deal: Scored, type: SubjectType, index: number): number | null {
  const mine = deal.credits.filter(({ repId }) => {
    if (type === 'office') return true;
    if (type === 'rep') return people.reps[index]?.id === repId;
    return naiveTeamsOf(people, repId, deal.closedAt).includes(index);
  });
  return mine.length === 0 ? null : mine.reduce((sum, credit) => sum + credit.amountMinor, 0);
}

interface Figures {
  value: number;
  deals: number;
  reached: number;
  quota: number;
}

const NOTHING: Figures = { value: 0, deals: 0, reached: 0, quota: 0 };

interface Distance {
  rank: number;
  missing: number;
}

function figuresOf(world: NaiveWorld, board: BoardDefinition, index: number, deals: readonly Scored[]): Figures {
  const figures = { ...NOTHING };
  const { startsAt, endsAt } = world.range ?? MONTH;
  for (const deal of deals) {
    const share = shareOf(world.people, deal, board.by, index);
    if (share === null || deal.closedAt < startsAt || deal.closedAt >= endsAt) continue;
    figures.value += share;
    figures.deals += 1;
    if (share > 0) figures.reached = Math.max(figures.reached, deal.seq);
  }
  figures.quota = world.quotas?.revenue[board.by][index]?.quota ?? 0;
  return figures;
}

function isRanked(board: BoardDefinition, one: Figures): boolean {
  return one.deals > 0 && (board.metric !== 'attainment' || one.quota > 0);
}

/** Above 0 where a is better. */
function compare(board: BoardDefinition, a: Figures, b: Figures): number {
  if (board.metric === 'deals') return a.deals - b.deals;
  if (board.metric === 'revenue') return a.value - b.value;
  return Number(BigInt(a.value) * BigInt(b.quota) - BigInt(b.value) * BigInt(a.quota));
}

function rankOf(
  world: NaiveWorld,
  board: BoardDefinition,
  all: readonly Figures[],
  one: Figures | undefined,
): number | null {
  if (!one || !isRanked(board, one)) return null;
  const better = all.filter((other) => isRanked(board, other) && compare(board, other, one) > 0);
  if (world.ties === 'competition') return better.length + 1;
  const levels = better.filter((a, place) => better.findIndex((b) => compare(board, a, b) === 0) === place);
  return levels.length + 1;
}

/** Whether a board is about this subject at all: a team board is about the teams of its level. */
function isOnBoard(world: NaiveWorld, board: BoardDefinition, index: number): boolean {
  if (board.by !== 'team' || board.level === null) return true;
  let level = 1;
  for (let id = world.people.teams[index]?.parentId ?? null; id !== null; level += 1) {
    id = world.people.teams.find((team) => team.id === id)?.parentId ?? null;
  }
  return board.level === level;
}

function isListed(world: NaiveWorld, board: BoardDefinition, index: number, one: Figures): boolean {
  if (board.by !== 'rep' || one.deals > 0) return true;
  const today = naiveDate(instantOf(world), world.timeZone ?? ZONE);
  const rep = world.people.reps[index];
  return (rep?.joinedOn ?? today) <= today && (rep?.leftOn ?? '9999') > today;
}

function instantOf(world: NaiveWorld): number {
  const { startsAt, endsAt } = world.range ?? MONTH;
  if (world.at < startsAt) return startsAt;
  return world.at >= endsAt ? endsAt - 1 : world.at;
}

function subjectsOf(world: NaiveWorld, board: BoardDefinition) {
  if (board.by === 'office') return [world.people.office];
  return board.by === 'rep' ? world.people.reps : world.people.teams;
}

function groupOf(world: NaiveWorld, board: BoardDefinition, index: number): string | null {
  const { people } = world;
  if (board.by === 'office') return null;
  const rep = board.by === 'rep' ? people.reps[index]?.id : undefined;
  if (rep !== undefined) return people.teams[naiveTeamsOf(people, rep, instantOf(world))[0] ?? -1]?.name ?? null;
  return people.teams.find((team) => team.id === people.teams[index]?.parentId)?.name ?? null;
}

interface Line {
  row: Row;
  figures: Figures;
}

/** The columns that compare a subject with the others: rank, tie, movement. */
function standing(
  world: NaiveWorld,
  board: BoardDefinition,
  now: readonly Figures[],
  before: readonly Figures[],
  at: number,
) {
  const one = now[at];
  const rank = rankOf(world, board, now, one);
  const rankBefore = rankOf(world, board, before, before[at]);
  const equals = now.filter((other) => one && isRanked(board, other) && compare(board, other, one) === 0);
  const move = rank === null || rankBefore === null ? null : rankBefore - rank;
  return { rank, tied: rank !== null && equals.length > 1, move };
}

/** The columns that come from the quota book as they are. */
function measures(world: NaiveWorld, board: BoardDefinition, index: number, value: number) {
  const quota = world.quotas?.[board.metric === 'deals' ? 'deals' : 'revenue'][board.by][index];
  if (!quota) return { quota: null, quotaSource: null, quotaSum: null, attainment: null, pace: null };
  return {
    quota: quota.quota,
    quotaSource: quota.source,
    quotaSum: board.by === 'rep' ? null : quota.sum,
    attainment: value / quota.quota,
    pace: quota.pace,
  };
}

function inOrder(board: BoardDefinition, a: Line, b: Line): number {
  const place = (line: Line) => (line.row.rank !== null ? 0 : line.figures.deals > 0 ? 1 : 2);
  if (place(a) !== place(b)) return place(a) - place(b);
  const byName = COLLATOR.compare(a.row.name, b.row.name) || (a.row.subjectId < b.row.subjectId ? -1 : 1);
  if (place(a) === 2) return byName;
  const better = place(a) === 0 ? compare(board, b.figures, a.figures) : b.figures.value - a.figures.value;
  return better || a.figures.reached - b.figures.reached || byName;
}

/** A board's rows by the letter of the rules. */
export function naiveRows(
  world: NaiveWorld,
  board: BoardDefinition,
  deals: readonly Scored[],
  dayStartsAt: number,
): Row[] {
  const subjects = subjectsOf(world, board);
  const places = subjects.map((_, index) => index).filter((index) => isOnBoard(world, board, index));
  const old = deals.filter((deal) => deal.recordedAt < dayStartsAt);
  const now = places.map((index) => figuresOf(world, board, index, deals));
  const before = places.map((index) => figuresOf(world, board, index, old));
  return places
    .map((index, at): Line & { index: number } => {
      const { id: subjectId, name } = subjects[index] ?? { id: '', name: '' };
      const figures = now[at] ?? NOTHING;
      const value = board.metric === 'deals' ? figures.deals : figures.value;
      const row = {
        subjectId,
        name,
        photoId: null,
        group: groupOf(world, board, index),
        value,
        deals: figures.deals,
        ...standing(world, board, now, before, at),
        ...measures(world, board, index, value),
      };
      return { row, figures, index };
    })
    .filter(({ figures, index }) => isListed(world, board, index, figures))
    .sort((a, b) => inOrder(board, a, b))
    .map(({ row }) => row);
}

/** Whether `next` is the least that a row must add to be as good as the next better rank; null where there is none. */
export function isDistance(board: BoardDefinition, rows: readonly Row[], row: Row, next: Distance | null): boolean {
  const above = rows.findLast((one) => one.rank !== null && (row.rank === null || one.rank < row.rank));
  const isMeasured = board.metric !== 'attainment' || row.quota !== null;
  if (!above || !isMeasured || !next) return (!above || !isMeasured) && next === null;
  const lead = (more: number) => {
    const mine = { value: row.value + more, deals: row.value + more, reached: 0, quota: row.quota ?? 0 };
    return compare(board, mine, { value: above.value, deals: above.value, reached: 0, quota: above.quota ?? 0 });
  };
  const isLeast = next.missing === 0 || lead(next.missing - 1) < 0;
  return next.rank === above.rank && lead(next.missing) >= 0 && isLeast;
}
