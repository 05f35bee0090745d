// Who may sign in, seen by who manages them: accounts, where they are signed in, a way back in. Rule RO5.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import type { Action, Actor } from '../../shared/roles.ts';
import { LinkAnswer, SessionView, UserPatch, UserView } from '../../shared/schemas/accounts.ts';
import { sessionView, userView } from '../account-view.ts';
import { hashPassword } from '../auth.ts';
import { actorOf } from '../http.ts';
import { makeLink } from '../link.ts';
import { checkPin } from '../pin.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { reachesUser, repsWithin } from '../reach.ts';
import { sessionHashOf } from '../sign-in.ts';
import type { User } from '../store/accounts.ts';

const ById = Type.Object({ id: Type.String() });
const OneSession = Type.Object({ id: Type.String(), sessionId: Type.String() });
/** How long somebody has to set a new password. */
const PASSWORD_LINK_MS = 86_400_000;

export function accountRoutes(app: Api, parts: Parts): void {
  userRoutes(app, parts);
  userSessionRoutes(app, parts);
  resetRoute(app, parts);
}

function userRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/users',
    {
      config: { access: ['account:read'] },
      schema: {
        tags: ['accounts'],
        summary: 'Every account within reach',
        response: { 200: Type.Object({ items: Type.Array(UserView) }) },
      },
    },
    (request) => {
      const actor = actorOf(request);
      const within = repsWithin(parts, actor, 'account:read');
      const users = directory.users.filter((user) => reachesUser(within, actor, user));
      return { items: users.map((user) => userView(parts, actor, user)) };
    },
  );

  app.patch(
    '/api/users/:id',
    {
      config: { access: ['account:write'] },
      schema: {
        tags: ['accounts'],
        summary: 'Change an account; what it may, and whether it lets in, holds at once everywhere',
        params: ById,
        body: UserPatch,
        response: { 200: UserView },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = userInReach(parts, actor, 'account:write', request.params.id);
      const { pin, ...patch } = request.body;
      checkPin(pin);
      const pinHash = pin === undefined || pin === null ? pin : await hashPassword(pin);
      await ledger.run('user:patch', actor, { id, patch: pinHash === undefined ? patch : { ...patch, pinHash } });
      return userView(parts, actor, userInReach(parts, actor, 'account:read', id));
    },
  );
}

function userSessionRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, clock } = parts;

  app.get(
    '/api/users/:id/sessions',
    {
      config: { access: ['account:read'] },
      schema: {
        tags: ['accounts'],
        summary: 'Where somebody is signed in',
        params: ById,
        response: { 200: Type.Object({ items: Type.Array(SessionView) }) },
      },
    },
    (request) => {
      const { id } = userInReach(parts, actorOf(request), 'account:read', request.params.id);
      const hash = sessionHashOf(request);
      return { items: directory.sessionsOf(id, clock.now()).map((session) => sessionView(session, hash)) };
    },
  );

  app.delete(
    '/api/users/:id/sessions/:sessionId',
    {
      config: { access: ['account:write'] },
      schema: { tags: ['accounts'], summary: 'Sign somebody out on one device', params: OneSession },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const user = userInReach(parts, actor, 'account:write', request.params.id);
      await ledger.run('session:end', actor, { userId: user.id, id: request.params.sessionId });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/users/:id/sessions',
    {
      config: { access: ['account:write'] },
      schema: { tags: ['accounts'], summary: 'Sign somebody out everywhere', params: ById },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const user = userInReach(parts, actor, 'account:write', request.params.id);
      await ledger.run('sessions:end', actor, { userId: user.id, keep: null });
      return reply.code(204).send();
    },
  );
}

function resetRoute(app: Api, parts: Parts): void {
  const { ledger, clock, mail } = parts;

  app.post(
    '/api/users/:id/reset',
    {
      config: { access: ['account:write'] },
      schema: {
        tags: ['accounts'],
        summary: 'A link, good once and for a day, with which somebody sets a new password',
        params: ById,
        response: { 201: LinkAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const user = userInReach(parts, actor, 'account:write', request.params.id);
      const { url, hash } = makeLink(request);
      const expiresAt = clock.now() + PASSWORD_LINK_MS;
      const { id } = await ledger.run('password-link:create', actor, { userId: user.id, hash, expiresAt });
      const mailed = await mail.send(officeOf(parts), user, { purpose: 'password', url, expiresAt });
      return reply.code(201).header('cache-control', 'no-store').send({ id, url, expiresAt, mailed });
    },
  );
}

/** An account out of reach is none at all: ids cannot be tried out. */
function userInReach(parts: Parts, actor: Actor, action: Action, id: string): User {
  const user = parts.directory.user(id);
  if (!user || !reachesUser(repsWithin(parts, actor, action), actor, user)) {
    throw new Refusal('user/not-found');
  }
  return user;
}
