// Boards as they stand, and standings of any window as the ledger knew them at any time.
import { Type, type Static } from 'typebox';
import { BOARDS, type BoardDefinition } from '../../shared/board.ts';
import { Refusal } from '../../shared/problem.ts';
import { BoardDefinitionView, BoardView, StandingsQuery, StandingsView } from '../../shared/schemas/boards.ts';
import { Scoreboard } from '../../shared/standings.ts';
import { parseInstant, type Range } from '../../shared/time.ts';
import { standingsContext } from '../boards/context.ts';
import { countedBy, scoresOf } from '../boards/counted.ts';
import { standingsOf } from '../boards/results.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';

/** Beyond this there are no dates. */
const FARTHEST_MS = 8_000_000_000_000_000;

const ById = Type.Object({ id: Type.String() });

export function boardRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/boards',
    {
      config: { access: ['board:read'] },
      schema: {
        tags: ['boards'],
        summary: 'Every board there is',
        response: { 200: Type.Object({ items: Type.Array(BoardDefinitionView) }) },
      },
    },
    () => ({ items: [...BOARDS] }),
  );

  app.get(
    '/api/boards/:id',
    {
      config: { access: ['board:read'] },
      schema: {
        tags: ['boards'],
        summary: 'A board as it stands',
        params: ById,
        response: { 200: BoardView, 304: Type.Null() },
      },
    },
    async (request, reply) => {
      const board = parts.boards.full(request.params.id);
      const etag = `"${parts.boards.version(board)}"`;
      void reply.header('etag', etag).header('cache-control', 'no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      // The schema's arrays may be written to; these are only read from here on.
      return board as Static<typeof BoardView>;
    },
  );

  app.get(
    '/api/standings',
    {
      config: { access: ['board:read'] },
      schema: {
        tags: ['boards'],
        summary: 'Standings of any window; the running period, unless said',
        querystring: StandingsQuery,
        response: { 200: StandingsView },
      },
    },
    (request) => standingsAt(parts, request.query),
  );
}

/** Standings from the ledger, as it was known at `asOf`. */
export function standingsAt(parts: Parts, query: StandingsQuery): StandingsView {
  const { directory, tables, clock } = parts;
  const now = clock.now();
  const range = rangeOf(parts, query);
  const asOf = query.asOf === undefined ? now : queryInstant(parts, 'asOf', query.asOf);
  const period = directory.periodOf(range);
  const context = standingsContext({
    office: directory.officeIn(period) ?? officeOf(parts),
    roster: directory.roster,
    period: period && { ...period, quotas: directory.quotasOf(period.id) },
    range,
    at: Math.min(asOf, range.endsAt),
    dayStartsAt: null,
  });
  const { by = 'rep', metric = 'revenue', level = null } = query;
  const scoreboard = new Scoreboard(context);
  const rev = tables.atOnce(() => {
    const scores = scoresOf(tables, countedBy(metric));
    for (const one of asOf >= now ? scores.inRange(range) : scores.asOf(range, asOf)) scoreboard.add(one);
    return tables.revision.read()?.rev ?? 0;
  });
  const board: BoardDefinition = { id: 'asked', by, metric, window: 'period', level };
  const total: BoardDefinition = { id: 'total', by: 'office', metric, window: 'period', level: null };
  const standings = standingsOf(scoreboard.view(board), scoreboard.view(total), { rev, asOf, window: range, period });
  return { ...standings, rows: [...standings.rows] };
}

/** The range that a query names, half-open; the running period where it leaves an end open. */
export function rangeOf(parts: Parts, query: Pick<StandingsQuery, 'from' | 'to'>): Range {
  const running = parts.directory.runningPeriod(parts.clock.now());
  const startsAt = query.from === undefined ? running?.startsAt : queryInstant(parts, 'from', query.from);
  const endsAt = query.to === undefined ? running?.endsAt : queryInstant(parts, 'to', query.to);
  if (startsAt === undefined || endsAt === undefined) throw Refusal.field('from', 'field/missing', 'is missing');
  if (endsAt <= startsAt) throw Refusal.field('to', 'time/reversed', 'must be after from');
  return { startsAt, endsAt };
}

/** An instant in a query string, which has no numbers: digits are epoch ms. */
export function queryInstant(parts: Parts, field: string, value: string | number): number {
  const text = String(value);
  const at = parseInstant(/^-?\d{5,}$/.test(text) ? Number(text) : text, officeOf(parts).timeZone);
  if (at === null || Math.abs(at) > FARTHEST_MS)
    throw Refusal.field(field, 'time/unreadable', 'must be epoch ms, ISO 8601 with an offset, or a date');
  return at;
}
