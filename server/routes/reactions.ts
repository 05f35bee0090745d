// The feed of wins, and reacting to one.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { accountOf } from '../../shared/roles.ts';
import { page } from '../../shared/schemas/fields.ts';
import { ReactionBody, WinsQuery, WinView } from '../../shared/schemas/reactions.ts';
import { actorOf, userIdOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';

const ById = Type.Object({ id: Type.String() });
const PAGE = 20;

export function reactionRoutes(app: Api, { ledger, reactions }: Parts): void {
  app.get(
    '/api/wins',
    {
      config: { access: ['board:read'] },
      schema: {
        tags: ['wins'],
        summary: 'The latest wins as everybody may see them, newest first, with what colleagues said',
        querystring: WinsQuery,
        response: { 200: page(WinView) },
      },
    },
    (request) => {
      const { cursor, limit = PAGE } = request.query;
      const before = cursor === undefined ? null : Number(cursor);
      if (before !== null && !Number.isSafeInteger(before))
        throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
      return reactions.page(before, limit, accountOf(actorOf(request)));
    },
  );

  app.put(
    '/api/deals/:id/reaction',
    {
      config: { access: ['reaction:write'] },
      schema: {
        tags: ['wins'],
        summary: 'Congratulate on a win of the last seven days; one’s earlier reaction to it is replaced',
        params: ById,
        body: ReactionBody,
      },
    },
    async (request, reply) => {
      reactions.allow(userIdOf(request));
      const { kind, text = '' } = request.body;
      await ledger.run('reaction:put', actorOf(request), { dealId: request.params.id, kind, text });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/deals/:id/reaction',
    {
      config: { access: ['reaction:write'] },
      schema: { tags: ['wins'], summary: 'Take one’s own reaction back', params: ById },
    },
    async (request, reply) => {
      reactions.allow(userIdOf(request));
      await ledger.run('reaction:remove', actorOf(request), { dealId: request.params.id });
      return reply.code(204).send();
    },
  );
}
