// The office's day so far, from its live window.
import { knownBoard } from '../../shared/board.ts';
import { FACT_LIMITS, type Today } from '../../shared/facts.ts';
import type { LiveWindow } from './live-window.ts';

/** Reps by revenue today. */
export const DAY_BOARD = knownBoard('rep-revenue-today');

/** The day of the window `today`. Rule FA1. */
export function todayOf(today: LiveWindow): Today {
  const { scoreboard, day } = today;
  const { roster } = scoreboard.context;
  const { value, deals } = scoreboard.totalsOf('office');
  const best = scoreboard.view(DAY_BOARD).rows(FACT_LIMITS.best);
  const largest = day?.largest ?? null;
  return {
    value: value[0] ?? 0,
    deals: deals[0] ?? 0,
    best: best
      .filter(({ rank }) => rank !== null)
      .map((row) => ({
        subjectId: row.subjectId,
        name: row.name,
        photoId: row.photoId,
        value: row.value,
        deals: row.deals,
      })),
    largest: largest && {
      name: roster.reps[roster.indexOf('rep', largest.repId)]?.name ?? '',
      amountMinor: largest.amountMinor,
    },
    hours: day?.hours ?? [],
  };
}
