// Being told on the phone: the server's key, one's own preferences, this phone's subscription.
import { Type, type Static } from 'typebox';
import { Minute, nullable, strict } from './fields.ts';

/** All of it every time. */
export const PushPreferencesBody = strict({
  bigWin: Type.Boolean({ description: 'A colleague’s big win.' }),
  overtaken: Type.Boolean({ description: 'Somebody overtook you.' }),
  quotaReached: Type.Boolean({ description: 'Your quota, your team’s or the office’s is reached.' }),
  periodEnding: Type.Boolean({ description: 'The period ends, and what is missing.' }),
  decisions: Type.Boolean({ description: 'A win waits for you, or was decided on.' }),
  quietFrom: nullable(Minute),
  quietTo: nullable(Minute),
});
export type PushPreferencesBody = Static<typeof PushPreferencesBody>;

const Key = (bytes: number, name: string) =>
  Type.String({ minLength: bytes, maxLength: bytes + 4, pattern: '^[A-Za-z0-9_-]+=*$', description: name });

export const SubscriptionBody = strict({
  endpoint: Type.String({
    minLength: 1,
    maxLength: 1000,
    description: 'Where the browser’s push service takes notices.',
  }),
  keys: strict({ p256dh: Key(87, 'P-256 point, base64url.'), auth: Key(22, '16 bytes, base64url.') }),
});
export type SubscriptionBody = Static<typeof SubscriptionBody>;

export const PushView = Type.Object({
  /** What a browser subscribes with (VAPID). */
  publicKey: Type.String(),
  preferences: PushPreferencesBody,
  /** The endpoint that this session is told at; null for none. */
  endpoint: nullable(Type.String()),
});
export type PushView = Static<typeof PushView>;
