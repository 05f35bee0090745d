// A week of an office, always the same: wins in office hours, some of them voided or corrected, cuts of the network,
// restarts of the server, other playlists.
import type { PlaylistBody, PlaylistItemBody } from '../../shared/schemas/wall.ts';

export type Step = { at: number } & (
  | { type: 'win'; rep: number; millions: number }
  | { type: 'void' }
  | { type: 'correct'; millions: number }
  | { type: 'cut'; ms: number }
  | { type: 'restart' }
  | { type: 'playlist'; turn: number }
);

/** A Monday in Hà Nội, 09:00: the first hour has wins, and no month ends in the week. */
export const MONDAY = Date.UTC(2026, 10, 23, 2);
const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const WORKDAYS = 6;
const WINS = 60;
/** Minutes after 09:00. The first hour is measured after it: nobody sells then. */
const EARLY = { from: 4, minutes: 54, share: 0.15 };
const LATE = { from: 120, minutes: 390 };
const RESTARTS = [5.2 * HOUR_MS, 3 * DAY_MS + 3.4 * HOUR_MS];

/** The week's first days, in order. */
export function recordWeek(days: number): Step[] {
  const random = seeded(20_261_123);
  const steps: Step[] = [];
  for (let day = 0; day <= days; day += 1) {
    const start = MONDAY + day * DAY_MS;
    steps.push({ type: 'playlist', at: start + (2.5 + random()) * HOUR_MS, turn: day });
    steps.push({ type: 'cut', at: start + random() * 20 * HOUR_MS + 2 * HOUR_MS, ms: (2 + random() * 18) * MINUTE_MS });
    const wins = day % 7 < WORKDAYS ? WINS : 0;
    for (let win = 0; win < wins; win += 1) steps.push(...oneWin(start, random));
  }
  steps.push(...RESTARTS.map((after) => ({ type: 'restart' as const, at: MONDAY + after })));
  const endsAt = MONDAY + days * DAY_MS + HOUR_MS;
  return steps.filter(({ at }) => at < endsAt).sort((a, b) => a.at - b.at);
}

/** A win, and what becomes of it. */
function oneWin(start: number, random: () => number): Step[] {
  const { from, minutes } = random() < EARLY.share ? EARLY : LATE;
  const at = start + (from + random() * minutes) * MINUTE_MS;
  const millions = 5 + Math.floor(random() ** 3 * 400);
  const win: Step = { type: 'win', at, rep: Math.floor(random() * 1000), millions };
  const fate = random();
  const afterAt = at + (1 + random() * 9) * MINUTE_MS;
  if (fate < 0.05) return [win, { type: 'void', at: afterAt }];
  if (fate < 0.1) return [win, { type: 'correct', at: afterAt, millions: millions + 1 }];
  return [win];
}

const item = (scene: PlaylistItemBody['scene'], seconds: number): PlaylistItemBody => ({ scene, seconds });

const SCENES: PlaylistItemBody[] = [
  item('race', 25),
  item('today', 20),
  item('teams', 20),
  item('gauge', 20),
  item('improved', 20),
  item('records', 30),
  item('podium', 20),
  item('latest', 25),
  { ...item('announcement', 20), title: 'Thứ Sáu', text: 'Cả phòng đi ăn tối nếu đạt chỉ tiêu tuần.' },
  item('countdown', 20),
];

/** Days play beside the rows and on the whole wall by turns, each in an order of its own. */
export function playlistOf(turn: number): PlaylistBody {
  const items = [...SCENES.slice(turn % SCENES.length), ...SCENES.slice(0, turn % SCENES.length)];
  return { name: 'Tuần', layout: turn % 2 === 0 ? 'side' : 'full', items };
}

/** Nothing but the rows: the wall is measured when it shows the same as before. */
export const ROWS_ALONE: PlaylistBody = { name: 'Tuần', layout: 'side', items: [item('leaderboard', 3600)] };

/** Mulberry32: numbers that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
