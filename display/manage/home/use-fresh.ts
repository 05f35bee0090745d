// What the server is asked for again whenever the wall moves, though not with every win of a rush.
import { useEffect, useRef } from 'preact/hooks';
import { useLoad, type Loaded } from '../../kit/ui/load.ts';

const SETTLE_MS = 1_500;

/** `mark` changes with what may have changed the answer; null asks for nothing yet. */
export function useFresh<T>(load: () => Promise<T>, mark: unknown, deps: readonly unknown[] = []): Loaded<T> {
  const loaded = useLoad(load, deps);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const reload = useRef(loaded.reload);
  reload.current = loaded.reload;
  const seen = useRef(mark);
  useEffect(() => {
    if (mark === seen.current) return;
    const isFirst = seen.current === null;
    seen.current = mark;
    if (isFirst) return;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void reload.current();
    }, SETTLE_MS);
  }, [mark]);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return loaded;
}
