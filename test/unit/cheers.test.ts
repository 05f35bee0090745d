// How much cheering a wall shows, whatever comes in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lines, RISES_MS, Signs, STANDS_MS } from '../../display/tv/cheers/bounds.ts';
import type { Cheer } from '../../shared/reactions.ts';

const waits = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 120 });

test('RX4 at most six signs rise at a time, and twenty begin in a minute', () => {
  fc.assert(
    fc.property(waits, (all) => {
      const signs = new Signs();
      const begun: number[] = [];
      let now = 0;
      for (const wait of all) {
        now += wait;
        if (signs.begin('clap', now)) begun.push(now);
        const within = (ms: number): number => begun.filter((at) => now - at < ms).length;
        expect(within(RISES_MS)).toBeLessThanOrEqual(6);
        expect(within(60_000)).toBeLessThanOrEqual(20);
      }
      expect(begun[0]).toBe(all[0]);
    }),
  );
});

test('RX4 lines stand one after another', () => {
  fc.assert(
    fc.property(waits, (all) => {
      const lines = new Lines();
      const begun: number[] = [];
      let now = 0;
      all.forEach((wait, index) => {
        now += wait;
        if (lines.begin({ dealId: 'd', counts: { fire: index + 1 } }, now)) begun.push(now);
      });
      const gaps = begun.slice(1).map((at, index) => at - (begun[index] ?? 0));
      expect(gaps.filter((gap) => gap < STANDS_MS)).toEqual([]);
    }),
  );
});

test('RX4 what is said while a line stands comes next, the newest of it, unless it was taken back', () => {
  const lines = new Lines();
  const by = (name: string, fire: number): Cheer => ({
    dealId: 'd',
    counts: { fire },
    latest: { userId: name, name, kind: 'fire', text: '', at: 1 },
  });
  expect(lines.begin(by('An', 1), 0)).toBe(true);
  expect(lines.begin(by('Binh', 2), 1)).toBe(false);
  expect(lines.begin(by('Chi', 3), 2)).toBe(false);
  expect(lines.next(STANDS_MS)?.latest?.name).toBe('Chi');
  expect(lines.begin(by('Dung', 4), STANDS_MS + 1)).toBe(false);
  expect(lines.begin({ dealId: 'd', counts: { fire: 3 }, gone: 'Dung' }, STANDS_MS + 2)).toBe(false);
  expect(lines.next(2 * STANDS_MS)).toBeNull();
  expect(lines.begin(by('Emily', 5), 2 * STANDS_MS)).toBe(true);
});

test('RX4 a word that is taken back makes no line, and a masked wall has one where there are more', () => {
  const lines = new Lines();
  const latest = { userId: 'u', name: 'An', kind: 'clap', text: 'hay', at: 1 } as const;
  const at = (turn: number): number => turn * STANDS_MS;
  const cheer = (counts: Cheer['counts'], more: Partial<Cheer> = {}): Cheer => ({ dealId: 'd', counts, ...more });
  expect(lines.begin(cheer({ clap: 2 }), at(0))).toBe(true);
  expect(lines.begin(cheer({ clap: 1 }, { gone: 'u' }), at(1))).toBe(false);
  expect(lines.begin(cheer({ clap: 1 }), at(2))).toBe(false);
  expect(lines.begin(cheer({ clap: 1 }, { latest }), at(3))).toBe(true);
  expect(lines.begin(cheer({ clap: 2 }), at(4))).toBe(true);
});
