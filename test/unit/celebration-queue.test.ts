// Which wins a screen celebrates: rules CE1 to CE4.
import { describe, expect, it } from 'vitest';
import {
  admitBoard,
  admitNews,
  celebratedSeq,
  openQueue,
  fanfareHas,
  takeMissed,
  takeFanfare,
  withdraw,
  type Queue,
  type Fanfare,
} from '../../display/tv/celebration/queue.ts';
import type { Win } from '../../shared/patch.ts';

const NOW = Date.UTC(2026, 10, 24, 3);

function win(seq: number, change: Partial<Win> = {}): Win {
  return {
    dealId: `deal-${seq}`,
    seq,
    at: NOW,
    amountMinor: 1_000_000,
    customer: 'An Phát',
    product: '',
    kind: 'new',
    reps: [{ id: 'a', name: 'Võ Ngọc Khánh Linh', photoId: null, soundId: null }],
    photoId: null,
    note: '',
    celebrate: true,
    effect: null,
    ...change,
  };
}

/** Newest first, as boards have them. */
const wins = (...seqs: number[]): Win[] => seqs.toSorted((a, b) => b - a).map((seq) => win(seq));

function fanfaresOf(queue: Queue): number[][] {
  const fanfares: number[][] = [];
  for (let next = takeFanfare(queue); next.fanfare; next = takeFanfare(next.queue)) {
    fanfares.push(next.fanfare.type === 'win' ? [next.fanfare.win.seq] : next.fanfare.wins.map(({ seq }) => seq));
  }
  return fanfares;
}

describe('CE1 each win once per screen', () => {
  it('CE1 a screen that knows none celebrates none of those it finds, and every one after', () => {
    const queue = admitBoard(openQueue(null), wins(1, 2, 3), NOW);
    expect(fanfaresOf(queue)).toEqual([]);
    expect(fanfaresOf(admitNews(queue, wins(4)))).toEqual([[4]]);
    expect(fanfaresOf(admitNews(admitBoard(openQueue(null), [], NOW), wins(1)))).toEqual([[1]]);
  });

  it('CE1 a win that comes again, by patch or by board, is not celebrated again', () => {
    const { queue } = takeFanfare(admitNews(openQueue(0), wins(1)));
    expect(fanfaresOf(admitBoard(admitNews(queue, wins(1)), wins(1), NOW))).toEqual([]);
  });

  it('CE1 after a reload it goes on where it was: what waited is celebrated, what was shown is not', () => {
    const before = takeFanfare(admitNews(openQueue(4), wins(5, 6))).queue;
    expect(celebratedSeq(before)).toBe(5);
    const after = admitBoard(openQueue(celebratedSeq(before)), wins(4, 5, 6), NOW);
    expect(fanfaresOf(after)).toEqual([[6]]);
    expect(celebratedSeq(takeFanfare(after).queue)).toBe(6);
  });

  it('CE1 after a cut, a win older than 60 s is only mentioned, once', () => {
    const late = win(5, { at: NOW - 60_001 });
    const queue = admitBoard(openQueue(4), [win(6, { at: NOW - 60_000 }), late], NOW);
    expect(fanfaresOf(queue)).toEqual([[6]]);
    const taken = takeMissed(queue);
    expect(taken.missed).toEqual([late]);
    expect(takeMissed(admitBoard(taken.queue, [late], NOW)).missed).toEqual([]);
  });

  it('CE1 a win that a phone sends late is news all the same', () => {
    expect(fanfaresOf(admitNews(openQueue(4), [win(5, { at: NOW - 900_000 })]))).toEqual([[5]]);
  });

  it('CE1 an older win that moves up into the list after a void is no news', () => {
    expect(fanfaresOf(admitNews(openQueue(20), wins(8)))).toEqual([]);
  });
});

describe('CE2 one after another', () => {
  it('CE2 up to three wins have a fanfare each, oldest first', () => {
    expect(fanfaresOf(admitNews(openQueue(0), wins(3, 1, 2)))).toEqual([[1], [2], [3]]);
  });

  it('CE2 more than three merge into one', () => {
    expect(fanfaresOf(admitNews(openQueue(0), wins(1, 2, 3, 4)))).toEqual([[1, 2, 3, 4]]);
  });
});

describe('CE3 a void withdraws', () => {
  it('CE3 a waiting win leaves the queue', () => {
    expect(fanfaresOf(withdraw(admitNews(openQueue(0), wins(1, 2)), 'deal-1'))).toEqual([[2]]);
  });

  it('CE3 a win that was voided during a cut leaves it too', () => {
    const waiting = admitNews(openQueue(0), wins(7, 8));
    expect(fanfaresOf(admitBoard(waiting, wins(6, 8), NOW))).toEqual([[8]]);
  });

  it('CE3 a win that is too old for the list stays', () => {
    const waiting = admitNews(openQueue(0), wins(7));
    expect(fanfaresOf(admitBoard(waiting, wins(20, 21, 22), NOW)).flat()).toEqual([7, 20, 21, 22]);
  });

  it('CE3 a fanfare knows its deals, so that it can be ended', () => {
    const merged: Fanfare = { type: 'wins', wins: wins(1, 2) };
    expect(fanfareHas(merged, 'deal-2')).toBe(true);
    expect(fanfareHas({ type: 'win', win: win(1) }, 'deal-2')).toBe(false);
  });
});

it('CE4 imported and late deals are never celebrated, nor mentioned as missed', () => {
  const quiet = win(5, { celebrate: false, at: NOW - 90_000 });
  expect(fanfaresOf(admitNews(openQueue(0), [quiet]))).toEqual([]);
  const queue = admitBoard(openQueue(0), [quiet], NOW);
  expect(queue).toEqual({ seenSeq: 5, waiting: [], missed: [] });
});
