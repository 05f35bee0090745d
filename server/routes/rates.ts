// What other currencies are worth: read, said, taken back.
import { Refusal } from '../../shared/problem.ts';
import { RateBody, RateList, RateQuery } from '../../shared/schemas/money.ts';
import { actorOf } from '../http.ts';
import { toldOffice, type Api, type Parts } from '../parts.ts';

const PAGE = 100;

export function rateRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.get(
    '/api/rates',
    {
      config: { access: ['rate:read'] },
      schema: {
        tags: ['money'],
        summary: 'Every rate that was ever given, the latest said first, and the currencies that deals may come in',
        querystring: RateQuery,
        response: { 200: RateList },
      },
    },
    (request) => listRates(parts, request.query),
  );

  app.put(
    '/api/rates',
    {
      config: { access: ['rate:write'] },
      schema: {
        tags: ['money'],
        summary: 'Say what one unit of a currency is worth from a date on; null takes that date’s rate back',
        body: RateBody,
        response: { 200: RateList },
      },
    },
    async (request) => {
      await ledger.run('rate:put', actorOf(request), request.body);
      return listRates(parts, { currency: request.body.currency });
    },
  );
}

function listRates(parts: Parts, query: RateQuery): RateList {
  const { tables, directory } = parts;
  const { currency: board, currencies } = toldOffice(parts);
  const before = query.cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(query.cursor);
  if (!Number.isSafeInteger(before)) throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
  const rows = tables.rates.list(board, { currency: query.currency ?? null, before, limit: PAGE + 1 });
  const items = rows.slice(0, PAGE).map(({ actor, ...row }) => ({ ...row, by: directory.nameOf(actor) ?? '' }));
  const last = items.at(-1);
  return { board, currencies, items, nextCursor: rows.length > PAGE && last ? String(last.id) : null };
}
