// The calls around late deals: each asked for first, then done.
import type { FinalView } from '../../../shared/schemas/boards.ts';
import type { BookAnswer, BookBody, LateDeals, RestateAnswer } from '../../../shared/schemas/late.ts';
import { call } from '../../kit/api.ts';
import { effectOf, UNSAID } from '../corrections/calls.ts';

const BOOK = '/api/late-deals/book';
const pathOf = (periodId: string) => `/api/periods/${encodeURIComponent(periodId)}/restate`;

/** The latest page of them: once those are decided on, the next one comes. */
export const readLate = () => call<LateDeals>('GET', '/api/late-deals');

export const bookLate = (body: BookBody) => call<BookAnswer>('POST', BOOK, { body });
export const askBooking = (ids: string[]) => effectOf(BOOK, { ids, reason: UNSAID });

export const restatePeriod = (periodId: string, reason: string) =>
  call<RestateAnswer>('POST', pathOf(periodId), { body: { reason } });
export const askRestating = (periodId: string) => effectOf(pathOf(periodId), { reason: UNSAID });
export const undoRestatement = (periodId: string, hash: string) =>
  call<FinalView>('POST', `${pathOf(periodId)}/undo`, { body: { hash } });
