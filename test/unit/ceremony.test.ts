// The time and the memory of celebrations, on a clock that the test turns.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lastsMs, type Fanfare } from '../../display/tv/celebration/queue.ts';
import { Ceremony } from '../../display/tv/celebration/ceremony.ts';
import type { Win } from '../../shared/patch.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function win(seq: number, at = Date.now()): Win {
  return {
    dealId: `deal-${seq}`,
    seq,
    at,
    amountMinor: 1,
    customer: '',
    product: '',
    kind: 'new',
    reps: [],
    photoId: null,
    note: '',
    celebrate: true,
    effect: null,
  };
}

const FANFARE_MS = lastsMs({ type: 'win', win: win(1, 0) });

function open(calm = false) {
  const fanfares: (Fanfare | null)[] = [];
  const missed: Win[] = [];
  const ceremony = new Ceremony({
    now: () => Date.now(),
    calm: () => calm,
    onFanfare: (fanfare) => fanfares.push(fanfare),
    onMissed: (wins) => missed.push(...wins),
  });
  const shown = (): (number | null)[] => fanfares.map((fanfare) => (fanfare?.type === 'win' ? fanfare.win.seq : null));
  return { ceremony, shown, missed };
}

describe('the turn of fanfares', () => {
  it('CE2 lets the ranks move first, then celebrates, one after another', () => {
    const { ceremony, shown } = open();
    ceremony.admit([], 'e', false);
    ceremony.admit([win(2), win(1)], 'e', true);
    vi.advanceTimersByTime(2000);
    expect(shown()).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(shown()).toEqual([1]);
    vi.advanceTimersByTime(FANFARE_MS);
    expect(shown()).toEqual([1, null]);
    vi.advanceTimersByTime(2500);
    expect(shown()).toEqual([1, null, 2]);
    vi.advanceTimersByTime(FANFARE_MS * 3);
    expect(shown()).toEqual([1, null, 2, null]);
  });

  it('CE2 rows that never come to rest put a fanfare off for six seconds, and no longer', () => {
    const { ceremony, shown } = open();
    ceremony.admit([], 'e', false);
    for (let second = 1; second <= 7; second += 1) {
      ceremony.admit([win(second)], 'e', true);
      vi.advanceTimersByTime(1000);
      expect(shown().length).toBe(second < 6 ? 0 : 1);
    }
  });

  it('CE3 ends the fanfare of a deal that is voided while it is shown', () => {
    const { ceremony, shown } = open();
    ceremony.admit([], 'e', false);
    ceremony.admit([win(1)], 'e', true);
    vi.advanceTimersByTime(3000);
    ceremony.withdraw('deal-1');
    expect(shown()).toEqual([1, null]);
    expect(ceremony.isOn).toBe(false);
  });

  it('SC4 calls back between fanfares only, at once where there are none', () => {
    const { ceremony } = open();
    const calls: string[] = [];
    ceremony.whenQuiet(() => calls.push('idle'));
    expect(calls).toEqual(['idle']);
    ceremony.admit([], 'e', false);
    ceremony.admit([win(1)], 'e', true);
    ceremony.whenQuiet(() => calls.push('after'));
    vi.advanceTimersByTime(3000);
    expect(calls).toEqual(['idle']);
    vi.advanceTimersByTime(FANFARE_MS);
    expect(calls).toEqual(['idle', 'after']);
  });

  it('a calm screen has no fanfares', () => {
    const { ceremony, shown } = open(true);
    ceremony.admit([], 'e', false);
    ceremony.admit([win(1)], 'e', true);
    vi.advanceTimersByTime(20_000);
    expect(shown()).toEqual([]);
  });
});

describe('the memory', () => {
  it('CE1 holds over a reload', () => {
    const first = open();
    first.ceremony.admit([], 'e', false);
    first.ceremony.admit([win(2), win(1)], 'e', true);
    vi.advanceTimersByTime(3000);
    first.ceremony.stop();
    const second = open();
    second.ceremony.admit([win(2), win(1)], 'e', false);
    vi.advanceTimersByTime(3000);
    expect(second.shown()).toEqual([2]);
  });

  it('CE1 another database’s numbers say nothing', () => {
    const first = open();
    first.ceremony.admit([], 'e', false);
    first.ceremony.admit([win(50)], 'e', true);
    vi.advanceTimersByTime(3000);
    first.ceremony.stop();
    const second = open();
    second.ceremony.admit([win(3)], 'restored', false);
    second.ceremony.admit([win(4)], 'restored', true);
    vi.advanceTimersByTime(3000);
    expect(second.shown()).toEqual([4]);
  });

  it('CE1 mentions what a long cut has missed', () => {
    const { ceremony, missed, shown } = open();
    ceremony.admit([win(1)], 'e', false);
    ceremony.admit([win(2, Date.now() - 120_000), win(1)], 'e', false);
    vi.advanceTimersByTime(5000);
    expect(missed.map(({ seq }) => seq)).toEqual([2]);
    expect(shown()).toEqual([]);
  });
});
