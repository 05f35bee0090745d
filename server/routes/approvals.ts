// Wins that wait for a manager: listed, approved, declined; above which amount they do.
import { Type } from 'typebox';
import { Refusal } from '../../shared/problem.ts';
import { accountIn, actorWord, type Actor } from '../../shared/roles.ts';
import { ApprovalRule, Approvals, ApprovalView, RuleAnswer } from '../../shared/schemas/approvals.ts';
import { ReasonBody } from '../../shared/schemas/corrections.ts';
import { DealAnswer } from '../../shared/schemas/deals.ts';
import { tellDelivery } from '../deal-reach.ts';
import { amendedAnswer, dealViewer } from '../deal-view.ts';
import { actorOf } from '../http.ts';
import { dealOfPending } from '../ledger/waiting.ts';
import type { Api, Parts } from '../parts.ts';
import { reaches, repsWithin } from '../reach.ts';
import type { Pending } from '../store/pending.ts';
import { DryRunQuery, isDryRun } from './periods.ts';

const ById = Type.Object({ id: Type.String() });
const MOST_DECIDED = 50;

export function approvalRoutes(app: Api, parts: Parts): void {
  listRoutes(app, parts);
  decideRoutes(app, parts);
}

function listRoutes(app: Api, parts: Parts): void {
  app.get(
    '/api/approvals',
    {
      config: { access: ['deal:approve', 'deal:create'] },
      schema: {
        tags: ['approvals'],
        summary: 'Wins that wait for a manager, and the latest that were decided on; one’s own or those within reach',
        response: { 200: Approvals },
      },
    },
    (request) => {
      const actor = actorOf(request);
      const isShown = (pending: Pending) => pending.postedBy === actorWord(actor) || isWithin(parts, actor, pending);
      const { pending } = parts.tables;
      return {
        waiting: pending
          .open()
          .filter(isShown)
          .map((one) => approvalView(parts, one)),
        decided: pending
          .decided(MOST_DECIDED)
          .filter(isShown)
          .map((one) => approvalView(parts, one)),
        aboveMinor: pending.above(),
      };
    },
  );

  app.put(
    '/api/approvals/rule',
    {
      config: { access: ['office:write'] },
      schema: {
        tags: ['approvals'],
        summary: 'Above which amount wins wait for a manager; null for none. dryRun=1 only says what it would do',
        querystring: DryRunQuery,
        body: ApprovalRule,
        response: { 200: RuleAnswer },
      },
    },
    async (request) => {
      const dryRun = isDryRun(request.query);
      return await parts.ledger.run('approvals:rule', actorOf(request), { ...request.body, dryRun });
    },
  );
}

function decideRoutes(app: Api, parts: Parts): void {
  const { ledger, people } = parts;

  app.post(
    '/api/approvals/:id/approve',
    {
      config: { access: ['deal:approve'] },
      schema: {
        tags: ['approvals'],
        summary: 'Book a win that waits; dryRun=1 only says what that would do',
        params: ById,
        querystring: DryRunQuery,
        response: { 200: DealAnswer },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id, postedBy } = pendingInReach(parts, actor, request.params.id);
      const dryRun = isDryRun(request.query);
      const amended = await ledger.run('deal:approve', actor, { id, dryRun });
      const userId = accountIn(postedBy);
      if (!dryRun && userId !== null) {
        people.decided(userId, { dealId: id, decision: 'approved', reason: null });
        tellDelivery(parts, userId, amended.deal);
      }
      return amendedAnswer(parts, amended);
    },
  );

  app.post(
    '/api/approvals/:id/decline',
    {
      config: { access: ['deal:approve'] },
      schema: {
        tags: ['approvals'],
        summary: 'Refuse a win that waits, with a reason',
        params: ById,
        body: ReasonBody,
        response: { 200: ApprovalView },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { id, postedBy } = pendingInReach(parts, actor, request.params.id);
      const { reason } = request.body;
      await ledger.run('deal:decline', actor, { id, reason });
      const userId = accountIn(postedBy);
      if (userId !== null) people.decided(userId, { dealId: id, decision: 'declined', reason: reason.trim() });
      return approvalView(parts, pendingInReach(parts, actor, id));
    },
  );
}

/** One out of reach is none at all. */
function pendingInReach(parts: Parts, actor: Actor, id: string): Pending {
  const pending = parts.tables.pending.byId(id);
  if (!pending || !isWithin(parts, actor, pending)) throw new Refusal('approval/not-found');
  return pending;
}

function isWithin(parts: Parts, actor: Actor, pending: Pending): boolean {
  return reaches(repsWithin(parts, actor, 'deal:approve'), [pending.draft.repId]);
}

function approvalView(parts: Parts, pending: Pending): ApprovalView {
  const { postedAt, postedBy, decision, decidedAt, decidedBy, reason } = pending;
  return {
    deal: dealViewer(parts)(dealOfPending(pending)),
    postedAt,
    postedBy: parts.directory.nameOf(postedBy),
    decision,
    decidedAt,
    decidedBy: decidedBy === null ? null : parts.directory.nameOf(decidedBy),
    reason,
  };
}
