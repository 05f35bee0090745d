// CSV out: every deal with its story, and the standings of a window.
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { isMoney } from '../../shared/metric.ts';
import { formatMinor } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import { FinalQuery, StandingsQuery, type StandingsView } from '../../shared/schemas/boards.ts';
import { Id, strict } from '../../shared/schemas/fields.ts';
import type { Range } from '../../shared/time.ts';
import { dealViewer } from '../deal-view.ts';
import { finalView } from '../final-view.ts';
import { CSV_BOM, csvLine, DEAL_COLUMNS, dealWriter } from '../import/csv.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { standingsAt } from './boards.ts';

const PAGE = 500;
const CSV = 'text/csv; charset=utf-8';
const FinalExportQuery = strict({ period: Id, ...FinalQuery.properties });
const STANDINGS_COLUMNS = ['rank', 'name', 'group', 'value', 'deals', 'quota', 'attainment'] as const;

export function exportRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/export/deals.csv',
    {
      config: { access: ['export:read'] },
      schema: {
        tags: ['export'],
        summary: 'Every deal, voids included; of one period, if said',
        produces: ['text/csv'],
        querystring: Type.Object({ period: Type.Optional(Type.String()) }, { additionalProperties: false }),
      },
    },
    (request, reply) => {
      const { period: id } = request.query;
      const period = id === undefined ? null : parts.directory.periodById(id);
      if (id !== undefined && !period) throw new Refusal('period/not-found');
      void reply.type(CSV).header('content-disposition', 'attachment; filename="deals.csv"');
      return reply.send(Readable.from(dealLines(parts, period)));
    },
  );

  finalRoute(app, parts);

  app.get(
    '/api/export/standings.csv',
    {
      config: { access: ['export:read'] },
      schema: {
        tags: ['export'],
        summary: 'Standings of a window',
        produces: ['text/csv'],
        querystring: StandingsQuery,
      },
    },
    (request, reply) => {
      const lines = standingLines(parts, request.query);
      void reply.type(CSV).header('content-disposition', 'attachment; filename="standings.csv"');
      return reply.send(lines);
    },
  );
}

function finalRoute(app: Api, parts: Parts): void {
  app.get(
    '/api/export/final.csv',
    {
      config: { access: ['export:read'] },
      schema: {
        tags: ['export'],
        summary: 'Final standings of a closed period: the version that holds, or one of those before it',
        produces: ['text/csv'],
        querystring: FinalExportQuery,
      },
    },
    (request, reply) => {
      const { period, version } = request.query;
      const { standings, version: shown } = finalView(parts, period, version);
      void reply.type(CSV).header('content-disposition', `attachment; filename="final-v${shown}.csv"`);
      return reply.send(rowLines(standings.rows, officeOf(parts).exponent));
    },
  );
}

/** Page by page, so that a large ledger neither fills the memory nor holds up the wall. */
function* dealLines(parts: Parts, range: Range | null): Iterable<string> {
  const { tables } = parts;
  const viewOf = dealViewer(parts);
  const write = dealWriter(officeOf(parts).timeZone);
  yield CSV_BOM + csvLine(DEAL_COLUMNS);
  for (let before: number | null = null; ;) {
    const deals = tables.search.find({ range, repId: null, repIds: null, text: null, before, limit: PAGE });
    yield deals.map((deal) => write(viewOf(deal))).join('');
    const last = deals.at(-1);
    if (!last || deals.length < PAGE) return;
    before = last.seq;
  }
}

function standingLines(parts: Parts, query: StandingsQuery): string {
  const { rows } = standingsAt(parts, query);
  return rowLines(rows, isMoney(query.metric ?? 'revenue') ? officeOf(parts).exponent : 0);
}

function rowLines(rows: StandingsView['rows'], exponent: number): string {
  const lines = rows.map((row) =>
    csvLine([
      row.rank,
      row.name,
      row.group,
      formatMinor(row.value, exponent),
      row.deals,
      row.quota === null ? null : formatMinor(row.quota, exponent),
      row.attainment === null ? null : row.attainment.toFixed(4),
    ]),
  );
  return CSV_BOM + csvLine(STANDINGS_COLUMNS) + lines.join('');
}
