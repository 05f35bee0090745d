// The live board as a component sees it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import { Live } from '../live.ts';

export interface LiveBoard {
  /** The last board seen; null before the first one. */
  board: Snapshot | null;
  /** Whether it is what the server has now. */
  isLive: boolean;
  /** Since when it is not, by this device's clock; null while it is, and before it ever was. */
  downSince: number | null;
}

/** Watches a board while mounted. `onConnect` runs whenever the server can be reached again. */
export function useLiveBoard(boardId: string, onConnect?: () => void): LiveBoard {
  const [board, setBoard] = useState<Snapshot | null>(null);
  const [link, setLink] = useState<Omit<LiveBoard, 'board'>>({ isLive: false, downSince: null });
  const connected = useRef(onConnect);
  connected.current = onConnect;
  useEffect(() => {
    let wasConnected = false;
    const live = new Live({
      board: boardId,
      news: ({ snapshot }) => setBoard(snapshot),
      link: ({ connected: isLive }) => {
        if (isLive === wasConnected) return;
        wasConnected = isLive;
        setLink({ isLive, downSince: isLive ? null : Date.now() });
        if (isLive) connected.current?.();
      },
    });
    return () => live.stop();
  }, [boardId]);
  return { board, ...link };
}
