// The facts of a board: what scenes show beside its rows.
import type { BoardDefinition } from '../../shared/board.ts';
import { FACT_LIMITS, type Facts } from '../../shared/facts.ts';
import type { LiveWindow } from './live-window.ts';

/** A board's facts, from the live window that it is drawn from. Rule FA1. */
export function factsOf(definition: BoardDefinition, window: LiveWindow): Facts {
  const teams = window.scoreboard.view({ ...definition, id: `teams-${definition.metric}`, by: 'team', level: 1 });
  return {
    teams: teams.rows(FACT_LIMITS.teams),
    course: { startsAt: window.range.startsAt, ends: [window.range.endsAt], pace: null },
    sums: [],
    projection: null,
    today: { value: 0, deals: 0, best: [], largest: null, hours: [] },
    improved: [],
    records: [],
    hall: [],
  };
}
