// What stands over a board, in both languages.
import { describe, expect, it } from 'vitest';
import { ageOf, staleWords, timeLeftOf, titleOf } from '../../display/tv/heading.ts';
import { progressOf } from '../../display/kit/quota-scale.ts';
import { risenSubjects } from '../../display/tv/risen.ts';
import { words } from '../../display/tv/words.ts';
import { boardById } from '../../shared/board.ts';
import type { OfficeView, PeriodView, Snapshot } from '../../shared/patch.ts';
import { NO_PRIVACY } from '../../shared/screen.ts';
import { makeFacts } from '../kit/make.ts';
import type { Row } from '../../shared/board-view.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 24, 3);
const OFFICE: OfficeView = {
  name: 'Sao Việt',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  exponent: 0,
  locale: 'vi',
  workingDaysLeft: 5,
};

function row(subjectId: string, value: number): Row {
  return {
    subjectId,
    name: subjectId,
    photoId: null,
    group: null,
    rank: null,
    tied: false,
    value,
    deals: 1,
    quota: null,
    quotaSource: null,
    quotaSum: null,
    attainment: null,
    pace: null,
    move: null,
  };
}

function board(id: string, period: string | null, endsAt = NOW + 200 * HOUR_MS, rows: Row[] = []): Snapshot {
  const definition = boardById(id);
  if (!definition) throw new Error(`no board ${id}`);
  const window = { startsAt: NOW - 100 * HOUR_MS, endsAt };
  const view: PeriodView | null = period === null ? null : { id: 'p', name: period, ...window, closedAt: null };
  const standings = { rev: 1, asOf: NOW, window, period: view, rows, subjects: rows.length, total: row('office', 0) };
  return { definition, office: OFFICE, standings, wins: [], facts: makeFacts(), privacy: NO_PRIVACY };
}

const vi = words('vi');
const en = words('en');

describe('the title', () => {
  it('goes on into a calendar period, and stands beside a name of the office’s own', () => {
    expect(titleOf(board('main', 'Tháng 11/2026'), 'vi', vi)).toBe('Bảng vàng tháng 11/2026');
    expect(titleOf(board('main', 'Chiến dịch Tết'), 'vi', vi)).toBe('Bảng vàng · Chiến dịch Tết');
    expect(titleOf(board('main', 'November 2026'), 'en', en)).toBe('Leaderboard · November 2026');
  });

  it('says what other boards rank, and over which time', () => {
    expect(titleOf(board('rep-deals-today', null), 'vi', vi)).toBe('Đua số đơn hôm nay');
    expect(titleOf(board('team-revenue-week', null), 'en', en)).toBe('Team race · this week');
    expect(titleOf(board('rep-attainment-period', 'Q4 2026'), 'en', en)).toBe('Quota race · Q4 2026');
    expect(titleOf(board('main', null), 'en', en)).toBe('Leaderboard');
    expect(titleOf(board('rep-calls-period', 'Tháng 11/2026'), 'vi', vi)).toBe('Cuộc gọi tháng 11/2026');
    expect(titleOf(board('office-activities-today', null), 'en', en)).toBe('Activities · today');
  });
});

describe('the time left', () => {
  it('is working days, hours on the last day, days where no working day is left, and over at the end', () => {
    expect(timeLeftOf(board('main', 'P'), NOW, en)).toBe('5 working days left');
    expect(timeLeftOf(board('main', 'P', NOW + 5.2 * HOUR_MS), NOW, vi)).toBe('còn 5 giờ 12 phút');
    const weekend = { ...board('main', 'P', NOW + 40 * HOUR_MS), office: { ...OFFICE, workingDaysLeft: 0 } };
    expect(timeLeftOf(weekend, NOW, en)).toBe('2 days left');
    expect(timeLeftOf(board('main', 'P', NOW), NOW, en)).toBe('period over');
  });
});

describe('SC1 the age of a board without a link', () => {
  const link = { connected: false, lastHeardAt: NOW, refused: null, isHeard: true };
  const told = (state: typeof link, now: number, upMs = HOUR_MS) =>
    staleWords(state, { now, upMs }, vi, (at) => `T+${at - NOW}`);

  it('SC1 is shown after 10 s, and not while the link is up', () => {
    expect(told(link, NOW + 9_999)).toBe('');
    expect(told(link, NOW + 10_000)).toBe('Mất kết nối · số liệu 10 giây trước');
    expect(told({ ...link, connected: true }, NOW + HOUR_MS)).toBe('');
  });

  it('SC1 is a date after a reload, until the server is heard: a device’s clock may be wrong by years', () => {
    const unheard = { ...link, isHeard: false };
    expect(told(unheard, NOW + 10 * 365 * 24 * HOUR_MS, 2_999)).toBe('');
    expect(told(unheard, NOW + 10 * 365 * 24 * HOUR_MS, 3_000)).toBe('Mất kết nối · số liệu lúc T+0');
    expect(told(unheard, NOW - 10 * 365 * 24 * HOUR_MS, 3_000)).toBe('Mất kết nối · số liệu lúc T+0');
  });

  it('SC1 is in one unit', () => {
    expect(ageOf(61_000, en)).toBe('1 minute ago');
    expect(ageOf(3 * HOUR_MS, vi)).toBe('3 giờ trước');
    expect(ageOf(50 * HOUR_MS, en)).toBe('2 days ago');
  });
});

it('a bar is over at the quota, behind below the pace, ahead between, also where there is no pace', () => {
  expect(progressOf({ value: 100, quota: 100, pace: 50 })).toBe('over');
  expect(progressOf({ value: 50, quota: 100, pace: 50 })).toBe('ahead');
  expect(progressOf({ value: 49, quota: 100, pace: 50 })).toBe('behind');
  expect(progressOf({ value: 1, quota: 100, pace: null })).toBe('ahead');
});

describe('who has risen', () => {
  const before = board('main', 'P', NOW, [row('a', 5), row('b', 3)]);

  it('is who has more than before, newcomers too, and never who lost a deal', () => {
    const after = board('main', 'P', NOW, [row('b', 9), row('a', 4), row('c', 1), row('d', 0)]);
    expect(risenSubjects(before, after)).toEqual(['b', 'c']);
  });

  it('is nobody where the board or its window is another one', () => {
    expect(risenSubjects(before, board('rep-deals-today', null, NOW, [row('a', 9)]))).toEqual([]);
    const window = { startsAt: NOW, endsAt: NOW + HOUR_MS };
    const reset = { ...before, standings: { ...before.standings, window, rows: [row('a', 9)] } };
    expect(risenSubjects(before, reset)).toEqual([]);
  });
});
