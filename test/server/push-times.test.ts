// When people are told on their phones, and when they are left alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settled } from '../kit/app.ts';
import { ToldOffice } from '../kit/told-office.ts';

const HOUR = 3_600_000;

let office: ToldOffice;
beforeEach(async () => {
  office = await ToldOffice.open();
});
afterEach(() => office.app.close());

test('PN4 what one does not want to hear, and what falls into quiet hours, is not sent', async () => {
  expect(await office.prefer('An', { bigWin: false })).toBe(204);
  expect(await office.prefer('Bình', { quietFrom: 8 * 60, quietTo: 9 * 60 + 30 })).toBe(204);
  await office.win('Chi', 150);
  expect(await office.briefly()).toEqual(['Hà bigWin']);
  office.app.clock.advance(HOUR);
  await office.win('Chi', 150);
  expect(await office.briefly()).toEqual(['Bình bigWin', 'Hà bigWin']);
  expect(await office.prefer('An', { quietFrom: null })).toBe(422);
  expect(await office.prefer('An', { quietFrom: 60, quietTo: 60 })).toBe(422);
  expect(await office.prefer('An', { quietFrom: 1440 })).toBe(422);
});

/** Monday 30 November is the last day; Friday 27 the last working day before. */
const FRIDAY_NINE = Date.UTC(2026, 10, 27, 2);

test('PN4 each is reminded once that the period ends, at nine on the last working day before', async () => {
  await office.prefer('Hà', { periodEnding: false });
  await office.prefer('Bình', { quietFrom: 7 * 60, quietTo: 12 * 60 });
  await office.quota('rep', office.rep('An'), 100);
  await office.win('An', 30);
  await office.told();
  office.app.clock.moveTo(FRIDAY_NINE - 1);
  expect(await office.briefly()).toEqual(['An periodEnding']);
  expect(await office.briefly()).toEqual([]);
  office.app.clock.moveTo(FRIDAY_NINE + 3 * HOUR);
  const [late] = await office.told();
  expect(late).toMatchObject({ to: 'Bình', kind: 'periodEnding' });
  office.app.clock.advance(24 * HOUR);
  expect(await office.briefly()).toEqual([]);
});

test('PN4 the reminder says what is missing and when it ends, and comes after a standstill, too', async () => {
  await office.quota('rep', office.rep('An'), 100);
  await office.win('An', 30);
  await office.app.call('DELETE', '/api/push/subscription', undefined, office.as('Bình'));
  await office.restart(FRIDAY_NINE + 2 * 24 * HOUR);
  await settled(office.app);
  const all = await office.told();
  expect(all.map(({ to, title, body }) => [to, title, body])).toEqual([
    ['An', 'Tháng 11/2026 kết thúc ngày mai', 'Bạn còn 70.000.000\u00A0₫ nữa là đạt chỉ tiêu.'],
    // The office's quota is the sum.
    ['Hà', 'Tháng 11/2026 kết thúc ngày mai', 'Cả công ty còn 70.000.000\u00A0₫ nữa là đạt chỉ tiêu.'],
  ]);
  await office.restart(FRIDAY_NINE + 3 * 24 * HOUR);
  expect(await office.briefly()).toEqual([]);
});
