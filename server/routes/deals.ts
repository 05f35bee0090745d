// Deals: posted, listed, voided, corrected.
import { Type } from 'typebox';
import type { Deal } from '../../shared/deal.ts';
import { Refusal } from '../../shared/problem.ts';
import { can, type Actor } from '../../shared/roles.ts';
import { CorrectBody, DealAnswer, DealBody, DealQuery, DealView, VoidBody } from '../../shared/schemas/deals.ts';
import { page } from '../../shared/schemas/fields.ts';
import { DeliveryView } from '../../shared/schemas/screens.ts';
import { dealView } from '../deal-view.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';

const ById = Type.Object({ id: Type.String() });
const PAGE = 50;
/** A rep may take back an own deal for this long. */
const OWN_VOID_MS = 600_000;

export function dealRoutes(app: Api, parts: Parts): void {
  recordRoutes(app, parts);
  amendRoutes(app, parts);
}

function recordRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.post(
    '/api/deals',
    {
      config: { access: ['deal:create', 'deal:create:own'] },
      schema: {
        tags: ['deals'],
        summary: 'Post a win. The same id and body again gives the same deal',
        body: DealBody,
        response: { 200: DealAnswer, 201: DealAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      checkOwn(parts, actor, request.body);
      const { deal, created } = await ledger.run('deal:record', actor, request.body);
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
    (request) => listDeals(parts, request.query),
  );

  app.get(
    '/api/deals/:id',
    {
      config: { access: ['deal:read'] },
      schema: { tags: ['deals'], summary: 'One deal', params: ById, response: { 200: DealView } },
    },
    (request) => dealView(readDeal(parts, request.params.id), directory),
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
      const { seq } = readDeal(parts, request.params.id);
      return parts.deliveries.of(seq) ?? parts.tables.deliveries.of(seq) ?? NOWHERE;
    },
  );
}

const NOWHERE: DeliveryView = { screens: 0, shown: 0, medianMs: null, slowestMs: null };

function amendRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/deals/:id/void',
    {
      config: { access: ['deal:void', 'deal:void:own'] },
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
      checkOwnVoid(parts, actor, request.params.id);
      const deal = await ledger.run('deal:void', actor, { id: request.params.id, reason: request.body.reason });
      return dealAnswer(parts, deal);
    },
  );

  app.post(
    '/api/deals/:id/correct',
    {
      config: { access: ['deal:void'] },
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
      const deal = await ledger.run('deal:correct', actorOf(request), { id: request.params.id, changes });
      return dealAnswer(parts, deal);
    },
  );
}

function readDeal(parts: Parts, id: string): Deal {
  const deal = parts.tables.search.byId(id);
  if (!deal) throw new Refusal('deal/not-found');
  return deal;
}

function dealAnswer(parts: Parts, deal: Deal): DealAnswer {
  return {
    deal: dealView(deal, parts.directory),
    standing: parts.boards.standingAfter(deal),
    rev: deal.rev,
  };
}

/** A rep posts for nobody else; a split with colleagues has a share for the rep, too. */
function checkOwn(parts: Parts, actor: Actor, { rep, splits = [] }: Pick<DealBody, 'rep' | 'splits'>): void {
  if (can(actor, 'deal:create')) return;
  const { roster } = parts.directory;
  const own = actor.type === 'user' ? roster.reps[roster.indexOf('rep', actor.repId ?? '')] : undefined;
  const isOwn = (ref: string): boolean => ref === own?.id || ref.toLowerCase() === own?.email?.toLowerCase();
  if (own && isOwn(rep) && (splits.length === 0 || splits.some((split) => isOwn(split.rep)))) return;
  throw new Refusal('auth/forbidden', [{ field: 'rep', code: 'rep/not-own', message: 'must be yourself' }]);
}

function checkOwnVoid(parts: Parts, actor: Actor, id: string): void {
  if (can(actor, 'deal:void')) return;
  const deal = parts.tables.search.byId(id);
  const isOwn = deal !== null && actor.type === 'user' && deal.repId === actor.repId;
  if (!isOwn) throw new Refusal('deal/not-found');
  if (parts.clock.now() - deal.recordedAt > OWN_VOID_MS) throw new Refusal('auth/forbidden');
}

function listDeals(parts: Parts, query: DealQuery) {
  const { directory, tables } = parts;
  const period = query.period === undefined ? null : directory.periodById(query.period);
  if (query.period !== undefined && !period)
    throw Refusal.field('period', 'period/not-found', 'is no period of this office');
  const rep = query.rep === undefined ? null : tables.reps.find(query.rep);
  if (query.rep !== undefined && !rep) throw Refusal.field('rep', 'rep/unknown', 'is no rep of this office');
  const before = query.cursor === undefined ? null : Number(query.cursor);
  if (before !== null && !Number.isSafeInteger(before))
    throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
  const limit = query.limit ?? PAGE;
  const deals = tables.search.find({
    range: period,
    repId: rep?.id ?? null,
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
