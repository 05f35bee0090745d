// Ready-made days off, and what the office makes of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { HolidayList } from '../../shared/schemas/quotas.ts';
import { addRep, faultsOf, startApp, type TestApp } from '../kit/app.ts';
import { runningIdOf } from '../kit/periods.ts';
import { cellsOf, gridOf, putBlock, repCell } from '../kit/quotas.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.setUp();
});
afterAll(() => app.close());

async function daysOf(query: string): Promise<Record<string, string>> {
  const { body } = await app.call<HolidayList>('GET', `/api/holidays${query}`);
  return Object.fromEntries(body.items.map(({ date, name }) => [date, name]));
}

test('HO2 Vietnam’s days off are ready, Tết and Giỗ Tổ by the lunar calendar', async () => {
  expect(await daysOf('?country=VN&year=2026')).toEqual({
    '2026-01-01': 'Tết Dương lịch',
    '2026-02-16': 'Giao thừa Tết Nguyên Đán',
    '2026-02-17': 'Tết Nguyên Đán',
    '2026-02-18': 'Tết Nguyên Đán',
    '2026-02-19': 'Tết Nguyên Đán',
    '2026-02-20': 'Tết Nguyên Đán',
    '2026-04-26': 'Giỗ tổ Hùng Vương',
    '2026-04-30': 'Ngày Giải phóng miền Nam',
    '2026-05-01': 'Quốc tế Lao động',
    '2026-09-02': 'Quốc khánh',
  });
});

test.each([
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2027, '2027-02-06', '2027-04-16'],
  [2030, '2030-02-02', '2030-04-12'],
])('HO2 in %d Tết is on %s and Giỗ Tổ on %s', async (year, tet, hungKings) => {
  const days = await daysOf(`?country=VN&year=${year}`);
  expect([days[tet], days[hungKings]]).toEqual(['Tết Nguyên Đán', 'Giỗ tổ Hùng Vương']);
});

test('HO2 other countries are there by name; one that is not has none', async () => {
  const { body } = await app.call<HolidayList>('GET', '/api/holidays?year=2026');
  expect(body.country).toBe('VN');
  expect(body.countries.length).toBeGreaterThan(150);
  expect(body.countries).toContainEqual({ code: 'DE', name: 'Đức' });
  expect((await daysOf('?country=US&year=2026'))['2026-11-26']).toBeDefined();
  expect(await daysOf('?country=XX&year=2026')).toEqual({});
  expect((await app.call('GET', '/api/holidays?country=vn')).status).toBe(422);
  expect((await app.call('GET', '/api/holidays?year=1999')).status).toBe(422);
});

test('HO1 HO3 the office’s list is its own: names stay with their dates, and pace counts no holiday', async () => {
  const an = await addRep(app, 'An');
  const now = await runningIdOf(app);
  await putBlock(app, [repCell(now, an, '21000')]);
  const pace = async () => cellsOf(await gridOf(app), an)[0]?.pace ?? 0;
  const before = await pace();
  const patch = {
    holidays: ['2026-11-27', '2026-11-30'],
    holidayNames: { '2026-11-27': ' Ngày hội ', '2027-01-01': 'x' },
  };
  const { body } = await app.call<OfficeSettings>('PATCH', '/api/office', patch);
  expect([body.holidays, body.holidayNames]).toEqual([patch.holidays, { '2026-11-27': 'Ngày hội' }]);
  // Two of November's 21 working days less, both still to come: more of the quota is due by now.
  expect(await pace()).toBeGreaterThan(before);
  const { body: fewer } = await app.call<OfficeSettings>('PATCH', '/api/office', { holidays: ['2026-11-30'] });
  expect(fewer.holidayNames).toEqual({});
  expect(faultsOf(await app.call('PATCH', '/api/office', { holidays: ['2026-02-30'] }))).toEqual({
    'holidays.0': 'time/unreadable',
  });
});
