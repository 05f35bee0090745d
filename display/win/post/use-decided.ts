// What managers have made of this phone's wins that waited: told on the line, or asked for what was missed. Rule AP3.
import { useCallback, useState } from 'preact/hooks';
import type { DecisionNews } from '../../../shared/protocol.ts';
import type { Approvals } from '../../../shared/schemas/approvals.ts';
import { call } from '../../kit/api.ts';
import { markDecided, sentBy } from '../outbox/sent-wins.ts';

export interface Decided {
  /** By the deal's id; what this page has heard of. */
  decided: ReadonlyMap<string, DecisionNews>;
  onDecision: (news: DecisionNews) => void;
  /** Asks where something still waits: the page may have been away when it was decided. */
  catchUp: () => Promise<void>;
}

export function useDecided(userId: string): Decided {
  const [decided, setDecided] = useState<ReadonlyMap<string, DecisionNews>>(new Map());
  const onDecision = useCallback((news: DecisionNews) => {
    markDecided(news);
    setDecided((known) => new Map([...known, [news.dealId, news]]));
  }, []);
  const catchUp = useCallback(async () => {
    if (!sentBy(userId).some(({ state }) => state === 'waits')) return;
    const answer = await call<Approvals>('GET', '/api/approvals').catch(() => null);
    for (const { deal, decision, reason } of answer?.decided ?? []) {
      if (decision === 'approved' || decision === 'declined') onDecision({ dealId: deal.id, decision, reason });
    }
  }, [userId, onDecision]);
  return { decided, onDecision, catchUp };
}
