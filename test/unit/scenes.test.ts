// Which scene of a playlist is on: pure, so that screens agree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf, playsAt, SCENES, turnAt, type Playlist, type PlaylistItem } from '../../shared/scenes.ts';

const at = (weekday: number, hour: number, minute = 0) => ({ weekday, minute: hour * 60 + minute });
const hours = (fromMinute: number, toMinute: number, days: number[] = []) => ({ days, fromMinute, toMinute });

describe('hours', () => {
  it('SC6 are half-open; equal ends are the whole day', () => {
    expect(playsAt(hours(540, 1020), at(1, 9))).toBe(true);
    expect(playsAt(hours(540, 1020), at(1, 17))).toBe(false);
    expect(playsAt(hours(600, 600), at(1, 3))).toBe(true);
  });

  it('SC6 over midnight belong to the day on which they began', () => {
    const fridayNight = hours(1320, 120, [5]);
    expect(playsAt(fridayNight, at(5, 23))).toBe(true);
    expect(playsAt(fridayNight, at(6, 1))).toBe(true);
    expect(playsAt(fridayNight, at(6, 2))).toBe(false);
    expect(playsAt(fridayNight, at(6, 23))).toBe(false);
    expect(playsAt(fridayNight, at(5, 1))).toBe(false);
    expect(playsAt(hours(1320, 120, [7]), at(1, 1))).toBe(true);
  });
});

const items = fc.array(
  fc
    .record({
      scene: fc.constantFrom(...SCENES),
      seconds: fc.integer({ min: 5, max: 600 }),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      toMinute: fc.integer({ min: 0, max: 1439 }),
    })
    .map((item): PlaylistItem => ({ ...itemOf(item.scene, item.seconds), ...item })),
  { maxLength: 6 },
);
const playlists = fc
  .record({ items, changedAt: fc.integer({ min: 0, max: 2_000_000_000_000 }) })
  .map((one): Playlist => ({ ...one, id: 'p', name: 'P', layout: 'full' }));
const moments = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), minute: fc.integer({ min: 0, max: 1439 }) });

describe('turns', () => {
  it('SC6 within a round every playable item has its seconds, in order, without a gap', () => {
    fc.assert(
      fc.property(playlists, moments, fc.integer({ min: 0, max: 4_000_000_000_000 }), (playlist, moment, from) => {
        const playable = playlist.items.flatMap((item, index) => (playsAt(item, moment) ? [index] : []));
        const first = turnAt(playlist, from, moment);
        expect(first === null).toBe(playable.length === 0);
        const seen: number[] = [];
        let now = first?.endsAt ?? from;
        for (let step = 0; step < playable.length; step += 1) {
          const turn = turnAt(playlist, now, moment);
          if (!turn) throw new Error('a gap');
          expect(turn.endsAt - now).toBe(turn.item.seconds * 1000);
          seen.push(turn.index);
          now = turn.endsAt;
        }
        const start = playable.indexOf(seen[0] ?? -1);
        expect(seen).toEqual([...playable.slice(start), ...playable.slice(0, start)]);
      }),
    );
  });

  it('SC3 a list begins with its first item at the moment it was changed', () => {
    const playlist = {
      id: 'p',
      name: 'P',
      layout: 'side' as const,
      changedAt: 5000,
      items: [itemOf('race', 10), itemOf('today', 10)],
    };
    expect(turnAt(playlist, 5000, at(1, 0))).toMatchObject({ index: 0, endsAt: 15_000 });
    expect(turnAt(playlist, 14_999, at(1, 0))).toMatchObject({ index: 0 });
    expect(turnAt(playlist, 15_000, at(1, 0))).toMatchObject({ index: 1, endsAt: 25_000 });
  });
});
