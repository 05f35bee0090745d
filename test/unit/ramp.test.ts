// The ramp of those who have just joined, held to its wording: the mean over days, month by month from joining on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaBook } from '../../shared/quota.ts';
import { rampedQuota, rampShare } from '../../shared/ramp.ts';
import { makeCalendar, makeRep, makeRoster, MONTH } from '../kit/make.ts';

const RAMP = [2_500, 5_000, 7_500];
const DAY_MS = 86_400_000;

const dates = fc
  .integer({ min: Date.UTC(2024, 0, 1) / DAY_MS, max: Date.UTC(2027, 0, 1) / DAY_MS })
  .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));

function naiveShare(ramp: readonly number[], joinedOn: string, first: string, last: string): number {
  const shares: number[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (date < joinedOn) continue;
    const [year = 0, month = 0] = date.split('-').map(Number);
    const [joinedYear = 0, joinedMonth = 0] = joinedOn.split('-').map(Number);
    shares.push(ramp[(year - joinedYear) * 12 + month - joinedMonth] ?? 10_000);
  }
  return shares.length === 0 ? 10_000 : Math.floor(shares.reduce((sum, share) => sum + share, 0) / shares.length);
}

describe('a ramp', () => {
  it.each([
    ['2026-04-15', '2026-04-01', '2026-04-30', 2_500],
    ['2026-03-15', '2026-04-01', '2026-04-30', 5_000],
    ['2026-02-28', '2026-04-01', '2026-04-30', 7_500],
    ['2026-01-31', '2026-04-01', '2026-04-30', 10_000],
    ['2026-05-01', '2026-04-01', '2026-04-30', 10_000],
    ['2026-01-01', '2026-01-01', '2026-03-31', 5_000],
    ['2026-04-20', '2026-04-27', '2026-05-03', 3_571],
  ])('QT7 who joined on %s has from %s to %s %d basis points', (joinedOn, first, last, share) => {
    expect(rampShare(RAMP, joinedOn, first, last)).toBe(share);
  });

  it('QT7 is the mean of the days from joining on, whatever the period', () => {
    const ramps = fc.array(fc.nat(10_000), { maxLength: 5 });
    fc.assert(
      fc.property(ramps, dates, dates, fc.nat(400), (ramp, joinedOn, first, length) => {
        const last = new Date(Date.parse(first) + length * DAY_MS).toISOString().slice(0, 10);
        const expected = ramp.length === 0 ? 10_000 : naiveShare(ramp, joinedOn, first, last);
        expect(rampShare(ramp, joinedOn, first, last)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('QT7 cuts a quota exactly, also a large one', () => {
    expect(rampedQuota(9_999_999_999_999, 3_333)).toBe(3_332_999_999_999);
  });
});

describe('a quota book with a ramp', () => {
  const reps = [
    makeRep('new', { joinedOn: '2026-04-01' }),
    makeRep('own', { joinedOn: '2026-04-01', ramp: [1_000] }),
    makeRep('free', { joinedOn: '2026-04-01', ramp: [] }),
    makeRep('old', { joinedOn: '2020-01-01' }),
  ];
  const book = quotaBook({
    roster: makeRoster({ reps }),
    period: MONTH,
    metric: 'revenue',
    quotas: [{ periodId: 'april', subjectType: 'rep', subjectId: 'new', metric: 'revenue', amount: 1_000 }],
    defaultAmount: 400,
    ramp: RAMP,
    calendar: makeCalendar(),
    at: MONTH.endsAt,
  });

  it('QT7 cuts the own quota and the default, by the office’s ramp or the rep’s own, and says what it cut', () => {
    expect(book.rep).toEqual([
      { quota: 250, source: 'own', sum: 250, pace: 250, ramp: { whole: 1_000, shareBp: 2_500 } },
      { quota: 40, source: 'default', sum: 40, pace: 40, ramp: { whole: 400, shareBp: 1_000 } },
      { quota: 400, source: 'default', sum: 400, pace: 400, ramp: null },
      { quota: 400, source: 'default', sum: 400, pace: 400, ramp: null },
    ]);
    expect(book.office[0]).toMatchObject({ quota: 1_090, source: 'sum', pace: 1_090 });
  });
});
