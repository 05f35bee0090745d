// Parts of the wall that are fetched when they are needed, so that the rows come first. What the server does not give
// is asked for again.
import { useEffect, useState } from 'preact/hooks';

const RETRY_MS = 5000;
const known = new Map<() => Promise<unknown>, unknown>();

/** What `load` (one and the same function each time) gives; null until it is here, and while it is not wanted. */
export function useFetched<T>(load: () => Promise<T>, isWanted = true): T | null {
  const [isHere, setHere] = useState(known.has(load));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      load().then(
        (part) => {
          known.set(load, part);
          setHere(true);
          return undefined;
        },
        () => {
          timer = setTimeout(look, RETRY_MS);
        },
      );
    };
    if (isWanted && !isHere) look();
    return () => clearTimeout(timer);
  }, [load, isWanted, isHere]);
  return isWanted && isHere ? (known.get(load) as T) : null;
}
