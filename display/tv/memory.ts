// The last board that was drawn, kept on the device over a reload (rule SC2).
import { PROTOCOL } from '../../shared/protocol.ts';
import { readKept, writeKept } from '../kit/kept.ts';
import type { KeptBoard } from '../kit/live.ts';

interface Kept extends KeptBoard {
  /** What the device's own clock said, so that the age is known before the server is heard. */
  deviceAt: number;
}

/** Under the protocol's number, since another one's board may have another shape. */
const KEY = `tv.board.${PROTOCOL}`;
const KEEP_MS = 5000;

/** What is kept of a board, and the server's time as far as it can be known; null where another one is kept. */
export function recall(board: string): { kept: KeptBoard; now: number } | null {
  const kept = readKept(KEY) as Kept | null;
  if (kept?.snapshot.definition.id !== board) return null;
  return { kept, now: kept.heardAt + Math.max(0, Date.now() - kept.deviceAt) };
}

export function forget(): void {
  writeKept(KEY, null);
}

let isDue = false;

/** Keeps what `read` gives in a while: at most once in five seconds, since storage of TVs wears out. */
export function rememberSoon(read: () => KeptBoard | null): void {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    const board = read();
    if (board) writeKept(KEY, { ...board, deviceAt: Date.now() } satisfies Kept);
  }, KEEP_MS);
}
