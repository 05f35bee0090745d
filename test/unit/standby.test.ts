// Small parts of a screen that runs by itself: the keys of its remote, the hair's breadth by which it moves.
import { describe, expect, it } from 'vitest';
import { remoteKey } from '../../display/tv/menu/remote.ts';
import { shiftAt } from '../../display/tv/shift.ts';

it('a remote’s keys are arrows, Enter, and any maker’s way back', () => {
  const of = (key: string, keyCode = 0) => remoteKey({ key, keyCode });
  expect([of('Enter'), of('ArrowDown'), of('ArrowRight'), of('ArrowUp'), of('ArrowLeft')]).toEqual([
    'enter',
    'next',
    'next',
    'previous',
    'previous',
  ]);
  expect([of('Escape'), of('Backspace'), of('Unidentified', 461), of('XF86Back', 10_009)]).toEqual(
    Array<string>(4).fill('back'),
  );
  expect([of('a'), of('F5'), of('toString'), of('VolumeUp')]).toEqual([null, null, null, null]);
});

describe('the wall against burn-in', () => {
  const size = { width: 1920, height: 1080 };

  it('stands still at first, moves by single px, and never by more than 0.4 % of the screen', () => {
    expect(shiftAt(0, size)).toEqual([0, 0]);
    let before = shiftAt(0, size);
    for (let minutes = 1; minutes < 7081; minutes += 1) {
      const now = shiftAt(minutes, size);
      expect(Math.max(Math.abs(now[0] - before[0]), Math.abs(now[1] - before[1]))).toBeLessThanOrEqual(1);
      expect(Math.abs(now[0])).toBeLessThanOrEqual(8);
      expect(Math.abs(now[1])).toBeLessThanOrEqual(4);
      before = now;
    }
  });

  it('comes to most places of its field within a week', () => {
    const places = new Set(Array.from({ length: 7081 }, (_, minutes) => shiftAt(minutes, size).join()));
    expect(places.size).toBeGreaterThan(17 * 9 * 0.9);
  });
});
