// Activities and plans: logged, listed, taken back; made, moved, cancelled.
import { Type, type Static } from 'typebox';
import { ACTIVITY_KINDS, PLAN_KINDS, PLAN_STATES } from '../activity.ts';
import { Id, Instant, InstantInput, nullable, oneOf, strict, SubjectTypeField } from './fields.ts';

const Key = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$', description: 'Your own key: makes a retry safe.' });
const RepRef = Type.String({ minLength: 1, maxLength: 254, description: 'A rep’s id or e-mail address.' });
const Customer = Type.String({ maxLength: 200 });
const Note = Type.String({ maxLength: 1000 });

export const ActivityKindField = oneOf(ACTIVITY_KINDS);
export const PlanKindField = oneOf(PLAN_KINDS);
export const PlanStateField = oneOf(PLAN_STATES);

export const ActivityBody = strict({
  id: Type.Optional(Key),
  rep: RepRef,
  kind: ActivityKindField,
  customer: Type.Optional(Customer),
  note: Type.Optional(Note),
  at: Type.Optional(InstantInput),
  planId: Type.Optional(Id),
});
export type ActivityBody = Static<typeof ActivityBody>;

/** What is told of an activity after it was logged; what is not named stays. */
export const DetailsBody = strict({ customer: Type.Optional(Customer), note: Type.Optional(Note) });
export type DetailsBody = Static<typeof DetailsBody>;

export const ActivityView = Type.Object({
  id: Id,
  seq: Type.Integer(),
  repId: Id,
  repName: Type.String(),
  kind: ActivityKindField,
  customer: Type.String(),
  note: Type.String(),
  at: Instant,
  recordedAt: Instant,
  rev: Type.Integer(),
  planId: nullable(Id),
  void: nullable(Type.Object({ reason: Type.String(), at: Instant })),
});
export type ActivityView = Static<typeof ActivityView>;

export const ActivityAnswer = Type.Object({ activity: ActivityView, rev: Type.Integer() });
export type ActivityAnswer = Static<typeof ActivityAnswer>;

export const ActivityQuery = strict({
  rep: Type.Optional(RepRef),
  from: Type.Optional(InstantInput),
  to: Type.Optional(InstantInput),
  kind: Type.Optional(ActivityKindField),
  cursor: Type.Optional(Type.String({ maxLength: 40 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type ActivityQuery = Static<typeof ActivityQuery>;

export const CountsQuery = strict({ from: InstantInput, to: InstantInput, by: Type.Optional(SubjectTypeField) });
export type CountsQuery = Static<typeof CountsQuery>;

const perKind = <T extends Parameters<typeof Type.Array>[0]>(one: T) =>
  Type.Object({ lead: one, call: one, meeting: one, visit: one, quote: one });

/** How many activities of each kind, in all and on each local day that the range touches. */
export const CountsView = Type.Object({
  from: Instant,
  to: Instant,
  days: Type.Array(Type.Object({ date: Type.String(), startsAt: Instant })),
  items: Type.Array(
    Type.Object({
      subjectId: Id,
      name: Type.String(),
      total: Type.Integer(),
      counts: perKind(Type.Integer()),
      daily: perKind(Type.Array(Type.Integer())),
    }),
  ),
});
export type CountsView = Static<typeof CountsView>;

export const PlanBody = strict({
  id: Type.Optional(Key),
  rep: RepRef,
  kind: PlanKindField,
  customer: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  note: Type.Optional(Note),
  at: InstantInput,
});
export type PlanBody = Static<typeof PlanBody>;

export const MoveBody = strict({ at: InstantInput });
export type MoveBody = Static<typeof MoveBody>;

export const PlanView = Type.Object({
  id: Id,
  seq: Type.Integer(),
  repId: Id,
  repName: Type.String(),
  kind: PlanKindField,
  customer: Type.String(),
  note: Type.String(),
  at: Instant,
  recordedAt: Instant,
  rev: Type.Integer(),
  state: PlanStateField,
  cancelledAt: nullable(Instant),
  /** The activity that fulfils it. */
  doneBy: nullable(Id),
});
export type PlanView = Static<typeof PlanView>;

export const PlanAnswer = Type.Object({ plan: PlanView, rev: Type.Integer() });
export type PlanAnswer = Static<typeof PlanAnswer>;

export const PlanQuery = strict({
  rep: Type.Optional(RepRef),
  /** `open` finds the overdue ones, too. */
  state: Type.Optional(PlanStateField),
  cursor: Type.Optional(Type.String({ maxLength: 40 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type PlanQuery = Static<typeof PlanQuery>;
