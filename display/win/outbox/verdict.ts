// What an answer means for a win that is being sent: done, refused for good, or to be tried again.
import type { Problem } from '../../../shared/problem.ts';
import type { DealAnswer } from '../../../shared/schemas/deals.ts';
import type { ErrandAnswer } from './errand.ts';
import { problemOf, type Answer } from '../../kit/api.ts';

/** Why something has not been done. */
export type Setback =
  | { type: 'refused'; problem: Problem }
  | { type: 'signed-out' }
  /** `reached` tells whether the server itself answered: then the other wins may have more luck. */
  | { type: 'later'; reached: boolean; retryAfterMs: number | null };

export type Verdict = { type: 'stored'; answer: DealAnswer } | { type: 'undone' } | Setback;
/** Done: an activity or a plan is on the server as it was to be. */
export type ErrandVerdict = { type: 'done'; answer: ErrandAnswer } | Setback;
export type PhotoVerdict = { type: 'uploaded'; id: string } | Setback;

/** 202: it is kept, and waits for a manager (rule AP1). */
const TAKEN = new Set([200, 201, 202]);
/** Statuses that say nothing about the win itself. */
const PASSING = new Set([408, 425, 429]);

/**
 * Only an answer that Winboard itself must have written counts: a captive portal's 200, or a proxy's 404 while the
 * server restarts, never costs a win.
 */
export function judge(answer: Answer, id: string): Verdict {
  return isDealAnswer(answer, id) ? { type: 'stored', answer: answer.body } : setbackOf(answer);
}

/** A void: done as well where the server never had the deal, or has voided it before. */
export function judgeUndo(answer: Answer, id: string): Verdict {
  const code = problemOf(answer)?.code;
  const isUndone = isDealAnswer(answer, id) || code === 'deal/not-found' || code === 'deal/voided';
  return isUndone ? { type: 'undone' } : setbackOf(answer);
}

/** An answer about the very thing that an errand is about. */
export function judgeErrand(answer: Answer, subjectId: string): ErrandVerdict {
  return isErrandAnswer(answer, subjectId) ? { type: 'done', answer: answer.body } : setbackOf(answer);
}

export function judgePhoto(answer: Answer): PhotoVerdict {
  const { body } = answer;
  const isUploaded = answer.status === 201 && typeof body === 'object' && body !== null && 'id' in body;
  return isUploaded ? { type: 'uploaded', id: String(body.id) } : setbackOf(answer);
}

function setbackOf(answer: Answer): Setback {
  const { status, retryAfterMs } = answer;
  const problem = status >= 400 ? problemOf(answer) : null;
  if (!problem) return { type: 'later', reached: false, retryAfterMs };
  if (status === 401) return { type: 'signed-out' };
  if (status >= 500 || PASSING.has(status) || problem.code === 'setup/required') {
    return { type: 'later', reached: true, retryAfterMs };
  }
  return { type: 'refused', problem };
}

function isDealAnswer(answer: Answer, id: string): answer is Answer & { body: DealAnswer } {
  return isAbout(answer, ['deal'], id);
}

function isErrandAnswer(answer: Answer, id: string): answer is Answer & { body: ErrandAnswer } {
  return isAbout(answer, ['activity', 'plan'], id);
}

function isAbout({ status, body }: Answer, keys: readonly string[], id: string): boolean {
  if (!TAKEN.has(status) || typeof body !== 'object' || body === null) return false;
  const found = Object.entries(body).find(([key]) => keys.includes(key))?.[1] as unknown;
  return typeof found === 'object' && found !== null && 'id' in found && found.id === id;
}
