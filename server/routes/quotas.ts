// Quotas: of a period, as a grid, set one by one or as a block, tried before they are saved.
import { Type } from 'typebox';
import type { QuotaMetric } from '../../shared/metric.ts';
import { formatMinor } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Actor } from '../../shared/roles.ts';
import {
  BatchAnswer,
  GridQuery,
  MAX_GRID_PERIODS,
  QuotaBatch,
  QuotaBody,
  QuotaGrid,
  QuotaPreview,
  QuotaView,
} from '../../shared/schemas/quotas.ts';
import { gridColumn, gridRows, stateOf, type Column } from '../boards/quota-grid.ts';
import { effectsOf } from '../boards/quota-preview.ts';
import { actorOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { demandSubjects, repsWithin } from '../reach.ts';
import type { Period } from '../store/periods.ts';
import { queryInstant } from './boards.ts';

/** Ten thousand cells, with room. */
export const BLOCK_BYTES = 4_000_000;

export function quotaRoutes(app: Api, parts: Parts): void {
  singleRoutes(app, parts);
  gridRoute(app, parts);
  blockRoutes(app, parts);
}

function singleRoutes(app: Api, parts: Parts): void {
  const { ledger, directory } = parts;

  app.get(
    '/api/quotas',
    {
      config: { access: ['quota:read'] },
      schema: {
        tags: ['quotas'],
        summary: 'Quotas of a period; the running one, unless said',
        querystring: Type.Object({ periodId: Type.Optional(Type.String()) }, { additionalProperties: false }),
        response: { 200: Type.Object({ items: Type.Array(QuotaView) }) },
      },
    },
    (request) => {
      const periodId = request.query.periodId ?? directory.runningPeriod(parts.clock.now())?.id ?? '';
      if (!directory.periodById(periodId)) throw new Refusal('period/not-found');
      return { items: quotaViews(parts, periodId) };
    },
  );

  app.put(
    '/api/quotas',
    {
      config: { access: ['quota:write'] },
      schema: {
        tags: ['quotas'],
        summary: 'Set a subject’s quota in a period; null takes it away',
        body: QuotaBody,
        response: { 200: Type.Object({ items: Type.Array(QuotaView) }) },
      },
    },
    async (request) => {
      const { periodId, subject, metric } = request.body;
      const actor = actorOf(request);
      demandSubjects(parts, actor, 'quota:write', [{ ...subject, field: 'subject.id' }]);
      await ledger.run('quota:set', actor, request.body);
      const items = quotaViews(parts, periodId);
      return { items: items.filter((one) => one.subject.id === subject.id && one.metric === metric) };
    },
  );
}

function gridRoute(app: Api, parts: Parts): void {
  app.get(
    '/api/quotas/grid',
    {
      config: { access: ['quota:read'] },
      schema: {
        tags: ['quotas'],
        summary: 'People × periods in one metric: quota, source, sum, attainment, pace, projection, forecast',
        description:
          'The periods that touch `from`–`to`; unless said, the last closed one, the running one and all that come.',
        querystring: GridQuery,
        response: { 200: QuotaGrid },
      },
    },
    async (request) => {
      const { metric = 'revenue' } = request.query;
      const { directory, tables, clock } = parts;
      const now = clock.now();
      const periods = periodsBetween(parts, request.query, now);
      const forecastsOf = repsWithin(parts, actorOf(request), 'forecast:read');
      const sources = { directory, tables, now, metric, forecastsOf };
      const rev = parts.boards.rev;
      const columns: Column[] = [];
      for (const period of periods) {
        columns.push(gridColumn(sources, period));
        // A year of weeks takes its time: the wall is not to wait for it.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return {
        rev,
        metric,
        periods: periods.map((period) => {
          const { id, name, startsAt, endsAt } = period;
          return { id, name, startsAt, endsAt, state: stateOf(period, now) };
        }),
        rows: gridRows(sources, periods, columns),
      };
    },
  );
}

function periodsBetween(
  parts: Parts,
  query: { from?: string | number; to?: string | number },
  now: number,
): readonly Period[] {
  const { periods } = parts.directory;
  const from = query.from === undefined ? lastClosedStart(periods, now) : queryInstant(parts, 'from', query.from);
  const to = query.to === undefined ? Number.POSITIVE_INFINITY : queryInstant(parts, 'to', query.to);
  if (to <= from) throw Refusal.field('to', 'time/reversed', 'must be after from');
  const found = periods.filter(({ startsAt, endsAt }) => endsAt > from && startsAt < to);
  if (found.length > MAX_GRID_PERIODS) {
    throw Refusal.field('from', 'period/too-many', `there are more than ${MAX_GRID_PERIODS} periods in it`);
  }
  return found;
}

/** Where the last period that is over began. */
function lastClosedStart(periods: readonly Period[], now: number): number {
  return periods.findLast(({ closedAt, endsAt }) => closedAt !== null || endsAt <= now)?.startsAt ?? 0;
}

function blockRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, boards, clock } = parts;

  app.put(
    '/api/quotas/batch',
    {
      config: { access: ['quota:write'] },
      bodyLimit: BLOCK_BYTES,
      schema: {
        tags: ['quotas'],
        summary: 'Set a block of quotas, all or none; errors name the cell (cells.3.amount)',
        description:
          'With `expected`, an amount that is another by now is a 409 whose errors hold the current amount, who set it and when.',
        body: QuotaBatch,
        response: { 200: BatchAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      checkCells(parts, actor, request.body.cells);
      const { changed } = await ledger.run('quota:batch', actor, { ...request.body, dryRun: false });
      return { changed };
    },
  );

  app.post(
    '/api/quotas/preview',
    {
      config: { access: ['quota:write'] },
      bodyLimit: BLOCK_BYTES,
      schema: {
        tags: ['quotas'],
        summary: 'What a block would do to attainment, pace and ranks; stores nothing',
        body: QuotaBatch,
        response: { 200: QuotaPreview },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { cells } = request.body;
      checkCells(parts, actor, cells);
      const { changed, quotas } = await ledger.run('quota:batch', actor, { cells, dryRun: true });
      const sources = { directory, running: boards.running, now: clock.now() };
      const touched = new Set(cells.map(({ periodId, metric }) => `${periodId} ${metric}`));
      const effects = [...touched].flatMap((key) => {
        const [periodId = '', metric = ''] = key.split(' ');
        const period = directory.periodById(periodId);
        const after = quotas.filter((quota) => quota.periodId === periodId);
        return period ? effectsOf(sources, period, metric as QuotaMetric, after) : [];
      });
      return { changed, effects };
    },
  );
}

function checkCells(parts: Parts, actor: Actor, cells: readonly QuotaBody[]): void {
  const subjects = cells.map(({ subject }, place) => ({ ...subject, field: `cells.${place}.subject.id` }));
  demandSubjects(parts, actor, 'quota:write', subjects);
}

function quotaViews(parts: Parts, periodId: string): QuotaView[] {
  const { exponent } = officeOf(parts);
  return parts.directory.quotasOf(periodId).map(({ subjectType, subjectId, metric, amount }) => ({
    periodId,
    subject: { type: subjectType, id: subjectId },
    metric,
    amount: formatMinor(amount, metric === 'revenue' ? exponent : 0),
    amountMinor: amount,
  }));
}
