// The page of a TV that hangs on its side: the real one lies within, turned.
import type { Rotation } from '../../shared/screen.ts';

export function Turned({ rotation }: { rotation: Rotation }) {
  return (
    <iframe
      class={`turned turned--${rotation}`}
      src="/"
      title="Winboard"
      allow="autoplay; fullscreen; screen-wake-lock"
    />
  );
}
