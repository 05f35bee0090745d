// The live board as a component sees it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../../shared/patch.ts';
import type { DecisionNews, DeliveryNews } from '../../../shared/protocol.ts';
import type { Cheer } from '../../../shared/reactions.ts';
import { Live } from '../live.ts';

export interface LiveBoard {
  /** The last board seen; null before the first one. */
  board: Snapshot | null;
  /** Whether it is what the server has now. */
  isLive: boolean;
  /** Since when it is not, by this device's clock; null while it is, and before it ever was. */
  downSince: number | null;
  /** Hears of reactions to wins from now on; gives what ends it. */
  onCheer: (listener: (cheer: Cheer) => void) => () => void;
}

export interface LiveWords {
  /** Whenever the server can be reached again. */
  onConnect?: () => void;
  /** Whoever was signed in is so no more, or may not watch any more. */
  onShutOut?: () => void;
  /** How far a deal has come that whoever is signed in has posted. */
  onDelivery?: (news: DeliveryNews) => void;
  /** What a manager has made of a win that waited. */
  onDecision?: (news: DecisionNews) => void;
  /** What waits for a decision of whoever is signed in may be something else now. */
  onWaits?: () => void;
}

/** Watches a board while mounted, and hears what else the server says meanwhile. */
export function useLiveBoard(boardId: string, words: LiveWords = {}): LiveBoard {
  const [board, setBoard] = useState<Snapshot | null>(null);
  const [link, setLink] = useState<Pick<LiveBoard, 'isLive' | 'downSince'>>({ isLive: false, downSince: null });
  const told = useRef(words);
  told.current = words;
  const listeners = useRef(new Set<(cheer: Cheer) => void>());
  const onCheer = useCallback((listener: (cheer: Cheer) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  useEffect(() => {
    let wasConnected = false;
    let wasShutOut = false;
    const live = new Live({
      board: boardId,
      news: ({ snapshot }) => setBoard(snapshot),
      delivery: (news) => told.current.onDelivery?.(news),
      decided: (news) => told.current.onDecision?.(news),
      waits: () => told.current.onWaits?.(),
      cheered: (cheer) => {
        for (const listener of listeners.current) listener(cheer);
      },
      link: ({ connected: isLive, refused }) => {
        const isShutOut = refused === 'auth';
        if (isShutOut && !wasShutOut) told.current.onShutOut?.();
        wasShutOut = isShutOut;
        if (isLive === wasConnected) return;
        wasConnected = isLive;
        setLink({ isLive, downSince: isLive ? null : Date.now() });
        if (isLive) told.current.onConnect?.();
      },
    });
    return () => live.stop();
  }, [boardId]);
  return useMemo(() => ({ board, ...link, onCheer }), [board, link, onCheer]);
}
