// What this screen was told to be, kept over a reload so that it boots in its own look.
import type { OfficeView } from '../../shared/patch.ts';
import { DEFAULT_PLAYLIST, type Playlist } from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, DEFAULT_WALL, type ScreenConfig } from '../../shared/screen.ts';
import { PROTOCOL } from '../../shared/protocol.ts';
import { officeLocale, type Locale } from '../kit/i18n.ts';
import { readKept, writeKept } from '../kit/kept.ts';
import type { Address } from './address.ts';

const KEY = `tv.config.${PROTOCOL}`;

/** Before the server has spoken: as it was the last time, or plain. */
export function openConfig(address: Address): ScreenConfig {
  const kept = readKept(KEY);
  return withAddress(isConfig(kept) ? filled(kept) : PLAIN, address);
}

/** Whether the device keeps it. */
export function keepConfig(config: ScreenConfig): boolean {
  return writeKept(KEY, config);
}

export function forgetConfig(): void {
  writeKept(KEY, null);
}

/** What is kept may be of another build, or cut off. */
function isConfig(kept: unknown): kept is ScreenConfig {
  const { settings, playlist, wall } = (kept ?? {}) as Partial<ScreenConfig>;
  return [settings, playlist, wall].every((part) => typeof part === 'object' && part !== null) && hasItems(playlist);
}

function hasItems(playlist: Partial<Playlist> | undefined): boolean {
  const items: readonly unknown[] | undefined = playlist?.items;
  return Array.isArray(items) && items.every((item) => typeof item === 'object' && item !== null);
}

/** What an older build did not know has its default. */
function filled({ screen, settings, playlist, wall }: ScreenConfig): ScreenConfig {
  return { screen, settings: { ...DEFAULT_SCREEN, ...settings }, playlist, wall: { ...DEFAULT_WALL, ...wall } };
}

/** The screen's own language, else the office's. */
export function localeOf({ settings }: ScreenConfig, office: OfficeView): Locale {
  return settings.locale ?? officeLocale(office.locale);
}

/** Whether the server now sends other figures than before. */
export function isOtherBoard({ settings: before }: ScreenConfig, { settings: after }: ScreenConfig): boolean {
  return before.board !== after.board || JSON.stringify(before.privacy) !== JSON.stringify(after.privacy);
}

const PLAIN: ScreenConfig = {
  screen: null,
  settings: DEFAULT_SCREEN,
  playlist: DEFAULT_PLAYLIST,
  wall: DEFAULT_WALL,
};

/** A paired screen is what the manager set; any other viewer goes by its own address. */
export function withAddress(config: ScreenConfig, { board, locale, calm }: Address): ScreenConfig {
  if (config.screen !== null) return config;
  const { settings } = config;
  return {
    ...config,
    settings: { ...settings, board: board ?? settings.board, locale: locale ?? settings.locale, calm },
  };
}
