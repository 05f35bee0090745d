// All that the wall is drawn from.
import type { Snapshot, Win } from '../../shared/patch.ts';
import type { PlaylistItem } from '../../shared/scenes.ts';
import type { ScreenConfig, SoundState } from '../../shared/screen.ts';
import type { KeptBoard, Link } from '../kit/live.ts';
import type { Address } from './address.ts';
import type { Fanfare } from './celebration/queue.ts';

export interface ScreenState {
  address: Address;
  config: ScreenConfig;
  /** The playlist's item that is on; null plays the ranking alone. */
  turn: PlaylistItem | null;
  snapshot: Snapshot | null;
  link: Link;
  /** Subjects whose value has just gone up. */
  fresh: ReadonlySet<string>;
  fanfare: Fanfare | null;
  /** Wins of a cut, mentioned for a while. */
  missed: readonly Win[];
  /** Whether this wall can be heard. */
  sound: SoundState;
  /** What is played and said just now. */
  caption: string | null;
  /** A win that was taken back, mentioned for a while (rule CE3). */
  withdrawn: Win | null;
}

/** Before the server has been heard: the last board that this device knows, if any. */
export function openState(address: Address, config: ScreenConfig, known: KeptBoard | null): ScreenState {
  return {
    address,
    config,
    turn: null,
    snapshot: known?.snapshot ?? null,
    link: { connected: false, lastHeardAt: known?.heardAt ?? null, refused: null },
    fresh: new Set(),
    fanfare: null,
    missed: [],
    sound: 'none',
    caption: null,
    withdrawn: null,
  };
}
