// Where a rep stands, by the letter of the rules: what counts and why, what a day must bring, who is near.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestDayOf } from '../../shared/best-day.ts';
import { explain, fateOf, type OwnDeal } from '../../shared/explanation.ts';
import { needOf, workLeft } from '../../shared/need.ts';
import { neighboursOf } from '../../shared/neighbours.ts';
import { Roster } from '../../shared/roster.ts';
import { computeStandings } from '../../shared/standings.ts';
import { workDays, workTime } from '../../shared/workdays.ts';
import { calendars, instants, repsOf, worlds, type LedgerEvent } from '../kit/arbitraries.ts';
import { DAY_MS, HOUR_MS, makeBoard, makeCalendar, makeContext, makeRep, makeRow, MONTH, ZONE } from '../kit/make.ts';

const RULES = { timeZone: ZONE, weekStart: 1, fiscalStartMonth: 1 };

/** A deal as the books have it, with everybody's credits. */
interface Booked {
  seq: number;
  rev: number;
  closedAt: number;
  recordedAt: number;
  credits: Readonly<Record<string, number>>;
  void: OwnDeal['void'];
  pastVoids: OwnDeal['pastVoids'];
}

/** Plays events into books in which each has a rev of its own. */
function book(events: readonly LedgerEvent[]): Booked[] {
  const deals: Booked[] = [];
  events.forEach((event, place) => {
    const rev = place + 1;
    const recordedAt = MONTH.startsAt + rev;
    if (event.type === 'midnight') return;
    const standing = deals.filter((deal) => deal.void === null);
    const gone = event.type === 'add' ? undefined : standing[event.pick % Math.max(1, standing.length)];
    const replacedBy = event.type === 'correct' ? `deal-${rev}` : null;
    if (gone) gone.void = { at: recordedAt, rev, replacedBy };
    if (event.type === 'void') return;
    const { closedAt, credits } = event;
    deals.push({ seq: rev, rev, closedAt, recordedAt, credits, void: null, pastVoids: [] });
  });
  return deals;
}

function ownDeals(deals: readonly Booked[], repId: string): OwnDeal[] {
  return deals.flatMap(({ credits, ...deal }) => {
    const creditMinor = credits[repId];
    if (creditMinor === undefined) return [];
    return [{ ...deal, creditMinor, shareBp: Object.keys(credits).length === 1 ? 10_000 : 5000 }];
  });
}

const makeOwn = (deal: Partial<OwnDeal> = {}): OwnDeal => ({
  seq: 1,
  rev: 1,
  closedAt: MONTH.startsAt,
  recordedAt: MONTH.startsAt,
  creditMinor: 100,
  shareBp: 10_000,
  void: null,
  pastVoids: [],
  ...deal,
});

