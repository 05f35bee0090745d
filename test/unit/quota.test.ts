// Quotas and pace of reps and groups, against sums written down once more.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quota, SubjectType } from '../../shared/deal.ts';
import type { QuotaMetric } from '../../shared/metric.ts';
import { attainmentOf, quotaBook, type QuotaRules } from '../../shared/quota.ts';
import { rampShare } from '../../shared/ramp.ts';
import { Roster } from '../../shared/roster.ts';
import { paceOf, workDays, workTime } from '../../shared/workdays.ts';
import { calendars, instants, peopleOf } from '../kit/arbitraries.ts';
import { DAY_MS, makeCalendar, makeMembership, makeRep, makeRoster, makeTeam, MONTH } from '../kit/make.ts';

const REPS = ['r0', 'r1', 'r2'];
const TEAMS = ['t0', 't1'];

function quota(subjectType: SubjectType, subjectId: string, amount: number, metric: QuotaMetric = 'revenue'): Quota {
  return { periodId: 'april', subjectType, subjectId, metric, amount };
}

function rulesOf(rules: Partial<QuotaRules> & Pick<QuotaRules, 'roster'>): QuotaRules {
  return {
    period: MONTH,
    metric: 'revenue',
    quotas: [],
    defaultAmount: null,
    ramp: [],
    calendar: makeCalendar(),
    at: MONTH.startsAt + 15 * DAY_MS,
    ...rules,
  };
}

/** At most one quota for each subject, as the store keeps them; 0 among them. */
const quotaLists: fc.Arbitrary<Quota[]> = fc
  .tuple(
    ...[
      ...REPS.map((id) => ['rep', id] as const),
      ...TEAMS.map((id) => ['team', id] as const),
      ['office', 'office'] as const,
    ].map(([type, id]) => fc.option(fc.nat(1000).map((amount) => quota(type, id, amount)))),
  )
  .map((list) => list.filter((one) => one !== null));

const random: fc.Arbitrary<QuotaRules> = fc
  .record({
    people: peopleOf(REPS, TEAMS),
    quotas: quotaLists,
    defaultAmount: fc.option(fc.nat(500)),
    ramp: fc.constantFrom([], [2_500, 5_000], [0]),
    calendar: calendars,
    at: instants,
  })
  .map(({ people, ...rules }) => rulesOf({ ...rules, roster: new Roster(people) }));

/** A rep's quota by the rules' wording: the own one, else the default for who is there on any day of April; ramped. */
function naiveQuota(rules: QuotaRules, repIndex: number): number {
  const rep = rules.roster.reps[repIndex];
  const own = rules.quotas.find((one) => one.subjectType === 'rep' && one.subjectId === rep?.id);
  const there = (rep?.joinedOn ?? '') <= '2026-04-30' && (rep?.leftOn ?? '9') > '2026-04-01';
  const whole = own?.amount ?? (there ? (rules.defaultAmount ?? 0) : 0);
  return Math.floor((whole * rampShare(rules.ramp, rep?.joinedOn ?? null, '2026-04-01', '2026-04-30')) / 10_000);
}

function membersOf(rules: QuotaRules, teamIndex: number | null): number[] {
  const at = Math.min(Math.max(rules.at, MONTH.startsAt), MONTH.endsAt - 1);
  return REPS.map((_, index) => index).filter(
    (index) => teamIndex === null || rules.roster.teamsAt(REPS[index] ?? '', at).includes(teamIndex),
  );
}

