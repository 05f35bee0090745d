// The fields that requests and answers are made of.
import { Type, type TSchema } from 'typebox';
import { METRICS, QUOTA_METRICS } from '../metric.ts';
import { MAX_RAMP_MONTHS } from '../ramp.ts';
import { ROLES } from '../roles.ts';

/** An amount in the currency's own unit, "1250.50" or 1250.5; read by `parseAmount`. */
export const AmountInput = Type.Unsafe<string | number>({
  type: ['string', 'number'],
  maxLength: 40,
  description: 'An amount in the currency’s own unit, as a decimal string or a number: "1250.50".',
});

/** Epoch ms, ISO 8601 with an offset, or a local date; read by `parseInstant`. */
export const InstantInput = Type.Unsafe<string | number>({
  type: ['string', 'integer'],
  maxLength: 40,
  description: 'Epoch milliseconds, ISO 8601 with an offset, or a date (YYYY-MM-DD) in the office’s zone.',
});

export const Instant = Type.Integer({ description: 'Epoch milliseconds, UTC.' });
export const Minor = Type.Integer({ description: 'Minor units of the board’s currency.' });
export const LocalDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A local date.' });
export const Minute = Type.Integer({ minimum: 0, maximum: 1439, description: 'Minutes after local midnight.' });
export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' });
/** Digits, grouped as people write them. */
export const Phone = Type.String({
  maxLength: 40,
  pattern: '^[+(]*[0-9][0-9 ()./-]*$',
  description: 'A phone number: digits, with + in front and grouped by spaces, dots, hyphens or brackets.',
});
export const Password = Type.String({ minLength: 8, maxLength: 200 });
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });
export const Locale = Type.Union([Type.Literal('vi'), Type.Literal('en')]);
export const Metric = oneOf(METRICS);
export const QuotaMetricField = oneOf(QUOTA_METRICS);
/** Rule QT7. */
export const RampField = Type.Array(Type.Integer({ minimum: 0, maximum: 10_000 }), {
  maxItems: MAX_RAMP_MONTHS,
  description: 'Basis points of a quota in the first months from joining on; whole after them.',
});
export const SubjectTypeField = Type.Union([Type.Literal('rep'), Type.Literal('team'), Type.Literal('office')]);
export const RoleField = oneOf(ROLES);
/** A calendar that periods can follow. */
export const CalendarUnitField = oneOf(['week', 'month', 'quarter', 'half', 'year']);
export const KindField = Type.Union([Type.Literal('new'), Type.Literal('recurring')]);

/** One of a list of words. */
export function oneOf<T extends string>(words: readonly T[]) {
  return Type.Unsafe<T>({ type: 'string', enum: [...words] });
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** An object that takes no other properties: an unknown one is an error that names it. */
export function strict<T extends Record<string, TSchema>>(properties: T) {
  return Type.Object(properties, { additionalProperties: false });
}

/** A list's page: `nextCursor` null is the end. */
export function page<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()) });
}