describe('an explanation', () => {
  it('WS1 adds up to the value, the deals and the tie-break of the board as it stood at any rev', () => {
    fc.assert(
      fc.property(worlds, fc.nat(30), (world, rev) => {
        const all = book(world.events);
        const then = book(world.events.slice(0, rev)).filter((deal) => deal.void === null);
        const scored = then.map(({ credits, ...deal }) => ({
          ...deal,
          credits: Object.entries(credits).map(([repId, amountMinor]) => ({ repId, amountMinor })),
        }));
        const roster = new Roster(world.people);
        const rows = computeStandings(makeBoard(), makeContext(roster, { at: world.at }), scored).rows();
        for (const { id } of world.people.reps) {
          const row = rows.find(({ subjectId }) => subjectId === id);
          const told = explain(ownDeals(all, id), { range: MONTH, rev, closedAt: MONTH.endsAt + DAY_MS });
          expect([told.value, told.deals]).toEqual([row?.value ?? 0, row?.deals ?? 0]);
          expect(told.items.reduce((sum, { countsMinor }) => sum + countsMinor, 0)).toBe(told.value);
          const { whole, shares, voided, corrected, late } = told.sums;
          const every = [whole, shares, voided, corrected, late];
          expect(every.reduce((sum, { deals }) => sum + deals, 0)).toBe(told.items.length);
          const mine = scored.filter((one) => one.closedAt >= MONTH.startsAt && one.closedAt < MONTH.endsAt);
          const worth = mine.filter(({ credits }) => credits.some((one) => one.repId === id && one.amountMinor > 0));
          expect(told.reached).toBe(Math.max(0, ...worth.map(({ seq }) => seq)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['counts what was there', {}, 'counted'],
    ['keeps what was voided after the close', { void: { at: 90, rev: 9, replacedBy: null } }, 'counted'],
    ['leaves out what was voided before', { void: { at: 10, rev: 3, replacedBy: null } }, 'voided'],
    ['tells a correction from a void', { void: { at: 10, rev: 3, replacedBy: 'x' } }, 'corrected'],
    ['leaves out what came after the close', { rev: 9, recordedAt: 90 }, 'late'],
    ['leaves out what belongs to an earlier period', { closedAt: MONTH.startsAt - 1 }, 'late'],
    ['says of a late deal that it was voided', { rev: 8, void: { at: 90, rev: 9, replacedBy: null } }, 'voided'],
    [
      'leaves out what was restored after the close',
      { pastVoids: [{ at: 9, rev: 3, backAt: 90, backRev: 9 }] },
      'late',
    ],
    ['counts what was restored before', { pastVoids: [{ at: 9, rev: 3, backAt: 10, backRev: 4 }] }, 'counted'],
    ['goes by the time in the commit of the close: before', { rev: 5, recordedAt: 49 }, 'counted'],
    ['goes by the time in the commit of the close: after', { rev: 5, recordedAt: 50 }, 'late'],
  ] as const)('WS1 PD2 PD3 %s', (_, deal, fate) => {
    expect(fateOf(makeOwn(deal), { range: MONTH, rev: 5, closedAt: 50 })).toBe(fate);
  });
});

describe('what a day must bring', () => {
  it('WS2 is just enough: the days left bring what is missing, and a unit less would not', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.integer({ min: 1, max: 400 }), (a, b, daysLeft) => {
        const [value, quota] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
        fc.pre(value < quota);
        const need = needOf(value, quota, daysLeft);
        const missing = BigInt(quota) - BigInt(value);
        const perDay = BigInt(need?.perDay ?? 0);
        expect(need?.missing).toBe(Number(missing));
        expect(perDay * BigInt(daysLeft) >= missing).toBe(true);
        expect((perDay - 1n) * BigInt(daysLeft) < missing).toBe(true);
      }),
    );
  });

  it('WS2 is nothing without a quota or once it is reached, and without a day left only what is missing', () => {
    expect(needOf(5, null, 3)).toBeNull();
    expect(needOf(5, 0, 3)).toBeNull();
    expect(needOf(5, 5, 3)).toBeNull();
    expect(needOf(5, 12, 0)).toEqual({ missing: 7, daysLeft: 0, perDay: null });
  });

  it('WS2 QT3 counts the rep’s own days: as pace does, whatever the share of full time', () => {
    fc.assert(
      fc.property(calendars, instants, repsOf(['r']), (calendar, at, reps) => {
        const days = workDays(MONTH, calendar, at);
        for (const rep of reps) {
          const left = workLeft(days, rep);
          const time = workTime(days, rep);
          expect(left.doneMinutes * rep.workShareBp).toBe(time.elapsed);
          expect(left.minutes * rep.workShareBp).toBe(time.total);
          expect(left.daysLeft > 0).toBe(left.doneMinutes < left.minutes);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('WS2 today counts until its working hours end, and no day of an absence', () => {
    const rep = makeRep('r', { absences: [{ from: '2026-04-29', to: '2026-04-29' }] });
    const leftAt = (time: string) =>
      workLeft(workDays(MONTH, makeCalendar(), Date.parse(`2026-04-28T${time}+07:00`)), rep).daysLeft;
    // Tuesday the 28th, and Thursday the 30th.
    expect([leftAt('07:00'), leftAt('16:59'), leftAt('17:00')]).toEqual([2, 2, 1]);
  });
});

describe('neighbours', () => {
  const rows = [
    makeRow('a', { rank: 1, value: 90 }),
    makeRow('b', { rank: 2, tied: true, value: 70 }),
    makeRow('c', { rank: 2, tied: true, value: 70 }),
    makeRow('d', { rank: 4, value: 40 }),
    makeRow('e', { rank: null, value: 0 }),
  ];
  const of = (place: number) => neighboursOf(rows, rows[place] ?? makeRow('nobody'));

  it('WS3 are the nearest better and worse ranks, with who has them, and who shares the own', () => {
    expect(of(0)).toEqual({
      next: null,
      behind: { rank: 2, gap: 20, names: ['Rep b', 'Rep c'], count: 2 },
      level: { names: [], count: 0 },
    });
    expect(of(2)).toEqual({
      next: { rank: 1, gap: 20, names: ['Rep a'], count: 1 },
      behind: { rank: 4, gap: 30, names: ['Rep d'], count: 1 },
      level: { names: ['Rep b'], count: 1 },
    });
    expect(of(3)).toMatchObject({ next: { rank: 2, gap: 30, count: 2 }, behind: null });
    expect(of(4)).toMatchObject({ next: { rank: 4, gap: 40 }, behind: null, level: { count: 0 } });
  });

  it('WS3 the distance to the next is what the board itself says', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const deals = book(world.events).filter((deal) => deal.void === null);
        const scored = deals.map(({ credits, ...deal }) => ({
          ...deal,
          credits: Object.entries(credits).map(([repId, amountMinor]) => ({ repId, amountMinor })),
        }));
        const context = makeContext(new Roster(world.people), { ties: world.ties, at: world.at });
        const view = computeStandings(makeBoard(), context, scored);
        const all = view.rows();
        for (const row of all) {
          const next = view.toNext(row.subjectId);
          const near = neighboursOf(all, row).next;
          expect(near && { rank: near.rank, missing: near.gap }).toEqual(next);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('FA4 the best day is the local day with the largest sum, the earliest of equal ones', () => {
  const credits = fc.array(fc.record({ closedAt: instants, amountMinor: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(credits, (some) => {
      const sums = new Map<number, number>();
      for (const { closedAt, amountMinor } of some) {
        const day = closedAt - ((closedAt + 7 * HOUR_MS) % DAY_MS);
        sums.set(day, (sums.get(day) ?? 0) + amountMinor);
      }
      const most = Math.max(0, ...sums.values());
      const first = Math.min(...[...sums].filter(([, sum]) => sum === most).map(([day]) => day));
      expect(bestDayOf(some, RULES)).toEqual(most === 0 ? null : { at: first, value: most });
    }),
  );
});
