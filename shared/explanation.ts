// Why somebody's value is what it is: each deal with its part in it, so that a rep can add it up (rule WS1).
import type { Range } from './time.ts';

/** `corrected` gave way to another deal; `late` fell in a period that was closed before it was received, or restored (rule PD3). */
export const FATES = ['counted', 'voided', 'corrected', 'late'] as const;
export type Fate = (typeof FATES)[number];

/** A deal as its rep sees it: the own credit, when the books learned of it, and when they took it out again. */
export interface OwnDeal {
  seq: number;
  rev: number;
  closedAt: number;
  recordedAt: number;
  creditMinor: number;
  shareBp: number;
  void: { at: number; rev: number; replacedBy: string | null } | null;
  /** Voids that were taken back: when they began and when they ended (rule CO1). */
  pastVoids: readonly { at: number; rev: number; backAt: number; backRev: number }[];
}

/** The result that is explained: a window as the books stood at a rev; for a closed one when it was closed. */
export interface Explained {
  range: Range;
  rev: number;
  closedAt: number | null;
}

export interface Sum {
  deals: number;
  minor: number;
}

/** What deals of each fate come to; those that count are told apart by whether they were split. */
export interface Sums {
  /** Counted, all of it the rep's. */
  whole: Sum;
  /** Counted, a share of it. */
  shares: Sum;
  voided: Sum;
  corrected: Sum;
  late: Sum;
}

export interface Explanation<T extends OwnDeal> {
  /** The latest received first. */
  items: readonly (T & { fate: Fate; countsMinor: number })[];
  sums: Sums;
  /** What the board says: the two sums that count. */
  value: number;
  deals: number;
  /** `seq` of the deal that completed the value (rule ST2); 0 for none. */
  reached: number;
}

const WHOLE_BP = 10_000;

/** Tells of each deal what became of it and what it adds. Rule WS1. */
export function explain<T extends OwnDeal>(deals: readonly T[], result: Explained): Explanation<T> {
  const items = deals
    .map((deal) => {
      const fate = fateOf(deal, result);
      return { ...deal, fate, countsMinor: fate === 'counted' ? deal.creditMinor : 0 };
    })
    .sort((a, b) => b.seq - a.seq);
  const sumOf = (accepts: (item: (typeof items)[number]) => boolean): Sum => {
    const some = items.filter(accepts);
    return { deals: some.length, minor: some.reduce((sum, { creditMinor }) => sum + creditMinor, 0) };
  };
  const sums = {
    whole: sumOf(({ fate, shareBp }) => fate === 'counted' && shareBp === WHOLE_BP),
    shares: sumOf(({ fate, shareBp }) => fate === 'counted' && shareBp !== WHOLE_BP),
    voided: sumOf(({ fate }) => fate === 'voided'),
    corrected: sumOf(({ fate }) => fate === 'corrected'),
    late: sumOf(({ fate }) => fate === 'late'),
  };
  return {
    items,
    sums,
    value: sums.whole.minor + sums.shares.minor,
    deals: sums.whole.deals + sums.shares.deals,
    reached: items.find(({ countsMinor }) => countsMinor > 0)?.seq ?? 0,
  };
}

/** What became of a deal in a result. A void after a close takes nothing from what was announced. Rules PD2, PD3. */
export function fateOf(deal: OwnDeal, result: Explained): Fate {
  const isInTime = covers(result.range, deal.closedAt) && wasKnown({ rev: deal.rev, at: deal.recordedAt }, result);
  const out = deal.void !== null && (!isInTime || wasKnown(deal.void, result)) ? deal.void : null;
  if (out) return out.replacedBy === null ? 'voided' : 'corrected';
  // One that was void when the result was made, and has been restored since, counts nothing there either.
  const wasOut = deal.pastVoids.some((one) => {
    return wasKnown(one, result) && !wasKnown({ rev: one.backRev, at: one.backAt }, result);
  });
  return isInTime && !wasOut ? 'counted' : 'late';
}

function covers({ startsAt, endsAt }: Range, at: number): boolean {
  return at >= startsAt && at < endsAt;
}

/** Whether the result was made with it. What shares the rev of a close shared its commit: there the time decides. */
function wasKnown(event: { rev: number; at: number }, { rev, closedAt }: Explained): boolean {
  if (event.rev !== rev || closedAt === null) return event.rev <= rev;
  return event.at < closedAt;
}
