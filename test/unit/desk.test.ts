// The desk's pure parts: teams as a tree, a file's header, the office's form, the way around.
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../display/manage/imports/header-columns.ts';
import { arrangeTeams, teamsBelow } from '../../display/manage/people/tree.ts';
import { parseRoute, routeTo } from '../../display/manage/routes.ts';
import { isScreenToken, screenLink } from '../../display/manage/screens/screen-link.ts';
import { linesOf, officeForm, officePatch } from '../../display/manage/settings/office-form.ts';
import { readAddress } from '../../display/tv/address.ts';
import type { OfficeSettings } from '../../shared/schemas/office.ts';
import type { RepView, TeamView } from '../../shared/schemas/people.ts';

const team = (id: string, name: string, parentId: string | null = null): TeamView => ({ id, name, parentId, level: 1 });
const rep = (name: string, teamId: string | null): RepView => ({
  id: name,
  name,
  email: null,
  teamId,
  joinedOn: null,
  leftOn: null,
  workShareBp: 10_000,
  absences: [],
  photoId: null,
  soundId: null,
  hasAccount: false,
});

describe('teams as a tree', () => {
  const teams = [team('b', 'Đà Nẵng'), team('a', 'Hà Nội'), team('a1', 'Alpha', 'a'), team('a2', 'Ánh', 'a1')];

  it('lists parents before children, names in the locale’s order, the reps of no team last', () => {
    const nodes = arrangeTeams(
      teams,
      [rep('Dũng', 'a1'), rep('Ân', 'a1'), rep('Emily', null), rep('Châu', 'gone')],
      'vi',
    );
    expect(
      nodes.map(({ team: one, depth, reps, size }) => [one?.id ?? null, depth, reps.map(({ name }) => name), size]),
    ).toEqual([
      ['b', 0, [], 0],
      ['a', 0, [], 2],
      ['a1', 1, ['Ân', 'Dũng'], 2],
      ['a2', 2, [], 0],
      [null, 0, ['Châu', 'Emily'], 2],
    ]);
  });

  it('a team cannot be moved below itself', () => {
    expect([...teamsBelow(teams, 'a')].sort()).toEqual(['a', 'a1', 'a2']);
  });
});

describe('a file’s header', () => {
  it.each([
    ['Mã;Giá trị;Khách\n1;2;3', ['Mã', 'Giá trị', 'Khách']],
    ['\uFEFFid,"Amount, net",who\r\n1,2,3', ['id', 'Amount, net', 'who']],
    ['id\tsaid "so"\twho', ['id', 'said "so"', 'who']],
    ['"say ""hi""",b', ['say "hi"', 'b']],
    ['one', ['one']],
  ])('%j has the columns %j', (text, columns) => {
    expect(columnsOf(text)).toEqual(columns);
  });
});

describe('the office’s settings', () => {
  const office: OfficeSettings = {
    name: 'Sao Việt',
    timeZone: 'Asia/Ho_Chi_Minh',
    currency: 'VND',
    exponent: 0,
    locale: 'vi',
    weekStart: 1,
    fiscalStartMonth: 1,
    periodUnit: 'month',
    ties: 'competition',
    workingDays: [1, 2, 3, 4, 5],
    holidays: ['2026-04-30'],
    dayStartsMinute: 480,
    dayEndsMinute: 1050,
    defaultQuotaMinor: null,
    defaultQuotaDeals: null,
    products: ['Gói A'],
    showCustomers: true,
  };

  it('send nothing that was not changed', () => {
    expect(officePatch(officeForm(office), office)).toEqual({});
  });

  it('send what was changed, as the API takes it', () => {
    const form = {
      ...officeForm(office),
      dayStarts: '08:30',
      workingDays: [6, 1],
      products: ' Gói A \n\nGói B\nGói A',
    };
    expect(officePatch(form, office)).toEqual({
      dayStartsMinute: 510,
      workingDays: [1, 6],
      products: ['Gói A', 'Gói B'],
    });
    expect(linesOf('\n  \n')).toEqual([]);
  });
});

describe('the way around', () => {
  it('an address that names no section is home', () => {
    expect(parseRoute('')).toEqual({ section: 'home', id: null });
    expect(parseRoute('#/nowhere')).toEqual({ section: 'home', id: null });
    expect(parseRoute(routeTo('periods', 'a/b'))).toEqual({ section: 'periods', id: 'a/b' });
  });

  it('a screen’s link tells the wall what it reads from its address', () => {
    const link = new URL(screenLink('http://10.0.0.2:3000', { token: 'wb_1+/', board: 'team-deals-week', lang: 'en' }));
    expect(readAddress(link.search, link.hash, null)).toMatchObject({
      token: 'wb_1+/',
      board: 'team-deals-week',
      locale: 'en',
    });
    expect([
      isScreenToken({ scopes: ['board:read'] }),
      isScreenToken({ scopes: ['board:read', 'deals:write'] }),
    ]).toEqual([true, false]);
  });
});
