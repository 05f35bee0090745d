// Where a rep stands: for the rep, for the managers of the rep's teams, for those of the office (rule WS4).
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import type { Rep } from '../../shared/roster.ts';
import { ExplanationView, PeriodQuery, RepHistory, StandingReport } from '../../shared/schemas/standing.ts';
import { Whereabouts } from '../boards/whereabouts.ts';
import { actorOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { reaches, repsWithin } from '../reach.ts';

const ById = Type.Object({ id: Type.String() });

export function whereaboutsRoutes(app: Api, parts: Parts): void {
  const whereabouts = new Whereabouts(parts);

  app.get(
    '/api/reps/:id/standing',
    {
      config: { access: ['deal:read'] },
      schema: {
        tags: ['boards'],
        summary: 'Where a rep stands: rank, neighbours, pace, what is needed; the running period, unless said',
        params: ById,
        querystring: PeriodQuery,
        response: { 200: StandingReport },
      },
    },
    (request) =>
      whereabouts.standing(repInReach(parts, request, request.params.id), request.query.period, officeOf(parts)),
  );

  app.get(
    '/api/reps/:id/explanation',
    {
      config: { access: ['deal:read'] },
      schema: {
        tags: ['boards'],
        summary: 'Why: each deal and what it adds to the value on the board; the running period, unless said',
        params: ById,
        querystring: PeriodQuery,
        response: { 200: ExplanationView },
      },
    },
    (request) => whereabouts.explanation(repInReach(parts, request, request.params.id), request.query.period),
  );

  app.get(
    '/api/reps/:id/history',
    {
      config: { access: ['deal:read'] },
      schema: {
        tags: ['boards'],
        summary: 'Closed periods as announced, and the rep’s records',
        params: ById,
        response: { 200: RepHistory },
      },
    },
    (request) => whereabouts.history(repInReach(parts, request, request.params.id), officeOf(parts)),
  );
}

/** A rep out of reach is none at all: ids cannot be tried out. */
function repInReach(parts: Parts, request: FastifyRequest, id: string): Rep {
  const { roster } = parts.directory;
  const rep = roster.reps[roster.indexOf('rep', id)];
  const within = repsWithin(parts, actorOf(request), 'deal:read');
  if (!rep || !reaches(within, [rep.id])) throw new Refusal('rep/not-found');
  return rep;
}
