// Two periods side by side: closed ones as announced, the running one as it stands. Rule LA5.
import { knownBoard } from '../../shared/board.ts';
import type { Row } from '../../shared/board-view.ts';
import { Refusal } from '../../shared/problem.ts';
import type { CompareQuery, Comparison } from '../../shared/schemas/late.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../store/periods.ts';
import { finalOf, periodView } from './results.ts';

type Line = Comparison['total']['a'];

interface Result {
  period: Period;
  rows: readonly Row[];
  total: Row;
}

/** Everybody who is in one of the two, in the order of the second, then of the first. */
export function comparisonOf(parts: Parts, query: CompareQuery): Comparison {
  const [a, b] = [resultOf(parts, 'a', query.a), resultOf(parts, 'b', query.b)];
  const before = linesOf(a);
  const after = linesOf(b);
  const names = new Map([...b.rows, ...a.rows].map(({ subjectId, name }) => [subjectId, name]));
  const rows = [...names].map(([subjectId, name]) => {
    return { subjectId, name, a: before.get(subjectId) ?? null, b: after.get(subjectId) ?? null };
  });
  return {
    a: periodView(a.period),
    b: periodView(b.period),
    rows,
    total: { a: lineOf(a.total), b: lineOf(b.total) },
  };
}

function resultOf({ directory, tables, boards }: Parts, field: string, id: string): Result {
  const period = directory.periodById(id);
  if (!period) throw Refusal.field(field, 'period/not-found', 'is no period of this office');
  const { running } = boards;
  if (period.id === running.period?.id) {
    const [total] = running.scoreboard.view(knownBoard('office-revenue-period')).rows(1);
    if (!total) throw new Error('the office is always listed');
    return { period, rows: running.scoreboard.view(knownBoard('main')).rows(), total };
  }
  const final = period.closedAt === null ? null : tables.finals.read(period.id);
  if (!final) throw Refusal.field(field, 'period/not-closed', 'has not begun, or has no final yet');
  const { rows, total } = finalOf(final.standings);
  return { period, rows, total };
}

function linesOf({ rows }: Result): Map<string, Line> {
  return new Map(rows.map((row) => [row.subjectId, lineOf(row)]));
}

function lineOf({ rank, value, deals, quota, attainment }: Row): Line {
  return { rank, value, deals, quota, attainment };
}
