// When the board is drawn: at once, and in a stream of changes as seldom as drawing is slow.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pace } from '../../display/tv/pace.ts';

/** What a drawing takes on this screen, layout and paint included. */
let costMs = 0;

beforeEach(() => {
  vi.useFakeTimers();

  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1 = Object.assign(new EventTarget(), { start: () => undefined, close: () => undefined });
      port2 = { postMessage: () => setTimeout(() => this.port1.dispatchEvent(new Event('message')), costMs) };
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Something changes every 20 ms for a while; gives how often it was drawn, and what was drawn last. */
function stream(ms: number): { draws: number; last: number } {
  const pace = new Pace();
  let draws = 0;
  let last = 0;
  for (let at = 0; at < ms; at += 20) {
    pace.whenFree(() => {
      draws += 1;
      last = at;
    });
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(2000);
  return { draws, last };
}

it('draws what comes alone in the next frame', () => {
  const pace = new Pace();
  let isDrawn = false;
  pace.whenFree(() => {
    isDrawn = true;
  });
  vi.advanceTimersByTime(16);
  expect(isDrawn).toBe(true);
});

it.each([
  [4, 30, 80],
  [40, 6, 12],
  [1000, 1, 3],
])(
  'where a drawing takes %d ms, a stream of a second and a half is drawn %d to %d times, and the last of it always',
  (cost, least, most) => {
    costMs = cost;
    const { draws, last } = stream(1500);
    expect(draws).toBeGreaterThanOrEqual(least);
    expect(draws).toBeLessThanOrEqual(most);
    expect(last).toBe(1480);
  },
);

it('draws nothing more once it has stopped', () => {
  const pace = new Pace();
  const draw = vi.fn<() => void>();
  pace.whenFree(draw);
  pace.stop();
  vi.advanceTimersByTime(2000);
  expect(draw).not.toHaveBeenCalled();
});
