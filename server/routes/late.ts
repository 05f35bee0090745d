// Late deals: listed, booked to the open period; what waits for a decision.
import { BookAnswer, BookBody, LateDeals, LateQuery } from '../../shared/schemas/late.ts';
import { Decisions } from '../../shared/schemas/decisions.ts';
import type { Actor } from '../../shared/roles.ts';
import { periodView } from '../boards/results.ts';
import { checkCorrector } from '../deal-reach.ts';
import { dealViewer } from '../deal-view.ts';
import { decisionsOf } from '../decisions.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { reaches, repsWithin } from '../reach.ts';
import { DryRunQuery, isDryRun } from './periods.ts';

const PAGE = 50;

export function lateRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.get(
    '/api/decisions',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'How much waits for a decision of whoever asks',
        response: { 200: Decisions },
      },
    },
    (request) => decisionsOf(parts, actorOf(request)),
  );

  app.get(
    '/api/late-deals',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'Deals of closed periods that no final knows, newest first',
        querystring: LateQuery,
        response: { 200: LateDeals },
      },
    },
    (request) => lateDeals(parts, actorOf(request), request.query.cursor),
  );

  app.post(
    '/api/late-deals/book',
    {
      config: { access: ['deal:correct'] },
      schema: {
        tags: ['deals'],
        summary: 'Have late deals count in the open period; dryRun=1 only says what that would do',
        querystring: DryRunQuery,
        body: BookBody,
        response: { 200: BookAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { ids, reason } = request.body;
      for (const id of ids) checkCorrector(parts, actor, id);
      const { deals, effect } = await ledger.run('deals:book', actor, { ids, reason, dryRun: isDryRun(request.query) });
      return { deals: deals.map(dealViewer(parts)), ...(effect && { effect }) };
    },
  );
}

/** A page of those within reach, however many others lie between them. */
function lateDeals(parts: Parts, actor: Actor, cursor = Number.MAX_SAFE_INTEGER): LateDeals {
  const { directory, tables } = parts;
  const view = dealViewer(parts);
  const within = repsWithin(parts, actor, 'deal:correct');
  const items: LateDeals['items'] = [];
  for (let before = cursor; ;) {
    const deals = tables.late.list(before, PAGE);
    for (const deal of deals) {
      if (!reaches(within, [deal.repId])) continue;
      const period = directory.periodAt(deal.closedAt);
      const counted = directory.periodById(tables.late.countedIn(deal.id) ?? '');
      items.push({
        ...view(deal),
        period: period && periodView(period),
        countedIn: counted ? periodView(counted) : null,
      });
      if (items.length === PAGE) return { items, nextCursor: String(deal.seq) };
    }
    const last = deals.at(-1);
    if (!last || deals.length < PAGE) return { items, nextCursor: null };
    before = last.seq;
  }
}
