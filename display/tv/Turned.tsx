// The page of a TV that hangs on its side: the real one lies within, turned. Keys of the remote are for that one.
import { useEffect, useRef } from 'preact/hooks';
import type { Rotation } from '../../shared/screen.ts';

export function Turned({ rotation }: { rotation: Rotation }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const handOver = (): void => frame.current?.contentWindow?.focus();
    for (const event of EVENTS) window.addEventListener(event, handOver);
    return () => {
      for (const event of EVENTS) window.removeEventListener(event, handOver);
    };
  }, []);
  return (
    <iframe
      ref={frame}
      class={`turned turned--${rotation}`}
      src="/"
      title="Winboard"
      allow="autoplay; fullscreen; screen-wake-lock"
      onLoad={() => frame.current?.contentWindow?.focus()}
    />
  );
}

/** After each of these the focus may lie on the outer page. */
const EVENTS = ['focus', 'keydown'] as const;
