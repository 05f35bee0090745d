// What is still to be sold each working day to reach a quota (rules QT3, WS2).
import { worksOn, type WorkDay, type WorkPerson } from './workdays.ts';

/** A person's days in a period, as the formula of pace and need shows them. */
export interface WorkLeft {
  /** Working days of the person that are not over, today included until its working hours end. */
  daysLeft: number;
  /** Working minutes behind and in all, the person's own (rule QT3). */
  doneMinutes: number;
  minutes: number;
}

export interface Need {
  missing: number;
  daysLeft: number;
  /** Null where no working day is left. */
  perDay: number | null;
}

/** Counts a person's days in a period. Rules QT3, WS2. */
export function workLeft(days: readonly WorkDay[], person: WorkPerson): WorkLeft {
  const own = days.filter(({ date }) => worksOn(date, person));
  return {
    daysLeft: own.filter(({ done }) => done < 1).length,
    doneMinutes: own.reduce((sum, { done, minutes }) => sum + Math.round(done * minutes), 0),
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** What each remaining day must bring: missing ÷ days left, rounded up. Null without a quota, and once it is reached. */
export function needOf(value: number, quota: number | null, daysLeft: number): Need | null {
  if (quota === null || quota === 0 || value >= quota) return null;
  const missing = quota - value;
  return { missing, daysLeft, perDay: daysLeft === 0 ? null : dividedUp(missing, daysLeft) };
}

/** Whole numbers all the way: near 2^53 a fraction would be rounded. */
function dividedUp(whole: number, parts: number): number {
  const rest = whole % parts;
  return (whole - rest) / parts + (rest > 0 ? 1 : 0);
}
