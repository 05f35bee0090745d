// The calls around late deals: each asked for first, then done.
import type { FinalView } from '../../../shared/schemas/boards.ts';
import type { BookAnswer, BookBody, LateDeals, RestateAnswer } from '../../../shared/schemas/late.ts';
import { call } from '../../kit/api.ts';

const UNSAID = '–';

export const readLate = (cursor?: string) => call<LateDeals>('GET', '/api/late-deals', { query: { cursor } });

export const bookLate = (body: BookBody) => call<BookAnswer>('POST', '/api/late-deals/book', { body });

export async function askBooking(ids: string[]) {
  const answer = await call<BookAnswer>('POST', '/api/late-deals/book', {
    body: { ids, reason: UNSAID },
    query: { dryRun: 1 },
  });
  return answer.effect ?? null;
}

const pathOf = (periodId: string) => `/api/periods/${encodeURIComponent(periodId)}/restate`;

export const restatePeriod = (periodId: string, reason: string) =>
  call<RestateAnswer>('POST', pathOf(periodId), { body: { reason } });

export async function askRestating(periodId: string) {
  const answer = await call<RestateAnswer>('POST', pathOf(periodId), {
    body: { reason: UNSAID },
    query: { dryRun: 1 },
  });
  return answer.effect ?? null;
}

export const undoRestatement = (periodId: string) => call<FinalView>('POST', `${pathOf(periodId)}/undo`);
