// Years of whole weeks: as published, and as anybody may set them.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LONG_QUARTERS, YEAR_ENDS, YEAR_PATTERNS } from '../../shared/calendar/week-year.ts';
import { dateOf, EARLIEST_AT, LATEST_AT, windowAt, yearPlace, type CalendarRules } from '../../shared/time.ts';
import { DAY_MS } from '../kit/make.ts';
import { cell, hasTables, publishedTable } from '../kit/published.ts';

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** "nearest-SAT-AUG": the weekday that ends the year, and the month that it ends in or near. */
function rulesOf(text: string, more: Partial<CalendarRules> = {}): CalendarRules {
  const [yearEnd = '', weekday = '', month = ''] = text.split('-');
  return {
    timeZone: 'UTC',
    weekStart: ((WEEKDAYS.indexOf(weekday) + 1) % 7) + 1,
    fiscalStartMonth: ((MONTHS.indexOf(month) + 1) % 12) + 1,
    yearPattern: '4-4-5',
    yearEnd: yearEnd === 'nearest' ? 'nearest' : 'last',
    ...more,
  };
}

const NRF = rulesOf('nearest-SAT-JAN', { yearPattern: '4-5-4' });
const utcDate = (date: string) => Date.parse(`${date}T00:00Z`);
const firstDate = (at: number) => dateOf(at, 'UTC');

type Unit = 'month' | 'quarter' | 'year';

/** First and last date, and the weeks, of the n-th part of a year that nominally begins in `year`. */
function partOf(unit: Unit, year: number, place: number, rules: CalendarRules) {
  let window = windowAt('year', Date.UTC(year, rules.fiscalStartMonth - 1, 15), rules);
  if (unit !== 'year') {
    window = windowAt(unit, window.startsAt, rules);
    for (let n = 1; n < place; n += 1) window = windowAt(unit, window.endsAt, rules);
  }
  return {
    first: firstDate(window.startsAt),
    last: firstDate(window.endsAt - 1),
    weeks: (window.endsAt - window.startsAt) / (7 * DAY_MS),
  };
}

describe('published years of whole weeks', () => {
  it('TM4 ends on the dates that companies publish', () => {
    for (const [rule, end] of [
      ['last-SAT-AUG', '2008-08-30'],
      ['last-SAT-SEP', '2012-09-29'],
      ['nearest-SAT-AUG', '2011-09-03'],
      ['nearest-SAT-AUG', '2015-08-29'],
      ['nearest-SUN-DEC', '2006-01-01'],
      ['nearest-SUN-DEC', '2006-12-31'],
      ['nearest-SUN-DEC', '2010-01-03'],
      ['nearest-THU-AUG', '2011-09-01'],
      ['nearest-SAT-DEC', '2004-01-03'],
    ] as const) {
      expect(firstDate(windowAt('year', utcDate(end), rulesOf(rule)).endsAt - 1), `${rule} ${end}`).toBe(end);
    }
  });

  it('TM4 the 53rd week goes to the quarter that is named, in its last month', () => {
    const intel = rulesOf('last-SAT-DEC', { longQuarter: 1 });
    expect([1, 2, 3, 4].map((place) => partOf('quarter', 2011, place, intel).weeks)).toEqual([14, 13, 13, 13]);
    expect([1, 2, 3].map((place) => partOf('month', 2011, place, intel).weeks)).toEqual([4, 4, 6]);
    expect(partOf('quarter', 2011, 1, intel).last).toBe('2011-04-02');
    const gmcr = rulesOf('last-SAT-SEP');
    expect(partOf('quarter', 2011, 4, gmcr)).toEqual({ first: '2012-06-24', last: '2012-09-29', weeks: 14 });
    expect(partOf('month', 2023, 12, NRF)).toEqual({ first: '2023-12-31', last: '2024-02-03', weeks: 5 });
    expect(partOf('year', 2023, 1, NRF)).toEqual({ first: '2023-01-29', last: '2024-02-03', weeks: 53 });
    expect(yearPlace('year', utcDate('2018-02-03'), NRF).year).toBe(2017);
    expect(yearPlace('week', utcDate('2018-02-03'), NRF)).toEqual({ year: 2017, place: 53 });
  });

  test.runIf(hasTables)('TM4 every published year, quarter and long year of companies', () => {
    const ends = publishedTable('calendar/fy52_53_year_ends_published.csv');
    expect(ends).toHaveLength(44);
    for (const row of ends) {
      const end = cell(row, 'year_end_published');
      expect(firstDate(windowAt('year', utcDate(end), rulesOf(cell(row, 'rule'))).endsAt - 1), end).toBe(end);
    }
    const quarters = publishedTable('calendar/fy52_53_quarter_ends_published.csv');
    expect(quarters).toHaveLength(23);
    for (const row of quarters) {
      const rule = /(last|nearest)-\w+-\w+/.exec(cell(row, 'case'))?.[0] ?? '';
      const longQuarter = cell(row, 'case').includes('week in Q1') ? 1 : 4;
      const end = cell(row, 'quarter_end_published');
      const window = windowAt('quarter', utcDate(end), rulesOf(rule, { longQuarter }));
      expect(firstDate(window.endsAt - 1), cell(row, 'case')).toBe(end);
      const weeks = (window.endsAt - window.startsAt) / (7 * DAY_MS);
      expect(String(weeks), end).toBe(cell(row, 'weeks_in_quarter') || String(weeks));
    }
    for (const row of publishedTable('calendar/fy52_53_long_years_published.csv')) {
      const year = Number(cell(row, 'year_of_the_long_quarter'));
      const isLong = partOf('year', year, 1, rulesOf(cell(row, 'rule'))).weeks === 53;
      expect([year, isLong ? 'yes' : 'no']).toEqual([year, cell(row, 'has_extra_week')]);
    }
  });

  test.runIf(hasTables)('TM4 every published and computed fact of the 4-5-4 calendar of retail', () => {
    const months = publishedTable('calendar/nrf_454_months.csv');
    expect(months).toHaveLength(252);
    for (const row of months) {
      const year = Number(cell(row, 'fiscal_year'));
      const place = Number(cell(row, 'fiscal_month'));
      const [first, last] = [cell(row, 'start_sunday'), cell(row, 'end_saturday')];
      expect(partOf('month', year, place, NRF)).toEqual({ first, last, weeks: Number(cell(row, 'weeks')) });
      const at = utcDate(last);
      const placeIn = (unit: 'quarter' | 'half') => yearPlace(unit, at, NRF).place;
      expect([placeIn('quarter'), placeIn('half')]).toEqual([Number(cell(row, 'quarter')), Number(cell(row, 'half'))]);
      expect(partOf('year', year, 1, NRF).weeks).toBe(Number(cell(row, 'weeks_in_year')));
    }
    const facts = publishedTable('calendar/nrf_454_published.csv');
    expect(facts).toHaveLength(47);
    for (const row of facts) expect(factOf(cell(row, 'fact'), row), JSON.stringify(row)).toBe(cell(row, 'published'));
  });
});

