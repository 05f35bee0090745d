// What the sample office does besides selling: calls, visits and the like of the last weeks, and what is planned.
import type { ActivityKind, PlanKind } from '../../shared/activity.ts';
import type { ActivityBody, PlanBody } from '../../shared/schemas/activities.ts';
import { dateOf, instantOf, type Range } from '../../shared/time.ts';
import { workDays, type WorkCalendar } from '../../shared/workdays.ts';
import { CUSTOMERS, pick, type Sample, type SampleRep } from './sample.ts';

const DAY_MS = 86_400_000;
/** Calls are many, quotes few. */
const KINDS: readonly ActivityKind[] = [
  'call',
  'call',
  'call',
  'call',
  'visit',
  'visit',
  'meeting',
  'lead',
  'lead',
  'quote',
];
const PLAN_KINDS: readonly PlanKind[] = ['visit', 'visit', 'meeting', 'call'];
const NOTES = ['', '', '', 'Muốn xem thêm mẫu', 'Gửi lại báo giá', 'Hẹn gọi lại tuần sau', 'Quan tâm gói Tập đoàn'];
/** A rep in good form does about so many a day. */
const A_DAY = 6;

/** What a rep does next, as the phone would log it. */
export function activityOf(rep: SampleRep, random: () => number): ActivityBody {
  const isNamed = random() < 0.6;
  return {
    rep: rep.email,
    kind: pick(KINDS, random),
    ...(isNamed && { customer: pick(CUSTOMERS, random), note: pick(NOTES, random) }),
  };
}

/** Everybody's activities over a range, in the order they were logged. */
export function pastActivities(
  range: Range,
  sample: Sample,
  calendar: WorkCalendar,
  random: () => number,
): { at: number; body: ActivityBody }[] {
  const worked = workDays(range, calendar, range.endsAt).filter(({ done }) => done > 0);
  const all = worked.flatMap(({ date }) =>
    sample.reps.flatMap((rep) =>
      Array.from({ length: Math.round(A_DAY * rep.form * (0.5 + random())) }, () => ({
        at: instantOf(date, 485 + Math.floor(random() * 590), calendar.timeZone),
        body: activityOf(rep, random),
      })),
    ),
  );
  return all.filter(({ at }) => at < range.endsAt).sort((a, b) => a.at - b.at);
}

/** What some reps will do on the next days. */
export function plansOf(sample: Sample, now: number, random: () => number): PlanBody[] {
  const { timeZone } = sample.office;
  return sample.reps.slice(0, 6).flatMap((rep) =>
    [1, 2, 4].map((days) => ({
      rep: rep.email,
      kind: pick(PLAN_KINDS, random),
      customer: pick(CUSTOMERS, random),
      at: instantOf(dateOf(now + days * DAY_MS, timeZone), 510 + 30 * Math.floor(random() * 16), timeZone),
    })),
  );
}
