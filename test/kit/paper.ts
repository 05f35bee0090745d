// Standings worked out with pencil and paper, to hold the server's against.
import type { DealView } from '../../shared/schemas/deals.ts';
import type { Range } from '../../shared/time.ts';

/** Ranks of reps by revenue, as anybody would work them out on paper from the list of deals. */
export function onPaper(
  all: readonly DealView[],
  { startsAt, endsAt }: Range,
  dense: boolean,
): Map<string, { value: number; rank: number }> {
  const sums = new Map<string, number>();
  for (const deal of all) {
    if (deal.void || deal.closedAt < startsAt || deal.closedAt >= endsAt) continue;
    for (const { repId, amountMinor } of deal.credits) sums.set(repId, (sums.get(repId) ?? 0) + amountMinor);
  }
  const values = [...sums.values()];
  const rankOf = (value: number) => {
    const better = values.filter((other) => other > value);
    return 1 + (dense ? new Set(better).size : better.length);
  };
  return new Map([...sums].map(([repId, value]) => [repId, { value, rank: rankOf(value) }]));
}
