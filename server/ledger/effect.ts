// What a change would do, found by doing it: it is made behind a savepoint, looked at and taken back, so that the
// standings before it are those of the very same books. Rule CO3.
import { knownBoard, TYPES_FROM_TOP } from '../../shared/board.ts';
import type { SubjectType } from '../../shared/deal.ts';
import { shiftsOf } from '../../shared/effect.ts';
import type { Row } from '../../shared/board-view.ts';
import type { Effect } from '../../shared/schemas/corrections.ts';
import { finalOf, periodView } from '../boards/results.ts';
import type { Period } from '../store/periods.ts';
import { scoreboardIn } from './periods.ts';
import { DryRun, type Transaction } from './transaction.ts';

/** Nobody reads more; how many there are is said. */
const MOST_SHIFTS = 100;

type Lines = Readonly<Record<SubjectType, readonly Row[]>>;

const BOARD_OF: Readonly<Record<SubjectType, string>> = {
  rep: 'rep-revenue-period',
  team: 'team-revenue-period',
  office: 'office-revenue-period',
};

/**
 * Makes a change and gives what it gives; where it is only asked for, ends with its effect as the answer and nothing
 * done. `periodId` names a period that it touches although none of its deals moves.
 */
export function previewed<T extends object>(
  transaction: Transaction,
  { dryRun, periodId }: { dryRun: boolean; periodId?: string },
  change: () => T,
): T & { effect: Effect | null } {
  if (!dryRun) return { ...change(), effect: null };
  const { db } = transaction.store;
  db.exec('SAVEPOINT effect');
  const from = transaction.changes.length;
  const value = change();
  const periods = touched(transaction, from, periodId);
  const after = periods.map((period) => linesOf(transaction, period));
  db.exec('ROLLBACK TO effect');
  const before = periods.map((period) => linesOf(transaction, period));
  db.exec('RELEASE effect');
  const effect: Effect = {
    periods: periods.map((period) => ({ ...periodView(period), frozen: period.closedAt !== null })),
    shifts: [],
    more: 0,
  };
  periods.forEach(({ id }, place) => {
    for (const by of TYPES_FROM_TOP) {
      const shifts = shiftsOf(by, before[place]?.[by] ?? [], after[place]?.[by] ?? []);
      effect.shifts.push(...shifts.map((shift) => ({ periodId: id, ...shift })));
    }
  });
  effect.more = Math.max(0, effect.shifts.length - MOST_SHIFTS);
  effect.shifts.length -= effect.more;
  throw new DryRun({ ...value, effect });
}

/** The periods of the deals that came or went, in their order. */
function touched({ store, changes }: Transaction, from: number, periodId: string | undefined): Period[] {
  const instants = changes.slice(from).flatMap((change) => ('deal' in change ? [change.deal.closedAt] : []));
  return store.periods
    .list()
    .filter(({ id, startsAt, endsAt }) => id === periodId || instants.some((at) => startsAt <= at && at < endsAt));
}

/** A closed period says what was announced, an open one what the books say. */
function linesOf(transaction: Transaction, period: Period): Lines {
  const final = period.closedAt === null ? null : transaction.store.finals.read(period.id);
  if (final) {
    const { rows, total } = finalOf(final.standings);
    return { rep: rows, team: [], office: [total] };
  }
  const scoreboard = scoreboardIn(transaction, period);
  const rowsOf = (by: SubjectType): Row[] => scoreboard.view(knownBoard(BOARD_OF[by])).rows();
  return { rep: rowsOf('rep'), team: rowsOf('team'), office: rowsOf('office') };
}
