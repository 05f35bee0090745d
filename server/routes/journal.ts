// The journal of sales and cash receipts: by entry, by day, as CSV.
import { Readable } from 'node:stream';
import type { Actor } from '../../shared/roles.ts';
import { Refusal } from '../../shared/problem.ts';
import { formatMinor } from '../../shared/money.ts';
import {
  JournalDays,
  JournalPage,
  JournalQuery,
  JournalWindow,
  type JournalEntry,
} from '../../shared/schemas/money.ts';
import { CSV_BOM, csvLine, localTimes } from '../import/csv.ts';
import { actorOf } from '../http.ts';
import { journalDays, journalRows, placeOf, sumOf, withBalances } from '../journal.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { repsWithin } from '../reach.ts';
import type { JournalSearch, Place } from '../store/journal.ts';
import { rangeOf } from './boards.ts';

const PAGE = 100;
const COLUMNS = [
  'at',
  'entry',
  'deal_id',
  'receipt_id',
  'customer',
  'rep',
  'original_amount',
  'original_currency',
  'rate',
  'currency',
  'receivable_debit',
  'receivable_credit',
  'receivable_balance',
  'cash_debit',
  'cash_credit',
  'cash_balance',
  'method',
  'note',
] as const;

export function journalRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/journal',
    {
      config: { access: ['journal:read'] },
      schema: {
        tags: ['money'],
        summary: 'Sales, voids, corrections and receipts of a range, the earliest first, with running balances',
        querystring: JournalQuery,
        response: { 200: JournalPage },
      },
    },
    (request) => journalPage(parts, actorOf(request), request.query),
  );

  app.get(
    '/api/journal/days',
    {
      config: { access: ['journal:read'] },
      schema: {
        tags: ['money'],
        summary: 'The same by day',
        querystring: JournalWindow,
        response: { 200: JournalDays },
      },
    },
    (request) => {
      const search = searchOf(parts, actorOf(request), request.query);
      const { tables } = parts;
      const { opening, days } = tables.atOnce(() => {
        const found = tables.journal.balances(search.repIds, placeOf(search));
        const rows = journalRows(tables, search, placeOf(search));
        return { opening: found, days: journalDays(rows, found, officeOf(parts)) };
      });
      return {
        ...headOf(parts, search),
        opening,
        items: days,
        receivable: sumOf(days, 'receivable', opening.receivable),
        cash: sumOf(days, 'cash', opening.cash),
      };
    },
  );

  app.get(
    '/api/export/journal.csv',
    {
      config: { access: ['export:read'] },
      schema: {
        tags: ['export'],
        summary: 'The journal of a range, with running balances',
        produces: ['text/csv'],
        querystring: JournalWindow,
      },
    },
    (request, reply) => {
      const search = searchOf(parts, actorOf(request), request.query);
      void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="journal.csv"');
      return reply.send(Readable.from(journalLines(parts, search)));
    },
  );
}

/** As far as the asker reaches; what exports everything reaches everywhere. */
function searchOf(parts: Parts, actor: Actor, query: JournalWindow): JournalSearch {
  const reach = repsWithin(parts, actor, 'journal:read');
  return { range: rangeOf(parts, query), repIds: reach && [...reach] };
}

function headOf(parts: Parts, { range }: JournalSearch) {
  return { from: range.startsAt, to: range.endsAt, currency: officeOf(parts).currency };
}

function journalPage(parts: Parts, actor: Actor, query: JournalQuery): JournalPage {
  const { tables, directory } = parts;
  const search = searchOf(parts, actor, query);
  const behind = query.cursor === undefined ? placeOf(search) : placeFrom(query.cursor);
  const { opening, rows } = tables.atOnce(() => ({
    opening: tables.journal.balances(search.repIds, behind),
    rows: tables.journal.list(search, behind, PAGE + 1),
  }));
  const items = [...withBalances(directory, rows.slice(0, PAGE), opening)];
  const last = rows[PAGE - 1];
  return { ...headOf(parts, search), opening, items, nextCursor: rows.length > PAGE && last ? cursorOf(last) : null };
}

function cursorOf({ at, place, ref }: Place): string {
  return [at, place, ref].join('.');
}

function placeFrom(cursor: string): Place {
  const [at, place, ref, ...rest] = cursor.split('.').map(Number);
  const isKnown = [at, place, ref].every((part) => Number.isSafeInteger(part)) && rest.length === 0;
  if (!isKnown || at === undefined || place === undefined || ref === undefined)
    throw Refusal.field('cursor', 'cursor/unknown', 'is no cursor of this list');
  return { at, place, ref };
}

function* journalLines(parts: Parts, search: JournalSearch): Iterable<string> {
  const { tables, directory } = parts;
  const { timeZone, currency, exponent } = officeOf(parts);
  const local = localTimes(timeZone);
  const opening = tables.journal.balances(search.repIds, placeOf(search));
  yield CSV_BOM + csvLine(COLUMNS);
  for (const entry of withBalances(directory, journalRows(tables, search, placeOf(search)), opening)) {
    yield csvLine([local(entry.at), entry.kind, ...cellsOf(entry, currency, exponent)]);
  }
}

function cellsOf(entry: JournalEntry, currency: string, exponent: number): (string | null)[] {
  const { dealId, receiptId, customer, repName, original, receivable, cash, method, text } = entry;
  const amounts = [receivable, cash].flatMap(({ debit, credit, balance }) => [debit, credit, balance]);
  return [
    dealId,
    receiptId,
    customer,
    repName,
    original?.amount ?? null,
    original?.currency ?? null,
    original?.rate ?? null,
    currency,
    ...amounts.map((minor) => formatMinor(minor, exponent)),
    method,
    text,
  ];
}
