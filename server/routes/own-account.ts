// One's own account: where one is signed in, one's name, language, face and walk-up, the password. Rule RO5.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { OwnPatch, PasswordBody, SessionView } from '../../shared/schemas/accounts.ts';
import { Session } from '../../shared/schemas/office.ts';
import { sessionView } from '../account-view.ts';
import { checkPassword, hashPassword } from '../auth.ts';
import { ownGuess } from '../guesses.ts';
import { actorOf, userIdOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { demandOwnDevice, sessionHashOf, sessionOf, sharedPhoneOf } from '../sign-in.ts';

const ById = Type.Object({ id: Type.String() });

export function ownAccountRoutes(app: Api, parts: Parts): void {
  ownSessionRoutes(app, parts);
  ownDataRoutes(app, parts);
}

function ownSessionRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, clock } = parts;

  app.get(
    '/api/sessions',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'Where one is signed in, the last used first',
        response: { 200: Type.Object({ items: Type.Array(SessionView) }) },
      },
    },
    (request) => {
      const hash = sessionHashOf(request);
      const sessions = directory.sessionsOf(userIdOf(request), clock.now());
      return { items: sessions.map((session) => sessionView(session, hash)) };
    },
  );

  app.delete(
    '/api/sessions/:id',
    {
      config: { access: ['self:write'] },
      schema: { tags: ['session'], summary: 'Sign out on one of one’s devices', params: ById },
    },
    async (request, reply) => {
      demandOwnDevice(parts, request);
      const { id } = request.params;
      await ledger.run('session:end', actorOf(request), { userId: userIdOf(request), id });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/sessions',
    {
      config: { access: ['self:write'] },
      schema: { tags: ['session'], summary: 'Sign out on every device but this one' },
    },
    async (request, reply) => {
      demandOwnDevice(parts, request);
      const keep = sessionHashOf(request);
      await ledger.run('sessions:end', actorOf(request), { userId: userIdOf(request), keep });
      return reply.code(204).send();
    },
  );
}

function ownDataRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, guesses } = parts;

  app.patch(
    '/api/me',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'Change one’s own name, language, face and walk-up',
        body: OwnPatch,
        response: { 200: Session },
      },
    },
    async (request) => {
      const id = userIdOf(request);
      const { name, locale } = request.body;
      // A face and a walk-up are the rep's, and changed wherever the rep posts.
      if (name !== undefined || locale !== undefined) demandOwnDevice(parts, request);
      await ledger.run('user:patch-own', actorOf(request), { id, patch: request.body });
      return sessionOf(parts, id, sharedPhoneOf(parts, request));
    },
  );

  app.put(
    '/api/me/password',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['session'],
        summary: 'Set one’s own password; every other session ends',
        body: PasswordBody,
      },
    },
    async (request, reply) => {
      demandOwnDevice(parts, request);
      const userId = userIdOf(request);
      const { current, next } = request.body;
      const known = directory.user(userId)?.passwordHash ?? null;
      const guess = ownGuess(userId, request.ip);
      if (known !== null && !(await guesses.attempt(guess, () => checkPassword(known, current ?? '')))) {
        throw Refusal.field('current', 'password/wrong', 'is not your password');
      }
      const passwordHash = await hashPassword(next);
      const keep = sessionHashOf(request);
      await ledger.run('password:set', actorOf(request), { userId, passwordHash, keep });
      return reply.code(204).send();
    },
  );
}
