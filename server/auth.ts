// Who is at the door: a person's session cookie or a machine's bearer token, both looked up by their hash.
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../shared/problem.ts';
import { can, type Action, type Actor } from '../shared/roles.ts';
import type { Directory } from './directory.ts';

export const COOKIE = 'winboard';
/** How long a session lasts that is not used. */
export const SESSION_MS = 90 * 86_400_000;

export interface Credentials {
  /** The cookie header's value of `COOKIE`, if any. */
  cookie: string | undefined;
  /** The `Authorization` header, if any. */
  authorization: string | undefined;
}

/** Tells a screen's secret from a machine's token, at a glance. */
export const SCREEN_PREFIX = 'wbs_';

/** A secret to hand out, and the hash of it to keep. */
export function makeSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(24).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** Secrets are long and random, so a plain digest is enough to keep them by. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

/** Verified where there is no such account, so that the answer takes as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$ZV0AtdeaVnS3Q4/bUfCOPSBtrlvDjTTQLn2EzUWkcbY';

export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, password.normalize('NFKC')).catch(() => false);
  return matches && passwordHash !== null;
}

/** The actor behind a request or a handshake, or null. */
export function identify(directory: Directory, credentials: Credentials, now: number): Actor | null {
  const bearer = bearerOf(credentials.authorization);
  if (bearer !== null) return identifyToken(directory, bearer);
  return credentials.cookie === undefined ? null : identifySession(directory, credentials.cookie, now);
}

/** The token of an `Authorization` header, or null. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

export function identifyToken(directory: Directory, secret: string): Actor | null {
  const digest = hashSecret(secret);
  const screen = directory.screenByHash(digest);
  if (screen) return { type: 'screen', id: screen.id };
  const token = directory.tokenByHash(digest);
  return token && { type: 'token', id: token.id, scopes: token.scopes };
}

function identifySession(directory: Directory, secret: string, now: number): Actor | null {
  const session = directory.sessionByHash(hashSecret(secret));
  if (!session || session.expiresAt <= now) return null;
  const user = directory.user(session.userId);
  if (!user || directory.hasLeft(user, now)) return null;
  directory.saw(session, { seenAt: now, expiresAt: now + SESSION_MS });
  return { type: 'user', id: user.id, role: user.role, repId: user.repId, teamIds: user.teamIds };
}

/** Throws where the actor may not: 401 for nobody, 403 for somebody. */
export function demand(actor: Actor | null, actions: readonly Action[]): Actor {
  if (!actor) throw new Refusal('auth/required');
  if (!actions.some((action) => can(actor, action))) throw new Refusal('auth/forbidden');
  return actor;
}
