// A picture on the wall that may turn out to be none: missing, cut short, or damaged so that only decoding shows it.
import { useState } from 'preact/hooks';
import { useWall } from './wall-context.ts';

export interface Picture {
  /** It cannot be seen; the manager has been told. */
  isBroken: boolean;
  /** For the `img` that shows it. */
  watch: { onLoad: (event: { currentTarget: HTMLImageElement }) => void; onError: () => void };
}

export function usePicture(id: string | null): Picture {
  const { onFault } = useWall();
  const [broken, setBroken] = useState<string | null>(null);
  const fail = (): void => {
    setBroken(id);
    onFault('image/broken', id ?? '');
  };
  return {
    isBroken: id !== null && id === broken,
    watch: {
      onError: fail,
      onLoad: ({ currentTarget: image }) =>
        // One that was taken down meanwhile cannot be decoded either, and is none the worse for it.
        void image.decode().catch(() => image.isConnected && fail()),
    },
  };
}
