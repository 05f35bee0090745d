// What a scene is given and how much room it has.
import type { ComponentType } from 'preact';
import type { Snapshot } from '../../shared/patch.ts';
import type { PlaylistItem } from '../../shared/scenes.ts';

/** How much of the wall a scene has: beside the rows, or all of the middle; on a portrait screen a band below the rows,
 * or all of its tall middle. */
export type Room = 'side' | 'full' | 'band' | 'tall';

export interface SceneProps {
  snapshot: Snapshot;
  item: PlaylistItem;
  room: Room;
}

export type Scene = ComponentType<SceneProps>;
