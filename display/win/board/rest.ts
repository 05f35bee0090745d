// Rows beyond those that the live board carries: asked for by hand, and the own one by itself.
import { useMemo } from 'preact/hooks';
import type { Row } from '../../../shared/board-view.ts';
import { MAIN_BOARD } from '../../../shared/board.ts';
import type { Snapshot } from '../../../shared/patch.ts';
import type { StandingReport } from '../../../shared/schemas/standing.ts';
import { call } from '../../kit/api.ts';
import { useLoad } from '../../kit/ui/load.ts';
import { useCalmly } from '../calmly.ts';

/** A large board is asked for again at most so often: it is hundreds of kilobytes. */
const WHOLE_MS = 30_000;
const OWN_MS = 2_000;
const NONE: readonly Row[] = [];

/** The rows behind those of a live board, once somebody wants them. */
export function useRest(board: Snapshot, isWanted: boolean): readonly Row[] {
  const { rows, rev, subjects } = board.standings;
  const isAsked = isWanted && subjects > rows.length;
  const asked = useCalmly(rev, WHOLE_MS);
  const { id } = board.definition;
  const whole = useLoad(
    async () => (isAsked ? await call<Snapshot>('GET', `/api/boards/${id}`) : null),
    [isAsked, id, asked],
  );
  return useMemo(() => {
    if (!whole.data) return NONE;
    const known = new Set(rows.map(({ subjectId }) => subjectId));
    return whole.data.standings.rows.slice(rows.length).filter(({ subjectId }) => !known.has(subjectId));
  }, [whole.data, rows]);
}

/** The own row, where it lies behind all that are shown; of the main board alone. */
export function useOwnRow(board: Snapshot, rest: readonly Row[], ownId: string | null): readonly Row[] {
  const { rows, rev, subjects } = board.standings;
  const isMissing =
    ownId !== null &&
    board.definition.id === MAIN_BOARD &&
    subjects > rows.length &&
    ![...rows, ...rest].some(({ subjectId }) => subjectId === ownId);
  const asked = useCalmly(rev, OWN_MS);
  const own = useLoad(
    async () => (isMissing ? (await call<StandingReport>('GET', `/api/reps/${ownId}/standing`)).row : null),
    [isMissing, ownId, asked],
  );
  return useMemo(() => (isMissing && own.data ? [own.data] : NONE), [isMissing, own.data]);
}
