// Calendar windows in any zone, and instants as an API gives them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS } from '../../shared/calendar/week-year.ts';
import {
  dateOf,
  datesIn,
  EARLIEST_AT,
  inOtherZone,
  instantIn,
  instantOf,
  isTimeZone,
  LATEST_AT,
  parseInstant,
  startOfDate,
  windowAt,
  type CalendarRules,
  type CalendarUnit,
} from '../../shared/time.ts';
import { DAY_MS, HOUR_MS, MONTH, ZONE } from '../kit/make.ts';

const UNITS: readonly CalendarUnit[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];

/** Zones whose days are odd: skipped, half an hour longer, begun twice, begun late. */
const ODD_DAYS: readonly (readonly [zone: string, around: string])[] = [
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Kiritimati', '2000-01-01T00:00Z'],
  ['Pacific/Fakaofo', '2011-12-30T10:00Z'],
  ['Australia/Lord_Howe', '2025-04-05T15:00Z'],
  ['America/St_Johns', '2010-11-07T02:31Z'],
  ['America/Goose_Bay', '2008-11-02T03:01Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['America/Havana', '2024-11-03T05:00Z'],
  ['Asia/Beirut', '2024-10-26T21:00Z'],
  ['Africa/Casablanca', '2025-02-23T02:00Z'],
  ['Antarctica/Casey', '2021-03-13T13:00Z'],
  ['Europe/Berlin', '2025-03-30T01:00Z'],
];

const MONTHS: fc.Arbitrary<CalendarRules> = fc.record({
  timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  weekStart: fc.integer({ min: 1, max: 7 }),
  fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
});

const WEEKS: fc.Arbitrary<CalendarRules> = fc
  .tuple(
    MONTHS,
    fc.record({
      yearPattern: fc.constantFrom(...YEAR_PATTERNS),
      yearEnd: fc.constantFrom(...YEAR_ENDS),
      longQuarter: fc.constantFrom(...LONG_QUARTERS),
    }),
  )
  .map(([months, weeks]) => ({ ...months, ...weeks }));

const momentsOf = (rules: fc.Arbitrary<CalendarRules>): fc.Arbitrary<{ at: number; calendar: CalendarRules }> =>
  fc.oneof(
    fc.record({ at: fc.integer({ min: EARLIEST_AT, max: LATEST_AT }), calendar: rules }),
    fc
      .tuple(fc.constantFrom(...ODD_DAYS), fc.integer({ min: -48 * 60, max: 48 * 60 }), rules)
      .map(([[timeZone, around], minutes, calendar]) => ({
        at: Date.parse(around) + minutes * 60_000,
        calendar: { ...calendar, timeZone },
      })),
  );
const moments = momentsOf(MONTHS);

/** A local date by the platform's own calendar. */
function localDate(at: number, timeZone: string): { month: number; day: number; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, month: 'numeric', day: 'numeric', weekday: 'short' });
  const part = (type: string) => parts.formatToParts(at).find((one) => one.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
  return { month: Number(part('month')), day: Number(part('day')), weekday };
}

