// PD7–PD12 on the books themselves: whatever is done to the calendar and the zone, periods meet, finals stay, and what
// was told before comes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comingPeriods } from '../../server/ledger/coming.ts';
import type { ComingPeriod, OfficePreview } from '../../shared/schemas/calendar.ts';
import type { OfficePatch } from '../../shared/schemas/office.ts';
import { Announced, periodFaults } from '../kit/announced.ts';
import type { Books } from '../kit/books.ts';
import { histories, type Deed } from '../kit/deeds.ts';
import { Doer } from '../kit/doer.ts';

const deeds = histories(
  { patch: 6, pass: 5, post: 4, reset: 2, undo: 2, plan: 4, remove: 2 },
  { minLength: 0, maxLength: 22 },
);

function coming({ periods, office, now }: Books, count: number): ComingPeriod[] {
  return comingPeriods(periods, office, { now, count });
}

/** Rule PD10: what was told before is what is there after. */
function patch({ books }: Doer, change: OfficePatch): void {
  const before = books.periods;
  const rev = books.store.revision.read();
  const told = books.do('office:preview', change) as OfficePreview;
  expect([books.periods, books.store.revision.read()]).toEqual([before, rev]);
  books.do('office:patch', change);
  expect(books.office).toEqual(told.office);
  expect(coming(books, 6)).toEqual(told.coming);
  const moved = books.periods.filter((one) => {
    const was = before.find(({ id }) => id === one.id);
    return was && one.closedAt === null && (was.startsAt !== one.startsAt || was.endsAt !== one.endsAt);
  });
  expect(moved.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }))).toEqual(
    told.moved.map(({ after: { id, startsAt, endsAt } }) => ({ id, startsAt, endsAt })),
  );
  // Rule PD7: in the same zone nothing moves but an open end.
  const mayMove = (wasOpenEnded: boolean) => wasOpenEnded || change.timeZone !== undefined;
  expect(told.moved.filter(({ before: was }) => !mayMove(was.isOpenEnded))).toEqual([]);
}

/** Rule PD12: what was coming has come. */
function pass(doer: Doer, deed: Deed): void {
  const { books } = doer;
  const told = coming(books, 40);
  doer.do(deed);
  const begun = new Map(books.periods.map((one) => [one.startsAt, one]));
  for (const { startsAt, endsAt, name, isOpenEnded } of told) {
    if (startsAt > books.now) continue;
    const one = begun.get(startsAt);
    const end = isOpenEnded ? one?.endsAt : endsAt;
    expect([startsAt, one?.name, one?.isOpenEnded, one?.endsAt]).toEqual([startsAt, name, isOpenEnded, end]);
  }
}

test('PD7 PD8 PD9 PD10 PD12 whatever is changed of calendar and zone, finals stay, periods meet, and what was told comes', () => {
  fc.assert(
    fc.property(deeds, (history) => {
      const doer = new Doer();
      const announced = new Announced(doer.books);
      try {
        for (const deed of history) {
          if (deed.name === 'patch') patch(doer, deed.with.patch);
          else if (deed.name === 'pass') pass(doer, deed);
          else doer.do(deed);
          // As the server does a moment after whatever has passed.
          doer.roll();
          expect(periodFaults(doer.books)).toEqual([]);
          announced.check(deed.name);
        }
      } finally {
        doer.books.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
