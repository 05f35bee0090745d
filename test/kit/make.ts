// Makers of the ledger's nouns for tests: say what matters, the rest is plain and valid.
import type { BoardDefinition } from '../../shared/board.ts';
import type { Scored } from '../../shared/deal.ts';
import type { Facts } from '../../shared/facts.ts';
import { NO_PRIVACY } from '../../shared/screen.ts';
import type { Snapshot, Win, WinEffect } from '../../shared/patch.ts';
import { Roster, type Membership, type People, type Rep, type Team } from '../../shared/roster.ts';
import type { Row, StandingsContext } from '../../shared/board-view.ts';
import { dateOf } from '../../shared/time.ts';
import type { WorkCalendar } from '../../shared/workdays.ts';

/** A whole month in the office's zone, Wednesday 1 April to 1 May 2026. */
export const ZONE = 'Asia/Ho_Chi_Minh';
export const MONTH = { startsAt: Date.parse('2026-04-01T00:00+07:00'), endsAt: Date.parse('2026-05-01T00:00+07:00') };
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export function makeRep(id: string, rep: Partial<Rep> = {}): Rep {
  return {
    id,
    name: `Rep ${id}`,
    email: null,
    phone: null,
    joinedOn: null,
    leftOn: null,
    workShareBp: 10_000,
    absences: [],
    photoId: null,
    soundId: null,
    ramp: null,
    ...rep,
  };
}

export function makeTeam(id: string, parentId: string | null = null): Team {
  return { id, name: `Team ${id}`, parentId };
}

/** A rep's first team, which reaches back for ever, unless said otherwise. */
export function makeMembership(repId: string, teamId: string | null, dates: Partial<Membership> = {}): Membership {
  return { repId, teamId, fromAt: 0, toAt: null, ...dates };
}

export function makeRoster(people: Partial<People>): Roster {
  return new Roster({ office: { id: 'office', name: 'Winboard' }, reps: [], teams: [], memberships: [], ...people });
}

/** A deal of one rep, or of several by `{ repId: amount }`; received when it was closed, unless said otherwise. */
export function makeDeal(seq: number, credits: Readonly<Record<string, number>>, at: Partial<Scored> = {}): Scored {
  const closedAt = at.closedAt ?? MONTH.startsAt + seq * HOUR_MS;
  const shares = Object.entries(credits).map(([repId, amountMinor]) => ({ repId, amountMinor }));
  return { seq, closedAt, recordedAt: closedAt, credits: shares, ...at };
}

export function makeBoard(board: Partial<BoardDefinition> = {}): BoardDefinition {
  return { id: 'main', by: 'rep', metric: 'revenue', window: 'period', level: null, ...board };
}

/** The month seen from its middle, without quotas and without movement. */
export function makeContext(roster: Roster, context: Partial<StandingsContext> = {}): StandingsContext {
  return {
    roster,
    range: MONTH,
    timeZone: ZONE,
    locale: 'vi',
    ties: 'competition',
    quotas: null,
    dayStartsAt: null,
    at: MONTH.startsAt + 15 * DAY_MS,
    ...context,
  };
}

/** Monday to Friday, 8:00 to 17:00. */
export function makeCalendar(calendar: Partial<WorkCalendar> = {}): WorkCalendar {
  return {
    timeZone: ZONE,
    workingDays: [1, 2, 3, 4, 5],
    holidays: [],
    dayStartsMinute: 480,
    dayEndsMinute: 1020,
    ...calendar,
  };
}

export function makeRow(subjectId: string, row: Partial<Row> = {}): Row {
  return {
    subjectId,
    name: `Rep ${subjectId}`,
    photoId: null,
    group: null,
    rank: 1,
    tied: false,
    value: 0,
    deals: 0,
    quota: null,
    quotaSource: null,
    quotaSum: null,
    attainment: null,
    pace: null,
    move: null,
    ...row,
  };
}

export function makeWin(seq: number, win: Partial<Win> = {}): Win {
  return {
    dealId: `deal-${seq}`,
    seq,
    at: MONTH.startsAt + seq * HOUR_MS,
    amountMinor: 1000,
    customer: 'An Phát',
    product: '',
    kind: 'new',
    reps: [],
    photoId: null,
    note: '',
    celebrate: true,
    effect: null,
    ...win,
  };
}

/** What a plain win did: nothing worth a headline. */
export function makeEffect(effect: Partial<WinEffect> = {}): WinEffect {
  return {
    rank: 2,
    previousRank: 2,
    attainment: null,
    previousAttainment: null,
    pace: null,
    value: 1000,
    level: 1,
    firstDeal: false,
    personalRecord: false,
    officeRecord: false,
    reachedQuota: false,
    tookFirst: false,
    teamQuota: null,
    officeQuota: false,
    ...effect,
  };
}

/** Facts of an office that has done nothing. */
export function makeFacts(facts: Partial<Facts> = {}): Facts {
  return {
    teams: [],
    course: { startsAt: MONTH.startsAt, ends: [MONTH.endsAt], pace: null },
    sums: [0],
    projection: null,
    today: { value: 0, deals: 0, best: [], largest: null, hours: [] },
    improved: [],
    records: [],
    hall: [],
    ...facts,
  };
}

export function makeSnapshot(rev: number, rows: readonly Row[], wins: readonly Win[] = []): Snapshot {
  const asOf = MONTH.startsAt + rev * HOUR_MS;
  return {
    definition: makeBoard(),
    office: {
      name: 'Winboard',
      timeZone: ZONE,
      currency: 'VND',
      exponent: 0,
      locale: 'vi',
      workingDaysLeft: 20,
    },
    standings: {
      rev,
      asOf,
      window: MONTH,
      period: { id: 'period', name: dateOf(MONTH.startsAt, ZONE), ...MONTH, closedAt: null },
      rows,
      subjects: rows.length,
      total: makeRow('office', { value: rows.reduce((sum, row) => sum + row.value, 0) }),
    },
    wins,
    facts: makeFacts(),
    privacy: NO_PRIVACY,
  };
}
