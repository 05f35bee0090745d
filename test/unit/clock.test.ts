// The server's clock on a screen whose own is wrong.
import { expect, it } from 'vitest';
import { ServerClock } from '../../display/kit/clock.ts';

function at(ticks: { now: number }, guess = 0): ServerClock {
  return new ServerClock(guess, () => ticks.now);
}

it('runs from the guess until the server has spoken, then by the server', () => {
  const ticks = { now: 100 };
  const clock = at(ticks, 5000);
  ticks.now += 50;
  expect(clock.now()).toBe(5050);
  clock.hear(1_000_000, 40);
  expect(clock.now()).toBe(1_000_020);
  ticks.now += 1000;
  expect(clock.now()).toBe(1_001_020);
});

it('keeps the reading of the fastest exchange', () => {
  const ticks = { now: 0 };
  const clock = at(ticks);
  clock.hear(1_000_000, 20);
  ticks.now += 10_000;
  clock.hear(2_000_000, 400);
  expect(clock.now()).toBe(1_010_010);
  clock.hear(3_000_000, 10);
  expect(clock.now()).toBe(3_000_005);
});

it('believes a slower exchange once the old reading has aged, or after a cut', () => {
  const ticks = { now: 0 };
  const clock = at(ticks);
  clock.hear(1_000_000, 20);
  ticks.now += 3_600_000;
  clock.hear(9_000_000, 400);
  expect(clock.now()).toBe(9_000_200);
  clock.distrust();
  clock.hear(5_000_000, 900);
  expect(clock.now()).toBe(5_000_450);
});
