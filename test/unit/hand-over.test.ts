// When people change, a window's deals are taken over instead of being read again.
import { expect, test } from 'vitest';
import { computeStandings, Scoreboard } from '../../shared/standings.ts';
import { HOUR_MS, makeBoard, makeContext, makeDeal, makeRep, makeRoster, MONTH } from '../kit/make.ts';

const REPS = ['an', 'binh', 'chau'].map((id) => makeRep(id));

test('ST8 ST7 a scoreboard hands its deals over to a roster with newcomers and other names', () => {
  const dayStartsAt = MONTH.startsAt + 2.5 * HOUR_MS;
  const deals = [makeDeal(1, { chau: 5 }), makeDeal(2, { an: 7 }), makeDeal(3, { chau: 9 })];
  const older = makeRoster({ reps: REPS });
  const before = new Scoreboard(makeContext(older, { dayStartsAt }));
  for (const deal of deals) before.add(deal);
  const reps = [makeRep('zoe', { name: 'Zoe' }), ...older.reps].map((rep) =>
    rep.id === 'an' ? { ...rep, name: 'An Trần' } : rep,
  );
  const grown = makeRoster({ reps });
  expect(grown.keepsPast(older)).toBe(true);
  const context = makeContext(grown, { dayStartsAt });
  const after = new Scoreboard(context, before).view(makeBoard());
  expect(after.rows()).toEqual(computeStandings(makeBoard(), context, deals).rows());
  expect(after.rows()[0]).toMatchObject({ subjectId: 'chau', value: 14, move: 1 });
});
