// Being told on the phone: what one wants to hear, and where.
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../shared/problem.ts';
import { PushPreferencesBody, PushView, SubscriptionBody } from '../../shared/schemas/push.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { isPublicEndpoint } from '../push/endpoint.ts';
import { demandOwnDevice, sessionBehind } from '../sign-in.ts';
import type { SessionRow } from '../store/accounts.ts';

export function pushRoutes(app: Api, parts: Parts): void {
  const { ledger, tables, push } = parts;

  app.get(
    '/api/push',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['push'],
        summary: 'The server’s key, one’s own preferences, and whether this session’s phone is told',
        response: { 200: PushView },
      },
    },
    async (request) => {
      const session = ownSession(parts, request);
      const { publicKey } = await push.keys();
      return {
        publicKey,
        preferences: tables.push.preferences(session.userId),
        endpoint: tables.push.ofSession(session.id)?.endpoint ?? null,
      };
    },
  );

  app.put(
    '/api/push/preferences',
    {
      config: { access: ['self:write'] },
      schema: { tags: ['push'], summary: 'What one wants to be told of, and when not', body: PushPreferencesBody },
    },
    async (request, reply) => {
      demandOwnDevice(parts, request);
      await ledger.run('push:prefer', actorOf(request), request.body);
      return reply.code(204).send();
    },
  );

  subscriptionRoutes(app, parts);
}

function subscriptionRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.put(
    '/api/push/subscription',
    {
      config: { access: ['self:write'] },
      schema: {
        tags: ['push'],
        summary: 'Tell this session’s phone; it ends with the session',
        body: SubscriptionBody,
      },
    },
    async (request, reply) => {
      const session = ownSession(parts, request);
      // Many people look at a shared phone.
      if (session.sharedPhoneId !== null) throw new Refusal('push/shared-phone');
      const { endpoint, keys } = request.body;
      if (!isPublicEndpoint(endpoint)) {
        throw Refusal.field('endpoint', 'push/endpoint', 'must be the https address of a public push service');
      }
      await ledger.run('push:subscribe', actorOf(request), { endpoint, ...keys, sessionId: session.id });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/push/subscription',
    {
      config: { access: ['self:write'] },
      schema: { tags: ['push'], summary: 'Tell this session’s phone no more' },
    },
    async (request, reply) => {
      await ledger.run('push:unsubscribe', actorOf(request), { sessionId: ownSession(parts, request).id });
      return reply.code(204).send();
    },
  );
}

/** The session that asks: notices go to people's own browsers, never to a machine's token. */
function ownSession(parts: Parts, request: FastifyRequest): SessionRow {
  const session = sessionBehind(parts, request);
  if (!session) throw new Refusal('auth/forbidden');
  return session;
}
