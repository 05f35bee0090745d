// What a rep does on the way to a deal, and what a rep plans to do. Rules AC1–AC4.
import type { Scored } from './deal.ts';

export const ACTIVITY_KINDS = ['lead', 'call', 'meeting', 'visit', 'quote'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What can be planned with a customer and a time. */
export const PLAN_KINDS = ['call', 'meeting', 'visit'] as const satisfies readonly ActivityKind[];
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Something that a rep did: an immutable row. `seq` is its place in the order of receipt, apart from that of deals. */
export interface Activity {
  seq: number;
  id: string;
  repId: string;
  kind: ActivityKind;
  /** As told last; empty where nothing was told. */
  customer: string;
  note: string;
  /** When it happened. */
  at: number;
  recordedAt: number;
  rev: number;
  /** The plan that it fulfils. */
  planId: string | null;
  void: { reason: string; at: number } | null;
}

/** An open plan is overdue once its local day is over. Rule AC3. */
export const PLAN_STATES = ['open', 'overdue', 'done', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Something that a rep is going to do. */
export interface Plan {
  seq: number;
  id: string;
  repId: string;
  kind: PlanKind;
  customer: string;
  note: string;
  /** When it is due, as moved last. */
  at: number;
  recordedAt: number;
  rev: number;
  cancelledAt: number | null;
  /** The standing activity that fulfils it. */
  doneBy: string | null;
}

/** A plan's state as seen from a day of the office that starts at `dayStartsAt`. Rule AC3. */
export function planState({ at, cancelledAt, doneBy }: Plan, dayStartsAt: number): PlanState {
  if (doneBy !== null) return 'done';
  if (cancelledAt !== null) return 'cancelled';
  return at < dayStartsAt ? 'overdue' : 'open';
}

/** What standings need of an activity: it counts one, for its rep, when it happened. Rule AC1. */
export function scoredActivity({
  seq,
  at,
  recordedAt,
  repId,
}: Pick<Activity, 'seq' | 'at' | 'recordedAt' | 'repId'>): Scored {
  return { seq, closedAt: at, recordedAt, credits: [{ repId, amountMinor: 1 }] };
}
