// The rules of standings one by one, each as a small story. Their proof against random ledgers is in
// standings.property.test.ts.
import { describe, expect, it } from 'vitest';
import type { Scored } from '../../shared/deal.ts';
import type { QuotaBook } from '../../shared/quota.ts';
import { computeStandings, Scoreboard } from '../../shared/standings.ts';
import {
  DAY_MS,
  makeBoard,
  makeContext,
  makeDeal,
  makeMembership,
  makeRep,
  makeRoster,
  makeTeam,
  MONTH,
} from '../kit/make.ts';

const roster = makeRoster({
  reps: [
    makeRep('an', { name: 'An' }),
    makeRep('binh', { name: 'Bình' }),
    makeRep('chau', { name: 'Châu' }),
    makeRep('dung', { name: 'Dũng' }),
  ],
  teams: [makeTeam('south'), makeTeam('north'), makeTeam('saigon', 'south')],
  memberships: [
    makeMembership('an', 'saigon', { toAt: MONTH.startsAt + 10 * DAY_MS }),
    makeMembership('an', 'north', { fromAt: MONTH.startsAt + 10 * DAY_MS }),
    makeMembership('binh', 'south'),
    makeMembership('chau', 'north'),
  ],
});

function rowsOf(deals: readonly Scored[], context: Parameters<typeof makeContext>[1] = {}, board = makeBoard()) {
  return computeStandings(board, makeContext(roster, context), deals).rows();
}

const ranks = (rows: ReturnType<typeof rowsOf>) => rows.map(({ subjectId, rank, tied }) => [subjectId, rank, tied]);
const seqs = (list: readonly Scored[]) => (): number => Math.max(0, ...list.map(({ seq }) => seq));

function bookOf(quotas: readonly number[]): QuotaBook {
  const rep = quotas.map((sum) => (sum > 0 ? { quota: sum, source: 'own' as const, sum, pace: 0, ramp: null } : null));
  return { rep, team: roster.teams.map(() => null), office: [null] };
}

describe('ranks', () => {
  const tie = [
    makeDeal(1, { chau: 50 }),
    makeDeal(2, { an: 20 }),
    makeDeal(3, { binh: 20 }),
    makeDeal(4, { dung: 10 }),
  ];

  it('ST1 ranks after a tie jump, or follow on where the office wants dense ranks', () => {
    expect(ranks(rowsOf(tie))).toEqual([
      ['chau', 1, false],
      ['an', 2, true],
      ['binh', 2, true],
      ['dung', 4, false],
    ]);
    expect(rowsOf(tie, { ties: 'dense' }).map(({ rank }) => rank)).toEqual([1, 2, 2, 3]);
  });

  it('ST2 inside a tie stands first who reached the value first, by receipt and not by when the deal was closed', () => {
    const early = makeDeal(9, { an: 20 }, { closedAt: MONTH.startsAt });
    const late = makeDeal(8, { binh: 20 }, { closedAt: MONTH.endsAt - 1 });
    expect(ranks(rowsOf([early, late])).slice(0, 2)).toEqual([
      ['binh', 1, true],
      ['an', 1, true],
    ]);
  });

  it('ST2 who arrives at a value later than another stands behind, however early the first deal was', () => {
    const rows = rowsOf([makeDeal(1, { an: 10 }), makeDeal(2, { binh: 20 }), makeDeal(3, { an: 10 })]);
    expect(ranks(rows).slice(0, 2)).toEqual([
      ['binh', 1, true],
      ['an', 1, true],
    ]);
  });

  it('ST2 a team that reached its value with the same deal as another stands by its name, then by its id', () => {
    const shared = [makeDeal(1, { binh: 5, chau: 5 })];
    const teams = rowsOf(shared, {}, makeBoard({ by: 'team', level: 1 }));
    expect(ranks(teams)).toEqual([
      ['north', 1, true],
      ['south', 1, true],
    ]);
  });

  it('ST3 who has no credit in the window stands last without a rank, by name in the locale', () => {
    const before = makeDeal(1, { an: 99 }, { closedAt: MONTH.startsAt - 1 });
    const after = makeDeal(2, { binh: 99 }, { closedAt: MONTH.endsAt });
    expect(ranks(rowsOf([before, after, makeDeal(3, { dung: 1 })]))).toEqual([
      ['dung', 1, false],
      ['an', null, false],
      ['binh', null, false],
      ['chau', null, false],
    ]);
    const names = makeRoster({ reps: ['Đạt', 'Zung', 'Ánh', 'Dũng'].map((name) => makeRep(name, { name })) });
    const sorted = (locale: string) => computeStandings(makeBoard(), makeContext(names, { locale }), []).rows();
    expect(sorted('vi').map(({ name }) => name)).toEqual(['Ánh', 'Dũng', 'Đạt', 'Zung']);
  });
});

