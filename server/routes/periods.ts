// Periods: listed, added, reset (also as a dry run), undone.
import { Type } from 'typebox';
import {
  PeriodBody,
  PeriodsView,
  PeriodView,
  ResetAnswer,
  ResetBody,
  ResetUndoBody,
} from '../../shared/schemas/boards.ts';
import { ComingPeriods, ComingQuery, PlanPeriodsBody } from '../../shared/schemas/calendar.ts';
import { periodView } from '../boards/results.ts';
import { actorOf } from '../http.ts';
import { comingPeriods } from '../ledger/coming.ts';
import { undoableReset } from '../ledger/resets.ts';
import { officeOf, type Api, type Parts } from '../parts.ts';

const ById = Type.Object({ id: Type.String() });
export const DryRunQuery = Type.Object(
  {
    dryRun: Type.Optional(
      Type.Union([Type.Literal('1'), Type.Literal('0'), Type.Literal('true'), Type.Literal('false')]),
    ),
  },
  { additionalProperties: false },
);

/** Whether a call only asks what it would do. */
export function isDryRun(query: { dryRun?: string }): boolean {
  return query.dryRun === '1' || query.dryRun === 'true';
}

export function periodRoutes(app: Api, parts: Parts): void {
  rangeRoutes(app, parts);
  planRoutes(app, parts);
  resetRoutes(app, parts);
}

function rangeRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.get(
    '/api/periods',
    {
      config: { access: ['period:read'] },
      schema: { tags: ['periods'], summary: 'Every period, by its start', response: { 200: PeriodsView } },
    },
    () => periodsView(parts),
  );

  app.post(
    '/api/periods',
    {
      config: { access: ['period:write'] },
      schema: {
        tags: ['periods'],
        summary: 'Add a past or coming period',
        body: PeriodBody,
        response: { 201: PeriodView },
      },
    },
    async (request, reply) => {
      const period = await ledger.run('period:create', actorOf(request), request.body);
      return reply.code(201).send(periodView(period));
    },
  );
}

/** As many as a year has months. */
const LOOKED_AHEAD = 12;

function planRoutes(app: Api, parts: Parts): void {
  const { ledger, directory, clock } = parts;

  app.get(
    '/api/periods/coming',
    {
      config: { access: ['period:read'] },
      schema: {
        tags: ['periods'],
        summary: 'The running period and those that will follow it, by plan and by the calendar',
        querystring: ComingQuery,
        response: { 200: ComingPeriods },
      },
    },
    ({ query: { count = LOOKED_AHEAD, unit } }) => ({
      items: comingPeriods(directory.periods, officeOf(parts), { now: clock.now(), count, ...(unit && { unit }) }),
    }),
  );

  app.post(
    '/api/periods/plan',
    {
      config: { access: ['period:write'] },
      schema: {
        tags: ['periods'],
        summary: 'Keep the next periods that no plan covers yet as plans, all or none',
        body: PlanPeriodsBody,
        response: { 201: PeriodsView },
      },
    },
    async (request, reply) => {
      await ledger.run('period:plan', actorOf(request), request.body);
      return reply.code(201).send(periodsView(parts));
    },
  );

  app.delete(
    '/api/periods/:id',
    {
      config: { access: ['period:write'] },
      schema: { tags: ['periods'], summary: 'Remove a planned period that has not begun', params: ById },
    },
    async (request, reply) => {
      await ledger.run('period:remove', actorOf(request), { id: request.params.id });
      return reply.code(204).send();
    },
  );
}

function resetRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/periods/reset',
    {
      config: { access: ['period:write'] },
      schema: {
        tags: ['periods'],
        summary: 'End the running period now and open the next; dryRun=1 only says what would happen',
        querystring: DryRunQuery,
        body: ResetBody,
        response: { 200: ResetAnswer },
      },
    },
    async (request) => {
      return await ledger.run('period:reset', actorOf(request), { ...request.body, dryRun: isDryRun(request.query) });
    },
  );

  app.post(
    '/api/periods/reset/undo',
    {
      config: { access: ['period:write'] },
      schema: {
        tags: ['periods'],
        summary: 'Take the last reset back',
        body: ResetUndoBody,
        response: { 200: PeriodsView },
      },
    },
    async (request) => {
      await ledger.run('period:undo', actorOf(request), request.body);
      return periodsView(parts);
    },
  );
}

export function periodsView(parts: Parts): PeriodsView {
  const { directory, clock } = parts;
  const now = clock.now();
  const running = directory.runningPeriod(now);
  return {
    items: directory.periods.map(periodView),
    runningId: running?.id ?? null,
    isOpenEnded: running?.isOpenEnded ?? false,
    canUndo: undoableReset(directory.periods, now) !== null,
  };
}
