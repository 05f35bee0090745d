// Deals taken out, put right, taken back; the story of each.
import { Type } from 'typebox';
import { ReasonBody, StoryView } from '../../shared/schemas/corrections.ts';
import { CorrectBody, DealAnswer, VoidBody } from '../../shared/schemas/deals.ts';
import { checkCorrector, checkRestorer } from '../deal-reach.ts';
import { amendedAnswer } from '../deal-view.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { repsWithin } from '../reach.ts';
import { storyOf } from '../story.ts';
import { DryRunQuery, isDryRun } from './periods.ts';

const ById = Type.Object({ id: Type.String() });

export function amendRoutes(app: Api, parts: Parts): void {
  changeRoutes(app, parts);
  pastRoutes(app, parts);
}

function changeRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/deals/:id/void',
    {
      config: { access: ['deal:void'] },
      schema: {
        tags: ['deals'],
        summary:
          'Take a deal out, or one’s own win that waits; dryRun=1 only says what that would do to ranks and quotas',
        params: ById,
        querystring: DryRunQuery,
        body: VoidBody,
        response: { 200: DealAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const within = repsWithin(parts, actor, 'deal:void');
      const deed = { id: request.params.id, reason: request.body.reason, dryRun: isDryRun(request.query) };
      return amendedAnswer(parts, await ledger.run('deal:void', actor, { ...deed, repsWithin: within }));
    },
  );

  app.post(
    '/api/deals/:id/correct',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'Replace a deal by another; what is not named stays; dryRun=1 only says what that would do',
        params: ById,
        querystring: DryRunQuery,
        body: CorrectBody,
        response: { 200: DealAnswer },
      },
    },
    async (request) => {
      const changes = request.body;
      const actor = actorOf(request);
      const { id } = request.params;
      checkCorrector(parts, actor, id, changes);
      const dryRun = isDryRun(request.query);
      return amendedAnswer(parts, await ledger.run('deal:correct', actor, { id, changes, dryRun }));
    },
  );
}

function pastRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/deals/:id/restore',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'Take a void back, or a correction: the deal stands again; dryRun=1 only says what that would do',
        params: ById,
        querystring: DryRunQuery,
        body: ReasonBody,
        response: { 200: DealAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = request.params;
      checkRestorer(parts, actor, id);
      const input = { id, reason: request.body.reason, dryRun: isDryRun(request.query) };
      return amendedAnswer(parts, await ledger.run('deal:restore', actor, input));
    },
  );

  app.get(
    '/api/deals/:id/story',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'All that ever happened to a deal and to what it was corrected to, in order',
        params: ById,
        response: { 200: StoryView },
      },
    },
    (request) => storyOf(parts, actorOf(request), request.params.id),
  );
}