describe('what counts', () => {
  it('ST4 a void gives rank, tie-break and movement back as if the deal had never been', () => {
    const deals = [makeDeal(1, { an: 10 }), makeDeal(2, { binh: 10 }), makeDeal(3, { an: 5 })];
    const context = makeContext(roster, { dayStartsAt: MONTH.startsAt + 2.5 * 3_600_000 });
    const scoreboard = new Scoreboard(context);
    for (const deal of deals) scoreboard.add(deal);
    const view = scoreboard.view(makeBoard());
    expect(view.rowOf('binh')).toMatchObject({ rank: 2, move: -1 });
    scoreboard.remove(makeDeal(3, { an: 5 }), seqs(deals.slice(0, 1)));
    expect(view.rows()).toEqual(computeStandings(makeBoard(), context, deals.slice(0, 2)).rows());
    expect(view.rows()[0]).toMatchObject({ subjectId: 'an', rank: 1, tied: true, move: 0 });
  });

  it('ST4 a correction stands where its own receipt puts it', () => {
    const corrected = [makeDeal(2, { binh: 10 }), makeDeal(3, { an: 10 }, { closedAt: MONTH.startsAt })];
    expect(ranks(rowsOf(corrected))[0]).toEqual(['binh', 1, true]);
  });

  it('ST5 a share that rounds to nothing never costs a place in a tie, on any metric', () => {
    const deals = [makeDeal(1, { an: 10 }), makeDeal(2, { binh: 10 }), makeDeal(3, { an: 0, dung: 1 })];
    expect(ranks(rowsOf(deals))[0]).toEqual(['an', 1, true]);
    const counted = [...deals, makeDeal(4, { binh: 5 })];
    expect(rowsOf(counted, {}, makeBoard({ metric: 'deals' }))[0]).toMatchObject({
      subjectId: 'an',
      value: 2,
      tied: true,
    });
  });

  it('ST6 attainment is ranked by exact fractions, not by what a screen shows', () => {
    const quota = 9_007_199_254_740_000;
    const quotas = { revenue: bookOf([quota, quota - 1, 3, 9]), deals: bookOf([]) };
    const deals = [
      makeDeal(1, { an: quota - 2 }),
      makeDeal(2, { binh: quota - 3 }),
      makeDeal(3, { chau: 1 }),
      makeDeal(4, { dung: 3 }),
    ];
    const rows = rowsOf(deals, { quotas }, makeBoard({ metric: 'attainment' }));
    expect(rows[0]?.attainment).toBe(rows[1]?.attainment);
    expect(ranks(rows)).toEqual([
      ['an', 1, false],
      ['binh', 2, false],
      ['chau', 3, true],
      ['dung', 3, true],
    ]);
  });

  it('ST9 a move to another team leaves every deal of before with the team of before', () => {
    const day = (days: number) => ({ closedAt: MONTH.startsAt + days * DAY_MS });
    const deals = [makeDeal(1, { an: 10 }, day(9)), makeDeal(2, { an: 7 }, day(10)), makeDeal(3, { binh: 1 }, day(11))];
    const teams = rowsOf(deals, {}, makeBoard({ by: 'team', level: null }));
    expect(teams.map(({ subjectId, value, deals: count }) => [subjectId, value, count])).toEqual([
      ['south', 11, 2],
      ['saigon', 10, 1],
      ['north', 7, 1],
    ]);
    expect(rowsOf(deals).find(({ subjectId }) => subjectId === 'an')?.group).toBe('Team north');
    expect(rowsOf(deals, { at: MONTH.startsAt }).find(({ subjectId }) => subjectId === 'an')?.group).toBe(
      'Team saigon',
    );
  });

  it('ST9 a past window names the teams as they were at its end, not as they are today', () => {
    const april = { startsAt: MONTH.startsAt, endsAt: MONTH.startsAt + 10 * DAY_MS };
    const rows = rowsOf([makeDeal(1, { an: 10 })], { range: april, at: MONTH.endsAt });
    expect(rows[0]).toMatchObject({ subjectId: 'an', group: 'Team saigon' });
  });
});

describe('who is listed', () => {
  const people = makeRoster({
    reps: [
      makeRep('gone', { leftOn: '2026-04-10' }),
      makeRep('coming', { joinedOn: '2026-04-20' }),
      makeRep('here', { joinedOn: '2026-04-16', leftOn: '2026-04-17' }),
    ],
  });
  const listed = (deals: readonly Scored[], at = MONTH.startsAt + 15 * DAY_MS) =>
    computeStandings(makeBoard(), makeContext(people, { at }), deals)
      .rows()
      .map(({ subjectId }) => subjectId);

  it('ST10 without a credit only who is with the office now, with one everybody', () => {
    expect(listed([])).toEqual(['here']);
    expect(listed([makeDeal(1, { gone: 5 })])).toEqual(['gone', 'here']);
    expect(listed([], MONTH.startsAt)).toEqual(['gone']);
    expect(listed([], MONTH.endsAt + DAY_MS)).toEqual(['coming']);
  });

  it('ST10 a team board lists the teams of its level, the office board has one line', () => {
    const deals = [makeDeal(1, { an: 10 }, { closedAt: MONTH.startsAt })];
    const teams = (level: number | null) =>
      rowsOf(deals, {}, makeBoard({ by: 'team', level })).map((row) => row.subjectId);
    expect(teams(1)).toEqual(['south', 'north']);
    expect(teams(2)).toEqual(['saigon']);
    expect(teams(3)).toEqual([]);
    expect(teams(null)).toEqual(['saigon', 'south', 'north']);
    expect(rowsOf(deals, {}, makeBoard({ by: 'office' }))).toMatchObject([{ subjectId: 'office', rank: 1, value: 10 }]);
    expect(rowsOf([], {}, makeBoard({ by: 'office' }))).toMatchObject([{ subjectId: 'office', rank: null, value: 0 }]);
  });
});

