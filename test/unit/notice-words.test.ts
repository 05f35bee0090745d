// What a notice says, as short as a lock screen is.
import { expect, test } from 'vitest';
import { NoticeText } from '../../server/push/words.ts';

const LONG = 'W'.repeat(120);
const text = new NoticeText('vi', { currency: 'VND', exponent: 0 });

test('PN1 a notice cuts names without end, and names the first of many sellers', () => {
  const { title, body } = text.bigWin({ amountMinor: 5_000_000, isHuge: true, name: LONG, customer: 'Hoa Mai' });
  expect([title.length < 80, body]).toEqual([true, `${'W'.repeat(39)}… · Hoa Mai`]);
  expect(text.overtaken({ name: LONG, others: 0 }, 2, 1000).title).toBe(`${'W'.repeat(39)}… vừa vượt bạn`);
  const sellers = Array.from({ length: 40 }, (_, index) => `${index} ${LONG}`);
  expect(text.bigWins(40, sellers).body.length).toBeLessThan(300);
  expect(text.bigWins(40, sellers).body.endsWith('…')).toBe(true);
  expect(text.bigWins(3, ['An', 'Bình', 'An']).body).toBe('An, Bình');
});
