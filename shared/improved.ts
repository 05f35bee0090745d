// Who does better than before: reps against their own averages of closed periods (rule FA3).
import type { WorkTime } from './workdays.ts';

/** What reps sold in closed periods, by rep index: the sum, and in how many of them they had a deal. */
export interface Past {
  sum: Float64Array;
  periods: Float64Array;
}

/** Room for rounding: what comes so near to a bound is compared exactly. */
const NEAR = 1 - 1e-9;

/**
 * The indexes of the reps who are furthest above what their averages make due by now, the best ratio first, at most
 * `limit`. Of equal ratios the larger value comes first, then the name (`nameOrder`). Compared exactly; a due part of
 * less than one unit is none, and so is every one before any of the working time is over. Rule FA3.
 */
export function mostImproved(
  values: Float64Array,
  past: Past,
  time: WorkTime,
  { nameOrder, limit }: { nameOrder: Int32Array; limit: number },
): number[] {
  const best: number[] = [];
  if (time.elapsed === 0) return best;
  const ratioOf = (index: number): number =>
    ((values[index] ?? 0) * (past.periods[index] ?? 0)) / (past.sum[index] ?? 1);
  let bar = (time.elapsed / time.total) * NEAR;
  for (let index = 0; index < past.sum.length; index += 1) {
    if (past.sum[index] === 0 || ratioOf(index) < bar) continue;
    const average = dueOf(past, time, index);
    if (average < 1 || !isAbove(values, past, time, index)) continue;
    best.push(index);
    best.sort((a, b) => compare(values, past, a, b) || (nameOrder[a] ?? 0) - (nameOrder[b] ?? 0));
    if (best.length <= limit) continue;
    best.pop();
    bar = Math.max(bar, ratioOf(best.at(-1) ?? index) * NEAR);
  }
  return best;
}

/** The part of a rep's average that is due by now, rounded down. */
export function dueOf(past: Past, time: WorkTime, index: number): number {
  const parts = BigInt(past.periods[index] ?? 0) * BigInt(time.total);
  return parts === 0n ? 0 : Number((BigInt(past.sum[index] ?? 0) * BigInt(time.elapsed)) / parts);
}

function isAbove(values: Float64Array, past: Past, time: WorkTime, index: number): boolean {
  const value = BigInt(values[index] ?? 0) * BigInt(past.periods[index] ?? 0) * BigInt(time.total);
  return value > BigInt(past.sum[index] ?? 0) * BigInt(time.elapsed);
}

/** Below 0 where a is further above the own average, or of equal ones has the larger value. */
function compare(values: Float64Array, past: Past, a: number, b: number): number {
  const ofA = BigInt(values[a] ?? 0) * BigInt(past.periods[a] ?? 0) * BigInt(past.sum[b] ?? 0);
  const ofB = BigInt(values[b] ?? 0) * BigInt(past.periods[b] ?? 0) * BigInt(past.sum[a] ?? 0);
  if (ofA === ofB) return (values[b] ?? 0) - (values[a] ?? 0);
  return ofA > ofB ? -1 : 1;
}