describe('quotas', () => {
  it('QT1 QT4 a group’s quota is its own or the sum of its reps’, and the sum is given beside it', () => {
    fc.assert(
      fc.property(random, (rules) => {
        const book = quotaBook(rules);
        REPS.forEach((_, index) => expect(book.rep[index]?.quota ?? 0).toBe(naiveQuota(rules, index)));
        const groups = [...TEAMS.map((id, index) => ({ id, index })), { id: 'office', index: null }];
        for (const { id, index } of groups) {
          const one = index === null ? book.office[0] : book.team[index];
          const sum = membersOf(rules, index).reduce((total, rep) => total + naiveQuota(rules, rep), 0);
          const own = rules.quotas.find((other) => other.subjectType !== 'rep' && other.subjectId === id);
          expect(one?.quota ?? 0).toBe(own?.amount ?? sum);
          if (!one) continue;
          expect(one.sum).toBe(sum);
          expect(one.source).toBe(own ? 'own' : 'sum');
        }
      }),
    );
  });

  it('QT3 QT5 a group’s pace is the sum of its reps’ paces, or its own quota by their time together', () => {
    fc.assert(
      fc.property(random, (rules) => {
        const book = quotaBook(rules);
        const days = workDays(rules.period, rules.calendar, rules.at);
        const times = rules.roster.reps.map((rep) => workTime(days, rep));
        REPS.forEach((_, index) => {
          const time = times[index] ?? { elapsed: 0, total: 0 };
          expect(book.rep[index]?.pace ?? 0).toBe(paceOf(naiveQuota(rules, index), time));
        });
        for (const index of [0, 1, null]) {
          const one = index === null ? book.office[0] : book.team[index];
          if (!one) continue;
          const members = membersOf(rules, index);
          const sumOf = (list: readonly number[]) => list.reduce((sum, part) => sum + part, 0);
          const together = {
            elapsed: sumOf(members.map((rep) => times[rep]?.elapsed ?? 0)),
            total: sumOf(members.map((rep) => times[rep]?.total ?? 0)),
          };
          const time = together.total === 0 ? workTime(days, makeRep('anybody')) : together;
          const paces = sumOf(members.map((rep) => book.rep[rep]?.pace ?? 0));
          expect(one.pace).toBe(one.source === 'sum' ? paces : paceOf(one.quota, time));
        }
      }),
    );
  });

  const roster = makeRoster({
    reps: [
      makeRep('an'),
      makeRep('binh'),
      makeRep('gone', { leftOn: '2025-01-01' }),
      makeRep('coming', { joinedOn: '2026-05-01' }),
    ],
    teams: [makeTeam('south'), makeTeam('saigon', 'south'), makeTeam('empty')],
    memberships: ['an', 'binh', 'gone', 'coming'].map((id) => makeMembership(id, 'saigon')),
  });

  it('QT4 the default serves who is with the office in the period, not who left before or comes after', () => {
    const book = quotaBook(rulesOf({ roster, defaultAmount: 100, quotas: [quota('rep', 'an', 250)] }));
    expect(book.rep.map((one) => one && [one.quota, one.source])).toEqual([[250, 'own'], [100, 'default'], null, null]);
    expect([book.team[1]?.quota, book.team[0]?.quota, book.office[0]?.quota]).toEqual([350, 350, 350]);
  });

  it('QT2 QT4 a quota set to 0 means none, also where there is a default', () => {
    const quotas = [quota('rep', 'an', 0), quota('team', 'saigon', 0)];
    const book = quotaBook(rulesOf({ roster, defaultAmount: 100, quotas }));
    expect([book.rep[0], book.team[1]]).toEqual([null, null]);
    expect(book.team[0]).toMatchObject({ quota: 100, source: 'sum' });
  });

  it('QT1 quotas of one metric say nothing about the other', () => {
    const quotas = [quota('rep', 'an', 250), quota('rep', 'an', 4, 'deals')];
    expect(quotaBook(rulesOf({ roster, quotas, metric: 'deals' })).rep[0]?.quota).toBe(4);
    expect(quotaBook(rulesOf({ roster, quotas })).rep[0]?.quota).toBe(250);
  });

  it('QT5 the quota of a team that nobody is in is paced by the office’s calendar', () => {
    const book = quotaBook(rulesOf({ roster, quotas: [quota('team', 'empty', 2200)] }));
    // April 2026 has 22 working days; 11 are over when the 16th begins.
    expect(book.team[2]).toEqual({ quota: 2200, source: 'own', sum: 0, pace: 1100, ramp: null });
  });

  it('ST9 QT1 a rep’s quota counts for the team of now, in a past period for the team of its end', () => {
    const moved = makeRoster({
      reps: [makeRep('an')],
      teams: [makeTeam('south'), makeTeam('north')],
      memberships: [
        makeMembership('an', 'south', { toAt: MONTH.endsAt }),
        makeMembership('an', 'north', { fromAt: MONTH.endsAt }),
      ],
    });
    const sums = (at: number) =>
      quotaBook(rulesOf({ roster: moved, defaultAmount: 9, at })).team.map((one) => one?.sum ?? 0);
    expect(sums(MONTH.endsAt + 90 * DAY_MS)).toEqual([9, 0]);
    expect(sums(MONTH.startsAt - DAY_MS)).toEqual([9, 0]);
  });

  it('QT2 attainment without a quota is none, never 0 % or 100 %', () => {
    expect([attainmentOf(5, null), attainmentOf(5, 0), attainmentOf(5, 10), attainmentOf(0, 10)]).toEqual([
      null,
      null,
      0.5,
      0,
    ]);
  });
});
