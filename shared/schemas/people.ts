// Teams, reps and quotas.
import { Type, type Static } from 'typebox';
import {
  AmountInput,
  Email,
  Id,
  InstantInput,
  LocalDate,
  Minor,
  Name,
  nullable,
  Password,
  Phone,
  QuotaMetricField,
  strict,
  SubjectTypeField,
} from './fields.ts';

export const TeamBody = strict({ name: Name, parentId: Type.Optional(nullable(Id)) });
export type TeamBody = Static<typeof TeamBody>;

export const TeamPatch = Type.Partial(strict({ name: Name, parentId: nullable(Id) }), { additionalProperties: false });
export type TeamPatch = Static<typeof TeamPatch>;

export const TeamView = Type.Object({ id: Id, name: Type.String(), parentId: nullable(Id), level: Type.Integer() });
export type TeamView = Static<typeof TeamView>;

const Absence = strict({ from: LocalDate, to: LocalDate });

const repFields = {
  name: Name,
  email: nullable(Email),
  /** For those who may read people; no board and no colleague ever sees it. */
  phone: nullable(Phone),
  teamId: nullable(Id),
  /** When the rep changes team; now, unless said. A rep's first team reaches back for ever (rule ST9). */
  teamSince: InstantInput,
  joinedOn: nullable(LocalDate),
  leftOn: nullable(LocalDate),
  workShareBp: Type.Integer({ minimum: 100, maximum: 10_000 }),
  absences: Type.Array(Absence, { maxItems: 200 }),
  /** Of `POST /api/media`: the face, and the walk-up sound that is played for a win. */
  photoId: nullable(Id),
  soundId: nullable(Id),
  /** Gives the rep an account to sign in with on the phone; needs an e-mail address. Set by people, never by a token. */
  password: Password,
};

const { name, ...optionalRepFields } = repFields;
const { properties: optional } = Type.Partial(strict(optionalRepFields));

export const RepBody = Type.Object({ name, ...optional }, { additionalProperties: false });
export type RepBody = Static<typeof RepBody>;

export const RepPatch = Type.Partial(strict(repFields), { additionalProperties: false });
export type RepPatch = Static<typeof RepPatch>;

export const RepView = Type.Object({
  id: Id,
  name: Type.String(),
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  teamId: nullable(Id),
  joinedOn: nullable(Type.String()),
  leftOn: nullable(Type.String()),
  workShareBp: Type.Integer(),
  absences: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
  photoId: nullable(Id),
  soundId: nullable(Id),
  hasAccount: Type.Boolean(),
});
export type RepView = Static<typeof RepView>;

export const QuotaBody = strict({
  periodId: Id,
  subject: strict({ type: SubjectTypeField, id: Id }),
  metric: QuotaMetricField,
  /** Major units for revenue, a whole number for deals; null takes the quota away. */
  amount: nullable(AmountInput),
});
export type QuotaBody = Static<typeof QuotaBody>;

export const QuotaView = Type.Object({
  periodId: Id,
  subject: Type.Object({ type: SubjectTypeField, id: Id }),
  metric: QuotaMetricField,
  amount: Type.String(),
  /** Minor units for revenue, the number of deals for deals. */
  amountMinor: Minor,
});
export type QuotaView = Static<typeof QuotaView>;
