// Late deals: those that no final knows, booked to the open period or taken into a restated one.
import { Type, type Static } from 'typebox';
import { PeriodView } from './boards.ts';
import { Effect } from './corrections.ts';
import { DealView } from './deals.ts';
import { Id, Minor, nullable, Reason, strict } from './fields.ts';

export const LateQuery = strict({ cursor: Type.Optional(Type.Integer({ minimum: 1 })) });
export type LateQuery = Static<typeof LateQuery>;

export const LateDeals = Type.Object({
  /** The latest received first. */
  items: Type.Array(
    Type.Object({
      ...DealView.properties,
      period: nullable(PeriodView),
      /** The closed period whose result still counts what this deal corrects: it cannot be booked (rule LA6). */
      countedIn: nullable(PeriodView),
    }),
  ),
  nextCursor: nullable(Type.String()),
});
export type LateDeals = Static<typeof LateDeals>;

export const BookBody = strict({
  ids: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
  reason: Reason,
});
export type BookBody = Static<typeof BookBody>;

/** What was booked, or, asked for only (`dryRun`), what that would do. */
export const BookAnswer = Type.Object({ deals: Type.Array(DealView), effect: Type.Optional(Effect) });
export type BookAnswer = Static<typeof BookAnswer>;

export const RestateAnswer = Type.Object({
  period: PeriodView,
  /** How many late deals it takes in. */
  late: Type.Integer(),
  hash: Type.String(),
  effect: Type.Optional(Effect),
});
export type RestateAnswer = Static<typeof RestateAnswer>;

export const CompareQuery = strict({ a: Id, b: Id });
export type CompareQuery = Static<typeof CompareQuery>;

const Line = Type.Object({
  rank: nullable(Type.Integer()),
  value: Minor,
  deals: Type.Integer(),
  quota: nullable(Minor),
  attainment: nullable(Type.Number()),
});

/** Two periods side by side; a closed one as announced, whoever is in neither is left out. */
export const Comparison = Type.Object({
  a: PeriodView,
  b: PeriodView,
  rows: Type.Array(Type.Object({ subjectId: Id, name: Type.String(), a: nullable(Line), b: nullable(Line) })),
  total: Type.Object({ a: Line, b: Line }),
});
export type Comparison = Static<typeof Comparison>;
