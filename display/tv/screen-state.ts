// All that the wall is drawn from.
import type { Snapshot } from '../../shared/patch.ts';
import type { Cheer } from '../../shared/reactions.ts';
import type { PlaylistItem } from '../../shared/scenes.ts';
import type { ScreenConfig, SoundState } from '../../shared/screen.ts';
import type { KeptBoard, Link } from '../kit/live.ts';
import type { Address } from './address.ts';
import { NOTHING_NOTED, type Noted } from './notes.ts';
import type { ShownCode } from './pairing/pairing.ts';
import type { Fanfare } from './celebration/queue.ts';

export interface ScreenState extends Noted {
  address: Address;
  config: ScreenConfig;
  /** The playlist's item that is on; null plays the ranking alone. */
  turn: PlaylistItem | null;
  snapshot: Snapshot | null;
  link: Link;
  /** Subjects whose value has just gone up. */
  fresh: ReadonlySet<string>;
  fanfare: Fanfare | null;
  /** The latest word of a colleague to a win. */
  cheer: Cheer | null;
  /** Whether this wall can be heard. */
  sound: SoundState;
  /** What is played and said just now. */
  caption: string | null;
  /** The code by which a manager can claim this screen, while it is nobody's. */
  code: ShownCode | null;
  /** Its dark hours are on. */
  isDark: boolean;
}

/** What is to be seen of it: nothing in dark hours, nor where the office does not want it. Rule RX4. */
export function cheerOf({ cheer, config, isDark }: ScreenState): Cheer | null {
  return config.wall.showCheers && !isDark ? cheer : null;
}

/** Before the server has been heard: the last board that this device knows, if any. */
export function openState(address: Address, config: ScreenConfig, known: KeptBoard | null): ScreenState {
  return {
    address,
    config,
    turn: null,
    snapshot: known?.snapshot ?? null,
    link: { connected: false, lastHeardAt: known?.heardAt ?? null, refused: null, isHeard: false },
    fresh: new Set(),
    fanfare: null,
    cheer: null,
    sound: 'none',
    caption: null,
    code: null,
    isDark: false,
    ...NOTHING_NOTED,
  };
}
