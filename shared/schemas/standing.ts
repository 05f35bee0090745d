// Where a rep stands, why, and how it was before.
import { Type, type Static } from 'typebox';
import { FATES } from '../explanation.ts';
import { PeriodView, RowView } from './boards.ts';
import { Id, Instant, Minor, nullable, oneOf, strict } from './fields.ts';
import { OriginalView, PaymentView } from './money.ts';

export const PeriodQuery = strict({ period: Type.Optional(Id) });
export type PeriodQuery = Static<typeof PeriodQuery>;

const Named = { names: Type.Array(Type.String()), count: Type.Integer() };
const NeighbourView = Type.Object({ rank: Type.Integer(), gap: Minor, ...Named });

export const StandingReport = Type.Object({
  rep: Type.Object({
    id: Id,
    name: Type.String(),
    photoId: nullable(Id),
    team: nullable(Type.String()),
    workShareBp: Type.Integer(),
    /** Those that touch the period. */
    absences: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
  }),
  period: PeriodView,
  rev: Type.Integer(),
  asOf: Instant,
  /** Null where the period's board does not list the rep. */
  row: nullable(RowView),
  /** How many have a rank. */
  ranked: Type.Integer(),
  next: nullable(NeighbourView),
  behind: nullable(NeighbourView),
  level: Type.Object(Named),
  /** The formula of the pace: quota × done ÷ minutes, in the rep's own working time; null once closed (rule QT3). */
  work: nullable(Type.Object({ daysLeft: Type.Integer(), doneMinutes: Type.Integer(), minutes: Type.Integer() })),
  /** Minutes of a whole working day. */
  dayMinutes: Type.Integer(),
  /** Null without a quota, once it is reached, and once the period is closed (rule WS2). */
  need: nullable(Type.Object({ missing: Minor, daysLeft: Type.Integer(), perDay: nullable(Minor) })),
  /** The rep's team and who is in it, in the board's order; `row` is null once the period is closed. */
  team: nullable(
    Type.Object({
      name: Type.String(),
      row: nullable(RowView),
      reps: Type.Array(RowView),
      /** How many the team has. */
      count: Type.Integer(),
    }),
  ),
});
export type StandingReport = Static<typeof StandingReport>;

const SumView = Type.Object({ deals: Type.Integer(), minor: Minor });

export const ExplanationView = Type.Object({
  period: PeriodView,
  rev: Type.Integer(),
  rank: nullable(Type.Integer()),
  tied: Type.Boolean(),
  /** What the board says: `whole` and `shares` together (rule WS1). */
  value: Minor,
  deals: Type.Integer(),
  sums: Type.Object({ whole: SumView, shares: SumView, voided: SumView, corrected: SumView, late: SumView }),
  /** The latest received first. */
  items: Type.Array(
    Type.Object({
      dealId: Id,
      customer: Type.String(),
      product: Type.String(),
      closedAt: Instant,
      /** Of a late deal that was booked to the open period: when it was won (rule LA2). */
      wonAt: nullable(Instant),
      recordedAt: Instant,
      amountMinor: Minor,
      /** Null for a deal in the board's own currency. */
      original: nullable(OriginalView),
      payment: nullable(PaymentView),
      shareBp: Type.Integer(),
      creditMinor: Minor,
      fate: oneOf(FATES),
      countsMinor: Minor,
      /** When it was taken out, and why; after the close of the period that changes nothing. */
      void: nullable(Type.Object({ at: Instant, reason: Type.String(), replacedBy: nullable(Id) })),
    }),
  ),
  /** How many items more there are. */
  left: Type.Integer(),
  /** Who shares the rank and when each reached the value: the earlier is listed first (rule ST2). */
  tie: nullable(
    Type.Object({
      reachedAt: Instant,
      others: Type.Array(Type.Object({ name: Type.String(), reachedAt: Instant, isBefore: Type.Boolean() })),
      count: Type.Integer(),
    }),
  ),
});
export type ExplanationView = Static<typeof ExplanationView>;

export const RepHistory = Type.Object({
  /** Closed periods as announced, the latest first. */
  items: Type.Array(
    Type.Object({
      period: PeriodView,
      rank: nullable(Type.Integer()),
      tied: Type.Boolean(),
      ranked: Type.Integer(),
      value: Minor,
      deals: Type.Integer(),
      quota: nullable(Minor),
      attainment: nullable(Type.Number()),
    }),
  ),
  records: Type.Object({
    deal: nullable(Type.Object({ dealId: Id, customer: Type.String(), value: Minor, at: Instant })),
    day: nullable(Type.Object({ value: Minor, at: Instant })),
    period: nullable(Type.Object({ id: Id, name: Type.String(), value: Minor, at: Instant })),
  }),
});
export type RepHistory = Static<typeof RepHistory>;