/** What our calendar says of a fact of the table. */
function factOf(fact: string, row: Readonly<Record<string, string>>): string {
  const year = Number(cell(row, 'year_or_date').slice(0, 4));
  const n = Number(cell(row, 'n'));
  const asked = /^(start|end)_of_(month|quarter|year)$/.exec(fact);
  if (asked) return partOf(asked[2] as Unit, year, n, NRF)[asked[1] === 'start' ? 'first' : 'last'];
  if (fact === 'fiscal_year_2023_ends') return partOf('year', 2023, 1, NRF).last;
  if (fact === 'merch_year_of') return String(yearPlace('year', utcDate(cell(row, 'year_or_date')), NRF).year);
  if (fact === 'weeks_in_year') return String(partOf('year', year, 1, NRF).weeks);
  if (fact === 'nrf_53_week_year') return partOf('year', year, 1, NRF).weeks === 53 ? 'yes' : 'no';
  // The fifth week of month 12.
  if (fact === 'end_of_week_12_5') return firstDate(utcDate(partOf('month', year, 12, NRF).first) + 5 * 7 * DAY_MS - 1);
  throw new Error(`unknown fact ${fact}`);
}

describe('years of whole weeks in any office', () => {
  const rules: fc.Arbitrary<CalendarRules> = fc.record({
    timeZone: fc.constantFrom('UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'),
    weekStart: fc.integer({ min: 1, max: 7 }),
    fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
    yearPattern: fc.constantFrom(...YEAR_PATTERNS.filter((pattern) => pattern !== 'months')),
    yearEnd: fc.constantFrom(...YEAR_ENDS),
    longQuarter: fc.constantFrom(...LONG_QUARTERS),
  });

  it('TM4 are made of their months, quarters and halves, each of whole weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: EARLIEST_AT, max: LATEST_AT }), rules, (at, calendar) => {
        const year = windowAt('year', at, calendar);
        for (const [unit, count] of [
          ['month', 12],
          ['quarter', 4],
          ['half', 2],
        ] as const) {
          let end = year.startsAt;
          for (let place = 1; place <= count; place += 1) {
            expect(yearPlace(unit, end, calendar).place).toBe(place);
            const part = windowAt(unit, end, calendar);
            expect(part.startsAt).toBe(end);
            expect(windowAt('week', part.startsAt, calendar).startsAt).toBe(part.startsAt);
            end = part.endsAt;
          }
          expect(end).toBe(year.endsAt);
        }
        const weeks = Math.round((year.endsAt - year.startsAt) / (7 * DAY_MS));
        expect([52, 53]).toContain(weeks);
        // No further than three days, or seven, from where it nominally begins.
        const nominal = Date.UTC(yearPlace('year', at, calendar).year, calendar.fiscalStartMonth - 1, 1);
        const days = Math.abs(year.startsAt - nominal) / DAY_MS;
        expect(days).toBeLessThan(calendar.yearEnd === 'nearest' ? 5 : 8);
      }),
      { numRuns: 50 },
    );
  });
});
