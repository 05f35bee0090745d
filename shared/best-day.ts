// The best day of one seller (rule FA4).
import { windowAt, type CalendarRules } from './time.ts';

export interface DaySum {
  /** The start of the local day. */
  at: number;
  value: number;
}

/** The local day with the largest sum, the earliest of equal ones; null where nothing was sold. Rule FA4. */
export function bestDayOf(
  credits: readonly { closedAt: number; amountMinor: number }[],
  rules: CalendarRules,
): DaySum | null {
  let best: DaySum | null = null;
  let day: (DaySum & { endsAt: number }) | null = null;
  for (const { closedAt, amountMinor } of [...credits].sort((a, b) => a.closedAt - b.closedAt)) {
    if (day === null || closedAt >= day.endsAt) {
      const { startsAt, endsAt } = windowAt('day', closedAt, rules);
      day = { at: startsAt, endsAt, value: 0 };
    }
    day.value += amountMinor;
    if (day.value > (best?.value ?? 0)) best = { at: day.at, value: day.value };
  }
  return best;
}
