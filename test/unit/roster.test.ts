// Whose team when, and what lies above it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICE_ID } from '../../shared/deal.ts';
import { Roster, type People } from '../../shared/roster.ts';
import { instants, peopleOf } from '../kit/arbitraries.ts';
import { makeMembership, makeRep, makeRoster, makeTeam } from '../kit/make.ts';

const teams = [makeTeam('south'), makeTeam('saigon', 'south'), makeTeam('district-1', 'saigon'), makeTeam('north')];
const reps = [makeRep('chau'), makeRep('dung')];

describe('roster', () => {
  it('ST9 a membership is half-open and the first one reaches back for ever', () => {
    const moved = makeRoster({
      reps,
      teams,
      memberships: [
        makeMembership('chau', 'north', { fromAt: 5000 }),
        makeMembership('chau', 'saigon', { fromAt: 0, toAt: 5000 }),
      ],
    });
    expect([0, 1, 4999, 5000, 9e12].map((at) => moved.teamAt('chau', at))).toEqual([
      'saigon',
      'saigon',
      'saigon',
      'north',
      'north',
    ]);
    expect(moved.teamAt('dung', 0)).toBeNull();
    expect(moved.teamAt('nobody', 0)).toBeNull();
  });

  it('ST9 of several memberships that cover an instant the one begun last counts, and a gap is no team', () => {
    const roster = makeRoster({
      reps,
      teams,
      memberships: [
        makeMembership('chau', 'south'),
        makeMembership('chau', 'north', { fromAt: 1000, toAt: 2000 }),
        makeMembership('dung', 'south', { toAt: 1000 }),
        makeMembership('dung', null, { fromAt: 3000 }),
      ],
    });
    expect([999, 1000, 2000].map((at) => roster.teamAt('chau', at))).toEqual(['south', 'north', 'south']);
    expect([999, 1000, 3000].map((at) => roster.teamAt('dung', at))).toEqual(['south', null, null]);
  });

  it('ST9 a credit counts for the team and for every team above it', () => {
    const roster = makeRoster({ reps, teams, memberships: [makeMembership('chau', 'district-1')] });
    expect(roster.teamsAt('chau', 1).map((index) => roster.teams[index]?.id)).toEqual([
      'district-1',
      'saigon',
      'south',
    ]);
    expect(teams.map(({ id }) => roster.levelOf(id))).toEqual([1, 2, 3, 1]);
    expect(roster.teamsAt('dung', 1)).toEqual([]);
    expect(roster.levelOf('nowhere')).toBe(0);
  });

  it('ST9 a team that would lie below itself, or below a team that is not there, counts once', () => {
    const roster = makeRoster({
      reps,
      teams: [makeTeam('a', 'b'), makeTeam('b', 'a'), makeTeam('c', 'gone')],
      memberships: [makeMembership('chau', 'a'), makeMembership('dung', 'c')],
    });
    expect(roster.teamsAt('chau', 1)).toEqual([0, 1]);
    expect(roster.teamsAt('dung', 1)).toEqual([2]);
  });

  it('ST9 no team counts twice for a rep, whatever the teams and memberships', () => {
    fc.assert(
      fc.property(peopleOf(['r0', 'r1'], ['t0', 't1', 't2', 't3']), instants, (people, at) => {
        const chain = new Roster(people).teamsAt('r0', at);
        expect(new Set(chain).size).toBe(chain.length);
      }),
    );
  });

  it('ST2 names are in the order of the locale, equal ones by id, however they are composed', () => {
    const names = ['Đạt', 'Zung', 'Ánh', 'Dũng', 'Ánh'.normalize('NFD')];
    const roster = makeRoster({ reps: names.map((name, index) => makeRep(String(index), { name })) });
    expect([...roster.nameOrder('rep', 'vi')]).toEqual([3, 4, 0, 2, 1]);
    const swedish = makeRoster({ reps: ['Ö', 'Z', 'O'].map((name) => makeRep(name, { name })) });
    expect([...swedish.nameOrder('rep', 'sv')]).toEqual([2, 1, 0]);
    expect([...swedish.nameOrder('rep', 'en')]).toEqual([1, 2, 0]);
    expect([...swedish.nameOrder('office', 'en')]).toEqual([0]);
  });

  it('ST10 subjects are found by their id, the office by its own', () => {
    const roster = makeRoster({ reps, teams });
    expect(roster.indexOf('rep', 'dung')).toBe(1);
    expect(roster.indexOf('team', 'dung')).toBe(-1);
    expect(roster.indexOf('office', OFFICE_ID)).toBe(0);
    expect(roster.subjects.office).toEqual([{ id: OFFICE_ID, name: 'Winboard' }]);
  });

  it('ST9 a roster keeps the past of an older one unless somebody is gone, was moved, or a team hangs elsewhere', () => {
    const memberships = [makeMembership('chau', 'saigon'), makeMembership('dung', 'north')];
    const older = makeRoster({ reps, teams, memberships });
    const like = (people: Partial<People>) => makeRoster({ reps, teams, memberships, ...people }).keepsPast(older);
    expect(like({})).toBe(true);
    expect(like({ reps: [makeRep('an'), ...reps], teams: [makeTeam('east'), ...teams] })).toBe(true);
    expect(like({ reps: reps.slice(0, 1) })).toBe(false);
    expect(like({ memberships: [makeMembership('chau', 'north'), makeMembership('dung', 'north')] })).toBe(false);
    expect(
      like({ memberships: [makeMembership('chau', 'saigon', { toAt: 9 }), makeMembership('dung', 'north')] }),
    ).toBe(false);
    expect(like({ teams: teams.map((team) => (team.id === 'saigon' ? { ...team, parentId: 'north' } : team)) })).toBe(
      false,
    );
  });
});
