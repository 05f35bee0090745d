// Whose turn it is on the wall, on a clock that the test turns.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turns } from '../../display/tv/turns.ts';
import { itemOf, type Playlist, type PlaylistItem } from '../../shared/scenes.ts';

const START = Date.UTC(2026, 10, 24, 3);

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

function list(items: PlaylistItem[], changedAt = START): Playlist {
  return { id: 'p', name: 'P', layout: 'side', items, changedAt };
}

function open(...bare: string[]) {
  const shown: (string | null)[] = [];
  const turns = new Turns({
    now: () => Date.now(),
    isBare: ({ scene }) => bare.includes(scene),
    moment: (at) => ({ weekday: 2, minute: Math.floor(at / 60_000) % 1440 }),
    onTurn: (item) => shown.push(item?.scene ?? null),
  });
  return { turns, shown };
}

describe('turns', () => {
  it('SC6 follow the playlist and start over', () => {
    const { turns, shown } = open();
    turns.play(list([itemOf('race', 10), itemOf('today', 5)]));
    vi.advanceTimersByTime(29_000);
    expect(shown).toEqual(['race', 'today', 'race', 'today']);
  });

  it('SC6 pass over what has nothing to show, unless all have not', () => {
    const items = [itemOf('race', 10), itemOf('teams', 10), itemOf('today', 5)];
    const some = open('teams');
    some.turns.play(list(items));
    vi.advanceTimersByTime(29_000);
    expect(some.shown).toEqual(['race', 'today', 'race', 'today']);
    const none = open('race', 'teams', 'today');
    none.turns.play(list(items, Date.now()));
    vi.advanceTimersByTime(12_000);
    expect(none.shown).toEqual(['race', 'teams']);
  });

  it('SC3 a change interrupts at once; the same list again does not', () => {
    const { turns, shown } = open();
    turns.play(list([itemOf('race', 600)]));
    turns.play(list([itemOf('race', 600)]));
    expect(shown).toEqual(['race']);
    vi.advanceTimersByTime(3000);
    turns.play(list([itemOf('podium', 600)], START + 3000));
    expect(shown).toEqual(['race', 'podium']);
  });

  it('a win calls its scene forward, for its seconds', () => {
    const { turns, shown } = open();
    turns.play(list([itemOf('race', 600), { ...itemOf('latest', 20), onWin: true }]));
    vi.advanceTimersByTime(5000);
    turns.callForWin();
    vi.advanceTimersByTime(19_000);
    expect(shown).toEqual(['race', 'latest']);
    vi.advanceTimersByTime(2000);
    expect(shown).toEqual(['race', 'latest', 'race']);
  });

  it('SC7 what cannot be shown is passed over, and tried again later; with nothing left the ranking stays alone', () => {
    const { turns, shown } = open();
    const race = itemOf('race', 10);
    turns.play(list([race, itemOf('today', 10)]));
    turns.skip(race);
    expect(shown).toEqual(['race', 'today']);
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual(['race', 'today']);
    const today = turns.item;
    if (today) turns.skip(today);
    expect(shown.at(-1)).toBeNull();
    vi.advanceTimersByTime(400_000);
    expect(shown.at(-1)).not.toBeNull();
  });

  it('SC6 hours begin on the minute, also while nothing else plays', () => {
    const { turns, shown } = open();
    const minute = Math.floor(START / 60_000) % 1440;
    turns.play(list([{ ...itemOf('today', 3600), fromMinute: minute + 2, toMinute: minute + 3 }]));
    // Also the first look says that nothing plays.
    expect(shown).toEqual([null]);
    vi.advanceTimersByTime(120_500);
    expect(shown).toEqual([null, 'today']);
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual([null, 'today', null]);
  });
});
