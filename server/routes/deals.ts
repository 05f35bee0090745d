// Deals: posted and listed.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import type { Actor } from '../../shared/roles.ts';
import { DealAnswer, DealBody, DealQuery, DealView } from '../../shared/schemas/deals.ts';
import { page } from '../../shared/schemas/fields.ts';
import { DeliveryView } from '../../shared/schemas/screens.ts';
import { checkPoster, dealInReach, tellDelivery } from '../deal-reach.ts';
import { amendedAnswer, dealAnswer, dealViewer } from '../deal-view.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { askedRep, repsWithin } from '../reach.ts';

const ById = Type.Object({ id: Type.String() });
const PAGE = 50;

export function dealRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/deals',
    {
      config: { access: ['deal:create'] },
      schema: {
        tags: ['deals'],
        summary: 'Post a win. The same id and body again gives the same deal; 202 where it waits for a manager',
        body: DealBody,
        response: { 200: DealAnswer, 201: DealAnswer, 202: DealAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      checkPoster(parts, actor, request.body);
      const { deal, created, pending } = await ledger.run('deal:record', actor, request.body);
      if (pending) return reply.code(202).send(amendedAnswer(parts, { deal, effect: null, pending }));
      if (actor.type === 'user') tellDelivery(parts, actor.id, deal);
      return reply.code(created ? 201 : 200).send(dealAnswer(parts, deal));
    },
  );

  app.get(
    '/api/deals',
    {
      config: { access: ['deal:read'] },
      schema: {
        tags: ['deals'],
        summary: 'Newest first, voids marked',
        querystring: DealQuery,
        response: { 200: page(DealView) },
      },
    },
    (request) => listDeals(parts, actorOf(request), request.query),
  );

  app.get(
    '/api/deals/:id',
    {
      config: { access: ['deal:read'] },
      schema: { tags: ['deals'], summary: 'One deal', params: ById, response: { 200: DealView } },
    },
    (request) => dealViewer(parts)(dealInReach(parts, actorOf(request), 'deal:read', request.params.id)),
  );

  deliveryRoute(app, parts);
}

function deliveryRoute(app: Api, parts: Parts): void {
  app.get(
    '/api/deals/:id/delivery',
    {
      config: { access: ['deal:read'] },
      schema: {
        tags: ['deals'],
        summary: 'On how many screens a deal was shown, and how soon; no screens where nothing is known of that',
        params: ById,
        response: { 200: DeliveryView },
      },
    },
    (request) => {
      const { seq } = dealInReach(parts, actorOf(request), 'deal:read', request.params.id);
      return parts.deliveries.of(seq) ?? parts.tables.deliveries.of(seq) ?? NOWHERE;
    },
  );
}

const NOWHERE: DeliveryView = { screens: 0, shown: 0, medianMs: null, slowestMs: null };

function listDeals(parts: Parts, actor: Actor, query: DealQuery) {
  const { tables } = parts;
  const within = repsWithin(parts, actor, 'deal:read');
  const { period, repId, before } = readDealQuery(parts, query, within);
  const limit = query.limit ?? PAGE;
  const deals = tables.search.find({
    range: period,
    repId,
    repIds: within && [...within],
    text: query.q ?? null,
    before,
    limit: limit + 1,
  });
  const items = deals.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(dealViewer(parts)),
    nextCursor: deals.length > limit && last ? String(last.seq) : null,
  };
}

export function readDealQuery(
  parts: Parts,
  query: Pick<DealQuery, 'period' | 'rep' | 'cursor'>,
  within: ReadonlySet<string> | null,
) {
  const { directory } = parts;
  const period = query.period === undefined ? null : directory.periodById(query.period);
  if (query.period !== undefined && !period)
    throw Refusal.field('period', 'period/not-found', 'is no period of this office');
  const repId = askedRep(parts, within, query.rep);
  const before = query.cursor === undefined ? null : Number(query.cursor);
  if (before !== null && !Number.isSafeInteger(before))
    throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
  return { period, repId, before };
}
