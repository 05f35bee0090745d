// Money that comes in for deals: recorded, taken back, due; and which deals are still open.
import { Type } from 'typebox';
import { exponentOf } from '../../shared/currencies.ts';
import type { Deal } from '../../shared/deal.ts';
import { formatMinor } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Actor } from '../../shared/roles.ts';
import { DealView } from '../../shared/schemas/deals.ts';
import { page } from '../../shared/schemas/fields.ts';
import {
  DueBody,
  ReceiptBody,
  ReceiptView,
  ReceiptVoidBody,
  ReceivableQuery,
  ReceivableTotals,
  SettleBody,
  Settled,
  Settlements,
} from '../../shared/schemas/money.ts';
import { dateOf } from '../../shared/time.ts';
import { dealInReach, ownDealInReach } from '../deal-reach.ts';
import { dealViewer } from '../deal-view.ts';
import { actorOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { repsWithin } from '../reach.ts';
import type { Receipt } from '../store/receipts.ts';
import { readDealQuery } from './deals.ts';
import { DryRunQuery, isDryRun } from './periods.ts';

const ById = Type.Object({ id: Type.String() });
const ByReceipt = Type.Object({ id: Type.String(), receiptId: Type.String() });
const ReceiptAnswer = Type.Object({ receipt: ReceiptView, deal: DealView });
const PAGE = 50;
const SETTLEMENTS = 10;

export function receiptRoutes(app: Api, parts: Parts): void {
  readRoutes(app, parts);
  recordRoutes(app, parts);
  dueRoutes(app, parts);
  settleRoutes(app, parts);
}

function recordRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/deals/:id/receipts',
    {
      config: { access: ['receipt:write'] },
      schema: {
        tags: ['money'],
        summary: 'Record money that came in, in the deal’s own currency. The same id and body again gives the same one',
        params: ById,
        body: ReceiptBody,
        response: { 200: ReceiptAnswer, 201: ReceiptAnswer },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = ownDealInReach(parts, actor, 'receipt:write', request.params.id);
      const { receipt, created } = await ledger.run('receipt:record', actor, { dealId: id, body: request.body });
      return reply.code(created ? 201 : 200).send(receiptAnswer(parts, actor, id, receipt));
    },
  );

  app.post(
    '/api/deals/:id/receipts/:receiptId/void',
    {
      config: { access: ['receipt:write'] },
      schema: {
        tags: ['money'],
        summary: 'Take a receipt back: a slip, a bounced transfer, money paid back to the customer',
        params: ByReceipt,
        body: ReceiptVoidBody,
        response: { 200: ReceiptAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id: asked, receiptId } = request.params;
      const { id } = ownDealInReach(parts, actor, 'receipt:write', asked);
      const { reason } = request.body;
      const receipt = await ledger.run('receipt:void', actor, { dealId: id, id: receiptId, reason });
      return receiptAnswer(parts, actor, id, receipt);
    },
  );
}

function dueRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.put(
    '/api/deals/:id/due',
    {
      config: { access: ['receipt:write'] },
      schema: {
        tags: ['money'],
        summary: 'Say until when a deal is to be paid; null says nothing of it',
        params: ById,
        body: DueBody,
        response: { 200: DealView },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id } = ownDealInReach(parts, actor, 'receipt:write', request.params.id);
      const deal = await ledger.run('deal:due', actor, { id, dueOn: request.body.dueOn });
      return dealViewer(parts)(deal);
    },
  );
}

function settleRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.get(
    '/api/receivables/settle',
    {
      config: { access: ['receipt:settle'] },
      schema: {
        tags: ['money'],
        summary: 'When that was said last, and what of it still stands',
        response: { 200: Settlements },
      },
    },
    () => ({ items: settlementsOf(parts) }),
  );

  app.post(
    '/api/receivables/settle',
    {
      config: { access: ['receipt:settle'] },
      schema: {
        tags: ['money'],
        summary: 'Say that everything closed before a date is paid: a receipt for each open deal, as of its close',
        querystring: DryRunQuery,
        body: SettleBody,
        response: { 200: Settled },
      },
    },
    async (request) => {
      const input = { ...request.body, dryRun: isDryRun(request.query) };
      return await ledger.run('receipts:settle', actorOf(request), input);
    },
  );

  app.post(
    '/api/receivables/settle/:id/undo',
    {
      config: { access: ['receipt:settle'] },
      schema: {
        tags: ['money'],
        summary: 'Take that back: whatever still stands of its receipts',
        params: ById,
        body: ReceiptVoidBody,
        response: { 200: Settled },
      },
    },
    async (request) => {
      const { id } = request.params;
      return await ledger.run('receipts:unsettle', actorOf(request), { id, reason: request.body.reason });
    },
  );
}

