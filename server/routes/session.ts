// Setting the office up, signing in and out.
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../shared/problem.ts';
import { Session, SessionBody, SetupBody, SetupState } from '../../shared/schemas/office.ts';
import { checkPassword, COOKIE, hashPassword, hashSecret } from '../auth.ts';
import { userIdOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { beginSession, sessionHashOf, signIn, welcome } from '../sign-in.ts';

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
  const { ledger, directory } = parts;

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
      const { secret, session } = beginSession(parts, request);
      const { userId } = await ledger.run(
        'setup',
        { type: 'system' },
        { office, manager: { ...account, passwordHash }, session },
      );
      return reply.code(201).send(welcome(parts, request, reply, { userId, secret }));
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
      return await signIn(parts, request, reply, user.id);
    },
  );

  app.get(
    '/api/session',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'Who is signed in; the cookie lasts from now on',
        response: { 200: Session },
      },
    },
    (request, reply) => {
      const userId = userIdOf(request);
      return welcome(parts, request, reply, { userId, secret: request.cookies[COOKIE] ?? '' });
    },
  );

  app.delete(
    '/api/session',
    { config: { access: 'public' }, schema: { tags: ['session'], summary: 'Sign out' } },
    async (request, reply) => {
      const hash = sessionHashOf(request);
      if (request.actor && hash !== null) await ledger.run('session:close', request.actor, { hash });
      return reply.clearCookie(COOKIE, { path: '/' }).code(204).send();
    },
  );
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));
}
