// What scenes show beside the rows: figures of the office in the board's window. The server computes them; they travel
// with the board's snapshot and patches, so that a TV computes none and holds no deals (rule FA1).
import type { Row } from './board-view.ts';

/** The way of the office's sum over the window: the buckets and the pace at each of their ends. Days, or weeks in a long
 * window. Money is minor units, or deals where the metric is deals. */
export interface Course {
  startsAt: number;
  /** The end of each bucket, epoch ms, ascending; the last is the window's end. */
  ends: readonly number[];
  /** What should have been reached at each end; null without a quota. */
  pace: readonly number[] | null;
}

/** The office's day so far, whatever the board's window. */
export interface Today {
  value: number;
  deals: number;
  /** The best three of the day, by revenue. */
  best: readonly { subjectId: string; name: string; photoId: string | null; value: number; deals: number }[];
  /** The day's largest deal. */
  largest: { name: string; amountMinor: number } | null;
  /** Revenue by hour of the local day, 24 numbers. */
  hours: readonly number[];
}

/** A rep against the own average of closed periods, at the same part of the working time. Rule FA3. */
export interface Improved {
  subjectId: string;
  name: string;
  photoId: string | null;
  value: number;
  /** The average's part that is due by now. */
  average: number;
}

/** A record of the office. Rule FA4. */
export interface RecordMark {
  kind: 'deal' | 'day' | 'period';
  /** The rep; the office's name for a record of all together. */
  name: string;
  photoId: string | null;
  value: number;
  /** When it was set; for a period its name. */
  at: number;
  label: string;
}

/** A closed period's first three, as announced (rule PD2). */
export interface Hall {
  periodId: string;
  period: string;
  closedAt: number;
  first: readonly { subjectId: string; name: string; photoId: string | null; rank: number; value: number }[];
}

export interface Facts {
  /** The first teams of the level below the office, in the board's window and metric. */
  teams: readonly Row[];
  course: Course;
  /** The office's sum at the end of each bucket that has begun. */
  sums: readonly number[];
  /** What the office comes to at the window's end if it goes on as it did; null while no working time is over. Rule FA2. */
  projection: number | null;
  today: Today;
  improved: readonly Improved[];
  records: readonly RecordMark[];
  hall: readonly Hall[];
}

export const FACT_NAMES = [
  'teams',
  'course',
  'sums',
  'projection',
  'today',
  'improved',
  'records',
  'hall',
] as const satisfies readonly (keyof Facts)[];

/** How much of each the wall is sent (rule PT6). */
export const FACT_LIMITS = { teams: 10, best: 3, improved: 5, records: 6, hall: 6, buckets: 54 } as const;
