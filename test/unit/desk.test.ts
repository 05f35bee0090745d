// The desk's pure parts: teams as a tree, a file's header, the way around.
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../display/manage/imports/header-columns.ts';
import { arrangeTeams, teamsBelow, withinTeams } from '../../display/manage/people/tree.ts';
import { parseRoute, routeTo } from '../../display/manage/routes.ts';
import { lookForm, lookPatch, unreadable } from '../../display/manage/wall/look-form.ts';
import { bodyOf, moved, roundSeconds } from '../../display/manage/wall/playlist-form.ts';
import { DEFAULT_PLAYLIST, itemOf } from '../../shared/scenes.ts';
import type { RepView, TeamView } from '../../shared/schemas/people.ts';
import { DEFAULT_WALL } from '../../shared/screen.ts';

const team = (id: string, name: string, parentId: string | null = null): TeamView => ({ id, name, parentId, level: 1 });
const rep = (name: string, teamId: string | null): RepView => ({
  id: name,
  name,
  email: null,
  phone: null,
  teamId,
  joinedOn: null,
  leftOn: null,
  workShareBp: 10_000,
  absences: [],
  photoId: null,
  soundId: null,
  ramp: null,
  hasAccount: false,
});

describe('teams as a tree', () => {
  const teams = [team('b', 'Đà Nẵng'), team('a', 'Hà Nội'), team('a1', 'Alpha', 'a'), team('a2', 'Ánh', 'a1')];

  it('RO4 a manager of teams has those and what is below them, as trees of their own', () => {
    const within = (...ids: string[]) => withinTeams(teams, ids).map(({ id, parentId }) => [id, parentId]);
    expect(within('a1', 'b')).toEqual([
      ['b', null],
      ['a1', null],
      ['a2', 'a1'],
    ]);
    expect(within('gone')).toEqual([]);
    expect(withinTeams(teams, null)).toEqual(teams);
  });

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

describe('the way around', () => {
  it('an address that names no section is home', () => {
    expect(parseRoute('')).toEqual({ section: 'home', id: null, pair: null });
    expect(parseRoute('#/nowhere')).toEqual({ section: 'home', id: null, pair: null });
    expect(parseRoute(routeTo('periods', 'a/b'))).toEqual({ section: 'periods', id: 'a/b', pair: null });
  });

  it('SC9 a TV’s QR code opens the claim of its code', () => {
    expect(parseRoute('#pair=ACE347')).toEqual({ section: 'screens', id: null, pair: 'ACE347' });
  });
});

describe('the wall as the desk edits it', () => {
  const wall = { ...DEFAULT_WALL, bigFromMinor: 150_050, logoId: 'logo' };

  it('amounts come and go as people write them; what is empty is left to the average', () => {
    const form = lookForm(wall, 2, 'vi');
    expect([form.celebrateFrom, form.bigFrom, form.hugeFrom]).toEqual(['', '1.500,50', '']);
    expect(lookPatch(form, wall, 2, 'vi')).toEqual({});
    expect(lookPatch({ ...form, bigFrom: '', hugeFrom: '2,5 tr', accent: '#112233' }, wall, 2, 'vi')).toEqual({
      accent: '#112233',
      bigFrom: null,
      hugeFrom: '2500000',
    });
  });

  it('an amount that cannot be read is named', () => {
    expect(unreadable({ ...lookForm(wall, 0, 'en'), hugeFrom: 'a lot' }, 0, 'en')).toEqual(['hugeFrom']);
  });

  it('a scene moves to where it is put, and the others close up', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('a playlist goes out as the API takes it, its days in order', () => {
    const playlist = { ...DEFAULT_PLAYLIST, name: ' Sảnh ', items: [{ ...itemOf('race', 20), days: [5, 1] }] };
    expect(bodyOf(playlist)).toEqual({
      name: 'Sảnh',
      layout: 'side',
      items: [{ ...itemOf('race', 20), days: [1, 5] }],
    });
    expect(roundSeconds(DEFAULT_PLAYLIST)).toBe(115);
  });
});
