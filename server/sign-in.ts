// A session begins, by whichever way somebody comes in, and goes on as long as it is used. Rule RO5.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../shared/problem.ts';
import type { Session } from '../shared/schemas/office.ts';
import { COOKIE, hashSecret, makeSecret, SESSION_MS } from './auth.ts';
import { deviceName } from './device-name.ts';
import type { NewSession } from './ledger/commands.ts';
import { officeOf, type Parts } from './parts.ts';

/**
 * A session to be opened for who asks: always with a secret of its own, never with one that the request brought. What
 * the device was signed in to until now ends with it.
 */
export function beginSession({ clock }: Parts, request: FastifyRequest): { secret: string; session: NewSession } {
  const { secret, hash } = makeSecret();
  const device = deviceName(request.headers['user-agent'] ?? '');
  return {
    secret,
    session: { hash, expiresAt: clock.now() + SESSION_MS, device, replaces: sessionHashOf(request) },
  };
}

/** The hash of the session cookie that a request came with, whatever that is worth; or null. */
export function sessionHashOf(request: FastifyRequest): string | null {
  const secret = request.cookies[COOKIE];
  return secret === undefined ? null : hashSecret(secret);
}

/** Opens a session for somebody who has shown who they are, and answers with it. */
export async function signIn(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
): Promise<Session> {
  const { secret, session } = beginSession(parts, request);
  await parts.ledger.run('session:open', { type: 'system' }, { ...session, userId });
  return welcome(parts, request, reply, { userId, secret });
}

/** Answers with a session that is open: the cookie, and whose it is. */
export function welcome(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  { userId, secret }: { userId: string; secret: string },
): Session {
  // `Secure` only where the request came by https: phones on a LAN's plain http must be able to sign in.
  void reply.setCookie(COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: SESSION_MS / 1000,
  });
  return sessionOf(parts, userId);
}

export function sessionOf(parts: Parts, userId: string): Session {
  const user = parts.directory.user(userId);
  if (!user) throw new Refusal('auth/required');
  const { id, name, email, role, repId, teamIds, locale } = user;
  const { roster } = parts.directory;
  const rep = repId === null ? undefined : roster.reps[roster.indexOf('rep', repId)];
  const { photoId = null, soundId = null } = rep ?? {};
  return {
    user: { id, name, email, role, repId, teamIds, locale, photoId, soundId },
    office: officeOf(parts),
    now: parts.clock.now(),
  };
}
