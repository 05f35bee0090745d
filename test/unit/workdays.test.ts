// Working time and pace, against counting every minute of every day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithOffice, paceOf, workDays, workTime, type WorkCalendar, type WorkPerson } from '../../shared/workdays.ts';
import { calendars, instants, localDates, repsOf } from '../kit/arbitraries.ts';
import { DAY_MS, HOUR_MS, makeCalendar, makeRep, MONTH } from '../kit/make.ts';

const MINUTE_MS = 60_000;
const FULL_TIME = makeRep('full');

/** Local minutes of Vietnam, which has no daylight saving: date, ISO weekday, minute of the day. */
function local(at: number): { date: string; weekday: number; minute: number } {
  const time = new Date(at + 7 * HOUR_MS);
  return {
    date: time.toISOString().slice(0, 10),
    weekday: ((time.getUTCDay() + 6) % 7) + 1,
    minute: time.getUTCHours() * 60 + time.getUTCMinutes(),
  };
}

function naiveWorks(at: number, calendar: WorkCalendar, person: WorkPerson): boolean {
  const { date, weekday, minute } = local(at);
  return (
    calendar.workingDays.includes(weekday) &&
    !calendar.holidays.includes(date) &&
    minute >= calendar.dayStartsMinute &&
    minute < calendar.dayEndsMinute &&
    date >= (person.joinedOn ?? '') &&
    date < (person.leftOn ?? '9') &&
    !person.absences.some(({ from, to }) => from <= date && date <= to)
  );
}

/** Today's unfinished quarter hour does not count yet, unless the day's work or the period is over. */
function naiveNow(at: number, calendar: WorkCalendar, endsAt: number): number {
  const { minute } = local(at);
  const isWorking = minute >= calendar.dayStartsMinute && minute < calendar.dayEndsMinute;
  return isWorking && at < endsAt ? at - ((minute - calendar.dayStartsMinute) % 15) * MINUTE_MS : at;
}

function naiveMinutes(period: typeof MONTH, at: number, calendar: WorkCalendar, person: WorkPerson) {
  const now = naiveNow(at, calendar, period.endsAt);
  let elapsed = 0;
  let total = 0;
  for (let minute = period.startsAt; minute < period.endsAt; minute += MINUTE_MS) {
    if (!naiveWorks(minute, calendar, person)) continue;
    total += 1;
    if (minute < now) elapsed += 1;
  }
  return { elapsed, total };
}

const people = repsOf(['r']).map(([rep]) => rep ?? FULL_TIME);
const weeks = fc
  .record({
    start: instants,
    minutes: fc.integer({ min: 1, max: 8 * 24 * 60 }),
    from: fc.integer({ min: -600, max: 12_000 }),
  })
  .map(({ start, minutes, from }) => ({
    period: {
      startsAt: start + (start % MINUTE_MS ? 1 : 0),
      endsAt: start + (start % MINUTE_MS ? 1 : 0) + minutes * MINUTE_MS,
    },
    offset: from * MINUTE_MS,
  }));

