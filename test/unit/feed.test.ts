// The phone's feed as it changes: pages, what others say, one's own word before the server has heard it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageText } from '../../display/win/feed/age.ts';
import { withCheer, withFirstPage, withNextPage, withOwn, type Feed } from '../../display/win/feed/feed-state.ts';
import {
  REACTION_KINDS,
  reactionsIn,
  takesReactions,
  type Reaction,
  type ReactionCounts,
  type ReactionKind,
} from '../../shared/reactions.ts';
import type { WinView } from '../../shared/schemas/reactions.ts';

const ME = 'me';

function win(seq: number): WinView {
  const plain = { at: seq, amountMinor: 1, customer: '', product: '', kind: 'new' as const, reps: [] };
  return { ...plain, dealId: `d${seq}`, seq, open: true, counts: {}, reactions: [], own: null };
}

const wins = (...seqs: number[]): WinView[] => seqs.map(win);
const seqsOf = (feed: Feed): number[] => feed.wins.map(({ seq }) => seq);
const said = (userId: string, kind: ReactionKind, text = ''): Reaction => ({ userId, name: userId, kind, text, at: 1 });

function countsOf(all: readonly Reaction[]): ReactionCounts {
  const counts: ReactionCounts = {};
  for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

test('RX2 the first page read again brings what is new, drops what was voided, keeps what was read below', () => {
  const read = withNextPage({ wins: wins(9, 8, 7), nextCursor: '7' }, { items: wins(6, 5, 4), nextCursor: '4' });
  expect(seqsOf(read)).toEqual([9, 8, 7, 6, 5, 4]);
  const again = withFirstPage(read, { items: wins(10, 9, 7), nextCursor: '7' });
  expect(seqsOf(again)).toEqual([10, 9, 7, 6, 5, 4]);
  expect(again.nextCursor).toBe('4');
  expect(seqsOf(withFirstPage(again, { items: wins(10), nextCursor: null }))).toEqual([10]);
  expect(seqsOf(withFirstPage(null, { items: [], nextCursor: null }))).toEqual([]);
  // A page that was asked for twice is there once.
  expect(seqsOf(withNextPage(read, { items: wins(5, 4, 3), nextCursor: null }))).toEqual([9, 8, 7, 6, 5, 4, 3]);
});

test('RX1 RX2 a feed that hears every word counts as the server does, and one’s own word is never counted twice', () => {
  const words = fc.array(
    fc.record({
      userId: fc.constantFrom(ME, 'an', 'binh'),
      kind: fc.option(fc.constantFrom(...REACTION_KINDS), { freq: 3 }),
      isShownFirst: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(words, (all) => {
      const server = new Map<string, Reaction>();
      const shown: [before: unknown, after: unknown][] = [];
      let feed: Feed = { wins: wins(2, 1), nextCursor: null };
      for (const { userId, kind, isShownFirst } of all) {
        const own = kind && said(userId, kind);
        if (userId === ME && isShownFirst) feed = withOwn(feed, 'd1', own, ME);
        if (own) server.set(userId, own);
        else server.delete(userId);
        const counts = countsOf([...server.values()]);
        if (isShownFirst && userId === ME) shown.push([feed.wins[1]?.counts, counts]);
        feed = withCheer(feed, { dealId: 'd1', counts, ...(own ? { latest: own } : { gone: userId }) }, ME);
      }
      expect(shown.map(([before]) => before)).toEqual(shown.map(([, after]) => after));
      const [other, one] = feed.wins;
      expect(other).toEqual(win(2));
      expect(reactionsIn(one?.counts ?? {})).toBe(server.size);
      expect(one?.own).toEqual(server.get(ME) ?? null);
      expect(new Set(one?.reactions.map(({ userId }) => userId))).toEqual(new Set(server.keys()));
      expect(one?.reactions).toHaveLength(server.size);
    }),
  );
});

test('RX1 a win takes reactions for seven days', () => {
  expect(takesReactions(0, 7 * 86_400_000 - 1)).toBe(true);
  expect(takesReactions(0, 7 * 86_400_000)).toBe(false);
});

test('how long ago is said as people say it', () => {
  const at = 1_000_000_000_000;
  expect(ageText(at, at + 30_000, 'vi')).toBe('bây giờ');
  expect(ageText(at, at - 30_000, 'en')).toBe('now');
  expect(ageText(at, at + 5 * 60_000, 'vi')).toBe('5 phút trước');
  expect(ageText(at, at + 3 * 3_600_000, 'en')).toBe('3 hours ago');
  expect(ageText(at, at + 86_400_000, 'en')).toBe('yesterday');
  expect(ageText(at, at + 40 * 86_400_000, 'vi')).toBe('40 ngày trước');
});
