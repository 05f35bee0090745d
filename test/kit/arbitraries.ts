// Random offices, ledgers and boards for property tests. Numbers are small on purpose: ties are where rules matter.
import fc from 'fast-check';
import type { BoardDefinition, TieRule } from '../../shared/board.ts';
import type { QuotaBook, SubjectQuota } from '../../shared/quota.ts';
import type { Membership, People, Rep, Team } from '../../shared/roster.ts';
import type { WorkCalendar } from '../../shared/workdays.ts';
import { DAY_MS, HOUR_MS, makeBoard, makeCalendar, makeMembership, makeRep, MONTH } from './make.ts';

/** What happens to a ledger; `pick` chooses among the deals that stand. */
export type LedgerEvent =
  | { type: 'add'; credits: Readonly<Record<string, number>>; closedAt: number }
  | { type: 'void'; pick: number }
  | { type: 'correct'; pick: number; credits: Readonly<Record<string, number>>; closedAt: number }
  | { type: 'midnight' };

export interface World {
  people: People;
  ties: TieRule;
  quotas: Readonly<Record<'revenue' | 'deals', QuotaBook>> | null;
  at: number;
  events: readonly LedgerEvent[];
  /** The event before which the boards are first looked at. */
  viewedFrom: number;
}

/** Names that sort otherwise in a locale than by code, that are equal, or that are equal but for their composition. */
const NAMES = ['Ánh', 'An', 'an', 'Đạt', 'Dũng', 'Zoë', 'Zoe', 'Ánh'.normalize('NFD'), '<b>', ''];

/** In and around the month, both of its edges included. */
export const instants: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(MONTH.startsAt - 1, MONTH.startsAt, MONTH.endsAt - 1, MONTH.endsAt),
  fc.integer({ min: -24, max: 32 * 24 }).map((hours) => MONTH.startsAt + hours * HOUR_MS),
);

export const localDates: fc.Arbitrary<string> = fc
  .integer({ min: -5, max: 35 })
  .map((days) => new Date(MONTH.startsAt + 12 * HOUR_MS + days * DAY_MS).toISOString().slice(0, 10));

const maybeDate = fc.option(localDates, { freq: 2 });

export function repsOf(ids: readonly string[]): fc.Arbitrary<Rep[]> {
  const absences = fc.array(
    fc.tuple(localDates, localDates).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    { maxLength: 2 },
  );
  const fields = fc.record({
    name: fc.constantFrom(...NAMES),
    joinedOn: maybeDate,
    leftOn: maybeDate,
    workShareBp: fc.constantFrom(10_000, 5000, 3333, 100),
    absences,
  });
  return fc.tuple(...ids.map((id) => fields.map((rep) => makeRep(id, rep))));
}

/** A forest: every team lies below one before it, or right below the office. */
export function teamsOf(ids: readonly string[]): fc.Arbitrary<Team[]> {
  return fc.tuple(
    ...ids.map((id, place) =>
      fc
        .tuple(fc.constantFrom(...NAMES), fc.integer({ min: -1, max: place - 1 }))
        .map(([name, above]) => ({ id, name, parentId: ids[above] ?? null })),
    ),
  );
}

/** None, or a first team for ever back and moves after it, with a gap at times. */
function membershipsOf(repId: string, teamIds: readonly string[]): fc.Arbitrary<Membership[]> {
  const move = fc.record({
    teamId: fc.constantFrom(null, ...teamIds),
    fromAt: instants,
    toAt: fc.option(instants, { freq: 3 }),
  });
  return fc.tuple(fc.boolean(), fc.constantFrom(null, ...teamIds), fc.array(move, { maxLength: 3 })).map((one) => {
    const [belongs, first, moves] = one;
    if (!belongs) return [];
    return [makeMembership(repId, first), ...moves.map((dates) => makeMembership(repId, dates.teamId, dates))];
  });
}

export function peopleOf(repIds: readonly string[], teamIds: readonly string[]): fc.Arbitrary<People> {
  return fc.record({
    office: fc.constant({ id: 'office', name: 'Winboard' }),
    reps: repsOf(repIds),
    teams: teamsOf(teamIds),
    memberships: fc.tuple(...repIds.map((id) => membershipsOf(id, teamIds))).map((lists) => lists.flat()),
  });
}

function creditsOf(repIds: readonly string[], scale: number): fc.Arbitrary<Record<string, number>> {
  return fc
    .array(fc.tuple(fc.constantFrom(...repIds), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 3 })
    .map((pairs) => Object.fromEntries(pairs.map(([repId, amount]) => [repId, amount * scale])));
}

function eventsOf(repIds: readonly string[], scale: number): fc.Arbitrary<LedgerEvent[]> {
  const deal = { credits: creditsOf(repIds, scale), closedAt: instants };
  const event: fc.Arbitrary<LedgerEvent> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('add' as const), ...deal }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('void' as const), pick: fc.nat(30) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('correct' as const), pick: fc.nat(30), ...deal }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('midnight' as const) }) },
  );
  return fc.array(event, { maxLength: 30 });
}

function bookOf(repCount: number, teamCount: number, scale: number): fc.Arbitrary<QuotaBook> {
  const quota: fc.Arbitrary<SubjectQuota | null> = fc.option(
    fc.record({
      quota: fc.integer({ min: 1, max: 4 }).map((units) => units * scale),
      source: fc.constantFrom('own' as const, 'default' as const, 'sum' as const),
      sum: fc.nat(9),
      pace: fc.nat(9),
      ramp: fc.constant(null),
    }),
    { freq: 4 },
  );
  const many = (count: number) => fc.array(quota, { minLength: count, maxLength: count });
  return fc.record({ rep: many(repCount), team: many(teamCount), office: many(1) });
}

/** An office with up to six reps, up to four teams and a ledger's history. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    reps: fc.integer({ min: 1, max: 6 }),
    teams: fc.integer({ min: 0, max: 4 }),
    /** Beyond 2^53 once multiplied with each other. */
    scale: fc.constantFrom(1, 999_999_999_989),
  })
  .chain(({ reps, teams, scale }) => {
    const repIds = Array.from({ length: reps }, (_, index) => `r${index}`);
    const teamIds = Array.from({ length: teams }, (_, index) => `t${index}`);
    return fc.record({
      people: peopleOf(repIds, teamIds),
      ties: fc.constantFrom('competition' as const, 'dense' as const),
      quotas: fc.option(fc.record({ revenue: bookOf(reps, teams, scale), deals: bookOf(reps, teams, 1) }), { freq: 5 }),
      at: instants,
      events: eventsOf(repIds, scale),
      viewedFrom: fc.nat(10),
    });
  });

/** Every subject with every metric; team boards on each level. */
export const EVERY_BOARD: readonly BoardDefinition[] = (['revenue', 'deals', 'attainment'] as const).flatMap((metric) =>
  [
    { by: 'rep' as const, level: null },
    { by: 'team' as const, level: null },
    { by: 'team' as const, level: 1 },
    { by: 'team' as const, level: 2 },
    { by: 'office' as const, level: null },
  ].map((board) => makeBoard({ ...board, metric, id: `${board.by}-${board.level ?? 'all'}-${metric}` })),
);

export const calendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    holidays: fc.array(localDates, { maxLength: 3 }),
    dayStartsMinute: fc.constantFrom(0, 480, 510),
    length: fc.constantFrom(60, 500, 540),
  })
  .map(({ length, ...calendar }) => makeCalendar({ ...calendar, dayEndsMinute: calendar.dayStartsMinute + length }));
