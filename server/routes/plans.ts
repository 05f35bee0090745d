// Plans: a visit, a meeting or a call that is to be; moved, cancelled, and fulfilled by the activity that names it.
import { Type } from 'typebox';
import type { Plan } from '../../shared/activity.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Actor } from '../../shared/roles.ts';
import { MoveBody, PlanAnswer, PlanBody, PlanQuery, PlanView } from '../../shared/schemas/activities.ts';
import { page } from '../../shared/schemas/fields.ts';
import { dayStart, planAnswer, planView } from '../activity-view.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { askedRep, reaches, repsWithin } from '../reach.ts';
import { checkDoer } from './activities.ts';

const ById = Type.Object({ id: Type.String() });
const PAGE = 50;

export function planRoutes(app: Api, parts: Parts): void {
  makeRoutes(app, parts);
  amendRoutes(app, parts);
}

function makeRoutes(app: Api, parts: Parts): void {
  app.post(
    '/api/plans',
    {
      config: { access: ['activity:write'] },
      schema: {
        tags: ['activities'],
        summary: 'Plan something with a customer. The same id and body again gives the same plan',
        body: PlanBody,
        response: { 200: PlanAnswer, 201: PlanAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      checkDoer(parts, actor, request.body.rep);
      const { plan, created } = await parts.ledger.run('plan:record', actor, request.body);
      return reply.code(created ? 201 : 200).send(answerOf(parts, plan));
    },
  );

  app.get(
    '/api/plans',
    {
      config: { access: ['activity:read'] },
      schema: {
        tags: ['activities'],
        summary: 'Plans, the latest received first; those that are open, overdue ones among them, with state=open',
        querystring: PlanQuery,
        response: { 200: page(PlanView) },
      },
    },
    (request) => listPlans(parts, actorOf(request), request.query),
  );
}

function amendRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/plans/:id/move',
    {
      config: { access: ['activity:write'] },
      schema: {
        tags: ['activities'],
        summary: 'Have a plan due at another time',
        params: ById,
        body: MoveBody,
        response: { 200: PlanAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const id = planInReach(parts, actor, request.params.id);
      return answerOf(parts, await ledger.run('plan:move', actor, { id, at: request.body.at }));
    },
  );

  app.post(
    '/api/plans/:id/cancel',
    {
      config: { access: ['activity:write'] },
      schema: {
        tags: ['activities'],
        summary: 'Cancel a plan. The same again gives the same answer',
        params: ById,
        response: { 200: PlanAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const id = planInReach(parts, actor, request.params.id);
      return answerOf(parts, await ledger.run('plan:cancel', actor, { id }));
    },
  );
}

function answerOf({ directory, clock }: Parts, plan: Plan): PlanAnswer {
  return planAnswer(plan, directory, clock.now());
}

/** The id of a plan that an actor may change; one out of reach is none at all. */
function planInReach(parts: Parts, actor: Actor, id: string): string {
  const plan = parts.tables.plans.byId(id)?.plan;
  if (!plan || !reaches(repsWithin(parts, actor, 'activity:write'), [plan.repId])) {
    throw new Refusal('plan/not-found');
  }
  return plan.id;
}

function listPlans(parts: Parts, actor: Actor, query: PlanQuery) {
  const { directory, tables, clock } = parts;
  const within = repsWithin(parts, actor, 'activity:read');
  const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(query.cursor);
  if (!Number.isSafeInteger(before)) throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
  const limit = query.limit ?? PAGE;
  const now = clock.now();
  const found = tables.plans.find({
    repId: askedRep(parts, within, query.rep),
    repIds: within && [...within],
    state: query.state ?? null,
    dayStartsAt: dayStart(directory, now),
    before,
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((plan) => planView(plan, directory, now)),
    nextCursor: found.length > limit && last ? String(last.seq) : null,
  };
}
