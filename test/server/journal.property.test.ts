// Money never appears and never vanishes: whatever happens to deals and receipts, the journal's balances are those that
// the deals and receipts themselves give, computed afresh in another way. Few deals and many receipts of each: rounding
// shows where parts are taken back in another order than they came.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from '../kit/deeds.ts';
import { Doer } from '../kit/doer.ts';
import { moneyBothWays } from '../kit/naive-journal.ts';

const deeds = histories(
  { post: 2, void: 1, restore: 3, correct: 3, receive: 8, takeBack: 4, rate: 1, pass: 2 },
  { minLength: 10, maxLength: 60 },
);

test('RC5 MO5 after any sequence of deals, voids, corrections, restorations and receipts the journal’s balances are those computed afresh', () => {
  fc.assert(
    fc.property(deeds, (history) => {
      const doer = new Doer();
      try {
        for (const deed of history) doer.do(deed);
        const { told, afresh } = moneyBothWays(doer);
        expect(told).toEqual(afresh);
      } finally {
        doer.books.close();
      }
    }),
    { numRuns: 60 },
  );
}, 240_000);
