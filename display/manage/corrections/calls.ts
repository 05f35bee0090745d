// The calls around corrections: each asked for first, then done.
import type { Effect, ReasonBody, StoryView } from '../../../shared/schemas/corrections.ts';
import type { CorrectBody, DealAnswer } from '../../../shared/schemas/deals.ts';
import { call } from '../../kit/api.ts';

type Body = Partial<CorrectBody> & ReasonBody;
export type Deed = 'void' | 'correct' | 'restore';

/** A reason is asked of the deed itself; what it would do is the same without. */
export const UNSAID = '–';

const pathOf = (id: string, what: string) => `/api/deals/${encodeURIComponent(id)}/${what}`;

/** What a call would do to ranks and quotas; nothing is done. */
export async function effectOf(path: string, body?: Record<string, unknown>): Promise<Effect | null> {
  const { effect } = await call<{ effect?: Effect }>('POST', path, { ...(body && { body }), query: { dryRun: 1 } });
  return effect ?? null;
}

export const askEffect = (id: string, deed: Deed, changes: Partial<CorrectBody> = {}) =>
  effectOf(pathOf(id, deed), { ...changes, reason: UNSAID });

export const amendDeal = (id: string, deed: Deed, body: Body) =>
  call<DealAnswer>('POST', pathOf(id, deed), { body: { ...body } });

export const readStory = (id: string) => call<StoryView>('GET', pathOf(id, 'story'));
