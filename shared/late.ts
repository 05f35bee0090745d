// Which deals a frozen result knows, and which came too late for it. Rules PD3, LA1.
import type { PastVoid } from './deal.ts';

/** How far the books had come when a result was frozen. */
export interface Frozen {
  rev: number;
  frozenAt: number;
  /** `seq` of the last deal then; 0 for none. */
  lastSeq: number;
}

export interface Known {
  seq: number;
  pastVoids: readonly Pick<PastVoid, 'at' | 'rev' | 'backAt' | 'backRev'>[];
}

/**
 * Whether a deal that stands is in none of what was frozen: it came after it, or it was void then and has been restored
 * since. Rule LA1.
 */
export function isLate({ seq, pastVoids }: Known, final: Frozen): boolean {
  const isBefore = (rev: number, at: number) => rev < final.rev || (rev === final.rev && at < final.frozenAt);
  return (
    seq > final.lastSeq || pastVoids.some((one) => isBefore(one.rev, one.at) && !isBefore(one.backRev, one.backAt))
  );
}
