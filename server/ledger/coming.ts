// What comes after a period, by plan and by the office's calendar: asked by the roll-over and by the desk's preview.
import type { CalendarUnit } from '../../shared/calendar/units.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { ComingPeriod } from '../../shared/schemas/calendar.ts';
import { windowAt, type Range } from '../../shared/time.ts';
import { workDays } from '../../shared/workdays.ts';
import type { Period } from '../store/periods.ts';
import { openEndedName, periodName } from './period-names.ts';

/** Nobody looks further ahead, and counting working days takes its time. */
const FURTHEST_MS = 12 * 366 * 86_400_000;

/** The period that runs at an instant, if one does. */
export function runningIn(periods: readonly Period[], at: number): Period | undefined {
  return periods.find((one) => one.closedAt === null && one.startsAt <= at && at < one.endsAt);
}

/** Opened by itself where no planned period begins. */
export interface Opening extends Range {
  name: string;
  isOpenEnded: boolean;
}

/** What follows at an instant: the period that is planned to begin there, or one that opens by itself. Rules PD5, PD9. */
export function nextAt(
  periods: readonly Period[],
  startsAt: number,
  now: number,
  office: OfficeSettings,
): { planned: Period } | { opening: Opening } {
  const planned = periods.find((one) => one.startsAt >= startsAt);
  if (planned?.startsAt === startsAt) return { planned };
  if (office.periodUnit === 'custom') {
    const endsAt = openEnd(periods, startsAt, now, office);
    return { opening: { startsAt, endsAt, name: openEndedName(startsAt, office), isOpenEnded: true } };
  }
  const range = { startsAt, endsAt: boundaryAfter(office.periodUnit, startsAt, planned, office) };
  return { opening: { ...range, name: periodName(range, office), isOpenEnded: false } };
}

/** The calendar's next boundary after an instant, but never into a period that is planned. */
export function boundaryAfter(
  unit: CalendarUnit,
  at: number,
  planned: Period | undefined,
  office: OfficeSettings,
): number {
  const { endsAt } = windowAt(unit, at, office);
  return Math.min(endsAt, planned?.startsAt ?? endsAt);
}

/** When an open-ended period that began at `startsAt` ends, as things stand: with the plan, else with the day. Rule PD9. */
export function openEnd(periods: readonly Period[], startsAt: number, now: number, office: OfficeSettings): number {
  const planned = periods.find((one) => one.startsAt > startsAt);
  return planned?.startsAt ?? windowAt('day', Math.max(startsAt, now), office).endsAt;
}

/**
 * The period that runs at `now` and the `count` next ones as they will be if nobody does anything. With `unit` those
 * that no plan covers follow that calendar, whatever the office's is: a plan to be made. Rule PD12.
 */
export function comingPeriods(
  periods: readonly Period[],
  office: OfficeSettings,
  { now, count, unit = office.periodUnit }: { now: number; count: number; unit?: OfficeSettings['periodUnit'] },
): ComingPeriod[] {
  const running = runningIn(periods, now);
  const coming: ComingPeriod[] = running ? [knownPeriod(running, now, office)] : [];
  const rules = { ...office, periodUnit: unit };
  let at = running?.endsAt ?? now;
  for (let left = count; left > 0 && at < now + FURTHEST_MS; left -= 1) {
    // What goes on from day to day has no end that anything could follow.
    if (coming.at(-1)?.isOpenEnded && unit === 'custom' && !periods.some((one) => one.startsAt >= at)) break;
    const next = nextAt(periods, at, Math.max(at, now), rules);
    const one = 'planned' in next ? knownPeriod(next.planned, now, office) : newPeriod(next.opening, office);
    coming.push(one);
    at = one.endsAt;
  }
  return coming;
}

/** A period of the books that runs or is planned. */
export function knownPeriod(period: Period, now: number, office: OfficeSettings): ComingPeriod {
  const { id, name, startsAt, endsAt, isOpenEnded } = period;
  const state = startsAt <= now ? 'running' : 'planned';
  return { id, name, startsAt, endsAt, isOpenEnded, state, workingDays: workingDays(period, office) };
}

function newPeriod(opening: Opening, office: OfficeSettings): ComingPeriod {
  return { id: null, ...opening, state: 'calendar', workingDays: workingDays(opening, office) };
}

function workingDays(range: Range, office: OfficeSettings): number {
  return workDays(range, office, range.startsAt).length;
}
