// The office's TVs: what each is set to, and what it says of itself.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { ScreenList, ScreenPatch, ScreenView } from '../../shared/schemas/screens.ts';
import { makeSecret, SCREEN_PREFIX } from '../auth.ts';
import { actorOf } from '../http.ts';
import { reachableHost } from '../lan.ts';
import type { Api, Parts } from '../parts.ts';
import { screenView } from '../screens/view.ts';

const ById = Type.Object({ id: Type.String() });

export function screenRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, tables, clock, buildId } = parts;

  app.get(
    '/api/screens',
    {
      config: { access: ['screen:read'] },
      schema: {
        tags: ['screens'],
        summary: 'Every screen, with what it says of itself',
        response: { 200: ScreenList },
      },
    },
    (request) => ({
      items: directory.screens.map(({ id }) => screenView(parts, id)),
      buildId,
      rev: tables.revision.read()?.rev ?? 0,
      host: reachableHost(request.host),
      now: clock.now(),
    }),
  );

  app.get(
    '/api/screens/:id',
    {
      config: { access: ['screen:read'] },
      schema: { tags: ['screens'], summary: 'One screen', params: ById, response: { 200: ScreenView } },
    },
    (request) => screenView(parts, request.params.id),
  );

  app.patch(
    '/api/screens/:id',
    {
      config: { access: ['screen:write'] },
      schema: {
        tags: ['screens'],
        summary: 'Change a screen; it follows at once',
        params: ById,
        body: ScreenPatch,
        response: { 200: ScreenView },
      },
    },
    async (request) => {
      const { id } = request.params;
      await ledger.run('screen:patch', actorOf(request), { id, patch: request.body });
      return screenView(parts, id);
    },
  );
  tokenRoutes(app, parts);
  wordRoutes(app, parts);
}

/** What opens a TV. */
function tokenRoutes(app: Api, parts: Parts): void {
  const { ledger, presence, line } = parts;

  app.delete(
    '/api/screens/:id',
    {
      config: { access: ['screen:write'] },
      schema: { tags: ['screens'], summary: 'Revoke a screen; it shows a code again', params: ById },
    },
    async (request, reply) => {
      await ledger.run('screen:revoke', actorOf(request), { id: request.params.id });
      presence.forget(request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/screens/:id/rotate',
    {
      config: { access: ['screen:write'] },
      schema: {
        tags: ['screens'],
        summary: 'Give a screen another token, over its own line; the old one is void then',
        params: ById,
      },
    },
    async (request, reply) => {
      const id = connected(parts, request.params.id);
      const { secret, hash } = makeSecret(SCREEN_PREFIX);
      const hasTaken = await line.handOver(id, secret);
      if (!hasTaken) throw new Refusal('screen/not-connected');
      await ledger.run('screen:rekey', actorOf(request), { id, hash });
      return reply.code(204).send();
    },
  );
}

/** What a manager asks of a TV. */
function wordRoutes(app: Api, parts: Parts): void {
  const { ledger, line } = parts;

  app.post(
    '/api/screens/:id/reload',
    {
      config: { access: ['screen:write'] },
      schema: { tags: ['screens'], summary: 'Have a screen load its page afresh', params: ById },
    },
    (request, reply) => {
      line.reload(connected(parts, request.params.id));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/screens/:id/identify',
    {
      config: { access: ['screen:write'] },
      schema: { tags: ['screens'], summary: 'Have a screen show its name for some seconds', params: ById },
    },
    (request, reply) => {
      line.identify(connected(parts, request.params.id));
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/screens/:id/restart',
    {
      config: { access: ['screen:write'] },
      schema: { tags: ['screens'], summary: 'Have a screen’s playlist begin anew', params: ById },
    },
    async (request, reply) => {
      await ledger.run('screen:restart', actorOf(request), { id: request.params.id });
      return reply.code(204).send();
    },
  );
}

/** The id of a screen that can be spoken to. Refuses one that is unknown or away. */
function connected({ directory, presence }: Parts, id: string): string {
  if (!directory.screen(id)) throw new Refusal('screen/not-found');
  if (presence.of(id)?.connected !== true) throw new Refusal('screen/not-connected');
  return id;
}
