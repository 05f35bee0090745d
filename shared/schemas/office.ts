// Setting up, signing in, the office's settings, tokens.
import { Type, type Static } from 'typebox';
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS, type LongQuarter } from '../calendar/week-year.ts';
import { MAX_COUNT } from '../metric.ts';
import { OFFICE_BOUNDS } from '../office-bounds.ts';
import { SCOPES } from '../roles.ts';
import {
  AmountInput,
  Email,
  Id,
  Instant,
  LocalDate,
  Locale,
  Minor,
  Name,
  nullable,
  oneOf,
  Password,
  RampField,
  RoleField,
  strict,
} from './fields.ts';
import { ListedCurrency } from './money.ts';

const TimeZoneName = Type.String({ minLength: 1, maxLength: 60 });
const Currency = Type.String({ pattern: '^[A-Z]{3}$' });

export const SetupBody = strict({
  token: Type.String({ minLength: 1, maxLength: 200 }),
  office: strict({
    name: Name,
    timeZone: TimeZoneName,
    currency: Currency,
    locale: Locale,
  }),
  manager: strict({ name: Name, email: Email, password: Password }),
});
export type SetupBody = Static<typeof SetupBody>;

export const SetupState = Type.Object({ done: Type.Boolean() });

export const SessionBody = strict({
  email: Type.String({ maxLength: 254 }),
  password: Type.String({ maxLength: 200 }),
});
export type SessionBody = Static<typeof SessionBody>;

const PeriodUnit = Type.Union([
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('quarter'),
  Type.Literal('half'),
  Type.Literal('year'),
  Type.Literal('custom'),
]);
const LongQuarterField = Type.Unsafe<LongQuarter>({ type: 'integer', enum: [...LONG_QUARTERS] });

const Count = Type.Integer({ minimum: 1, maximum: MAX_COUNT });
/** Defaults of what counts activities, by metric; none where it is missing. Rule QT6. */
const QuotaCounts = Type.Partial(
  strict({ leads: Count, calls: Count, meetings: Count, visits: Count, quotes: Count }),
  { additionalProperties: false },
);

/** What holidays are called, by date. */
const HolidayNames = Type.Record(LocalDate, Type.String({ maxLength: OFFICE_BOUNDS.letters }));

export const OfficeSettings = Type.Object({
  name: Type.String(),
  timeZone: Type.String(),
  currency: Type.String(),
  exponent: Type.Integer(),
  locale: Locale,
  weekStart: Type.Integer(),
  fiscalStartMonth: Type.Integer(),
  /** What periods open by themselves; with `custom` none do (rule PD9). */
  periodUnit: PeriodUnit,
  /** Weeks in the months of a quarter, or the calendar's own months (rule TM4). */
  yearPattern: oneOf(YEAR_PATTERNS),
  yearEnd: oneOf(YEAR_ENDS),
  longQuarter: LongQuarterField,
  ties: Type.Union([Type.Literal('competition'), Type.Literal('dense')]),
  workingDays: Type.Array(Type.Integer()),
  holidays: Type.Array(Type.String()),
  dayStartsMinute: Type.Integer(),
  dayEndsMinute: Type.Integer(),
  defaultQuotaMinor: nullable(Minor),
  defaultQuotaDeals: nullable(Type.Integer()),
  defaultQuotaCounts: QuotaCounts,
  quotaRamp: Type.Array(Type.Integer()),
  holidayNames: HolidayNames,
  products: Type.Array(Type.String()),
  showCustomers: Type.Boolean(),
  /** Days after the close in which a sale is to be paid; null where the office does not follow that (rule RC2). */
  paymentTermsDays: nullable(Type.Integer()),
  /** What reps may do with wins (rules OS1–OS4). */
  repsSplit: Type.Boolean(),
  repsBackDays: nullable(Type.Integer()),
  repsUndo: Type.Boolean(),
  repsPhotos: Type.Boolean(),
  repsWords: Type.Boolean(),
  /** Other currencies that deals may come in: those that have a rate. */
  currencies: Type.Array(ListedCurrency),
});
export type OfficeSettings = Static<typeof OfficeSettings>;

