// The calls around wins that wait for a manager.
import type { ApprovalRule, Approvals, RuleAnswer } from '../../../shared/schemas/approvals.ts';
import type { DealAnswer } from '../../../shared/schemas/deals.ts';
import { call } from '../../kit/api.ts';
import { effectOf } from '../corrections/calls.ts';

const pathOf = (id: string, deed: string) => `/api/approvals/${encodeURIComponent(id)}/${deed}`;

export const readApprovals = () => call<Approvals>('GET', '/api/approvals');
export const setApprovalRule = (body: ApprovalRule) => call<RuleAnswer>('PUT', '/api/approvals/rule', { body });
export const askApprovalRule = (above: string | null) =>
  call<RuleAnswer>('PUT', '/api/approvals/rule', { body: { above }, query: { dryRun: 1 } });
export const approve = (id: string) => call<DealAnswer>('POST', pathOf(id, 'approve'));
export const decline = (id: string, reason: string) =>
  call<unknown>('POST', pathOf(id, 'decline'), { body: { reason } });

export const askApproval = (id: string) => effectOf(pathOf(id, 'approve'));
