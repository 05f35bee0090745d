// What the calendar will bring, and what a change of the office's settings would do to it.
import { Type, type Static } from 'typebox';
import { CalendarUnitField, Id, Instant, nullable, oneOf, strict } from './fields.ts';
import { OfficeSettings } from './office.ts';

/** Written as text in an address. */
export const ComingQuery = Type.Object(
  {
    count: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 60,
        description: 'How many after the running one, twelve years ahead at most.',
      }),
    ),
    unit: Type.Optional(CalendarUnitField),
  },
  { additionalProperties: false },
);

export const PlanPeriodsBody = strict({
  count: Type.Integer({ minimum: 1, maximum: 24 }),
  /** The calendar that they follow; the office's, unless said. An office that plans by hand has none. */
  unit: Type.Optional(CalendarUnitField),
});
export type PlanPeriodsBody = Static<typeof PlanPeriodsBody>;

/** The running period or one to come. */
export const ComingPeriod = Type.Object({
  /** Null for one that is not in the books yet: it would open by itself. */
  id: nullable(Id),
  name: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  /** It goes on until the next one is planned (rule PD9): `endsAt` moves. */
  isOpenEnded: Type.Boolean(),
  state: oneOf(['running', 'planned', 'calendar']),
  /** The office's working days, those that it holds in part included. */
  workingDays: Type.Integer(),
});
export type ComingPeriod = Static<typeof ComingPeriod>;

export const ComingPeriods = Type.Object({ items: Type.Array(ComingPeriod) });
export type ComingPeriods = Static<typeof ComingPeriods>;

/** What a change of settings would do (rule PD10). */
export const OfficePreview = Type.Object({
  office: OfficeSettings,
  /** The running period and the planned ones that would move, as they are and as they would be. */
  moved: Type.Array(Type.Object({ before: ComingPeriod, after: ComingPeriod })),
  /** Closed periods: they stay as they are. */
  closed: Type.Integer(),
  /** When today began, and would have begun. */
  dayStartsAt: Type.Object({ before: Instant, after: Instant }),
  /** The part of the running period's working time that is over, in basis points; null where nobody works in it. */
  paceBp: Type.Object({ before: nullable(Type.Integer()), after: nullable(Type.Integer()) }),
  /** The running period's working days; null without one. */
  workingDays: Type.Object({ before: nullable(Type.Integer()), after: nullable(Type.Integer()) }),
  /** Reps of the running period whose rank by revenue would be another, in the order of the board after; where ties change. */
  ranks: Type.Object({
    shifts: Type.Array(Type.Object({ repId: Id, name: Type.String(), before: Type.Integer(), after: Type.Integer() })),
    /** How many more there are. */
    more: Type.Integer(),
  }),
  /** Sales that keep the due dates that they have, where payment terms change (rule RC6); else null. */
  sales: nullable(Type.Object({ open: Type.Integer(), overdue: Type.Integer() })),
  /** The running period and what would come after it. */
  coming: Type.Array(ComingPeriod),
});
export type OfficePreview = Static<typeof OfficePreview>;
