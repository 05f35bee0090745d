// What the feed asks of the server.
import type { ReactionBody, WinView } from '../../../shared/schemas/reactions.ts';
import { call } from '../../kit/api.ts';

export interface WinPage {
  items: WinView[];
  nextCursor: string | null;
}

export const readWins = (cursor: string | null) =>
  call<WinPage>('GET', '/api/wins', { query: { cursor: cursor ?? undefined } });
export const putReaction = (dealId: string, body: ReactionBody) => call<unknown>('PUT', pathOf(dealId), { body });
export const removeReaction = (dealId: string) => call<unknown>('DELETE', pathOf(dealId));

function pathOf(dealId: string): string {
  return `/api/deals/${encodeURIComponent(dealId)}/reaction`;
}
