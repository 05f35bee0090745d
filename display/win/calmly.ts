// What changes with every deal of a busy office is not asked for with every one of them.
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { ShownContext } from './tab-props.ts';

/**
 * A value as it was a moment ago: it follows at most once in about `ms`, and not while its tab is out of sight. The
 * moment differs from phone to phone, so that not all of them ask at once.
 */
export function useCalmly<T>(value: T, ms: number): T {
  const isShown = useContext(ShownContext);
  const [calm, setCalm] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  // A value that goes on changing must not put it off for ever: what counts is that it has changed.
  const isBehind = isShown && calm !== value;
  useEffect(() => {
    if (!isBehind) return undefined;
    const timer = setTimeout(() => setCalm(() => latest.current), ms * (0.5 + Math.random()));
    return () => clearTimeout(timer);
  }, [isBehind, ms]);
  return calm;
}