describe('windows', () => {
  it('TM2 TM4 every instant of any zone lies in exactly one window of each kind, and windows meet', () => {
    fc.assert(
      fc.property(momentsOf(WEEKS), fc.constantFrom(...UNITS), ({ at, calendar }, unit) => {
        const window = windowAt(unit, at, calendar);
        expect(window.startsAt <= at && at < window.endsAt).toBe(true);
        expect(windowAt(unit, window.startsAt, calendar)).toEqual(window);
        expect(windowAt(unit, window.endsAt - 1, calendar)).toEqual(window);
        expect(windowAt(unit, window.endsAt, calendar).startsAt).toBe(window.endsAt);
        expect(windowAt(unit, window.startsAt - 1, calendar).endsAt).toBe(window.startsAt);
      }),
      { numRuns: 600 },
    );
  });

  it('TM2 TM3 a window begins with the first instant of its first day', () => {
    fc.assert(
      fc.property(moments, ({ at, calendar }) => {
        const startOf = (unit: CalendarUnit) => windowAt(unit, at, calendar).startsAt;
        for (const unit of UNITS) expect(windowAt('day', startOf(unit), calendar).startsAt).toBe(startOf(unit));
        // Where a zone skipped the week's first day, the week begins with the day after it.
        const first = localDate(startOf('week'), calendar.timeZone).weekday;
        const eve = localDate(startOf('week') - 1, calendar.timeZone).weekday;
        expect([first, (eve % 7) + 1]).toContain(calendar.weekStart);
        for (const [unit, months] of [
          ['month', 1],
          ['quarter', 3],
          ['half', 6],
          ['year', 12],
        ] as const) {
          const { day, month } = localDate(startOf(unit), calendar.timeZone);
          expect(day).toBe(1);
          expect((month - calendar.fiscalStartMonth + 12) % months).toBe(0);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('TM2 the dates of a range are its days, one after the other', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 40 }), ({ at, calendar }, count) => {
        const days = [windowAt('day', at, calendar)];
        while (days.length < count) days.push(windowAt('day', days.at(-1)?.endsAt ?? 0, calendar));
        const range = { startsAt: days[0]?.startsAt ?? 0, endsAt: days.at(-1)?.endsAt ?? 0 };
        const dates = datesIn(range, calendar.timeZone);
        expect(dates.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(days);
        for (const { date, weekday, startsAt } of dates) {
          expect(dateOf(startsAt, calendar.timeZone)).toBe(date);
          expect(startOfDate(date, calendar.timeZone)).toBe(startsAt);
          expect(localDate(startsAt, calendar.timeZone).weekday).toBe(weekday);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('TM2 a range that begins or ends within a day touches that day', () => {
    const noon = MONTH.startsAt + 12 * HOUR_MS;
    const dates = datesIn({ startsAt: noon, endsAt: noon + DAY_MS }, ZONE).map(({ date }) => date);
    expect(dates).toEqual(['2026-04-01', '2026-04-02']);
    expect(datesIn({ startsAt: noon, endsAt: noon + 1 }, ZONE)).toHaveLength(1);
  });

  it('TM2 a day that its zone skipped has no window, and the repeated end of a day belongs to the day begun', () => {
    const apia = { timeZone: 'Pacific/Apia', weekStart: 1, fiscalStartMonth: 1 };
    const dates = datesIn(windowAt('month', Date.parse('2011-12-15T00:00Z'), apia), apia.timeZone);
    expect(dates.map(({ date }) => date)).not.toContain('2011-12-30');
    expect(dates).toHaveLength(30);
    const stJohns = { ...apia, timeZone: 'America/St_Johns' };
    const repeated = Date.parse('2010-11-07T02:45Z');
    expect(dateOf(repeated, stJohns.timeZone)).toBe('2010-11-06');
    expect(windowAt('day', repeated, stJohns).startsAt).toBe(startOfDate('2010-11-07', stJohns.timeZone));
  });

  it('PD8 a day begins as that day in another zone, any other time keeps its date and clock', () => {
    for (const [at, to, moved] of [
      ['2026-11-30T17:00Z', 'Asia/Tokyo', '2026-11-30T15:00Z'],
      ['2026-11-30T17:00Z', 'America/New_York', '2026-12-01T05:00Z'],
      ['2026-12-01T01:30Z', 'UTC', '2026-12-01T08:30Z'],
      // Beirut skipped that midnight, Apia all of that day.
      ['2026-03-28T17:00Z', 'Asia/Beirut', '2026-03-28T22:00Z'],
      ['2011-12-29T17:00Z', 'Pacific/Apia', '2011-12-30T10:00Z'],
    ] as const) {
      expect(new Date(inOtherZone(Date.parse(at), ZONE, to)).toISOString(), `${at} ${to}`).toBe(
        new Date(moved).toISOString(),
      );
    }
    const late = Date.parse('2026-03-28T22:00Z');
    expect(inOtherZone(late, 'Asia/Beirut', ZONE)).toBe(Date.parse('2026-03-28T17:00Z'));
  });

  it('ST9 ST10 the instant of a window is now, or its first or last millisecond when now is outside', () => {
    expect(instantIn(MONTH, MONTH.startsAt - 1)).toBe(MONTH.startsAt);
    expect(instantIn(MONTH, MONTH.startsAt + 5)).toBe(MONTH.startsAt + 5);
    expect(instantIn(MONTH, MONTH.endsAt)).toBe(MONTH.endsAt - 1);
  });
});

describe('instants', () => {
  it.each([
    ['2026-04-01T00:00+07:00', MONTH.startsAt],
    ['2026-04-01T00:00:00.000+0700', MONTH.startsAt],
    ['2026-03-31T17:00:00Z', MONTH.startsAt],
    ['2026-03-31T17:00:00.123456789Z', MONTH.startsAt + 123],
    [MONTH.startsAt, MONTH.startsAt],
    ['2026-04-01', MONTH.startsAt],
  ])('TM1 %j is an instant', (value, at) => {
    expect(parseInstant(value, ZONE)).toBe(at);
  });

  it.each([
    '',
    'now',
    '2026-04-01T00:00',
    '2026-04-01 00:00Z',
    '2026-02-30',
    '2026-02-30T00:00Z',
    '2026-13-01',
    '2026-04-01T25:00Z',
    '2026-04-01T00:00+99:00',
    '2026-04-01T00:00+07:00[Asia/Tokyo]',
    '26-04-01',
    '+002026-04-01',
    '1775000000000',
    1.5,
    Number.NaN,
    1e300,
  ])('TM1 %j is no instant', (value) => {
    expect(parseInstant(value, ZONE)).toBeNull();
  });

  it('TM1 a date stands for a wall-clock time of that day in the zone', () => {
    expect(parseInstant('2026-04-01', ZONE, 720)).toBe(MONTH.startsAt + 12 * HOUR_MS);
    expect(instantOf('2025-03-09', 150, 'America/New_York')).toBe(Date.parse('2025-03-09T03:30-04:00'));
    expect(instantOf('2025-11-02', 90, 'America/New_York')).toBe(Date.parse('2025-11-02T01:30-04:00'));
  });

  it('TM1 no text whatever makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\dZ)?$/)), (value) => {
        const at = parseInstant(value, ZONE);
        expect(at === null || Number.isSafeInteger(at)).toBe(true);
      }),
    );
  });

  it('TM1 a zone is named, not an offset', () => {
    expect(['Asia/Ho_Chi_Minh', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
    expect(['', '+07:00', 'GMT+7', 'Z', 'T00:00[UTC]', 'Mars/Olympus', '../etc'].some(isTimeZone)).toBe(false);
  });
});
