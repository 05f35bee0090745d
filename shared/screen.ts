// A paired TV as the server tells it to be, and what it reports back.
import type { Playlist } from './scenes.ts';

/** `arena` is dark, `office` is light, `contrast` is black and white with the strongest colours. */
export const THEMES = ['arena', 'office', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Sounds that Winboard makes by itself. */
export const BUILT_IN_SOUNDS = ['gong', 'bell', 'fanfare', 'chime', 'cash', 'none'] as const;
export type BuiltInSound = (typeof BUILT_IN_SOUNDS)[number];

/** What a screen keeps from those who pass by; the server leaves it out of every frame. Rule PV1. */
export interface Privacy {
  /** Initials instead of names, no photos. */
  initials: boolean;
  /** No money: bars in parts of the quota, ranks and deals only. */
  hideAmounts: boolean;
  hideCustomers: boolean;
}

export const NO_PRIVACY: Privacy = { initials: false, hideAmounts: false, hideCustomers: false };

/** Hours of a day, minutes after local midnight; over midnight where from is after to. */
export interface QuietHours {
  fromMinute: number;
  toMinute: number;
}

/** What a screen does in its dark hours: show little light, or none. */
export const DARKNESS = ['dim', 'off'] as const;
export type Darkness = (typeof DARKNESS)[number];

/** Clockwise degrees. */
export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** What a manager sets for one screen; null takes the office's. */
export interface ScreenSettings {
  board: string;
  locale: 'vi' | 'en' | null;
  theme: Theme | null;
  /** Null plays the built-in playlist. */
  playlistId: string | null;
  privacy: Privacy;
  /** 0 is silent, 100 as loud as the device is set. */
  volume: number;
  quietHours: QuietHours | null;
  /** When nobody looks: the picture is dimmed or black, nothing sounds, and the page may load afresh. */
  darkHours: QuietHours | null;
  darkness: Darkness;
  /** Says the win aloud, where the browser has a voice of the language. */
  speech: boolean;
  /** Writes what is said or played. */
  captions: boolean;
  /** No celebrations over the board, no confetti, short motion. */
  calm: boolean;
  /** Margin kept free against overscan, in % of the screen's height. */
  safeArea: number;
  /** Size of the rows, % of the usual: larger ones are fewer at a time. */
  textScale: number;
  rotation: Rotation;
}

export const DEFAULT_SCREEN: ScreenSettings = {
  board: 'main',
  locale: null,
  theme: null,
  playlistId: null,
  privacy: NO_PRIVACY,
  volume: 70,
  quietHours: null,
  darkHours: null,
  darkness: 'off',
  speech: false,
  captions: true,
  calm: false,
  safeArea: 0,
  textScale: 100,
  rotation: 0,
};

/** The office's own look and sound, shared by all screens. Media are ids of `/media/:id`. */
export interface WallSettings {
  theme: Theme;
  /** #rrggbb, or null for the theme's own. Each theme bends it until text on it can be read. */
  accent: string | null;
  logoId: string | null;
  backgroundId: string | null;
  /** Which wins are celebrated, and how much. Minor units; null leaves it to the office's average deal (rule CE5). */
  celebrateFromMinor: number | null;
  bigFromMinor: number | null;
  hugeFromMinor: number | null;
  /** Played for a win whose rep has no walk-up of its own: an uploaded sound, else a built-in one. */
  sound: BuiltInSound;
  soundId: string | null;
  /** Whether colleagues' reactions are shown. Rule RX4. */
  showCheers: boolean;
}

export const DEFAULT_WALL: WallSettings = {
  theme: 'arena',
  accent: null,
  logoId: null,
  backgroundId: null,
  celebrateFromMinor: null,
  bigFromMinor: null,
  hugeFromMinor: null,
  sound: 'gong',
  soundId: null,
  showCheers: true,
};

/** All that a screen is told of itself, whole every time (`screen:config`). */
export interface ScreenConfig {
  /** Null for a viewer that is no paired screen (a token, a person's browser). */
  screen: { id: string; name: string } | null;
  settings: ScreenSettings;
  playlist: Playlist;
  wall: WallSettings;
}

/** Whether a wall can be heard: `locked` waits for a key, `quiet` are quiet hours, `none` has no audio at all. */
export const SOUND_STATES = ['on', 'locked', 'muted', 'quiet', 'none'] as const;
export type SoundState = (typeof SOUND_STATES)[number];

/**
 * Whether the screen keeps its machine awake: `insecure` cannot (plain http), `refused` was not let, `released` need
 * not (dark hours), `unsupported` has no wake lock.
 */
export const WAKE_STATES = ['held', 'insecure', 'unsupported', 'refused', 'released'] as const;
export type WakeState = (typeof WAKE_STATES)[number];

/** What went wrong on a screen, told to the manager, never shown on the wall. Rule SC2. */
export const FAULT_CODES = [
  'scene/threw',
  'scene/unknown',
  'playlist/empty',
  'image/broken',
  'sound/broken',
  'voice/missing',
  'page/failed',
  'storage/refused',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface ScreenFault {
  code: FaultCode;
  /** The scene, the image's or the sound's id, the error's text: at most 200 characters. */
  detail: string;
}

/** A screen's word about itself (`screen:status`), whole every time it changes, and every few minutes. */
export interface ScreenStatus {
  sound: SoundState;
  /** The scene that is on. */
  scene: string;
  width: number;
  height: number;
  buildId: string;
  /** The browser and its version, as it says. */
  engine: string;
  secure: boolean;
  wake: WakeState;
  isDark: boolean;
  /** When the page was loaded, by the server's clock. */
  startedAt: number | null;
  /** What its scripts hold, MB, where the engine tells. */
  heapMegabytes: number | null;
  nodes: number;
  faults: ScreenFault[];
}
