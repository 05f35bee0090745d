// What somebody is told who does not look at the board: decided from where everybody stood before some wins and stands
// after them. Pure: the server gathers, words and sends it. Rules PN1–PN4.
import { dateOf, instantOf, minuteOf, type Range } from './time.ts';
import { workDays, type WorkCalendar } from './workdays.ts';

export const NOTICE_KINDS = ['bigWin', 'overtaken', 'quotaReached', 'periodEnding', 'decisions'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a person wants to be told of, and when not: minutes after local midnight, both or neither. */
export interface PushPreferences extends Record<NoticeKind, boolean> {
  quietFrom: number | null;
  quietTo: number | null;
}

export const DEFAULT_PREFERENCES: PushPreferences = {
  bigWin: true,
  overtaken: true,
  quotaReached: true,
  periodEnding: true,
  decisions: true,
  quietFrom: 21 * 60,
  quietTo: 7 * 60,
};

/** A rep, a team or the office against the quota; ranks are a rep's alone. */
export interface Place {
  rank: number | null;
  value: number;
  /** Null for none. */
  quota: number | null;
}

/** How the main board stands. */
export interface Stand {
  /** The running period; null for none. */
  periodId: string | null;
  reps: ReadonlyMap<string, Place>;
  teams: ReadonlyMap<string, Place>;
  office: Place;
}

/** A win that came in as it was won: none of an import, late, or a correction. */
export interface WinNews {
  dealId: string;
  /** The account that posted it; null for a machine. */
  by: string | null;
  /** Everybody who has a part in it, the rep whose win it is first. */
  repIds: readonly string[];
  level: 1 | 2 | 3;
  amountMinor: number;
}

/** Somebody with an account who may be told. */
export interface Listener {
  userId: string;
  repId: string | null;
  /** The rep's team and those above it. */
  teamIds: readonly string[];
}

export type QuotaSubject = { type: 'rep' | 'office' } | { type: 'team'; id: string };

export type Notice =
  | { kind: 'bigWin'; userId: string; wins: readonly WinNews[] }
  /** `by` are those who are ahead now, the nearest first; `missing` is what it takes to draw level with that one. */
  | { kind: 'overtaken'; userId: string; by: readonly string[]; missing: number; rank: number }
  | { kind: 'quotaReached'; userId: string; subject: QuotaSubject; value: number; quota: number };

/**
 * What each listener is to be told of the wins that came in between two stands: at most one notice of big wins and one
 * of having been overtaken, and one for each quota. Nobody is told of what they posted themselves. Rules PN1–PN3.
 */
export function noticesOf(
  before: Stand,
  after: Stand,
  wins: readonly WinNews[],
  listeners: readonly Listener[],
): Notice[] {
  if (wins.length === 0) return [];
  const isSamePeriod = before.periodId !== null && before.periodId === after.periodId;
  return listeners.flatMap((listener) => [
    ...bigWins(wins, listener),
    ...(isSamePeriod ? [...overtaken(before, after, wins, listener), ...quotas(before, after, wins, listener)] : []),
  ]);
}

const BIG = 2;

function bigWins(wins: readonly WinNews[], { userId, repId }: Listener): Notice[] {
  const others = wins.filter(
    ({ level, by, repIds }) => level >= BIG && by !== userId && (repId === null || !repIds.includes(repId)),
  );
  return others.length === 0 ? [] : [{ kind: 'bigWin', userId, wins: others }];
}

/** Overtaken by selling: not by a void, a correction or an import, and not by a win that one posted oneself. Rule PN2. */
function overtaken(before: Stand, after: Stand, wins: readonly WinNews[], { userId, repId }: Listener): Notice[] {
  const was = repId === null ? undefined : before.reps.get(repId);
  const is = repId === null ? undefined : after.reps.get(repId);
  if (!was || !is || was.rank === null || is.rank === null || is.value < was.value) return [];
  const { rank } = is;
  const sellers = new Set(wins.filter(({ by }) => by !== userId).flatMap(({ repIds }) => repIds));
  const helped = new Set(wins.filter(({ by }) => by === userId).flatMap(({ repIds }) => repIds));
  const by = [...sellers]
    .filter((id) => id !== repId && !helped.has(id))
    .filter((id) => rankIn(before, id) >= (was.rank ?? 0) && rankIn(after, id) < rank)
    .sort((a, b) => rankIn(after, b) - rankIn(after, a) || (a < b ? -1 : 1));
  const nearest = by[0] === undefined ? undefined : after.reps.get(by[0]);
  if (!nearest) return [];
  return [{ kind: 'overtaken', userId, by, missing: Math.max(0, nearest.value - is.value), rank }];
}

/** Whoever is not ranked stands behind all others (rule ST3). */
function rankIn(stand: Stand, repId: string): number {
  return stand.reps.get(repId)?.rank ?? Number.POSITIVE_INFINITY;
}

/** A quota that was reached by selling; who posted one of these wins has just been told on the phone. Rule PN3. */
function quotas(before: Stand, after: Stand, wins: readonly WinNews[], listener: Listener): Notice[] {
  const { userId, repId, teamIds } = listener;
  if (wins.some(({ by }) => by === userId)) return [];
  const subjects: [QuotaSubject, Place | undefined, Place | undefined][] = [
    ...teamIds.map((id): [QuotaSubject, Place | undefined, Place | undefined] => [
      { type: 'team', id },
      before.teams.get(id),
      after.teams.get(id),
    ]),
    [{ type: 'office' }, before.office, after.office],
  ];
  if (repId !== null && wins.some(({ repIds }) => repIds.includes(repId))) {
    subjects.unshift([{ type: 'rep' }, before.reps.get(repId), after.reps.get(repId)]);
  }
  return subjects.flatMap(([subject, was, is]): Notice[] => {
    if (!was || !is || is.quota === null || !hasReached(was, is)) return [];
    return [{ kind: 'quotaReached', userId, subject, value: is.value, quota: is.quota }];
  });
}

/** From below the quota to it or above, by selling: a quota that was lowered reaches nothing. */
function hasReached(was: Place, is: Place): boolean {
  return is.quota !== null && is.quota > 0 && was.value < is.quota && is.value >= is.quota;
}

const DAY_MS = 86_400_000;
/** Minutes after midnight at which an office is reminded. */
const REMINDER_MINUTE = 9 * 60;

/**
 * When an office is reminded that a period ends: at nine on the last working day before the period's last day; null
 * where the period has no such day. Rule PN4.
 */
export function reminderAt(period: Range, calendar: WorkCalendar): number | null {
  const { timeZone } = calendar;
  const lastDate = dateOf(period.endsAt - 1, timeZone);
  const days = workDays(period, calendar, period.startsAt).filter(({ date }) => date < lastDate);
  const day = days.at(-1);
  if (!day) return null;
  const at = instantOf(day.date, REMINDER_MINUTE, timeZone);
  return at >= period.startsAt ? at : null;
}

/** Until when a person wants to be left alone at an instant; null for not at all. Rule PN4. */
export function quietUntil(preferences: PushPreferences, at: number, timeZone: string): number | null {
  const { quietFrom: from, quietTo: to } = preferences;
  if (from === null || to === null) return null;
  const minute = minuteOf(at, timeZone);
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return null;
  const today = instantOf(dateOf(at, timeZone), to, timeZone);
  return today > at ? today : instantOf(dateOf(at + DAY_MS, timeZone), to, timeZone);
}
