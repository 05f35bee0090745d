// The office's TVs: what each is set to, and what it says of itself.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { NewScreen, ScreenBody, ScreenPatch, ScreenView } from '../../shared/schemas/wall.ts';
import { makeSecret, SCREEN_PREFIX } from '../auth.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';

const ById = Type.Object({ id: Type.String() });

export function screenRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/screens',
    {
      config: { access: ['screen:read'] },
      schema: {
        tags: ['screens'],
        summary: 'Every screen, with what it says of itself',
        response: { 200: Type.Object({ items: Type.Array(ScreenView) }) },
      },
    },
    () => ({ items: directory.screens.map(({ id }) => screenView(parts, id)) }),
  );

  app.get(
    '/api/screens/:id',
    {
      config: { access: ['screen:read'] },
      schema: { tags: ['screens'], summary: 'One screen', params: ById, response: { 200: ScreenView } },
    },
    (request) => screenView(parts, request.params.id),
  );

  app.post(
    '/api/screens/link',
    {
      config: { access: ['screen:write'] },
      schema: {
        tags: ['screens'],
        summary: 'Make a screen that is opened by a link: /#token=…; the token is shown once',
        body: ScreenBody,
        response: { 201: NewScreen },
      },
    },
    async (request, reply) => {
      const { secret, hash } = makeSecret(SCREEN_PREFIX);
      const { id } = await ledger.run('screen:create', actorOf(request), { body: request.body, hash });
      return reply.code(201).send({ screen: screenView(parts, id), token: secret });
    },
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
  endRoutes(app, parts);
}

function endRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, presence, line } = parts;

  app.delete(
    '/api/screens/:id',
    {
      config: { access: ['screen:write'] },
      schema: { tags: ['screens'], summary: 'Revoke a screen; it shows how to be opened again', params: ById },
    },
    async (request, reply) => {
      await ledger.run('screen:revoke', actorOf(request), { id: request.params.id });
      presence.forget(request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/screens/:id/reload',
    {
      config: { access: ['screen:write'] },
      schema: { tags: ['screens'], summary: 'Have a screen load its page afresh', params: ById },
    },
    (request, reply) => {
      const { id } = request.params;
      if (!directory.screens.some((screen) => screen.id === id)) throw new Refusal('screen/not-found');
      line.reload(id);
      return reply.code(204).send();
    },
  );
}

function screenView({ directory, presence }: Parts, id: string): ScreenView {
  const screen = directory.screens.find((one) => one.id === id);
  if (!screen) throw new Refusal('screen/not-found');
  const { name, createdAt, settings } = screen;
  return { id, name, createdAt, settings, status: presence.of(id) };
}
