// Boards, standings, periods.
import { Type, type Static } from 'typebox';
import {
  Id,
  Instant,
  InstantInput,
  KindField,
  Metric,
  Minor,
  Name,
  nullable,
  strict,
  SubjectTypeField,
} from './fields.ts';

export const RowView = Type.Object({
  rank: nullable(Type.Integer()),
  tied: Type.Boolean(),
  subjectId: Id,
  name: Type.String(),
  photoId: nullable(Id),
  group: nullable(Type.String()),
  value: Type.Integer({ description: 'Minor units; a number of deals or activities where the metric counts those.' }),
  deals: Type.Integer(),
  quota: nullable(Type.Integer()),
  quotaSource: nullable(Type.Union([Type.Literal('own'), Type.Literal('default'), Type.Literal('sum')])),
  quotaSum: nullable(Type.Integer()),
  attainment: nullable(Type.Number({ description: 'Value ÷ quota.' })),
  pace: nullable(Type.Integer()),
  move: nullable(Type.Integer()),
});

export const PeriodView = Type.Object({
  id: Id,
  name: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  closedAt: nullable(Instant),
});

export type PeriodView = Static<typeof PeriodView>;

const Window = Type.Object({ startsAt: Instant, endsAt: Instant });

export const StandingsView = Type.Object({
  rev: Type.Integer(),
  asOf: Instant,
  window: Window,
  period: nullable(PeriodView),
  rows: Type.Array(RowView),
  subjects: Type.Integer(),
  total: RowView,
});
export type StandingsView = Static<typeof StandingsView>;

export const BoardDefinitionView = Type.Object({
  id: Id,
  by: SubjectTypeField,
  metric: Metric,
  window: Type.String(),
  level: nullable(Type.Integer()),
});

const WinView = Type.Object({
  dealId: Id,
  seq: Type.Integer(),
  at: Instant,
  amountMinor: Minor,
  customer: Type.String(),
  product: Type.String(),
  kind: KindField,
  reps: Type.Array(Type.Object({ id: Id, name: Type.String(), photoId: nullable(Id), soundId: nullable(Id) })),
  photoId: nullable(Id),
  note: Type.String(),
  celebrate: Type.Boolean(),
  effect: nullable(
    Type.Object({
      rank: nullable(Type.Integer()),
      previousRank: nullable(Type.Integer()),
      attainment: nullable(Type.Number()),
      previousAttainment: nullable(Type.Number()),
      pace: nullable(Minor),
      value: Minor,
      level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
      firstDeal: Type.Boolean(),
      personalRecord: Type.Boolean(),
      officeRecord: Type.Boolean(),
      reachedQuota: Type.Boolean(),
      tookFirst: Type.Boolean(),
      teamQuota: nullable(Type.String()),
      officeQuota: Type.Boolean(),
    }),
  ),
});

const Achiever = { subjectId: Id, name: Type.String(), photoId: nullable(Id) };

const FactsView = Type.Object({
  teams: Type.Array(RowView),
  course: Type.Object({
    startsAt: Instant,
    ends: Type.Array(Instant),
    pace: nullable(Type.Array(Type.Integer())),
  }),
  sums: Type.Array(Type.Integer()),
  projection: nullable(Type.Integer()),
  today: Type.Object({
    value: Minor,
    deals: Type.Integer(),
    best: Type.Array(Type.Object({ ...Achiever, value: Minor, deals: Type.Integer() })),
    largest: nullable(Type.Object({ name: Type.String(), amountMinor: Minor })),
    hours: Type.Array(Minor),
  }),
  improved: Type.Array(Type.Object({ ...Achiever, value: Type.Integer(), average: Type.Integer() })),
  records: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('deal'), Type.Literal('day'), Type.Literal('period')]),
      name: Type.String(),
      photoId: nullable(Id),
      value: Minor,
      at: Instant,
      label: Type.String(),
    }),
  ),
  hall: Type.Array(
    Type.Object({
      periodId: Id,
      period: Type.String(),
      closedAt: Instant,
      first: Type.Array(Type.Object({ ...Achiever, rank: Type.Integer(), value: Minor })),
    }),
  ),
});

const PrivacyView = Type.Object({
  initials: Type.Boolean(),
  hideAmounts: Type.Boolean(),
  hideCustomers: Type.Boolean(),
});

