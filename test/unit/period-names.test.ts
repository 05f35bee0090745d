// What Winboard calls the periods that it opens by itself.
import { expect, it } from 'vitest';
import { openEndedName, periodName } from '../../server/ledger/period-names.ts';
import { windowAt, type CalendarRules, type CalendarUnit } from '../../shared/time.ts';

const PLAIN: CalendarRules = { timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1, fiscalStartMonth: 1 };
const APRIL: CalendarRules = { ...PLAIN, fiscalStartMonth: 4 };
const RETAIL: CalendarRules = {
  ...PLAIN,
  weekStart: 7,
  fiscalStartMonth: 2,
  yearPattern: '4-5-4',
  yearEnd: 'nearest',
};
const MADE: CalendarRules = { ...PLAIN, weekStart: 7, yearPattern: '4-4-5' };
const AT = Date.parse('2027-01-15T00:00Z');

it.each<[CalendarUnit, CalendarRules, string, string]>([
  ['week', PLAIN, '11/1/2027 – 17/1/2027', '11 Jan 2027 – 17 Jan 2027'],
  ['month', PLAIN, 'Tháng 1/2027', 'January 2027'],
  ['quarter', PLAIN, 'Quý 1 2027', 'Q1 2027'],
  ['half', PLAIN, 'Nửa năm 1 2027', 'H1 2027'],
  ['year', PLAIN, 'Năm 2027', 'Year 2027'],
  ['month', APRIL, 'Tháng 1/2027', 'January 2027'],
  ['quarter', APRIL, 'Quý 4 2026/27', 'Q4 2026/27'],
  ['half', APRIL, 'Nửa năm 2 2026/27', 'H2 2026/27'],
  ['year', APRIL, 'Năm 2026/27', 'Year 2026/27'],
  ['week', RETAIL, 'Tuần 50 2026/27', 'Week 50 2026/27'],
  ['month', RETAIL, 'Kỳ 12 2026/27', 'P12 2026/27'],
  ['quarter', RETAIL, 'Quý 4 2026/27', 'Q4 2026/27'],
  ['half', RETAIL, 'Nửa năm 2 2026/27', 'H2 2026/27'],
  ['year', RETAIL, 'Năm 2026/27', 'Year 2026/27'],
  ['month', MADE, 'Kỳ 1 2027', 'P1 2027'],
  ['day', PLAIN, '15/1/2027 – 15/1/2027', '15 Jan 2027 – 15 Jan 2027'],
])('TM4 a %s of %j is called %s, %s', (unit, rules, vi, en) => {
  const range = windowAt(unit, AT, rules);
  expect(periodName(range, { ...rules, locale: 'vi' })).toBe(vi);
  expect(periodName(range, { ...rules, locale: 'en' })).toBe(en);
});

it('PD9 a period without an end is called by its first day', () => {
  expect(openEndedName(AT, { ...PLAIN, locale: 'vi' })).toBe('Từ 15/1/2027');
  expect(openEndedName(AT, { ...PLAIN, locale: 'en' })).toBe('From 15 Jan 2027');
});