const settings = {
  name: Name,
  locale: Locale,
  weekStart: Type.Integer({ minimum: 1, maximum: 7 }),
  fiscalStartMonth: Type.Integer({ minimum: 1, maximum: 12 }),
  periodUnit: PeriodUnit,
  yearPattern: oneOf(YEAR_PATTERNS),
  yearEnd: oneOf(YEAR_ENDS),
  longQuarter: LongQuarterField,
  timeZone: TimeZoneName,
  ties: Type.Union([Type.Literal('competition'), Type.Literal('dense')]),
  workingDays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true }),
  holidays: Type.Array(LocalDate, { maxItems: OFFICE_BOUNDS.holidays, uniqueItems: true }),
  dayStartsMinute: Type.Integer({ minimum: 0, maximum: 1439 }),
  dayEndsMinute: Type.Integer({ minimum: 1, maximum: 1439 }),
  defaultQuota: nullable(AmountInput),
  defaultQuotaDeals: nullable(Count),
  defaultQuotaCounts: QuotaCounts,
  quotaRamp: RampField,
  /** Of dates in `holidays`; names of other dates are dropped. */
  holidayNames: HolidayNames,
  products: Type.Array(Name, { maxItems: OFFICE_BOUNDS.products, uniqueItems: true }),
  showCustomers: Type.Boolean(),
  /** Only while there are no deals; amounts set in the old one (quotas, which wins are big) are cleared (rule MO10). */
  currency: Currency,
  paymentTermsDays: nullable(Type.Integer({ minimum: 0, maximum: OFFICE_BOUNDS.paymentTermsDays })),
  /** Whether reps share a win with colleagues as they post it. */
  repsSplit: Type.Boolean(),
  /** How many days back reps may date a win; 0 is today alone, null any day that its period takes. */
  repsBackDays: nullable(Type.Integer({ minimum: 0, maximum: OFFICE_BOUNDS.repsBackDays })),
  /** Whether reps take back a win that counts, in the ten minutes after it. */
  repsUndo: Type.Boolean(),
  /** Whether reps put a photo or a GIF on a win. */
  repsPhotos: Type.Boolean(),
  /** Whether reps write a line beside the sign that they congratulate with. */
  repsWords: Type.Boolean(),
};

/** Settings as whoever changes them has them before their eyes. */
export const KnownSettings = Type.Partial(strict(settings), { additionalProperties: false });
export type KnownSettings = Static<typeof KnownSettings>;

export const OfficePatch = Type.Partial(
  strict({
    ...settings,
    /** What the changed settings were; where one is another by now, nothing is stored (rule OS6). */
    expected: KnownSettings,
  }),
  { additionalProperties: false },
);
export type OfficePatch = Static<typeof OfficePatch>;

export const Session = Type.Object({
  user: Type.Object({
    id: Id,
    name: Type.String(),
    email: nullable(Type.String()),
    role: RoleField,
    repId: nullable(Id),
    /** The teams that a manager is limited to; null for the whole office. */
    teamIds: nullable(Type.Array(Id)),
    /** Null for the office's. */
    locale: nullable(Locale),
    hasPassword: Type.Boolean(),
    hasPin: Type.Boolean(),
    /** Of the rep, if it is one: face and walk-up. */
    photoId: nullable(Id),
    soundId: nullable(Id),
  }),
  office: OfficeSettings,
  /** The name of the shared phone that it was opened on by PIN; null elsewhere. */
  sharedPhone: nullable(Type.String()),
  now: Instant,
});
export type Session = Static<typeof Session>;

export const TokenBody = strict({ name: Name, scopes: Type.Array(oneOf(SCOPES), { minItems: 1, uniqueItems: true }) });
export type TokenBody = Static<typeof TokenBody>;

/** The only time that a token itself is shown. */
export const NewToken = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  token: Type.String(),
});
export type NewToken = Static<typeof NewToken>;

export const TokenView = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  createdAt: Instant,
});
export type TokenView = Static<typeof TokenView>;
