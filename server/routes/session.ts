// Setting the office up, signing in and out.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../shared/problem.ts';
import { Session, SessionBody, SetupBody, SetupState } from '../../shared/schemas/office.ts';
import { checkPassword, COOKIE, hashPassword, hashSecret, makeSecret, SESSION_MS } from '../auth.ts';
import { deviceName } from '../device-name.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';

/** Guessing is slowed per address and account: an office behind one router does not lock itself out. */
const SIGN_IN_LIMIT = {
  max: 10,
  timeWindow: 60_000,
  hook: 'preHandler' as const,
  keyGenerator: ({ ip, body }: FastifyRequest) => `${ip} ${accountOf(body)}`,
};

function accountOf(body: unknown): string {
  const isForm = typeof body === 'object' && body !== null && 'email' in body;
  return isForm ? String(body.email).trim().toLowerCase() : '';
}

export function sessionRoutes(app: Api, parts: Parts): void {
  setupRoutes(app, parts);
  signInRoutes(app, parts);
}

function setupRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, clock } = parts;

  app.get(
    '/api/setup',
    {
      config: { access: 'public' },
      schema: { tags: ['setup'], summary: 'Whether the office is set up', response: { 200: SetupState } },
    },
    () => ({ done: directory.office !== null }),
  );

  app.post(
    '/api/setup',
    {
      config: { access: 'public', rateLimit: SIGN_IN_LIMIT },
      schema: { tags: ['setup'], summary: 'Set the office up, once', body: SetupBody, response: { 201: Session } },
    },
    async (request, reply) => {
      if (directory.office) throw new Refusal('setup/done');
      const { token, office, manager } = request.body;
      if (!isSame(token, parts.setupToken)) throw new Refusal('setup/wrong-token');
      const { password, ...account } = manager;
      const passwordHash = await hashPassword(password);
      const { secret, hash } = makeSecret();
      const session = { hash, expiresAt: clock.now() + SESSION_MS, device: deviceOf(request) };
      const { userId } = await ledger.run(
        'setup',
        { type: 'system' },
        { office, manager: { ...account, passwordHash }, session },
      );
      setCookie(request, reply, secret);
      return reply.code(201).send(sessionOf(parts, userId));
    },
  );
}

function signInRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, clock } = parts;

  app.post(
    '/api/session',
    {
      config: { access: 'public', rateLimit: SIGN_IN_LIMIT },
      schema: { tags: ['session'], summary: 'Sign in', body: SessionBody, response: { 200: Session } },
    },
    async (request, reply) => {
      officeOf(parts);
      const user = directory.userByEmail(request.body.email);
      const isRight = await checkPassword(user?.passwordHash ?? null, request.body.password);
      if (!user || !isRight || directory.hasLeft(user, clock.now())) throw new Refusal('auth/wrong');
      const { secret, hash } = makeSecret();
      await ledger.run(
        'session:open',
        { type: 'system' },
        { userId: user.id, hash, expiresAt: clock.now() + SESSION_MS, device: deviceOf(request) },
      );
      setCookie(request, reply, secret);
      return sessionOf(parts, user.id);
    },
  );

  app.get(
    '/api/session',
    {
      config: { access: ['board:read'] },
      schema: { tags: ['session'], summary: 'Who is signed in', response: { 200: Session } },
    },
    (request) => {
      if (request.actor?.type !== 'user') throw new Refusal('auth/required');
      return sessionOf(parts, request.actor.id);
    },
  );

  app.delete(
    '/api/session',
    { config: { access: 'public' }, schema: { tags: ['session'], summary: 'Sign out' } },
    async (request, reply) => {
      const secret = request.cookies[COOKIE];
      if (request.actor && secret !== undefined) {
        await ledger.run('session:close', request.actor, { hash: hashSecret(secret) });
      }
      return reply.clearCookie(COOKIE, { path: '/' }).code(204).send();
    },
  );
}

function deviceOf({ headers }: FastifyRequest): string {
  return deviceName(headers['user-agent'] ?? '');
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));
}

/** `Secure` only where the request came by https: phones on a LAN's plain http must be able to sign in. */
function setCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: SESSION_MS / 1000,
  });
}

function sessionOf(parts: Parts, userId: string): Session {
  const user = parts.directory.user(userId);
  if (!user) throw new Refusal('auth/required');
  const { id, name, email, role, repId, teamIds, locale } = user;
  return { user: { id, name, email, role, repId, teamIds, locale }, office: officeOf(parts), now: parts.clock.now() };
}
