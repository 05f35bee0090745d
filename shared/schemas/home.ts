// The running period at a glance: who is ahead of pace and who is behind, and what was changed of late.
import { Type, type Static } from 'typebox';
import { Id, Instant, Minor, nullable, oneOf } from './fields.ts';

/** A rep with a quota. Money is minor units. */
const PacedRep = Type.Object({
  subjectId: Id,
  name: Type.String(),
  photoId: nullable(Id),
  /** The team's name. */
  group: nullable(Type.String()),
  value: Minor,
  quota: Minor,
  attainment: Type.Number(),
  /** Value − pace: ahead of it, or below zero behind it. */
  lead: Minor,
  /** What the period comes to if it goes on so; null while none of the rep's working time is over (rule FA2). */
  projection: nullable(Minor),
});
export type PacedRep = Static<typeof PacedRep>;

export const PaceList = Type.Object({
  /** Null where no period runs. */
  periodId: nullable(Id),
  /** Reps who are with the office now, by how they stand. */
  counts: Type.Object({
    reached: Type.Integer(),
    ahead: Type.Integer(),
    onPace: Type.Integer(),
    behind: Type.Integer(),
    noQuota: Type.Integer(),
  }),
  /** The furthest ahead, measured by their quotas; those who have reached theirs included. */
  ahead: Type.Array(PacedRep),
  /** The furthest behind. */
  behind: Type.Array(PacedRep),
});
export type PaceList = Static<typeof PaceList>;

export const CHANGES = [
  'approvals:rule',
  'deal:approve',
  'deal:book',
  'deal:correct',
  'deal:decline',
  'deal:restore',
  'deal:void',
  'deals:import',
  'forecast:set',
  'invitation:create',
  'office:patch',
  'period:create',
  'period:move',
  'period:plan',
  'period:remove',
  'period:reset',
  'period:restate',
  'period:roll',
  'period:undo',
  'quota:set',
  'rate:put',
  'receipt:record',
  'receipt:void',
  'receipts:settle',
  'receipts:unsettle',
  'rep:create',
  'rep:patch',
  'restate:undo',
  'screen:create',
  'team:create',
  'team:patch',
  'token:create',
  'user:patch',
  'wall:patch',
] as const;

/** Of all that the audit has, what a manager looks back at; what was done at once is told once. */
export const ChangeView = Type.Object({
  id: Type.Integer(),
  at: Instant,
  /** Null for Winboard itself. */
  by: nullable(Type.String()),
  action: oneOf(CHANGES),
  /** How many things were changed at once. */
  count: Type.Integer(),
  /** What was changed, by name; empty for what has none, and for several things. */
  subject: Type.String(),
  /** The rep of the deal that was changed, or money came in for. */
  rep: nullable(Type.String()),
  /** What the deal that was changed is worth, minor units. */
  amountMinor: nullable(Minor),
  reason: nullable(Type.String()),
});
export type ChangeView = Static<typeof ChangeView>;

export const Changes = Type.Object({ items: Type.Array(ChangeView) });
export type Changes = Static<typeof Changes>;
