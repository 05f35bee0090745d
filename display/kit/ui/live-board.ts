// The live board as a component sees it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import type { Cheer } from '../../../shared/reactions.ts';
import { Live } from '../live.ts';

export interface LiveBoard {
  /** The last board seen; null before the first one. */
  board: Snapshot | null;
  /** Whether it is what the server has now. */
  isLive: boolean;
  /** Hears of reactions to wins from now on; gives what ends it. */
  onCheer: (listener: (cheer: Cheer) => void) => () => void;
}

/** Watches a board while mounted. `onConnect` runs whenever the server can be reached again. */
export function useLiveBoard(boardId: string, onConnect?: () => void): LiveBoard {
  const [board, setBoard] = useState<Snapshot | null>(null);
  const [isLive, setLive] = useState(false);
  const listeners = useRef(new Set<(cheer: Cheer) => void>());
  const onCheer = useCallback((listener: (cheer: Cheer) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  const connected = useRef(onConnect);
  connected.current = onConnect;
  useEffect(() => {
    let wasConnected = false;
    const live = new Live({
      board: boardId,
      news: ({ snapshot }) => setBoard(snapshot),
      cheered: (cheer) => {
        for (const listener of listeners.current) listener(cheer);
      },
      link: (link) => {
        setLive(link.connected);
        if (link.connected && !wasConnected) connected.current?.();
        wasConnected = link.connected;
      },
    });
    return () => live.stop();
  }, [boardId]);
  return useMemo(() => ({ board, isLive, onCheer }), [board, isLive, onCheer]);
}
