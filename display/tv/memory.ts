// The last board that was drawn, kept on the device over a reload (rule SC2).
import type { Snapshot } from '../../shared/patch.ts';
import { PROTOCOL } from '../../shared/protocol.ts';
import { readKept, writeKept } from '../kit/kept.ts';
import type { KeptBoard } from '../kit/live.ts';

interface Kept extends KeptBoard {
  /** What the device's own clock said. */
  deviceAt: number;
}

/** Under the protocol's number, since another one's board may have another shape. */
const KEY = `tv.board.${PROTOCOL}`;
const KEEP_MS = 5000;

/**
 * What is kept of a board, and a guess at the server's time: the device's clock may be wrong by years, as long as it was
 * as wrong before. Null where another board is kept, or what is kept is damaged.
 */
export function recall(board: string): { kept: KeptBoard; now: number } | null {
  const kept = readKept(KEY);
  if (!isBoard(kept) || kept.snapshot.definition.id !== board) return null;
  return { kept, now: kept.heardAt + Math.max(0, Date.now() - kept.deviceAt) };
}

export function forget(): void {
  writeKept(KEY, null);
}

let isDue = false;

/** Keeps what `read` gives in a while: at most once in five seconds, since storage of TVs wears out. */
export function rememberSoon(read: () => KeptBoard | null, onUnkept: () => void): void {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    const board = read();
    if (board && !writeKept(KEY, { ...board, deviceAt: Date.now() } satisfies Kept)) onUnkept();
  }, KEEP_MS);
}

/** Whether it can be drawn from: storage that was cut off, or written by something else, is no board. */
function isBoard(kept: unknown): kept is Kept {
  if (!isRecord(kept) || typeof kept['epoch'] !== 'string') return false;
  if (!Number.isFinite(kept['heardAt']) || !Number.isFinite(kept['deviceAt'])) return false;
  const snapshot = kept['snapshot'] as Partial<Record<keyof Snapshot, unknown>> | undefined;
  if (!isRecord(snapshot)) return false;
  const { definition, office, standings, wins, facts, privacy } = snapshot;
  return (
    isRecord(definition) &&
    isRecord(office) &&
    isRecord(facts) &&
    isRecord(privacy) &&
    Array.isArray(wins) &&
    isRecord(standings) &&
    Array.isArray(standings['rows']) &&
    isRecord(standings['total']) &&
    isRecord(standings['window'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
