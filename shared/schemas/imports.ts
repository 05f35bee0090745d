// Import of CSV tables: a mapping from columns to fields, and the fate of every row.
import { Type, type Static } from 'typebox';
import { Name, nullable, oneOf, strict } from './fields.ts';

const Column = Type.String({ minLength: 1, maxLength: 200 });

export const DateOrder = Type.Union([Type.Literal('iso'), Type.Literal('dmy'), Type.Literal('mdy')]);

/** Which column holds which field. Dates and decimals are told apart by themselves where that is possible. */
export const Mapping = strict({
  rep: Column,
  amount: Column,
  customer: Type.Optional(Column),
  closedAt: Type.Optional(Column),
  openedAt: Type.Optional(Column),
  product: Type.Optional(Column),
  kind: Type.Optional(Column),
  source: Type.Optional(Column),
  location: Type.Optional(Column),
  note: Type.Optional(Column),
  currency: Type.Optional(Column),
  /** With this column an import is safe to repeat: the same id never counts twice (rule CN1). */
  externalId: Type.Optional(Column),
  /** Only rows whose stage is one of `wonStages` are deals. */
  stage: Type.Optional(Column),
  wonStages: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 })),
  dateOrder: Type.Optional(DateOrder),
  decimal: Type.Optional(Type.Union([Type.Literal('.'), Type.Literal(',')])),
});
export type Mapping = Static<typeof Mapping>;

export const SavedMapping = Type.Object({ name: Name, mapping: Mapping });
export type SavedMapping = Static<typeof SavedMapping>;

export const FATES = ['new', 'known', 'not-won', 'refused'] as const;

/** What becomes of one row: stored, there already, no won deal, or refused with the reason. */
export const RowFate = Type.Object({
  /** The row's number in the file; the header is 1. */
  row: Type.Integer(),
  fate: oneOf(FATES),
  field: nullable(Type.String()),
  code: nullable(Type.String()),
  message: nullable(Type.String()),
  /** What the message names. */
  values: Type.Optional(Type.Record(Type.String(), Type.String())),
  dealId: nullable(Type.String()),
});
export type RowFate = Static<typeof RowFate>;

export const ImportAnswer = Type.Object({
  dryRun: Type.Boolean(),
  mapping: Mapping,
  /** How the file's dates and decimals were understood; `assumed` where nothing in it proves them. */
  dates: Type.Object({ order: DateOrder, assumed: Type.Boolean() }),
  decimal: Type.Object({ mark: Type.String(), assumed: Type.Boolean() }),
  counts: Type.Object({
    new: Type.Integer(),
    known: Type.Integer(),
    'not-won': Type.Integer(),
    refused: Type.Integer(),
  }),
  rows: Type.Array(RowFate),
});
export type ImportAnswer = Static<typeof ImportAnswer>;

export const PeopleImportAnswer = Type.Object({
  dryRun: Type.Boolean(),
  teams: Type.Object({ new: Type.Integer(), known: Type.Integer() }),
  reps: Type.Object({ new: Type.Integer(), known: Type.Integer(), moved: Type.Integer() }),
  rows: Type.Array(RowFate),
});
export type PeopleImportAnswer = Static<typeof PeopleImportAnswer>;
