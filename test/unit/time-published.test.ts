// Days, weeks, months and quarters as others published or computed them.
import { describe, expect, test } from 'vitest';
import { dateOf, datesIn, startOfDate, windowAt, type CalendarUnit } from '../../shared/time.ts';
import { DAY_MS } from '../kit/make.ts';
import { cell, hasTables, publishedTable, type TableRow } from '../kit/published.ts';

const calendarOf = (timeZone: string) => ({ timeZone, weekStart: 1, fiscalStartMonth: 1 });
const instant = (row: TableRow, column: string) => Date.parse(cell(row, column));

/** The instant `YYYY-MM-DD` begins in UTC. */
const utcDate = (date: string) => Date.parse(`${date}T00:00Z`);

/** "2026-Q2" or "2026-H1" of a window's first date. */
function partOfYear(letter: 'Q' | 'H', date: string): string {
  const months = letter === 'Q' ? 3 : 6;
  return `${date.slice(0, 4)}-${letter}${Math.floor((Number(date.slice(5, 7)) - 1) / months) + 1}`;
}

/** "2026-W01" of a week's Monday: a week belongs to the year that its Thursday is in. */
function weekName(monday: string): string {
  const thursday = new Date(utcDate(monday) + 3 * DAY_MS).toISOString().slice(0, 10);
  const week = Math.floor((utcDate(thursday) - utcDate(`${thursday.slice(0, 4)}-01-01`)) / (7 * DAY_MS)) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

function unitOf(period: string): CalendarUnit {
  if (period.includes('Q')) return 'quarter';
  if (period.includes('H')) return 'half';
  return period.length === 4 ? 'year' : 'month';
}

describe('published calendars', () => {
  test.runIf(hasTables)('TM2 days of 0 to 25 hours begin and end when the tables say', () => {
    const rows = publishedTable('timezone/day_boundaries.csv');
    expect(rows).toHaveLength(35);
    for (const row of rows) {
      const zone = cell(row, 'zone');
      const day = { startsAt: instant(row, 'utc_start_inclusive'), endsAt: instant(row, 'utc_end_exclusive') };
      expect(startOfDate(cell(row, 'local_date'), zone)).toBe(day.startsAt);
      const dates = datesIn({ startsAt: day.startsAt - DAY_MS, endsAt: day.endsAt + DAY_MS }, zone);
      const exists = cell(row, 'date_exists') === 'yes';
      expect(dates.some(({ date }) => date === cell(row, 'local_date'))).toBe(exists);
      if (!exists) continue;
      expect(windowAt('day', day.startsAt, calendarOf(zone))).toEqual(day);
      expect(windowAt('day', day.endsAt - 1, calendarOf(zone))).toEqual(day);
    }
  });

  test.runIf(hasTables)(
    'TM2 TM3 months, quarters, halves and years of sixteen zones begin and end when the tables say',
    () => {
      const rows = publishedTable('timezone/period_boundaries.csv');
      expect(rows).toHaveLength(988);
      for (const row of rows) {
        const window = { startsAt: instant(row, 'utc_start_inclusive'), endsAt: instant(row, 'utc_end_exclusive') };
        const unit = unitOf(cell(row, 'period'));
        const middle = (window.startsAt + window.endsAt) / 2;
        for (const at of [window.startsAt, middle, window.endsAt - 1]) {
          expect(windowAt(unit, at, calendarOf(cell(row, 'zone')))).toEqual(window);
        }
      }
    },
  );

  test.runIf(hasTables)(
    'TM2 TM3 an instant lies in the date, week, month, quarter and half that the tables say',
    () => {
      const rows = publishedTable('timezone/instant_to_period.csv');
      expect(rows).toHaveLength(203);
      for (const row of rows) {
        const at = instant(row, 'utc');
        const zone = cell(row, 'zone');
        const firstDate = (unit: CalendarUnit) => dateOf(windowAt(unit, at, calendarOf(zone)).startsAt, zone);
        expect({
          date: dateOf(at, zone),
          month: firstDate('month').slice(0, 7),
          quarter: partOfYear('Q', firstDate('quarter')),
          half: partOfYear('H', firstDate('half')),
          week: weekName(firstDate('week')),
        }).toEqual({
          date: cell(row, 'local_date'),
          month: cell(row, 'month'),
          quarter: cell(row, 'quarter'),
          half: cell(row, 'half_year'),
          week: cell(row, 'iso_week'),
        });
      }
    },
  );

  test.runIf(hasTables)('TM2 the dates around every clock change since 1970 are the published ones', () => {
    const rows = publishedTable('timezone/transitions_published.csv').filter((row) => instant(row, 'utc') >= 0);
    expect(rows.length).toBeGreaterThan(2000);
    for (const row of rows) {
      expect([cell(row, 'zone'), cell(row, 'utc'), dateOf(instant(row, 'utc'), cell(row, 'zone'))]).toEqual([
        cell(row, 'zone'),
        cell(row, 'utc'),
        cell(row, 'local_date'),
      ]);
    }
  });

  test.runIf(hasTables)('TM3 weeks that begin on Monday are the ISO weeks, at the turn of the year too', () => {
    const monday = (date: string) => dateOf(windowAt('week', utcDate(date), calendarOf('UTC')).startsAt, 'UTC');
    for (const row of publishedTable('calendar/iso_week_cases.csv')) {
      const name = weekName(monday(cell(row, 'date')));
      expect(name.slice(0, 4)).toBe(cell(row, 'iso_week_year_published'));
      expect(name).toBe(cell(row, 'iso_week_date_computed').slice(0, 8));
    }
    for (const row of publishedTable('calendar/iso_weeks_in_year.csv')) {
      const first = utcDate(cell(row, 'week1_monday'));
      for (let week = 1; week <= Number(cell(row, 'weeks')); week += 1) {
        const date = new Date(first + (week - 1) * 7 * DAY_MS + 3 * DAY_MS).toISOString().slice(0, 10);
        expect(weekName(monday(date))).toBe(`${cell(row, 'iso_year')}-W${String(week).padStart(2, '0')}`);
      }
      const after = new Date(first + Number(cell(row, 'weeks')) * 7 * DAY_MS).toISOString().slice(0, 10);
      expect(weekName(monday(after)).endsWith('W01')).toBe(true);
    }
  });
});
