// What is expected of reps: listed beside what they brought, set as a block.
import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { formatMinor } from '../../shared/money.ts';
import { Refusal } from '../../shared/problem.ts';
import { BatchAnswer, ForecastBatch, ForecastMetricField, ForecastView } from '../../shared/schemas/quotas.ts';
import { gridColumn } from '../boards/quota-grid.ts';
import { actorOf } from '../http.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';
import { demandSubjects, repsWithin } from '../reach.ts';
import { BLOCK_BYTES } from './quotas.ts';

const Query = Type.Object(
  { periodId: Type.Optional(Type.String()), metric: Type.Optional(ForecastMetricField) },
  { additionalProperties: false },
);

export function forecastRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.get(
    '/api/forecasts',
    {
      config: { access: ['forecast:read'] },
      schema: {
        tags: ['forecasts'],
        summary:
          'Forecasts of a period within reach, beside what was brought and the quota; the running one, unless said',
        querystring: Query,
        response: { 200: Type.Object({ items: Type.Array(ForecastView) }) },
      },
    },
    (request) => ({ items: forecastViews(parts, request, request.query) }),
  );

  app.put(
    '/api/forecasts/batch',
    {
      config: { access: ['forecast:write'] },
      bodyLimit: BLOCK_BYTES,
      schema: {
        tags: ['forecasts'],
        summary: 'Set a block of forecasts, all or none; null takes one away',
        body: ForecastBatch,
        response: { 200: BatchAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const reps = request.body.cells.map(({ repId }, place) => {
        return { field: `cells.${place}.repId`, type: 'rep' as const, id: repId };
      });
      demandSubjects(parts, actor, 'forecast:write', reps);
      return await ledger.run('forecast:batch', actor, { ...request.body, dryRun: false });
    },
  );
}

function forecastViews(
  parts: Parts,
  request: FastifyRequest,
  query: Static<typeof Query>,
): Static<typeof ForecastView>[] {
  const { directory, tables, clock } = parts;
  const now = clock.now();
  const period = directory.periodById(query.periodId ?? directory.runningPeriod(now)?.id ?? '');
  if (!period) throw new Refusal('period/not-found');
  const { metric = 'revenue' } = query;
  const { exponent } = officeOf(parts);
  const forecastsOf = repsWithin(parts, actorOf(request), 'forecast:read');
  const { rep: cells } = gridColumn({ directory, tables, now, metric, forecastsOf }, period);
  return directory.roster.reps.flatMap(({ id, name }, index) => {
    const cell = cells[index];
    if (!cell || cell.forecast === null) return [];
    const { forecast, value, accuracy, quota, attainment } = cell;
    const amount = formatMinor(forecast, metric === 'revenue' ? exponent : 0);
    return [
      {
        periodId: period.id,
        repId: id,
        name,
        metric,
        amount,
        amountMinor: forecast,
        value,
        accuracy,
        quota,
        attainment,
      },
    ];
  });
}
