// What a win will do to its rep, told before it is sent: computed from the live main board with the rules that the
// server ranks by (ST1, QT2).
import type { TieRule } from '../../../shared/board.ts';
import { shortNameOf } from '../../../shared/names.ts';
import { attainmentOf } from '../../../shared/quota.ts';
import type { Row } from '../../../shared/board-view.ts';

export interface Preview {
  /** Null while the rep has sold nothing (rule ST3). */
  rank: number | null;
  tied: boolean;
  rankBefore: number | null;
  attainment: number | null;
  /** The short names of those whom it overtakes, the best of them first. */
  passed: readonly string[];
  /** What will still be missing to draw level with the next better rank; null at the top. */
  toNext: { missing: number; rank: number } | null;
}

export interface BoardRows {
  rows: readonly Row[];
  ties: TieRule;
}

/** The rep's standing with `addedMinor` more; 0 tells the present one. Null where the board does not list the rep. */
export function previewWin(board: BoardRows, repId: string, addedMinor: number): Preview | null {
  const own = board.rows.find((row) => row.subjectId === repId);
  if (!own) return null;
  const value = own.value + addedMinor;
  const isRanked = own.deals > 0 || addedMinor > 0;
  const others = board.rows.filter((row) => row.subjectId !== repId && row.rank !== null);
  const better = others.filter((row) => row.value > value).map((row) => row.value);
  const ahead = board.ties === 'dense' ? new Set(better).size : better.length;
  const nearest = better.length === 0 ? null : Math.min(...better);
  return {
    rank: isRanked ? ahead + 1 : null,
    tied: isRanked && others.some((row) => row.value === value),
    rankBefore: own.rank,
    attainment: attainmentOf(value, own.quota),
    passed: others.filter((row) => row.value >= own.value && row.value < value).map(({ name }) => shortNameOf(name)),
    toNext: nearest === null ? null : { missing: nearest - value, rank: rankOfValue(others, nearest, board.ties) },
  };
}

function rankOfValue(others: readonly Row[], value: number, ties: TieRule): number {
  const above = others.filter((row) => row.value > value).map((row) => row.value);
  return (ties === 'dense' ? new Set(above).size : above.length) + 1;
}
