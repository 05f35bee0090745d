// The list of deals, page by page, under a filter.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DealView } from '../../../shared/schemas/deals.ts';
import { readDeals } from '../calls.ts';

export interface DealFilter {
  q: string;
  rep: string;
  period: string;
}

export interface DealList {
  items: readonly DealView[] | null;
  hasMore: boolean;
  isLoading: boolean;
  error: unknown;
  loadMore: () => Promise<void>;
  reload: () => Promise<void>;
}

const PAGE = 50;
/** Typing settles before the server is asked. */
const SETTLE_MS = 250;

export function useDeals(filter: DealFilter): DealList {
  const { q, rep, period } = filter;
  const [state, setState] = useState<{
    items: DealView[] | null;
    cursor: string | null;
    isLoading: boolean;
    error: unknown;
  }>({
    items: null,
    cursor: null,
    isLoading: true,
    error: null,
  });
  const turn = useRef(0);
  const load = useCallback(
    async (before: { items: DealView[]; cursor: string } | null) => {
      turn.current += 1;
      const mine = turn.current;
      setState((old) => ({ ...old, isLoading: true }));
      try {
        const query = { q: q.trim(), rep, period, limit: PAGE, ...(before ? { cursor: before.cursor } : {}) };
        const page = await readDeals(query);
        if (mine !== turn.current) return;
        const items = [...(before?.items ?? []), ...page.items];
        setState({ items, cursor: page.nextCursor, isLoading: false, error: null });
      } catch (error) {
        if (mine === turn.current) setState((old) => ({ ...old, isLoading: false, error }));
      }
    },
    [q, rep, period],
  );
  useEffect(() => {
    const timer = setTimeout(() => void load(null), q === '' ? 0 : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [load, q]);
  const { items, cursor, isLoading, error } = state;
  return {
    items,
    hasMore: cursor !== null,
    isLoading,
    error,
    reload: () => load(null),
    loadMore: async () => {
      if (items && cursor !== null) await load({ items, cursor });
    },
  };
}
