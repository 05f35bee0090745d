// A session begins, by whichever way somebody comes in, and goes on as long as it is used. Rule RO5.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../shared/problem.ts';
import type { Session } from '../shared/schemas/office.ts';
import { COOKIE, hashSecret, makeSecret, roleIn, SESSION_MS, SHARED_SESSION_MS } from './auth.ts';
import { deviceName } from './device-name.ts';
import { DEVICE_COOKIE, DEVICE_S, rememberDevice } from './known-devices.ts';
import type { NewSession } from './ledger/commands.ts';
import { toldOffice, type Parts } from './parts.ts';
import type { SessionRow } from './store/accounts.ts';

/** How somebody has come in, where it was not by a password. */
interface WayIn {
  /** By PIN, on this phone. */
  sharedPhoneId?: string;
  /** By this passkey, which says how often it has been used. */
  passkey?: { id: string; counter: number };
}

/**
 * A session to be opened for who asks: always with a secret of its own, never with one that the request brought. What
 * the device was signed in to until now ends with it.
 */
export function beginSession(
  { clock }: Parts,
  request: FastifyRequest,
  ms = SESSION_MS,
): { secret: string; session: NewSession } {
  const { secret, hash } = makeSecret();
  const device = deviceName(request.headers['user-agent'] ?? '');
  return { secret, session: { hash, expiresAt: clock.now() + ms, device, replaces: sessionHashOf(request) } };
}

/** The hash of the session cookie that a request came with, whatever that is worth; or null. */
export function sessionHashOf(request: FastifyRequest): string | null {
  const secret = request.cookies[COOKIE];
  return secret === undefined ? null : hashSecret(secret);
}

/** The session that a request came with, or null. */
export function sessionBehind({ directory }: Pick<Parts, 'directory'>, request: FastifyRequest): SessionRow | null {
  const hash = sessionHashOf(request);
  return hash === null ? null : directory.sessionByHash(hash);
}

/** The shared phone whose session a request came with; null on one's own device. */
export function sharedPhoneOf(parts: Pick<Parts, 'directory'>, request: FastifyRequest): string | null {
  return sessionBehind(parts, request)?.sharedPhoneId ?? null;
}

/** Refuses on a phone that is everybody's: the next one to hold it has no business with the account. Rule RO8. */
export function demandOwnDevice(parts: Pick<Parts, 'directory'>, request: FastifyRequest): void {
  if (sharedPhoneOf(parts, request) !== null) throw new Refusal('auth/forbidden');
}

/** Opens a session for somebody who has shown who they are, and answers with it. */
export async function signIn(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
  way: WayIn = {},
): Promise<Session> {
  parts.guesses.enter(userId);
  const ms = way.sharedPhoneId === undefined ? SESSION_MS : SHARED_SESSION_MS;
  const { secret, session } = beginSession(parts, request, ms);
  await parts.ledger.run('session:open', { type: 'system' }, { ...session, ...way, userId });
  return welcome(parts, request, reply, { userId, secret });
}

/** Answers with a session that is open: the cookie, whose it is, and that the account knows this device from now on. */
export function welcome(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  { userId, secret }: { userId: string; secret: string },
): Session {
  const sharedPhoneId = parts.directory.sessionByHash(hashSecret(secret))?.sharedPhoneId ?? null;
  const isShared = sharedPhoneId !== null;
  setCookie(request, reply, COOKIE, { value: secret, seconds: (isShared ? SHARED_SESSION_MS : SESSION_MS) / 1000 });
  const user = parts.directory.user(userId);
  const device = user === null || isShared ? null : rememberDevice(request.cookies[DEVICE_COOKIE], user);
  if (device !== null)
    setCookie(request, reply, DEVICE_COOKIE, { value: device, seconds: DEVICE_S, path: '/api/session' });
  return sessionOf(parts, userId, sharedPhoneId);
}

/** `Secure` only where the request came by https: phones on a LAN's plain http must be able to sign in. */
export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  { value, seconds, path = '/' }: { value: string; seconds: number; path?: string },
): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: seconds });
}

/** What a page is told of the session that it has. */
export function sessionOf(parts: Parts, userId: string, sharedPhoneId: string | null = null): Session {
  const { directory, clock } = parts;
  const user = directory.user(userId);
  if (!user) throw new Refusal('auth/required');
  const { id, name, email, repId, locale } = user;
  const { roster } = directory;
  const rep = repId === null ? undefined : roster.reps[roster.indexOf('rep', repId)];
  const { photoId = null, soundId = null } = rep ?? {};
  const keys = { hasPassword: user.passwordHash !== null, hasPin: user.pinHash !== null };
  return {
    user: { id, name, email, ...roleIn(user, sharedPhoneId), repId, locale, photoId, soundId, ...keys },
    office: toldOffice(parts),
    sharedPhone: sharedPhoneId === null ? null : (directory.sharedPhone(sharedPhoneId)?.name ?? null),
    now: clock.now(),
  };
}
