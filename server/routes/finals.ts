// Frozen finals: every version, restated and taken back; two periods side by side.
import { Type } from 'typebox';
import { ReasonBody } from '../../shared/schemas/corrections.ts';
import { FinalQuery, FinalView, PeriodResults, RestateUndoBody } from '../../shared/schemas/boards.ts';
import { CompareQuery, Comparison, RestateAnswer } from '../../shared/schemas/late.ts';
import { comparisonOf } from '../boards/comparison.ts';
import { periodView } from '../boards/results.ts';
import { finalView, periodResults } from '../final-view.ts';
import { actorOf } from '../http.ts';
import type { Api, Parts } from '../parts.ts';
import { DryRunQuery, isDryRun } from './periods.ts';

const ById = Type.Object({ id: Type.String() });

export function finalRoutes(app: Api, parts: Parts): void {
  resultRoutes(app, parts);
  restateRoutes(app, parts);
}

function resultRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/periods/:id/final',
    {
      config: { access: ['period:read'] },
      schema: {
        tags: ['periods'],
        summary: 'Final standings: the version that holds, or one of those before it',
        params: ById,
        querystring: FinalQuery,
        response: { 200: FinalView },
      },
    },
    (request) => finalView(parts, request.params.id, request.query.version),
  );

  app.get(
    '/api/periods/results',
    {
      config: { access: ['period:read'] },
      schema: {
        tags: ['periods'],
        summary: 'What the latest closed periods came to as announced, newest first',
        response: { 200: PeriodResults },
      },
    },
    () => periodResults(parts),
  );

  app.get(
    '/api/periods/compare',
    {
      config: { access: ['period:read'] },
      schema: {
        tags: ['periods'],
        summary: 'Two periods side by side, closed ones as announced',
        querystring: CompareQuery,
        response: { 200: Comparison },
      },
    },
    (request) => comparisonOf(parts, request.query),
  );
}

function restateRoutes(app: Api, parts: Parts): void {
  const { ledger } = parts;

  app.post(
    '/api/periods/:id/restate',
    {
      config: { access: ['period:write'] },
      schema: {
        tags: ['periods'],
        summary: 'Freeze a closed period anew, as the books have it now; dryRun=1 only says what that would change',
        params: ById,
        querystring: DryRunQuery,
        body: ReasonBody,
        response: { 200: RestateAnswer },
      },
    },
    async (request) => {
      const input = { periodId: request.params.id, reason: request.body.reason, dryRun: isDryRun(request.query) };
      const { period, late, hash, effect } = await ledger.run('period:restate', actorOf(request), input);
      return { period: periodView(period), late, hash, ...(effect && { effect }) };
    },
  );

  app.post(
    '/api/periods/:id/restate/undo',
    {
      config: { access: ['period:write'] },
      schema: {
        tags: ['periods'],
        summary: 'Take the last restatement of a period back',
        params: ById,
        body: RestateUndoBody,
        response: { 200: FinalView },
      },
    },
    async (request) => {
      await ledger.run('restate:undo', actorOf(request), { periodId: request.params.id, ...request.body });
      return finalView(parts, request.params.id);
    },
  );
}
