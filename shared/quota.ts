// Quotas of one period and one metric, for reps and for groups, and the pace towards them (rules QT1–QT7).
import { QUOTA_METRICS, type Metric, type QuotaMetric } from './metric.ts';
import { OFFICE_ID, type Quota, type SubjectType } from './deal.ts';
import { rampedQuota, rampShare, type Ramp } from './ramp.ts';
import { WHOLE_SHARE } from './money.ts';
import type { Rep, Roster } from './roster.ts';
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
  /** What it comes from where a joiner's ramp takes a part of it: the whole, and the part in basis points (rule QT7). */
  ramp: { whole: number; shareBp: number } | null;
}

export interface QuotaRules {
  roster: Roster;
  period: Range;
  metric: QuotaMetric;
  quotas: readonly Quota[];
  /** For reps without a quota of their own; null for none (rule QT4). */
  defaultAmount: number | null;
  /** The office's ramp for those who join. Rule QT7. */
  ramp: Ramp;
  calendar: WorkCalendar;
  at: number;
}

export type QuotaBook = Readonly<Record<SubjectType, readonly (SubjectQuota | null)[]>>;

interface Group {
  sum: number;
  pace: number;
  time: WorkTime;
}

/** The quotas that a board's metric is measured by; null where there are none of its kind. Rule QT6. */
export function quotaMetric(metric: Metric): QuotaMetric | null {
  if (metric === 'attainment') return 'revenue';
  return QUOTA_METRICS.find((one) => one === metric) ?? null;
}

/** Everyone's quota and pace in a period; null where there is none (rule QT2). */
export function quotaBook(rules: QuotaRules): QuotaBook {
  const { roster } = rules;
  const own = ownAmounts(rules);
  const days = workDays(rules.period, rules.calendar, rules.at);
  const office = emptyGroup();
  const teams = roster.teams.map(emptyGroup);
  const countedAt = instantIn(rules.period, rules.at);
  const quotaOf = repQuotas(rules, own);
  const reps = roster.reps.map((rep) => {
    const time = workTime(days, rep);
    const { quota, source, ramp } = quotaOf(rep);
    const pace = paceOf(quota, time);
    for (const group of [office, ...roster.teamsAt(rep.id, countedAt).map((index) => teams[index])]) {
      if (group) join(group, quota, pace, time);
    }
    if (quota === 0) return null;
    return { quota, source, sum: quota, pace, ramp };
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

/** A rep's quota before time has its part in it; 0 is none. */
export type RepQuota = Pick<SubjectQuota, 'quota' | 'source' | 'ramp'>;

/**
 * Each rep's own quota, or the default of whoever belongs to the office in the period: those gone before or still to
 * come have none. Cut by the ramp of those who have just joined. Rules QT4, QT7.
 */
export function repQuotas(rules: Omit<QuotaRules, 'at'>, own = ownAmounts(rules)): (rep: Rep) => RepQuota {
  const { period, calendar, defaultAmount } = rules;
  const first = dateOf(period.startsAt, calendar.timeZone);
  const last = dateOf(period.endsAt - 1, calendar.timeZone);
  return (rep) => {
    const explicit = own.get(`rep:${rep.id}`);
    const whole = explicit ?? (isWithOffice(rep, first, last) ? (defaultAmount ?? 0) : 0);
    const shareBp = rampShare(rep.ramp ?? rules.ramp, rep.joinedOn, first, last);
    const isCut = shareBp < WHOLE_SHARE && whole > 0;
    return {
      quota: isCut ? rampedQuota(whole, shareBp) : whole,
      source: explicit === undefined ? 'default' : 'own',
      ramp: isCut ? { whole, shareBp } : null,
    };
  };
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
  if (explicit === undefined) return { quota, source: 'sum', sum: group.sum, pace: group.pace, ramp: null };
  const time = group.time.total === 0 ? officeTime : group.time;
  return { quota, source: 'own', sum: group.sum, pace: paceOf(explicit, time), ramp: null };
}

/** Value ÷ quota, for showing only; null is "none" (rule QT2). Comparisons use `compareRatios`. */
export function attainmentOf(value: number, quota: number | null): number | null {
  return quota === null || quota === 0 ? null : value / quota;
}