export const BoardView = Type.Object({
  definition: BoardDefinitionView,
  office: Type.Object({
    name: Type.String(),
    timeZone: Type.String(),
    currency: Type.String(),
    exponent: Type.Integer(),
    locale: Type.String(),
    workingDaysLeft: Type.Integer(),
  }),
  standings: StandingsView,
  wins: Type.Array(WinView),
  facts: FactsView,
  privacy: PrivacyView,
});

export const StandingsQuery = strict({
  by: Type.Optional(SubjectTypeField),
  metric: Type.Optional(Metric),
  from: Type.Optional(InstantInput),
  to: Type.Optional(InstantInput),
  asOf: Type.Optional(InstantInput),
  level: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
});
export type StandingsQuery = Static<typeof StandingsQuery>;

export const PeriodBody = strict({ name: Name, startsAt: InstantInput, endsAt: InstantInput });
export type PeriodBody = Static<typeof PeriodBody>;

/** The period that whoever asks has seen running: where another one runs by now, nothing is done (409). */
const SeenRunning = { running: Type.Optional(Id) };

export const ResetBody = strict({ name: Type.Optional(Name), endsAt: Type.Optional(InstantInput), ...SeenRunning });
export type ResetBody = Static<typeof ResetBody>;

export const ResetUndoBody = strict(SeenRunning);

/** The hash of the version that whoever asks has seen holding: where another one holds by now, nothing is done (409). */
export const RestateUndoBody = strict({ hash: Type.Optional(Type.String({ maxLength: 64 })) });

/** What a reset did, or would do (dry run). */
export const ResetAnswer = Type.Object({
  dryRun: Type.Boolean(),
  closed: PeriodView,
  opened: PeriodView,
  /** Deals and revenue that the closed period's final standings hold. */
  deals: Type.Integer(),
  valueMinor: Minor,
  /** The first rows of those standings. */
  podium: Type.Array(RowView),
  /** Wins of the closed period that still wait for approval: they are in no final, and late once approved (rule AP2). */
  waiting: Type.Integer(),
  /** Reps who start without a quota. */
  withoutQuota: Type.Array(Type.String()),
  canUndo: Type.Boolean(),
});
export type ResetAnswer = Static<typeof ResetAnswer>;

export const PeriodsView = Type.Object({
  items: Type.Array(PeriodView),
  runningId: nullable(Id),
  /** The running one goes on until another is planned to begin (rule PD9): its `endsAt` moves. */
  isOpenEnded: Type.Boolean(),
  canUndo: Type.Boolean(),
});
export type PeriodsView = Static<typeof PeriodsView>;

/** What closed periods came to as announced, of the latest 53, newest first. Money is minor units. */
export const PeriodResults = Type.Object({
  items: Type.Array(
    Type.Object({
      periodId: Id,
      value: Minor,
      deals: Type.Integer(),
      quota: nullable(Minor),
      attainment: nullable(Type.Number()),
      /** Who came first; of several the first on the board. */
      first: nullable(Type.Object({ name: Type.String(), value: Minor })),
      /** Whether another version was announced before the one that holds. */
      isRestated: Type.Boolean(),
    }),
  ),
});
export type PeriodResults = Static<typeof PeriodResults>;

const FinalVersionView = Type.Object({
  version: Type.Integer(),
  frozenAt: Instant,
  hash: Type.String(),
  /** Why it was restated, and by whom; null for what was announced when the period closed. */
  reason: nullable(Type.String()),
  by: nullable(Type.String()),
  /** When this version was taken back; null while it was not. */
  undoneAt: nullable(Instant),
});

/**
 * Final standings as announced, with the SHA-256 of their canonical JSON (rule PD2); of a restated one together with
 * `restates`, which names the version before it (rule LA3).
 */
export const FinalView = Type.Object({
  period: PeriodView,
  version: Type.Integer(),
  frozenAt: Instant,
  hash: Type.String(),
  restates: nullable(Type.Object({ hash: Type.String(), reason: Type.String() })),
  standings: StandingsView,
  /** Every version there ever was, this one included. */
  versions: Type.Array(FinalVersionView),
  /** Whether the restatement that holds can still be taken back. */
  canUndo: Type.Boolean(),
});
export type FinalView = Static<typeof FinalView>;

export const FinalQuery = strict({ version: Type.Optional(Type.Integer({ minimum: 1 })) });
export type FinalQuery = Static<typeof FinalQuery>;
