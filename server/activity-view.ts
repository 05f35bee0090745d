// Activities and plans as the API shows them.
import { planState, type Activity, type Plan } from '../shared/activity.ts';
import type { ActivityAnswer, ActivityView, PlanAnswer, PlanView } from '../shared/schemas/activities.ts';
import { windowAt } from '../shared/time.ts';
import { repName } from './deal-view.ts';
import type { Directory } from './directory.ts';

export function activityView(activity: Activity, directory: Directory): ActivityView {
  return { ...activity, repName: repName(directory, activity.repId) };
}

export function activityAnswer(activity: Activity, directory: Directory): ActivityAnswer {
  return { activity: activityView(activity, directory), rev: activity.rev };
}

export function planView(plan: Plan, directory: Directory, now: number): PlanView {
  return {
    ...plan,
    repName: repName(directory, plan.repId),
    state: planState(plan, dayStart(directory, now)),
  };
}

export function planAnswer(plan: Plan, directory: Directory, now: number): PlanAnswer {
  return { plan: planView(plan, directory, now), rev: plan.rev };
}

/** When the office's day began: what was due before is overdue (rule AC3). */
export function dayStart({ office }: Directory, now: number): number {
  return office ? windowAt('day', now, office).startsAt : now;
}
