// What an answer to a posted win means for the outbox: stored, refused for good, or to be tried again.
import type { Problem } from '../../../shared/problem.ts';
import type { DealAnswer } from '../../../shared/schemas/deals.ts';
import { problemOf, type Answer } from '../../kit/api.ts';

export type Verdict =
  | { type: 'stored'; answer: DealAnswer }
  | { type: 'refused'; problem: Problem }
  | { type: 'signed-out' }
  /** `reached` tells whether the server itself answered: then the other wins may have more luck. */
  | { type: 'later'; reached: boolean; retryAfterMs: number | null };

/** Statuses that say nothing about the win itself. */
const PASSING = new Set([408, 425, 429]);

/**
 * Only an answer that Winboard itself must have written counts: a captive portal's 200, or a proxy's 404 while the
 * server restarts, never costs a win.
 */
export function judge(answer: Answer, id: string): Verdict {
  const { status, retryAfterMs } = answer;
  if (status === 200 || status === 201) {
    return isDealAnswer(answer.body, id)
      ? { type: 'stored', answer: answer.body }
      : { type: 'later', reached: false, retryAfterMs };
  }
  const problem = problemOf(answer);
  if (!problem) return { type: 'later', reached: false, retryAfterMs };
  if (status === 401) return { type: 'signed-out' };
  if (status >= 500 || PASSING.has(status) || problem.code === 'setup/required') {
    return { type: 'later', reached: true, retryAfterMs };
  }
  return status >= 400 ? { type: 'refused', problem } : { type: 'later', reached: false, retryAfterMs };
}

function isDealAnswer(body: unknown, id: string): body is DealAnswer {
  if (typeof body !== 'object' || body === null || !('deal' in body)) return false;
  const { deal } = body;
  return typeof deal === 'object' && deal !== null && 'id' in deal && deal.id === id;
}
