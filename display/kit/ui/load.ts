// Data that a view shows: loading, there, or failed, and loaded again on demand.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Loaded<T> {
  data: T | null;
  error: unknown;
  isLoading: boolean;
  reload: () => Promise<void>;
}

/** Loads on mount and whenever `deps` change. What was there stays until the next answer. */
export function useLoad<T>(load: () => Promise<T>, deps: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; error: unknown; isLoading: boolean }>({
    data: null,
    error: null,
    isLoading: true,
  });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => ({ ...before, isLoading: true }));
    try {
      const data = await load();
      if (mine === turn.current) setState({ data, error: null, isLoading: false });
    } catch (error) {
      if (mine === turn.current) setState((before) => ({ ...before, error, isLoading: false }));
    }
  }, [...deps]);
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  return { ...state, reload };
}
