// Deals: posted, listed, voided, corrected.
import { Type } from 'typebox';
import type { Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Action, Actor } from '../../shared/roles.ts';
import { CorrectBody, DealAnswer, DealBody, DealQuery, DealView, VoidBody } from '../../shared/schemas/deals.ts';
import { page } from '../../shared/schemas/fields.ts';
import { DeliveryView } from '../../shared/schemas/screens.ts';
import { dealView } from '../deal-view.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { askedRep, notOwn, reaches, reachesRef, repsWithin } from '../reach.ts';

const ById = Type.Object({ id: Type.String() });
const PAGE = 50;

export function dealRoutes(app: Api, parts: Parts): void {
  recordRoutes(app, parts);
  amendRoutes(app, parts);
}

function recordRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.post(
    '/api/deals',
    {
      config: { access: ['deal:create'] },
      schema: {
        tags: ['deals'],
        summary: 'Post a win. The same id and body again gives the same deal',
        body: DealBody,
        response: { 200: DealAnswer, 201: DealAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      checkPoster(parts, actor, request.body);
      const { deal, created } = await ledger.run('deal:record', actor, request.body);
      tellDelivery(parts, actor, deal);
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
    (request) => dealView(dealInReach(parts, actorOf(request), 'deal:read', request.params.id), directory),
  );

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

/** Whoever posts a deal is told as screens show it. Rule SC10. */
function tellDelivery({ deliveries, people }: Parts, actor: Actor, { id: dealId, seq }: Deal): void {
  if (actor.type !== 'user') return;
  deliveries.follow(seq, (view) => people.delivered(actor.id, { dealId, ...view }));
}

const NOWHERE: DeliveryView = { screens: 0, shown: 0, medianMs: null, slowestMs: null };

function amendRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/deals/:id/void',
    {
      config: { access: ['deal:void'] },
      schema: {
        tags: ['deals'],
        summary: 'Take a deal out',
        params: ById,
        body: VoidBody,
        response: { 200: DealAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const within = repsWithin(parts, actor, 'deal:void');
      const { reason } = request.body;
      const deal = await ledger.run('deal:void', actor, { id: request.params.id, reason, repsWithin: within });
      return dealAnswer(parts, deal);
    },
  );

  app.post(
    '/api/deals/:id/correct',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'Replace a deal by another; what is not named stays',
        params: ById,
        body: CorrectBody,
        response: { 200: DealAnswer },
      },
    },
    async (request) => {
      const changes = request.body;
      const actor = actorOf(request);
      const { id } = request.params;
      checkCorrector(parts, actor, id, changes);
      const deal = await ledger.run('deal:correct', actor, { id, changes });
      return dealAnswer(parts, deal);
    },
  );
}

function readDeal(parts: Parts, id: string): Deal {
  const deal = parts.tables.search.byId(id);
  if (!deal) throw new Refusal('deal/not-found');
  return deal;
}

/** A deal out of reach is none at all: ids cannot be tried out. */
function dealInReach(parts: Parts, actor: Actor, action: Action, id: string): Deal {
  const deal = readDeal(parts, id);
  if (!reaches(repsWithin(parts, actor, action), repsOf(deal))) throw new Refusal('deal/not-found');
  return deal;
}

function dealAnswer(parts: Parts, deal: Deal): DealAnswer {
  return {
    deal: dealView(deal, parts.directory),
    standing: parts.boards.standingAfter(deal),
    rev: deal.rev,
  };
}

/**
 * Nobody posts for those out of reach; a split with colleagues has a share within it, too. External ids are the whole
 * office's: nobody of less reach takes one, or finds out which are taken. Rules RO1, CN1.
 */
function checkPoster(parts: Parts, actor: Actor, { rep, splits = [], external }: DealBody): void {
  const within = repsWithin(parts, actor, 'deal:create');
  if (within !== null && external !== undefined) {
    const message = 'is for machines and managers of the whole office';
    throw new Refusal('auth/forbidden', [{ field: 'external', code: 'external/not-own', message }]);
  }
  const reachesTo = (ref: string): boolean => reachesRef(parts, within, ref);
  if (reachesTo(rep) && (splits.length === 0 || splits.some((split) => reachesTo(split.rep)))) return;
  throw notOwn(actor);
}

/**
 * Who corrects a deal reaches its own rep, not just somebody with a share in it, and everybody whom the correction names:
 * nobody takes a deal over, or gives one away. Rule RO4.
 */
function checkCorrector(parts: Parts, actor: Actor, id: string, { rep, splits = [] }: CorrectBody): void {
  const within = repsWithin(parts, actor, 'deal:correct');
  if (!reaches(within, [readDeal(parts, id).repId])) throw new Refusal('deal/not-found');
  const named = splits.map((split, place) => ({ field: `splits.${place}.rep`, ref: split.rep }));
  if (rep !== undefined) named.unshift({ field: 'rep', ref: rep });
  const stranger = named.find(({ ref }) => !reachesRef(parts, within, ref));
  if (stranger) throw notOwn(actor, stranger.field);
}

/** Everybody who has a part in a deal. */
function repsOf({ repId, credits }: Deal): string[] {
  return [repId, ...credits.map((credit) => credit.repId)];
}

function listDeals(parts: Parts, actor: Actor, query: DealQuery) {
  const { directory, tables } = parts;
  const within = repsWithin(parts, actor, 'deal:read');
  const { period, repId, before } = readQuery(parts, query, within);
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
    items: items.map((deal) => dealView(deal, directory)),
    nextCursor: deals.length > limit && last ? String(last.seq) : null,
  };
}

function readQuery(parts: Parts, query: DealQuery, within: ReadonlySet<string> | null) {
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
