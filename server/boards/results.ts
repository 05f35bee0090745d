// A board's view as the API and the screens show it.
import type { PeriodView, Standings } from '../../shared/patch.ts';
import type { BoardView } from '../../shared/board-view.ts';
import type { Range } from '../../shared/time.ts';
import type { Period } from '../store/periods.ts';

export function periodView(period: Period): PeriodView {
  const { id, name, startsAt, endsAt, closedAt } = period;
  return { id, name, startsAt, endsAt, closedAt };
}

/** A frozen result; a restated one names what it stands in for (rule LA3). */
export interface FrozenStandings extends Standings {
  restates?: { hash: string; reason: string };
}

/** Frozen standings as they were stored; those from before there were photos lack them. */
export function finalOf(text: string): FrozenStandings {
  const standings = JSON.parse(text) as FrozenStandings;
  const faceless = <T extends object>(row: T): T => ({ photoId: null, ...row });
  return { ...standings, rows: standings.rows.map(faceless), total: faceless(standings.total) };
}

export function standingsOf(
  view: BoardView,
  total: BoardView,
  about: { rev: number; asOf: number; window: Range; period: Period | null; limit?: number },
): Standings {
  const totalRow = total.rows(1)[0];
  if (!totalRow) throw new Error('the office is always listed');
  return {
    rev: about.rev,
    asOf: about.asOf,
    window: { startsAt: about.window.startsAt, endsAt: about.window.endsAt },
    period: about.period && periodView(about.period),
    rows: view.rows(about.limit),
    subjects: view.listedCount,
    total: totalRow,
  };
}
