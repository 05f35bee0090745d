// SC7: what the manager was told holds until what was wrong has been replaced.
import { expect, it } from 'vitest';
import { isPast } from '../../display/tv/faults.ts';
import { DEFAULT_PLAYLIST } from '../../shared/scenes.ts';
import { DEFAULT_SCREEN, DEFAULT_WALL, type FaultCode, type ScreenConfig } from '../../shared/screen.ts';

const CONFIG: ScreenConfig = {
  screen: { id: 's', name: 'TV' },
  settings: { ...DEFAULT_SCREEN, speech: true },
  playlist: DEFAULT_PLAYLIST,
  wall: { ...DEFAULT_WALL, logoId: 'logo', backgroundId: 'ground', soundId: 'song' },
};
const FAULTS: readonly [FaultCode, string][] = [
  ['scene/threw', 'podium: boom'],
  ['playlist/empty', ''],
  ['image/broken', 'logo'],
  ['image/broken', 'notice'],
  ['sound/broken', 'song'],
  ['sound/broken', 'walk-up'],
  ['voice/missing', 'vi'],
];

/** The faults that a change ends. */
const ended = (change: Partial<ScreenConfig>): string[] =>
  FAULTS.filter(([code, detail]) => isPast({ code, detail }, CONFIG, { ...CONFIG, ...change })).map((fault) =>
    fault.join(' '),
  );

it.each<[string, Partial<ScreenConfig>, string[]]>([
  ['the volume', { settings: { ...CONFIG.settings, volume: 5 } }, []],
  [
    'the playlist',
    { playlist: { ...DEFAULT_PLAYLIST, changedAt: 1 } },
    ['scene/threw podium: boom', 'playlist/empty ', 'image/broken notice'],
  ],
  ['the logo', { wall: { ...CONFIG.wall, logoId: null } }, ['image/broken logo']],
  ['the theme', { wall: { ...CONFIG.wall, theme: 'office' } }, []],
  ['the office’s sound', { wall: { ...CONFIG.wall, soundId: 'other' } }, ['sound/broken song']],
  ['the language', { settings: { ...CONFIG.settings, locale: 'en' } }, ['voice/missing vi']],
])('SC7 a change of %s ends the faults of what it replaces, and no other', (_, change, expected) => {
  expect(ended(change)).toEqual(expected);
});
