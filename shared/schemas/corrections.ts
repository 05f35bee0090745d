// Corrections: what they would do, and what became of a deal.
import { Type, type Static } from 'typebox';
import { PeriodView } from './boards.ts';
import { Id, Instant, Minor, nullable, oneOf, Reason, strict, SubjectTypeField } from './fields.ts';

export const ReasonBody = strict({ reason: Reason });
export type ReasonBody = Static<typeof ReasonBody>;

const Figures = Type.Object({
  rank: nullable(Type.Integer()),
  tied: Type.Boolean(),
  value: Minor,
  deals: Type.Integer(),
  attainment: nullable(Type.Number()),
});

/** What a change does to ranks and quotas (rule CO3). */
export const Effect = Type.Object({
  /** The periods it touches; one that is frozen changes by a restatement alone. */
  periods: Type.Array(Type.Object({ ...PeriodView.properties, frozen: Type.Boolean() })),
  /** Whoever's line changes: first those whose value does. */
  shifts: Type.Array(
    Type.Object({
      periodId: Id,
      by: SubjectTypeField,
      subjectId: Id,
      name: Type.String(),
      quota: nullable(Minor),
      before: nullable(Figures),
      after: nullable(Figures),
    }),
  ),
  /** How many shifts more there are. */
  more: Type.Integer(),
});
export type Effect = Static<typeof Effect>;

/** What can happen to a deal, in the words of its story (rule CO4). */
export const ACTS = [
  'recorded',
  'imported',
  'requested',
  'approved',
  'corrected',
  'booked',
  'voided',
  'restored',
  'takenBack',
] as const;
export type Act = (typeof ACTS)[number];

export const STORY_FIELDS = [
  'rep',
  'amount',
  'agreed',
  'customer',
  'product',
  'kind',
  'source',
  'location',
  'note',
  'photo',
  'openedAt',
  'closedAt',
  'countsAt',
  'credits',
] as const;
export type StoryField = (typeof STORY_FIELDS)[number];

export const StoryView = Type.Object({
  /** The deal of these that stands; null where none does. */
  standingId: nullable(Id),
  /** In the order in which it happened. */
  items: Type.Array(
    Type.Object({
      act: oneOf(ACTS),
      at: Instant,
      /** The name of the account or token; null for Winboard itself. */
      by: nullable(Type.String()),
      /** The deal that stood afterwards; for a void the one that was taken out. */
      dealId: Id,
      reason: nullable(Type.String()),
      /** From what to what, as text; instants as epoch milliseconds. */
      changes: Type.Array(Type.Object({ field: oneOf(STORY_FIELDS), from: Type.String(), to: Type.String() })),
    }),
  ),
});
export type StoryView = Static<typeof StoryView>;
