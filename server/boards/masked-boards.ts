// Boards as each kind of privacy has them. A masked board's patch is the difference of what its room was last sent, so
// that the chain of revs holds there as well (rule PT3).
import { diffSnapshots, isEmptyPatch, type Patch, type Snapshot } from '../../shared/patch.ts';
import type { Privacy } from '../../shared/screen.ts';
import { maskSnapshot } from './privacy.ts';

interface Room {
  privacy: Privacy;
  sent: Snapshot;
}

export class MaskedBoards {
  readonly #rooms = new Map<string, Room>();

  /** What a room was last sent; a new room begins with `snapshot`, the board's published state. */
  snapshot(room: string, privacy: Privacy, snapshot: Snapshot): Snapshot {
    const known = this.#rooms.get(room);
    if (known) return known.sent;
    const sent = maskSnapshot(snapshot, privacy);
    this.#rooms.set(room, { privacy, sent });
    return sent;
  }

  /** The room's patch to the board's published state; null where nothing is to be said. */
  patch(room: string, snapshot: Snapshot): Patch | null {
    const known = this.#rooms.get(room);
    if (!known) return null;
    const after = maskSnapshot(snapshot, known.privacy);
    const patch = diffSnapshots(known.sent, after);
    known.sent = after;
    return isEmptyPatch(patch) ? null : patch;
  }

  /** Nobody is in the room any more. */
  forget(room: string): void {
    this.#rooms.delete(room);
  }
}
