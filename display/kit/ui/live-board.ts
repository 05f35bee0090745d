// The live board as a component sees it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import { Live } from '../live.ts';

export interface LiveBoard {
  /** The last board seen; null before the first one. */
  board: Snapshot | null;
  /** Whether it is what the server has now. */
  isLive: boolean;
}

/** Watches a board while mounted. `onConnect` runs whenever the server can be reached again. */
export function useLiveBoard(boardId: string, onConnect?: () => void): LiveBoard {
  const [board, setBoard] = useState<Snapshot | null>(null);
  const [isLive, setLive] = useState(false);
  const connected = useRef(onConnect);
  connected.current = onConnect;
  useEffect(() => {
    let wasConnected = false;
    const live = new Live({
      board: boardId,
      news: ({ snapshot }) => setBoard(snapshot),
      link: (link) => {
        setLive(link.connected);
        if (link.connected && !wasConnected) connected.current?.();
        wasConnected = link.connected;
      },
    });
    return () => live.stop();
  }, [boardId]);
  return { board, isLive };
}
