// What waits for a decision, looked at again and again: the desk says how much in its navigation.
import { useEffect } from 'preact/hooks';
import type { Decisions } from '../../shared/schemas/decisions.ts';
import { call } from '../kit/api.ts';
import { useLoad, type Loaded } from '../kit/ui/load.ts';

const LOOK_MS = 15_000;
const NOTHING: Decisions = { late: 0, pending: 0 };

/** Asks nothing for whoever may decide nothing. */
export function useDecisions(mayDecide: boolean): Loaded<Decisions> {
  const loaded = useLoad(
    () => (mayDecide ? call<Decisions>('GET', '/api/decisions') : Promise.resolve(NOTHING)),
    [mayDecide],
  );
  const { reload } = loaded;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return loaded;
}

/** How much waits in all. */
export function countOf(decisions: Decisions | null): number {
  return decisions === null ? 0 : Object.values(decisions).reduce((sum, count) => sum + count, 0);
}