describe('pace', () => {
  it('QT3 pace is the quota times the working minutes behind over those of the period, rounded down', () => {
    fc.assert(
      fc.property(
        weeks,
        calendars,
        people,
        fc.integer({ min: 0, max: 9_000_000_000_000_000 }),
        (week, calendar, person, quota) => {
          const at = week.period.startsAt + week.offset;
          const naive = naiveMinutes(week.period, at, calendar, person);
          const time = workTime(workDays(week.period, calendar, at), person);
          expect(time).toEqual({
            elapsed: naive.elapsed * person.workShareBp,
            total: naive.total * person.workShareBp,
          });
          const pace = naive.total === 0 ? 0n : (BigInt(quota) * BigInt(naive.elapsed)) / BigInt(naive.total);
          expect(paceOf(quota, time)).toBe(Number(pace));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('QT3 pace is 0 when a period begins, the quota when it ends, and never falls between', () => {
    fc.assert(
      fc.property(
        weeks,
        calendars,
        people,
        fc.array(fc.nat(8 * 24 * 60), { maxLength: 8 }),
        ({ period }, calendar, person, steps) => {
          const paceAt = (at: number) => paceOf(1_000_000, workTime(workDays(period, calendar, at), person));
          const moments = [0, ...steps.sort((a, b) => a - b)].map((minutes) => period.startsAt + minutes * MINUTE_MS);
          const paces = moments.map(paceAt);
          expect(paces[0]).toBe(0);
          expect(paces).toEqual([...paces].sort((a, b) => a - b));
          expect([0, 1_000_000]).toContain(paceAt(period.endsAt));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('QT3 a day counts in steps of a quarter hour of its working hours', () => {
    const day = { startsAt: MONTH.startsAt, endsAt: MONTH.startsAt + DAY_MS };
    const calendar = makeCalendar({ dayStartsMinute: 480, dayEndsMinute: 1000 });
    const paceAt = (minute: number) => {
      return paceOf(520, workTime(workDays(day, calendar, day.startsAt + minute * MINUTE_MS), FULL_TIME));
    };
    expect([0, 480, 494.9, 495, 509, 510, 989, 990, 999, 1000, 1439].map(paceAt)).toEqual([
      0, 0, 0, 15, 15, 30, 495, 510, 510, 520, 520,
    ]);
  });

  it('QT3 a reset in the afternoon gives the day to both periods, each its part', () => {
    const reset = MONTH.startsAt + 15 * HOUR_MS;
    const before = workDays({ startsAt: MONTH.startsAt, endsAt: reset }, makeCalendar(), reset);
    const after = workDays({ startsAt: reset, endsAt: MONTH.startsAt + DAY_MS }, makeCalendar(), reset);
    expect(before).toEqual([{ date: '2026-04-01', minutes: 420, done: 1 }]);
    expect(after).toEqual([{ date: '2026-04-01', minutes: 120, done: 0 }]);
  });

  it('QT3 a night without working hours is no working day', () => {
    const night = { startsAt: MONTH.startsAt - 5 * HOUR_MS, endsAt: MONTH.startsAt + 5 * HOUR_MS };
    expect(workDays(night, makeCalendar(), night.endsAt)).toEqual([]);
    expect(paceOf(100, workTime([], FULL_TIME))).toBe(0);
  });

  it('QT3 a share of full time does not blur the pace by rounding', () => {
    const calendar = makeCalendar({ workingDays: [1, 2, 3, 4, 5, 6, 7] });
    const period = { startsAt: MONTH.startsAt, endsAt: MONTH.startsAt + 4 * DAY_MS };
    const seventy = makeRep('part', { workShareBp: 7000 });
    expect(paceOf(4000, workTime(workDays(period, calendar, MONTH.startsAt + 3 * DAY_MS), seventy))).toBe(3000);
  });

  it('QT3 clocks that change within the working hours never move the pace back or past the day', () => {
    const calendar = makeCalendar({
      timeZone: 'Europe/Berlin',
      workingDays: [7],
      dayStartsMinute: 0,
      dayEndsMinute: 600,
    });
    for (const date of ['2025-03-30', '2025-10-26']) {
      const startsAt = Date.parse(`${date}T00:00+0${date < '2025-06' ? 1 : 2}:00`);
      const period = { startsAt, endsAt: startsAt + 25 * HOUR_MS };
      const dones = Array.from({ length: 50 }, (_, half) => {
        return workDays(period, calendar, startsAt + (half * HOUR_MS) / 2)[0]?.done ?? -1;
      });
      expect(dones).toEqual([...dones].sort((a, b) => a - b));
      expect(dones[0]).toBe(0);
      expect(dones.at(-1)).toBe(1);
    }
  });
});

describe('belonging to the office', () => {
  it('ST10 QT4 somebody belongs from the joining day to the day before leaving', () => {
    const person = { joinedOn: '2026-04-10', leftOn: '2026-04-20' };
    const on = (date: string) => isWithOffice(person, date, date);
    expect(['2026-04-09', '2026-04-10', '2026-04-19', '2026-04-20'].map(on)).toEqual([false, true, true, false]);
    expect(isWithOffice({ joinedOn: null, leftOn: null }, '2000-01-01', '2000-01-01')).toBe(true);
  });

  it('QT4 somebody belongs in a range when there on any of its days', () => {
    fc.assert(
      fc.property(
        fc.option(localDates),
        fc.option(localDates),
        localDates,
        fc.nat(20),
        (joinedOn, leftOn, from, days) => {
          const dates = Array.from({ length: days + 1 }, (_, day) => {
            return new Date(Date.parse(`${from}T00:00Z`) + day * DAY_MS).toISOString().slice(0, 10);
          });
          const there = dates.some((date) => isWithOffice({ joinedOn, leftOn }, date, date));
          // Who left before joining was never there; a range may still hold both of the dates.
          fc.pre(joinedOn === null || leftOn === null || joinedOn < leftOn);
          expect(isWithOffice({ joinedOn, leftOn }, from, dates.at(-1) ?? from)).toBe(there);
        },
      ),
    );
  });
});
