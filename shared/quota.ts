// Quotas of one period and one metric, for reps and for groups, and the pace towards them (rules QT1–QT4).
import { isActivityMetric, type Metric } from './metric.ts';
import { OFFICE_ID, type Quota, type QuotaMetric, type SubjectType } from './deal.ts';
import type { Roster } from './roster.ts';
import { dateOf, instantIn, type Range } from './time.ts';
import {
  isWithOffice,
  paceOf,
  workDays,
  workTime,
  type WorkCalendar,
  type WorkPerson,
  type WorkTime,
} from './workdays.ts';

/** `own` was set for the subject, `default` is the office's for new reps, `sum` adds up a group's reps. */
export type QuotaSource = 'own' | 'default' | 'sum';

export interface SubjectQuota {
  quota: number;
  source: QuotaSource;
  /** What the reps of a group add up to, shown beside a quota of its own (rule QT1). */
  sum: number;
  pace: number;
}

export interface QuotaRules {
  roster: Roster;
  period: Range;
  metric: QuotaMetric;
  quotas: readonly Quota[];
  /** For reps without a quota of their own; null for none (rule QT4). */
  defaultAmount: number | null;
  calendar: WorkCalendar;
  at: number;
}

export type QuotaBook = Readonly<Record<SubjectType, readonly (SubjectQuota | null)[]>>;

interface Group {
  sum: number;
  pace: number;
  time: WorkTime;
}

/** The quotas that a board's metric is measured by; null where there are none of its kind. */
export function quotaMetric(metric: Metric): QuotaMetric | null {
  if (isActivityMetric(metric)) return null;
  return metric === 'deals' ? 'deals' : 'revenue';
}

/** Everyone's quota and pace in a period; null where there is none (rule QT2). */
export function quotaBook(rules: QuotaRules): QuotaBook {
  const { roster } = rules;
  const own = ownAmounts(rules);
  const days = workDays(rules.period, rules.calendar, rules.at);
  const office = emptyGroup();
  const teams = roster.teams.map(emptyGroup);
  const countedAt = instantIn(rules.period, rules.at);
  const defaultOf = defaultAmounts(rules);
  const reps = roster.reps.map((rep) => {
    const time = workTime(days, rep);
    const explicit = own.get(`rep:${rep.id}`);
    const quota = explicit ?? defaultOf(rep);
    const pace = paceOf(quota, time);
    for (const group of [office, ...roster.teamsAt(rep.id, countedAt).map((index) => teams[index])]) {
      if (group) join(group, quota, pace, time);
    }
    if (quota === 0) return null;
    return { quota, source: explicit === undefined ? ('default' as const) : ('own' as const), sum: quota, pace };
  });
  const officeTime = workTime(days, ANYBODY);
  return {
    rep: reps,
    team: teams.map((group, index) => groupQuota(group, own.get(`team:${roster.teams[index]?.id ?? ''}`), officeTime)),
    office: [groupQuota(office, own.get(`office:${OFFICE_ID}`), officeTime)],
  };
}

/** Who works whenever the office does: paces the quota of a group that has nobody in it. */
export const ANYBODY: WorkPerson = { joinedOn: null, leftOn: null, workShareBp: 10_000, absences: [] };

/** The default serves whoever belongs to the office in the period; those gone before or still to come have none. */
export function defaultAmounts({
  period,
  calendar,
  defaultAmount,
}: Omit<QuotaRules, 'at'>): (person: WorkPerson) => number {
  const first = dateOf(period.startsAt, calendar.timeZone);
  const last = dateOf(period.endsAt - 1, calendar.timeZone);
  return (person) => (isWithOffice(person, first, last) ? (defaultAmount ?? 0) : 0);
}

/** Quotas that were set, by `type:id` of their subjects. */
export function ownAmounts(rules: Omit<QuotaRules, 'at'>): Map<string, number> {
  return new Map(
    rules.quotas
      .filter((quota) => quota.metric === rules.metric)
      .map((quota) => [`${quota.subjectType}:${quota.subjectId}`, quota.amount]),
  );
}

function emptyGroup(): Group {
  return { sum: 0, pace: 0, time: { elapsed: 0, total: 0 } };
}

function join(group: Group, quota: number, pace: number, time: WorkTime): void {
  group.sum += quota;
  group.pace += pace;
  group.time.elapsed += time.elapsed;
  group.time.total += time.total;
}

function groupQuota(group: Group, explicit: number | undefined, officeTime: WorkTime): SubjectQuota | null {
  const quota = explicit ?? group.sum;
  if (quota === 0) return null;
  if (explicit === undefined) return { quota, source: 'sum', sum: group.sum, pace: group.pace };
  const time = group.time.total === 0 ? officeTime : group.time;
  return { quota, source: 'own', sum: group.sum, pace: paceOf(explicit, time) };
}

/** Value ÷ quota, for showing only; null is "none" (rule QT2). Comparisons use `compareRatios`. */
export function attainmentOf(value: number, quota: number | null): number | null {
  return quota === null || quota === 0 ? null : value / quota;
}
