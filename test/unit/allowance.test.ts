// A burst, then a pace.
import { expect, it } from 'vitest';
import { Allowance } from '../../server/allowance.ts';

it('lets a burst through, then as many a second as it was told, and saves up no more than a burst', () => {
  let now = 0;
  const allowance = new Allowance(3, 2, { now: () => now });
  const takes = (count: number): number => Array.from({ length: count }, () => allowance.take()).filter(Boolean).length;
  expect(takes(5)).toBe(3);
  now = 400;
  expect(takes(5)).toBe(0);
  now = 1000;
  expect(takes(5)).toBe(2);
  now = 1_000_000;
  expect(takes(9)).toBe(3);
  // A clock that was set back gives nothing and takes nothing.
  now = 0;
  expect(takes(1)).toBe(0);
});
