// Quotas and forecasts: set one by one or as a block, seen as a grid, tried before they are saved.
import { Type, type Static, type TSchema } from 'typebox';
import { MAX_CELLS } from '../metric.ts';
import { FORECAST_METRICS } from '../forecast.ts';
import {
  AmountInput,
  Id,
  Instant,
  InstantInput,
  Minor,
  nullable,
  oneOf,
  QuotaMetricField,
  strict,
  SubjectTypeField,
} from './fields.ts';

/** The most periods that one grid shows: a year of weeks, and some that come. */
export const MAX_GRID_PERIODS = 60;

/** Major units for revenue, else a whole number; null takes it away. */
const CellAmount = nullable(AmountInput);
/** What whoever asks has before their eyes; where it is something else by now, nothing is stored. Rule QT10. */
const Expected = Type.Optional(CellAmount);

export const QuotaBody = strict({
  periodId: Id,
  subject: strict({ type: SubjectTypeField, id: Id }),
  metric: QuotaMetricField,
  amount: CellAmount,
  expected: Expected,
});
export type QuotaBody = Static<typeof QuotaBody>;

export const QuotaView = Type.Object({
  periodId: Id,
  subject: Type.Object({ type: SubjectTypeField, id: Id }),
  metric: QuotaMetricField,
  amount: Type.String(),
  /** Minor units for revenue, else the number itself. */
  amountMinor: Minor,
});
export type QuotaView = Static<typeof QuotaView>;

function block<T extends TSchema>(cell: T) {
  return strict({ cells: Type.Array(cell, { minItems: 1, maxItems: MAX_CELLS }) });
}

export const QuotaBatch = block(QuotaBody);
export type QuotaBatch = Static<typeof QuotaBatch>;

export const ForecastMetricField = oneOf(FORECAST_METRICS);
export const ForecastBody = strict({
  periodId: Id,
  repId: Id,
  metric: ForecastMetricField,
  amount: CellAmount,
  expected: Expected,
});
export type ForecastBody = Static<typeof ForecastBody>;

export const ForecastBatch = block(ForecastBody);
export type ForecastBatch = Static<typeof ForecastBatch>;

/** How many of the cells held something else before. */
export const BatchAnswer = Type.Object({ changed: Type.Integer() });
export type BatchAnswer = Static<typeof BatchAnswer>;

/** Written out fast: a grid has ten thousands of them. */
const Figure = Type.Unsafe<number | null>({ type: ['integer', 'null'] });
const Ratio = Type.Unsafe<number | null>({ type: ['number', 'null'] });
const Source = Type.Unsafe<'own' | 'default' | 'sum' | null>({ type: ['string', 'null'] });

export const GridQuery = strict({
  from: Type.Optional(InstantInput),
  to: Type.Optional(InstantInput),
  metric: Type.Optional(QuotaMetricField),
});

/** One subject in one period, in the grid's metric. Rule QT12. */
export const GridCell = Type.Object({
  /** What was set for the subject itself; 0 is a quota of none. */
  own: Figure,
  /** What counts, after the ramp. */
  quota: Figure,
  source: Source,
  /** What the members of a group add up to. */
  sum: Figure,
  /** Basis points of the whole that the ramp leaves; null where it leaves all. */
  rampBp: Figure,
  /** What the ramp took its part of. */
  whole: Figure,
  value: Type.Integer(),
  attainment: Ratio,
  pace: Figure,
  projection: Figure,
  forecast: Figure,
  /** Value ÷ forecast. */
  accuracy: Ratio,
});
export type GridCell = Static<typeof GridCell>;

export const GridRow = Type.Object({
  type: SubjectTypeField,
  id: Id,
  name: Type.String(),
  /** The team that it is in, or below; null right below the office. */
  parentId: nullable(Id),
  cells: Type.Array(GridCell),
});
export type GridRow = Static<typeof GridRow>;

export const GridPeriod = Type.Object({
  id: Id,
  name: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  state: oneOf(['closed', 'running', 'coming']),
});
export type GridPeriod = Static<typeof GridPeriod>;

export const QuotaGrid = Type.Object({
  rev: Type.Integer(),
  metric: QuotaMetricField,
  periods: Type.Array(GridPeriod),
  rows: Type.Array(GridRow),
});
export type QuotaGrid = Static<typeof QuotaGrid>;

const Measured = Type.Object({
  quota: Figure,
  attainment: Ratio,
  pace: Figure,
  /** On the board of attainment of the running period; for other periods and metrics there is none. */
  rank: Figure,
});

/** What a block of quotas would change for whom; nothing is stored. Rule QT11. */
export const QuotaPreview = Type.Object({
  changed: Type.Integer(),
  effects: Type.Array(
    Type.Object({
      periodId: Id,
      metric: QuotaMetricField,
      type: SubjectTypeField,
      id: Id,
      name: Type.String(),
      before: Measured,
      after: Measured,
    }),
  ),
});
export type QuotaPreview = Static<typeof QuotaPreview>;

export const ForecastView = Type.Object({
  periodId: Id,
  repId: Id,
  name: Type.String(),
  metric: ForecastMetricField,
  amount: Type.String(),
  amountMinor: Minor,
  /** What the rep has brought in it so far, or had at its close. */
  value: Type.Integer(),
  accuracy: Ratio,
  quota: Figure,
  attainment: Ratio,
});

export const ForecastImportAnswer = Type.Object({
  dryRun: Type.Boolean(),
  changed: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      row: Type.Integer(),
      fate: oneOf(['new', 'known', 'refused']),
      field: nullable(Type.String()),
      code: nullable(Type.String()),
      message: nullable(Type.String()),
    }),
  ),
});
export type ForecastImportAnswer = Static<typeof ForecastImportAnswer>;

export const HolidayQuery = strict({
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2099 })),
});

/** A country's ready-made days off in a year. Rule HO2. */
export const HolidayList = Type.Object({
  countries: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  country: Type.String(),
  year: Type.Integer(),
  items: Type.Array(Type.Object({ date: Type.String(), name: Type.String() })),
});
export type HolidayList = Static<typeof HolidayList>;
