// What a change of the books does to ranks and quotas: the rows of a period before it and after it. Rule CO3.
import type { Row } from './board-view.ts';
import type { SubjectType } from './deal.ts';

type Figures = Pick<Row, 'rank' | 'tied' | 'value' | 'deals' | 'attainment'>;

/** Somebody whose line is another than before; null where there was no line, or is none any more. */
export interface Shift {
  by: SubjectType;
  subjectId: string;
  name: string;
  quota: number | null;
  before: Figures | null;
  after: Figures | null;
}

function figuresOf({ rank, tied, value, deals, attainment }: Row): Figures {
  return { rank, tied, value, deals, attainment };
}

/** The lines that differ, those first whose value moves, each in the order of the board after. */
export function shiftsOf(by: SubjectType, before: readonly Row[], after: readonly Row[]): Shift[] {
  const had = new Map(before.map((row) => [row.subjectId, row]));
  const has = new Set(after.map((row) => row.subjectId));
  const gone = before.filter((row) => !has.has(row.subjectId));
  const shifts = [
    ...after.map((row) => shiftOf(by, had.get(row.subjectId) ?? null, row)),
    ...gone.map((row) => shiftOf(by, row, null)),
  ].filter(({ before: a, after: b }) => JSON.stringify(a) !== JSON.stringify(b));
  const moves = ({ before: a, after: b }: Shift) => a?.value !== b?.value;
  return [...shifts.filter(moves), ...shifts.filter((shift) => !moves(shift))];
}

function shiftOf(by: SubjectType, before: Row | null, after: Row | null): Shift {
  const { subjectId = '', name = '', quota = null } = after ?? before ?? {};
  return { by, subjectId, name, quota, before: before && figuresOf(before), after: after && figuresOf(after) };
}
