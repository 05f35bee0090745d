// The ramp of those who have just joined: which part of a quota counts in their first months (rule QT7).
import { WHOLE_SHARE } from './money.ts';

/** Basis points of a quota in the month of joining, in the month after it, and so on; whole from there on. */
export type Ramp = readonly number[];

/** A ramp of more months than this is a quota of its own. */
export const MAX_RAMP_MONTHS = 24;

/**
 * The part of a quota that counts for somebody in a period of the local dates `first` to `last`, in basis points. A
 * period that lies in several calendar months has the mean of its days, from the day of joining on. Rule QT7.
 */
export function rampShare(ramp: Ramp, joinedOn: string | null, first: string, last: string): number {
  if (ramp.length === 0 || joinedOn === null || joinedOn > last) return WHOLE_SHARE;
  const from = joinedOn > first ? joinedOn : first;
  const joined = monthOf(joinedOn);
  if (monthOf(from) - joined >= ramp.length) return WHOLE_SHARE;
  let days = 0;
  let sum = 0;
  for (let month = monthOf(from); month <= monthOf(last); month += 1) {
    const begins = month === monthOf(from) ? dayOf(from) : 1;
    const ends = month === monthOf(last) ? dayOf(last) : daysIn(month);
    days += ends - begins + 1;
    sum += (ends - begins + 1) * (ramp[month - joined] ?? WHOLE_SHARE);
  }
  return Math.floor(sum / days);
}

/** That part of a quota, rounded down to a whole unit. */
export function rampedQuota(quota: number, shareBp: number): number {
  return Number((BigInt(quota) * BigInt(shareBp)) / BigInt(WHOLE_SHARE));
}

/** Months since year 0 of a date (YYYY-MM-DD). */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function dayOf(date: string): number {
  return Number(date.slice(8, 10));
}

function daysIn(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
}
