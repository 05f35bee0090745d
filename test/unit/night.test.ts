// Dark hours and the night's reload, by a clock that is moved by hand.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Night } from '../../display/tv/night.ts';

const HOUR_MS = 3_600_000;
/** A Tuesday, 18:00, in a zone where epoch midnight is midnight. */
const EVENING = Date.UTC(2026, 10, 24, 18);

beforeEach(() => {
  vi.useFakeTimers({ now: EVENING, toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
});
afterEach(() => vi.useRealTimers());

function openNight() {
  const told: string[] = [];
  const hour = (): string => new Date(Date.now()).toISOString().slice(11, 16);
  const night = new Night({
    now: () => Date.now(),
    moment: (at) => ({ weekday: 2, minute: Math.floor((at % 86_400_000) / 60_000) }),
    onDark: (isDark) => told.push(`${hour()} ${isDark ? 'dark' : 'light'}`),
    onNight: () => told.push(`${hour()} reload`),
  });
  return { night, told };
}

describe('SC11 the night', () => {
  it('SC11 dark hours come and go, over midnight, and the page loads afresh once in them', () => {
    const { night, told } = openNight();
    night.keep({ fromMinute: 20 * 60, toMinute: 7 * 60 });
    vi.advanceTimersByTime(24 * HOUR_MS);
    // The page was six hours old at midnight only.
    expect(told).toEqual(['20:00 dark', '00:00 reload', '07:00 light']);
    vi.advanceTimersByTime(24 * HOUR_MS);
    expect(told.slice(3)).toEqual(['20:00 dark', '20:00 reload', '07:00 light']);
  });

  it('SC11 without dark hours it loads afresh once in the small hours, and is never dark', () => {
    const { told } = openNight();
    vi.advanceTimersByTime(48 * HOUR_MS);
    expect(told).toEqual(['03:30 reload', '03:30 reload']);
  });

  it('SC11 dark hours that are set or taken away take effect at once', () => {
    const { night, told } = openNight();
    night.keep({ fromMinute: 17 * 60, toMinute: 19 * 60 });
    night.keep(null);
    expect(told).toEqual(['18:00 dark', '18:00 light']);
    night.stop();
    vi.advanceTimersByTime(48 * HOUR_MS);
    expect(told).toHaveLength(2);
  });
});
