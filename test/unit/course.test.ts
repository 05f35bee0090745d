// The course of a window: its buckets, the office's pace along them, and where it leads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketEnds, Buckets, projectionOf } from '../../shared/course.ts';
import type { Quota } from '../../shared/deal.ts';
import { FACT_LIMITS } from '../../shared/facts.ts';
import { MAX_TOTAL_MINOR } from '../../shared/money.ts';
import { officePace } from '../../shared/pace.ts';
import { quotaBook } from '../../shared/quota.ts';
import { Roster } from '../../shared/roster.ts';
import { LATEST_AT, localHours, quarterOf, windowAt, type Range } from '../../shared/time.ts';
import { calendars, instants, peopleOf } from '../kit/arbitraries.ts';
import { DAY_MS, HOUR_MS, makeCalendar, makeDeal, makeRep, makeRoster, MONTH, ZONE } from '../kit/make.ts';

const RULES = { timeZone: ZONE, weekStart: 1, fiscalStartMonth: 1 };
const BERLIN = { ...RULES, timeZone: 'Europe/Berlin' };
const at = (text: string): number => Date.parse(`${text}+07:00`);

describe('buckets', () => {
  it('FA2 a window of up to 45 local days is cut into them, the first and the last as far as the window goes', () => {
    const range = { startsAt: at('2026-04-02T15:00'), endsAt: at('2026-04-05T09:00') };
    expect(bucketEnds(range, RULES)).toEqual([
      at('2026-04-03T00:00'),
      at('2026-04-04T00:00'),
      at('2026-04-05T00:00'),
      range.endsAt,
    ]);
    expect(bucketEnds(MONTH, RULES)).toHaveLength(30);
    expect(bucketEnds({ startsAt: MONTH.startsAt, endsAt: MONTH.startsAt + 45 * DAY_MS }, RULES)).toHaveLength(45);
  });

  it('FA2 a longer window is cut into the office’s weeks', () => {
    const range = { startsAt: MONTH.startsAt, endsAt: MONTH.startsAt + 46 * DAY_MS };
    // 1 April 2026 is a Wednesday.
    expect(bucketEnds(range, RULES)[0]).toBe(at('2026-04-06T00:00'));
    expect(bucketEnds(range, { ...RULES, weekStart: 7 })[0]).toBe(at('2026-04-05T00:00'));
    expect(bucketEnds(range, RULES)).toHaveLength(7);
    expect(bucketEnds(range, RULES).at(-1)).toBe(range.endsAt);
  });

  it('FA2 PT6 there are never more buckets than the wall is sent, in a century neither', () => {
    const range = { startsAt: Date.parse('2000-01-01T00:00Z'), endsAt: LATEST_AT };
    const ends = bucketEnds(range, RULES);
    expect(ends.length).toBeLessThanOrEqual(FACT_LIMITS.buckets);
    expect(ends.length).toBeGreaterThan(FACT_LIMITS.buckets / 2);
    expect(ends.at(-1)).toBe(range.endsAt);
    for (let year = 2000; year < 2100; year += 1) {
      const whole = windowAt('year', Date.UTC(year, 6), RULES);
      expect(bucketEnds(whole, RULES).length).toBeLessThanOrEqual(FACT_LIMITS.buckets);
    }
  });

  it('FA2 days of 23 and 25 hours are one bucket each', () => {
    for (const month of [2, 9]) {
      const range = windowAt('month', Date.UTC(2026, month, 15), BERLIN);
      const ends = bucketEnds(range, BERLIN);
      expect(ends).toHaveLength(31);
      const lengths = ends.map((end, place) => (end - (ends[place - 1] ?? range.startsAt)) / HOUR_MS);
      expect(lengths.filter((hours) => hours !== 24)).toEqual([month === 2 ? 23 : 25]);
    }
  });

  it('FA2 a sum holds every deal closed before the end of its bucket; buckets that have not begun have none', () => {
    const deals = fc.array(fc.tuple(instants, fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(deals, instants, fc.nat(29), (list, now, gone) => {
        const ends = bucketEnds(MONTH, RULES);
        const buckets = new Buckets(MONTH.startsAt, ends);
        const all = list.map(([closedAt, amount], seq) => makeDeal(seq + 1, { a: amount, b: 1 }, { closedAt }));
        for (const deal of all) buckets.add(deal);
        const [voided] = all.splice(gone, 1);
        if (voided) buckets.remove(voided);
        const begun = ends.filter((_, place) => MONTH.startsAt + place * DAY_MS <= now);
        const before = (end: number) => all.filter(({ closedAt: c }) => c >= MONTH.startsAt && c < end);
        const sumOf = (end: number) =>
          before(end).reduce((sum, deal) => sum + deal.credits.reduce((a, credit) => a + credit.amountMinor, 0), 0);
        expect(buckets.sums('revenue', now)).toEqual(begun.map(sumOf));
        expect(buckets.sums('deals', now)).toEqual(begun.map((end) => before(end).length));
      }),
    );
  });
});

describe('the day', () => {
  it('FA1 an hour is the one on the wall clock, also on days on which clocks change', () => {
    const hoursOf = (date: string): { hours: number[]; range: Range } => {
      const range = windowAt('day', Date.parse(`${date}T12:00Z`), BERLIN);
      return { hours: [...localHours(range, BERLIN.timeZone)], range };
    };
    const spring = hoursOf('2026-03-29');
    expect(spring.hours).toHaveLength(92);
    expect(spring.hours).not.toContain(2);
    expect(spring.hours[quarterOf(Date.parse('2026-03-29T01:10Z'), spring.range)]).toBe(3);
    const autumn = hoursOf('2026-10-25');
    expect(autumn.hours).toHaveLength(100);
    expect(autumn.hours.filter((hour) => hour === 2)).toHaveLength(8);
    expect(autumn.hours[quarterOf(Date.parse('2026-10-25T22:59Z'), autumn.range)]).toBe(23);
  });
});

describe('pace along the course', () => {
  const REPS = ['r0', 'r1', 'r2', 'r3'];
  const quotas: fc.Arbitrary<Quota[]> = fc
    .tuple(
      ...['rep:r0', 'rep:r1', 'office:office'].map((subject) =>
        fc.option(fc.integer({ min: 0, max: 4_000_000_000 }).map((amount) => ({ subject, amount }))),
      ),
    )
    .map((list) =>
      list.flatMap((one) => {
        if (one === null) return [];
        const [type = '', subjectId = ''] = one.subject.split(':');
        const subjectType = type === 'rep' ? ('rep' as const) : ('office' as const);
        return [{ periodId: 'april', subjectType, subjectId, metric: 'revenue' as const, amount: one.amount }];
      }),
    );
  const ranges = fc.constantFrom(
    MONTH,
    { startsAt: MONTH.startsAt + 15 * HOUR_MS, endsAt: MONTH.endsAt - 5 * DAY_MS + 11 * HOUR_MS },
    { startsAt: MONTH.startsAt, endsAt: MONTH.startsAt + 91 * DAY_MS },
  );

  it('FA2 QT3 QT5 is the pace that a quota book gives at that instant, but for the rounding of reps together', () => {
    fc.assert(
      fc.property(
        fc.record({
          people: peopleOf(REPS, ['t0']),
          quotas,
          defaultAmount: fc.option(fc.nat(9_999)),
          calendar: calendars,
          period: ranges,
        }),
        ({ people, ...rest }) => {
          const rules = { ...rest, roster: new Roster(people), metric: 'revenue' as const, ramp: [] };
          const ends = bucketEnds(rules.period, { ...RULES, timeZone: rules.calendar.timeZone });
          const pace = officePace(rules, ends);
          const expected = ends.map((end) => quotaBook({ ...rules, at: end }).office[0] ?? null);
          expect(pace === null).toBe(expected[0] === null);
          pace?.forEach((one, place) => {
            const away = one - (expected[place]?.pace ?? 0);
            const isOwn = expected[place]?.source === 'own';
            expect(away).toBeGreaterThanOrEqual(0);
            expect(away).toBeLessThan(isOwn ? 1 : REPS.length);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('FA2 the pace ends at the quota and is none without one', () => {
    const roster = makeRoster({ reps: [makeRep('an'), makeRep('binh', { joinedOn: '2026-04-20' })] });
    const rules = { roster, period: MONTH, metric: 'revenue' as const, quotas: [], calendar: makeCalendar(), ramp: [] };
    const ends = bucketEnds(MONTH, RULES);
    expect(officePace({ ...rules, defaultAmount: 2_200 }, ends)?.at(-1)).toBe(4_400);
    // Eleven of the 22 working days are over when the 16th begins; Bình has not begun.
    expect(officePace({ ...rules, defaultAmount: 2_200 }, ends)?.[14]).toBe(1_100);
    expect(officePace({ ...rules, defaultAmount: null }, ends)).toBeNull();
  });
});

describe('projection', () => {
  it('FA2 is the value by the whole working time, rounded down; none before any of it is over', () => {
    expect(projectionOf(1_000, { elapsed: 3, total: 10 })).toBe(3_333);
    expect(projectionOf(1_000, { elapsed: 10, total: 10 })).toBe(1_000);
    expect(projectionOf(1_000, { elapsed: 0, total: 10 })).toBeNull();
    expect(projectionOf(1_000, { elapsed: 0, total: 0 })).toBeNull();
    expect(projectionOf(MAX_TOTAL_MINOR - 1, { elapsed: 7, total: 7 })).toBe(MAX_TOTAL_MINOR - 1);
    expect(projectionOf(MAX_TOTAL_MINOR, { elapsed: 1, total: 9 })).toBe(MAX_TOTAL_MINOR);
  });
});