describe('movement and distance', () => {
  it('ST7 an arrow compares with the rank at the start of the day, and there is none without a rank then', () => {
    const dayStartsAt = MONTH.startsAt + 2.5 * 3_600_000;
    const deals = [
      makeDeal(1, { an: 10 }),
      makeDeal(2, { binh: 5 }),
      makeDeal(3, { binh: 10 }),
      makeDeal(4, { chau: 1 }),
    ];
    expect(rowsOf(deals, { dayStartsAt }).map(({ subjectId, move }) => [subjectId, move])).toEqual([
      ['binh', 1],
      ['an', -1],
      ['chau', null],
      ['dung', null],
    ]);
    expect(rowsOf(deals).every(({ move }) => move === null)).toBe(true);
  });

  it('ST7 a void of yesterday’s deal moves no arrow of those it lets pass', () => {
    const dayStartsAt = MONTH.startsAt + 5 * DAY_MS;
    const deals = [makeDeal(1, { an: 10 }), makeDeal(2, { binh: 5 })];
    const scoreboard = new Scoreboard(makeContext(roster, { dayStartsAt }));
    for (const deal of deals) scoreboard.add(deal);
    const view = scoreboard.view(makeBoard());
    scoreboard.remove(makeDeal(1, { an: 10 }), seqs([]));
    expect(view.rows()[0]).toMatchObject({ subjectId: 'binh', rank: 1, move: 0 });
  });

  it('ST7 ST8 a new day takes the standings over and compares with where the last one ended', () => {
    const first = new Scoreboard(makeContext(roster, { dayStartsAt: MONTH.startsAt }));
    first.add(makeDeal(1, { an: 10 }));
    first.add(makeDeal(2, { binh: 5 }));
    const midnight = MONTH.startsAt + DAY_MS;
    const second = new Scoreboard(makeContext(roster, { dayStartsAt: midnight }), first);
    expect(second.view(makeBoard()).rowOf('binh')).toMatchObject({ rank: 2, move: 0 });
    second.add(makeDeal(3, { binh: 10 }, { recordedAt: midnight }));
    expect(second.view(makeBoard()).rowOf('binh')).toMatchObject({ rank: 1, move: 1 });
    const third = new Scoreboard(makeContext(roster, { dayStartsAt: null }), second);
    expect(third.view(makeBoard()).rowOf('binh')).toMatchObject({ rank: 1, move: null });
  });

  it('QT2 on an attainment board who has no quota stands after the ranked, by revenue, and has no distance', () => {
    const quotas = { revenue: bookOf([100, 0, 0, 0]), deals: bookOf([]) };
    const deals = [makeDeal(1, { an: 1 }), makeDeal(2, { binh: 50 }), makeDeal(3, { chau: 900 })];
    const view = computeStandings(makeBoard({ metric: 'attainment' }), makeContext(roster, { quotas }), deals);
    expect(view.rows().map(({ subjectId, rank, attainment }) => [subjectId, rank, attainment])).toEqual([
      ['an', 1, 0.01],
      ['chau', null, null],
      ['binh', null, null],
      ['dung', null, null],
    ]);
    expect(['an', 'chau', 'dung'].map((id) => view.toNext(id))).toEqual([null, null, null]);
  });

  it('QT2 a window that is no period has no quotas, so nobody is ranked by attainment', () => {
    const rows = rowsOf([makeDeal(1, { an: 1 })], {}, makeBoard({ metric: 'attainment' }));
    expect(rows[0]).toMatchObject({ subjectId: 'an', rank: null, quota: null, attainment: null, pace: null });
  });

  it('ST1 the distance is to the next better rank, not to the next line', () => {
    const deals = [makeDeal(1, { an: 30 }), makeDeal(2, { binh: 20 }), makeDeal(3, { chau: 20 })];
    const view = computeStandings(makeBoard(), makeContext(roster), deals);
    expect(view.toNext('chau')).toEqual({ rank: 1, missing: 10 });
    expect(view.toNext('dung')).toEqual({ rank: 2, missing: 20 });
    expect(view.toNext('an')).toBeNull();
    expect(view.toNext('nobody')).toBeNull();
    expect(view.rowOf('nobody')).toBeNull();
  });
});
