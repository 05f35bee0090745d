// Teams and reps.
import { Type, type Static } from 'typebox';
import { Email, Id, InstantInput, LocalDate, Name, nullable, Password, Phone, RampField, strict } from './fields.ts';

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
  /** The own ramp; null for the office's, [] for none. */
  ramp: nullable(RampField),
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
  ramp: nullable(Type.Array(Type.Integer())),
  hasAccount: Type.Boolean(),
});
export type RepView = Static<typeof RepView>;
