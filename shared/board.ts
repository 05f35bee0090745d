// What a board ranks. Every combination of subject, metric and window is a board; `main` is reps by revenue in the
// running period.
import type { SubjectType } from './deal.ts';
import { METRICS, type Metric } from './metric.ts';

export const WINDOWS = ['period', 'today', 'week', 'month', 'quarter', 'year'] as const;
export type WindowKind = (typeof WINDOWS)[number];

export const SUBJECT_TYPES = ['rep', 'team', 'office'] as const satisfies readonly SubjectType[];
/** The same in reading order. */
export const TYPES_FROM_TOP = ['office', 'team', 'rep'] as const satisfies readonly SubjectType[];

/** Competition ranking is 1, 2, 2, 4; dense is 1, 2, 2, 3 (rule ST1). */
export type TieRule = 'competition' | 'dense';

export interface BoardDefinition {
  id: string;
  by: SubjectType;
  metric: Metric;
  window: WindowKind;
  /** Team boards rank the teams of one level (1 right below the office); null ranks every team. */
  level: number | null;
}

export const MAIN_BOARD = 'main';

/** A board of the list by its parts: the one named `<by>-<metric>-<window>`, or `main`, which stands for that one. */
export function boardIdOf({ by, metric, window }: Pick<BoardDefinition, 'by' | 'metric' | 'window'>): string {
  const id = `${by}-${metric}-${window}`;
  return id === MAIN_TWIN ? MAIN_BOARD : id;
}

const MAIN_TWIN = 'rep-revenue-period';

/** All boards, `main` first; the others are named `<by>-<metric>-<window>`. */
export const BOARDS: readonly BoardDefinition[] = [
  { id: MAIN_BOARD, by: 'rep', metric: 'revenue', window: 'period', level: null },
  ...SUBJECT_TYPES.flatMap((by) =>
    METRICS.flatMap((metric) =>
      WINDOWS.map((window) => ({
        id: `${by}-${metric}-${window}`,
        by,
        metric,
        window,
        level: by === 'team' ? 1 : null,
      })),
    ),
  ),
];

const BY_ID = new Map(BOARDS.map((board) => [board.id, board]));

export function boardById(id: string): BoardDefinition | undefined {
  return BY_ID.get(id);
}

/** A board that is always there. Throws for any other. */
export function knownBoard(id: string): BoardDefinition {
  const board = BY_ID.get(id);
  if (!board) throw new Error(`there is no board ${id}`);
  return board;
}
