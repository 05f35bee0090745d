// The scale that bars and dials of a quota share: it runs to 130 %, so that going past the quota is seen.

const FULL_SCALE = 1.3;

/** Where a part of the quota lies on the scale, 0 to 1. */
export function onScale(part: number): number {
  return Math.max(0, Math.min(part, FULL_SCALE)) / FULL_SCALE;
}

export type Progress = 'over' | 'ahead' | 'behind';

/** Over the quota, or how it stands to the pace; without a pace nobody is behind. */
export function progressOf({ value, quota, pace }: { value: number; quota: number; pace: number | null }): Progress {
  if (value >= quota) return 'over';
  return pace !== null && value < pace ? 'behind' : 'ahead';
}
