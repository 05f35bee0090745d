// Accounts: who may sign in, from where, and how they are asked to join.
import { Type, type Static } from 'typebox';
import { Email, Id, Instant, Locale, Name, nullable, Password, RoleField, strict } from './fields.ts';

/** The secret part of an invitation's or a reset's link: it is in the link's fragment and in bodies, never in a path. */
const LinkSecret = Type.String({ minLength: 1, maxLength: 200 });
const TeamIds = Type.Array(Id, { maxItems: 50, uniqueItems: true });

/** Four to eight digits. */
export const Pin = Type.String({ pattern: '^\\d{4,8}$', description: 'Four to eight digits.' });

export const UserView = Type.Object({
  id: Id,
  name: Type.String(),
  email: nullable(Type.String()),
  role: RoleField,
  repId: nullable(Id),
  teamIds: nullable(Type.Array(Id)),
  hasPassword: Type.Boolean(),
  hasPin: Type.Boolean(),
  passkeys: Type.Integer(),
  sessions: Type.Integer(),
  /** When one of the sessions was last used; null while there are none. */
  seenAt: nullable(Instant),
  endedAt: nullable(Instant),
  /** Whether who asks may change this account. */
  editable: Type.Boolean(),
});
export type UserView = Static<typeof UserView>;

export const UserPatch = Type.Partial(
  strict({
    name: Name,
    email: nullable(Email),
    role: RoleField,
    /** For managers: limits them to these teams; null for the whole office. */
    teamIds: nullable(TeamIds),
    /** Who it is among the reps; a rep's account needs one. */
    repId: nullable(Id),
    /** True ends the account: out everywhere, at once. False lets it in again. */
    ended: Type.Boolean(),
    /** Sets a PIN for shared phones; null takes it away. */
    pin: nullable(Pin),
  }),
  { additionalProperties: false },
);
export type UserPatch = Static<typeof UserPatch>;

export const SessionView = Type.Object({
  id: Id,
  /** "Chrome · Android"; empty where nothing is known. */
  device: Type.String(),
  /** The shared phone that it was opened on, by name. */
  sharedPhone: nullable(Type.String()),
  createdAt: Instant,
  seenAt: Instant,
  /** The one that asks. */
  current: Type.Boolean(),
});
export type SessionView = Static<typeof SessionView>;

export const InvitationBody = Type.Object(
  {
    name: Name,
    email: Type.Optional(nullable(Email)),
    role: RoleField,
    teamIds: Type.Optional(nullable(TeamIds)),
    /** For a rep: who it is; where it is not said, accepting adds a rep of that name to `teamId`. */
    repId: Type.Optional(nullable(Id)),
    teamId: Type.Optional(nullable(Id)),
  },
  { additionalProperties: false },
);
export type InvitationBody = Static<typeof InvitationBody>;

export const InvitationView = Type.Object({
  id: Id,
  name: Type.String(),
  email: nullable(Type.String()),
  role: RoleField,
  teamIds: nullable(Type.Array(Id)),
  repId: nullable(Id),
  teamId: nullable(Id),
  createdAt: Instant,
  expiresAt: Instant,
});
export type InvitationView = Static<typeof InvitationView>;

/** A link to hand over, shown this once; `mailed` says whether it has gone out by mail, too. */
export const LinkAnswer = Type.Object({ id: Id, url: Type.String(), expiresAt: Instant, mailed: Type.Boolean() });
export type LinkAnswer = Static<typeof LinkAnswer>;

export const LinkReadBody = strict({ secret: LinkSecret });

/** What a link is for, told to whoever holds it. */
export const LinkView = Type.Object({
  purpose: Type.Union([Type.Literal('join'), Type.Literal('password')]),
  officeName: Type.String(),
  officeLocale: Locale,
  name: Type.String(),
  email: nullable(Type.String()),
  role: RoleField,
  expiresAt: Instant,
});
export type LinkView = Static<typeof LinkView>;

export const LinkAcceptBody = Type.Object(
  {
    secret: LinkSecret,
    /** Joining: how one wants to be called; the invitation's unless said. */
    name: Type.Optional(Name),
    /** Needed where the link says none. One that joins may choose another; who has an address keeps it. */
    email: Type.Optional(Email),
    password: Password,
    locale: Type.Optional(Locale),
  },
  { additionalProperties: false },
);
export type LinkAcceptBody = Static<typeof LinkAcceptBody>;

export const OwnPatch = Type.Partial(
  strict({
    name: Name,
    /** Null for the office's. */
    locale: nullable(Locale),
    /** Of the rep: the face and the walk-up, ids of `POST /api/media`. */
    photoId: nullable(Id),
    soundId: nullable(Id),
  }),
  { additionalProperties: false },
);
export type OwnPatch = Static<typeof OwnPatch>;

/** `current` is needed where there is a password. Every other session ends. */
export const PasswordBody = Type.Object(
  { current: Type.Optional(Type.String({ maxLength: 200 })), next: Password },
  { additionalProperties: false },
);
export type PasswordBody = Static<typeof PasswordBody>;

/** `password` is the account's; where it has none, the PIN until now. */
export const PinBody = Type.Object(
  { pin: nullable(Pin), password: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
export type PinBody = Static<typeof PinBody>;

export const SharedPhoneBody = strict({ name: Name });
export type SharedPhoneBody = Static<typeof SharedPhoneBody>;

export const SharedPhoneView = Type.Object({
  id: Id,
  name: Type.String(),
  createdAt: Instant,
  /** The phone that asks. */
  current: Type.Boolean(),
});
export type SharedPhoneView = Static<typeof SharedPhoneView>;

/** Who can sign in by PIN on this shared phone. */
export const SharedPhonePerson = Type.Object({ userId: Id, name: Type.String(), photoId: nullable(Id) });
export type SharedPhonePerson = Static<typeof SharedPhonePerson>;

export const PinSessionBody = strict({ userId: Id, pin: Pin });
export type PinSessionBody = Static<typeof PinSessionBody>;

export const PasskeyView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Instant,
  usedAt: nullable(Instant),
});
export type PasskeyView = Static<typeof PasskeyView>;
