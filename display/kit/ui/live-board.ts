// The live board as a component sees it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import type { DeliveryNews } from '../../../shared/protocol.ts';
import { Live } from '../live.ts';

export interface LiveBoard {
  /** The last board seen; null before the first one. */
  board: Snapshot | null;
  /** Whether it is what the server has now. */
  isLive: boolean;
}

export interface LiveWords {
  /** Whenever the server can be reached again. */
  onConnect?: () => void;
  /** How far a deal has come that whoever is signed in has posted. */
  onDelivery?: (news: DeliveryNews) => void;
}

/** Watches a board while mounted, and hears what else the server says meanwhile. */
export function useLiveBoard(boardId: string, words: LiveWords = {}): LiveBoard {
  const [board, setBoard] = useState<Snapshot | null>(null);
  const [isLive, setLive] = useState(false);
  const told = useRef(words);
  told.current = words;
  useEffect(() => {
    let wasConnected = false;
    const live = new Live({
      board: boardId,
      news: ({ snapshot }) => setBoard(snapshot),
      delivery: (news) => told.current.onDelivery?.(news),
      link: (link) => {
        setLive(link.connected);
        if (link.connected && !wasConnected) told.current.onConnect?.();
        wasConnected = link.connected;
      },
    });
    return () => live.stop();
  }, [boardId]);
  return { board, isLive };
}