function settlementsOf({ tables, directory }: Parts): Settlements['items'] {
  return tables.audit
    .groups(['receipts:settle'], SETTLEMENTS)
    .flatMap(({ entry: { subject: id, at, actor, data } }) => {
      const sum = tables.receipts.settledSum(id);
      const { before } = JSON.parse(data) as { before: string };
      return sum.deals === 0 ? [] : [{ id, ...sum, at, by: directory.nameOf(actor), before }];
    });
}

function readRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/deals/:id/receipts',
    {
      config: { access: ['receipt:read'] },
      schema: {
        tags: ['money'],
        summary: 'What came in for a deal and for those that it replaced, in the order of recording',
        params: ById,
        response: { 200: Type.Object({ deal: DealView, items: Type.Array(ReceiptView) }) },
      },
    },
    (request) => {
      const deal = dealInReach(parts, actorOf(request), 'receipt:read', request.params.id);
      const receipts = parts.tables.receipts.ofSale(parts.tables.receipts.saleOf(deal.seq));
      return { deal: dealViewer(parts)(deal), items: receipts.map((one) => receiptView(parts, one)) };
    },
  );

  app.get(
    '/api/receivables',
    {
      config: { access: ['receipt:read'] },
      schema: {
        tags: ['money'],
        summary: 'Deals by how they are paid, newest first; what is open, overdue and received of those asked for',
        querystring: ReceivableQuery,
        response: { 200: Type.Object({ totals: ReceivableTotals, ...page(DealView).properties }) },
      },
    },
    (request) => listReceivables(parts, actorOf(request), request.query),
  );
}

function listReceivables(parts: Parts, actor: Actor, query: ReceivableQuery) {
  const { tables, clock } = parts;
  const reach = repsWithin(parts, actor, 'receipt:read');
  const { period: range, repId, before } = readDealQuery(parts, query, reach);
  const repIds = reach && [...reach];
  const within = { range, repIds, today: dateOf(clock.now(), officeOf(parts).timeZone) };
  const wanted = { ...within, repId, before, state: query.state ?? null, text: query.q ?? null };
  const { ids, totals } = tables.atOnce(() => ({
    ids: tables.receivables.find({ ...wanted, limit: PAGE + 1 }),
    totals: tables.receivables.totals(within),
  }));
  const deals = ids.slice(0, PAGE).flatMap((id) => tables.search.byId(id) ?? []);
  const last = deals.at(-1);
  return {
    totals,
    items: deals.map(dealViewer(parts)),
    nextCursor: ids.length > PAGE && last ? String(last.seq) : null,
  };
}

function receiptAnswer(parts: Parts, actor: Actor, dealId: string, receipt: Receipt) {
  const deal = dealInReach(parts, actor, 'receipt:write', dealId);
  return { receipt: receiptView(parts, receipt), deal: dealViewer(parts)(deal) };
}

function receiptView(parts: Parts, receipt: Receipt): ReceiptView {
  const { seq: _, dealSeq, saleSeq: __, actor, void: taken, ...plain } = receipt;
  const deal = dealBySeq(parts, dealSeq);
  const currency = deal.original?.currency ?? deal.currency;
  const { directory } = parts;
  return {
    ...plain,
    dealId: deal.id,
    amount: formatMinor(plain.amountMinor, exponentOf(currency) ?? 0),
    currency,
    by: directory.nameOf(actor) ?? '',
    void: taken && { reason: taken.reason, at: taken.at, by: directory.nameOf(taken.actor) ?? '' },
  };
}

function dealBySeq({ tables }: Parts, seq: number): Deal {
  const deal = tables.search.bySeq(seq);
  if (!deal) throw new Refusal('deal/not-found');
  return deal;
}
