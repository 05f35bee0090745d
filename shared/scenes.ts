// What a wall can show, and when: scenes, playlists, and which scene is on at an instant. Pure: screens of one playlist
// agree on the scene without talking to each other.

/** Every scene, in the order in which editors offer them. */
export const SCENES = [
  'leaderboard',
  'podium',
  'teams',
  'gauge',
  'race',
  'today',
  'latest',
  'records',
  'improved',
  'announcement',
  'countdown',
  'test-card',
] as const;
export type SceneKind = (typeof SCENES)[number];

/** `side`: the ranking stays and scenes take turns beside it; `full`: every scene has the whole wall. */
export const LAYOUTS = ['side', 'full'] as const;
export type PlaylistLayout = (typeof LAYOUTS)[number];

export interface PlaylistItem {
  scene: SceneKind;
  seconds: number;
  /** ISO weekdays (1 Monday … 7 Sunday) on which it plays; none means every day. */
  days: readonly number[];
  /** Minutes after local midnight, half-open; from after to runs over midnight; equal means all day. */
  fromMinute: number;
  toMinute: number;
  /** A win calls this scene forward. */
  onWin: boolean;
  /** Of an announcement: what it says, and its picture. */
  title: string;
  text: string;
  imageId: string | null;
}

export interface Playlist {
  /** `default` is built in: what screens play that were given no other. */
  id: string;
  name: string;
  layout: PlaylistLayout;
  items: readonly PlaylistItem[];
  /** When it was last changed, epoch ms: from then on its turns are counted, so that a change is seen at once. */
  changedAt: number;
}

export const DEFAULT_PLAYLIST_ID = 'default';

/** An item of a scene that plays whenever its turn comes. */
export function itemOf(scene: SceneKind, seconds: number): PlaylistItem {
  return { scene, seconds, days: [], fromMinute: 0, toMinute: 0, onWin: false, title: '', text: '', imageId: null };
}

export const DEFAULT_PLAYLIST: Playlist = {
  id: DEFAULT_PLAYLIST_ID,
  name: '',
  layout: 'side',
  items: [
    itemOf('race', 25),
    itemOf('today', 20),
    itemOf('teams', 20),
    itemOf('gauge', 20),
    itemOf('improved', 15),
    itemOf('records', 15),
  ],
  changedAt: 0,
};

/** A wall-clock moment in the office's zone. */
export interface LocalMoment {
  /** ISO weekday, 1 Monday … 7 Sunday. */
  weekday: number;
  /** Minutes after local midnight. */
  minute: number;
}

/** Whether a range of hours holds a moment. One over midnight belongs to the day on which it began. */
export function playsAt({ days, fromMinute, toMinute }: Hours, { weekday, minute }: LocalMoment): boolean {
  const wraps = fromMinute > toMinute;
  const isAfterMidnight = wraps && minute < toMinute;
  const day = isAfterMidnight ? ((weekday + 5) % 7) + 1 : weekday;
  if (days.length > 0 && !days.includes(day)) return false;
  if (fromMinute === toMinute) return true;
  return wraps ? minute >= fromMinute || isAfterMidnight : minute >= fromMinute && minute < toMinute;
}

export type Hours = Pick<PlaylistItem, 'days' | 'fromMinute' | 'toMinute'>;

/** Which item of a playlist is on, and until when; null where none may play. Rule SC3. */
export interface Turn {
  index: number;
  item: PlaylistItem;
  endsAt: number;
}

/** The turn at an instant `at` (epoch ms), which is `moment` in the office's zone. */
export function turnAt(playlist: Playlist, at: number, moment: LocalMoment): Turn | null {
  const playable = playlist.items.map((item, index) => ({ item, index })).filter(({ item }) => playsAt(item, moment));
  const wholeMs = playable.reduce((sum, { item }) => sum + item.seconds * 1000, 0);
  if (wholeMs <= 0) return null;
  let into = (((at - playlist.changedAt) % wholeMs) + wholeMs) % wholeMs;
  for (const { item, index } of playable) {
    const lastsMs = item.seconds * 1000;
    if (into < lastsMs) return { index, item, endsAt: at + lastsMs - into };
    into -= lastsMs;
  }
  return null;
}
