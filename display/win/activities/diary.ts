// What a rep's diary shows: what the server knows, with what still waits in the phone laid over it. Rule AC5.
import { ACTIVITY_KINDS, type ActivityKind, type PlanKind } from '../../../shared/activity.ts';
import { UNDO_MS } from '../../../shared/deal.ts';
import type { ActivityView, PlanView } from '../../../shared/schemas/activities.ts';
import { datePlus, localDate, weekdayOf } from '../../kit/local-date.ts';
import type { ErrandEntry } from '../outbox/entry.ts';

/** An activity that stands. */
export interface Done {
  id: string;
  kind: ActivityKind;
  customer: string;
  note: string;
  at: number;
  planId: string | null;
  /** Until when it can be taken back. */
  undoUntil: number;
}

export interface Planned {
  id: string;
  kind: PlanKind;
  customer: string;
  note: string;
  at: number;
}

/** The latest of what the server said: this week's activities, and the plans that are open. */
export interface Known {
  activities: readonly Done[];
  plans: readonly Planned[];
}

export const NOTHING_KNOWN: Known = { activities: [], plans: [] };

export function doneOf({ id, kind, customer, note, at, planId, recordedAt }: ActivityView): Done {
  return { id, kind, customer, note, at, planId, undoUntil: recordedAt + UNDO_MS };
}

export function plannedOf({ id, kind, customer, note, at }: PlanView): Planned {
  return { id, kind, customer, note, at };
}

/** What is known after an answer of the server: what it is about is as it says, and no more than that has changed. */
export function learn(known: Known, answer: { activity: ActivityView } | { plan: PlanView }): Known {
  if ('plan' in answer) {
    const { plan } = answer;
    const others = known.plans.filter(({ id }) => id !== plan.id);
    const isOpen = plan.state === 'open' || plan.state === 'overdue';
    return { ...known, plans: isOpen ? [...others, plannedOf(plan)] : others };
  }
  const { activity } = answer;
  const others = known.activities.filter(({ id }) => id !== activity.id);
  if (activity.void) return { ...known, activities: others };
  return {
    activities: [...others, doneOf(activity)],
    plans: known.plans.filter(({ id }) => id !== activity.planId),
  };
}

/** The diary with one waiting errand done. */
function apply({ activities, plans }: Known, { errand, createdAt }: ErrandEntry): Known {
  const withoutPlan = (planId: string | null | undefined) => plans.filter(({ id }) => id !== planId);
  switch (errand.type) {
    case 'log': {
      const { id, kind, customer = '', note = '', planId = null } = errand.body;
      const at = Number(errand.body.at ?? createdAt);
      const others = activities.filter((one) => one.id !== id);
      const mine = { id, kind, customer, note, at, planId, undoUntil: Number.POSITIVE_INFINITY };
      return { activities: [...others, mine], plans: withoutPlan(planId) };
    }
    case 'describe':
      return { activities: activities.map((one) => (one.id === errand.id ? { ...one, ...errand.body } : one)), plans };
    case 'take-back':
      return { activities: activities.filter(({ id }) => id !== errand.id), plans };
    case 'plan': {
      const { id, kind, customer, note = '', at } = errand.body;
      return { activities, plans: [...withoutPlan(id), { id, kind, customer, note, at: Number(at) }] };
    }
    case 'move':
      return { activities, plans: plans.map((one) => (one.id === errand.id ? { ...one, at: errand.at } : one)) };
    case 'cancel':
      return { activities, plans: withoutPlan(errand.id) };
  }
}

export type Counts = Readonly<Record<ActivityKind, number>>;

export interface Diary {
  /** What was done today, the latest first. */
  today: readonly Done[];
  counts: Counts;
  /** Each day of the week and how much was done on it. */
  week: readonly { date: string; count: number; isToday: boolean }[];
  /** The earliest first. */
  plans: readonly (Planned & { isOverdue: boolean })[];
  /** Waits in the phone. */
  pending: ReadonlySet<string>;
}

export interface DiaryRules {
  now: number;
  timeZone: string;
  /** ISO weekday. */
  weekStart: number;
}

/** The first date of the week around an instant. */
export function weekBegin({ now, timeZone, weekStart }: DiaryRules): string {
  const today = localDate(now, timeZone);
  return datePlus(today, -((weekdayOf(today) - weekStart + 7) % 7));
}

export function diaryOf(known: Known, errands: readonly ErrandEntry[], rules: DiaryRules): Diary {
  const waiting = errands.filter(({ refusal }) => refusal === null);
  const { activities, plans } = waiting.reduce(apply, known);
  const { now, timeZone } = rules;
  const today = localDate(now, timeZone);
  const dated = activities.map((one) => ({ ...one, date: localDate(one.at, timeZone) }));
  const first = weekBegin(rules);
  const week = Array.from({ length: 7 }, (_, day) => datePlus(first, day)).map((date) => ({
    date,
    count: dated.filter((one) => one.date === date).length,
    isToday: date === today,
  }));
  const todays = dated.filter(({ date }) => date === today).sort((a, b) => b.at - a.at);
  return {
    today: todays,
    counts: countsOf(todays),
    week,
    plans: plans
      .map((plan) => ({ ...plan, isOverdue: localDate(plan.at, timeZone) < today }))
      .sort((a, b) => a.at - b.at),
    pending: new Set(waiting.map(({ errand }) => ('id' in errand ? errand.id : errand.body.id))),
  };
}

function countsOf(done: readonly Done[]): Counts {
  const counts = Object.fromEntries(ACTIVITY_KINDS.map((kind) => [kind, 0])) as Record<ActivityKind, number>;
  for (const { kind } of done) counts[kind] += 1;
  return counts;
}
