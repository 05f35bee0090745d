// The office's pace at many instants of a period at once (rules FA2, QT3, QT5).
import { OFFICE_ID } from './deal.ts';
import { ANYBODY, ownAmounts, repQuotas, type QuotaRules } from './quota.ts';
import { dateOf } from './time.ts';
import { isWithOffice, paceOf, workDays, worksOn, type WorkDay, type WorkPerson, type WorkTime } from './workdays.ts';

/** Working minutes until the end of each bucket, and of the whole period. */
interface Curve {
  elapsed: readonly number[];
  total: number;
}

/** Reps who work whenever the office does: one curve serves them all. */
interface Plain {
  quota: number;
  shareBp: number;
}

/** A rep with a curve of the own. */
interface Special extends Plain {
  curve: Curve;
}

/**
 * What the office should have reached at each of the `ends`, which are ends of local days or of the period; null
 * without a quota. Where the quota is the sum of its reps' quotas this is the pace of a quota book up to less than one
 * unit per rep: those who work like the office are rounded together. Rules QT3, QT5.
 */
export function officePace(rules: Omit<QuotaRules, 'at'>, ends: readonly number[]): number[] | null {
  const explicit = ownAmounts(rules).get(`office:${OFFICE_ID}`);
  const days = workDays(rules.period, rules.calendar, rules.period.endsAt);
  const dates = ends.map((end) => dateOf(end - 1, rules.calendar.timeZone));
  const office = curveOf(days, dates, ANYBODY);
  const { plain, special } = sort(rules, days, dates);
  const sum = special.reduce((total, { quota }) => total + quota, plain.quota);
  if ((explicit ?? sum) === 0) return null;
  if (explicit === undefined) {
    return ends.map((_, place) =>
      special.reduce(
        (pace, { quota, curve }) => pace + partOf(quota, timeAt(curve, place)),
        partOf(plain.quota, timeAt(office, place)),
      ),
    );
  }
  return ends.map((_, place) => {
    const time = { elapsed: 0, total: 0 };
    for (const { shareBp, curve } of [{ ...plain, curve: office }, ...special]) {
      time.elapsed += shareBp * (curve.elapsed[place] ?? 0);
      time.total += shareBp * curve.total;
    }
    return paceOf(explicit, time.total === 0 ? timeAt(office, place) : time);
  });
}

function sort(
  rules: Omit<QuotaRules, 'at'>,
  days: readonly WorkDay[],
  dates: readonly string[],
): { plain: Plain; special: Special[] } {
  const quotaOf = repQuotas(rules);
  const plain: Plain = { quota: 0, shareBp: 0 };
  const special: Special[] = [];
  for (const rep of rules.roster.reps) {
    const { quota } = quotaOf(rep);
    if (worksLikeOffice(rep, days)) {
      plain.quota += quota;
      plain.shareBp += rep.workShareBp;
    } else {
      special.push({ quota, shareBp: rep.workShareBp, curve: curveOf(days, dates, rep) });
    }
  }
  return { plain, special };
}

/** Whether somebody is there on all working days; a share of full time changes no part of the own time. */
function worksLikeOffice(person: WorkPerson, days: readonly WorkDay[]): boolean {
  const first = days[0]?.date ?? '';
  const last = days.at(-1)?.date ?? '';
  const isThere = isWithOffice(person, first, first) && isWithOffice(person, last, last);
  return isThere && !person.absences.some(({ from, to }) => from <= last && to >= first);
}

function curveOf(days: readonly WorkDay[], dates: readonly string[], person: WorkPerson): Curve {
  const elapsed: number[] = [];
  let total = 0;
  let next = 0;
  for (const date of dates) {
    for (let day = days[next]; day !== undefined && day.date <= date; day = days[(next += 1)]) {
      if (worksOn(day.date, person)) total += day.minutes;
    }
    elapsed.push(total);
  }
  return { elapsed, total };
}

function timeAt(curve: Curve, place: number): WorkTime {
  return { elapsed: curve.elapsed[place] ?? 0, total: curve.total };
}

/** `paceOf`, without big integers where the product is small: asked for every special rep and every bucket. */
function partOf(quota: number, time: WorkTime): number {
  const product = quota * time.elapsed;
  if (!Number.isSafeInteger(product)) return paceOf(quota, time);
  return time.total === 0 ? 0 : (product - (product % time.total)) / time.total;
}
