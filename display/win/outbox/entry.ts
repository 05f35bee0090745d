// What waits in the phone until the server has it, wins and errands, and where it is kept.
import type { Problem } from '../../../shared/problem.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';
import type { Errand } from './errand.ts';

interface Waiting {
  id: string;
  /** Who posted it; only this person's session may send it. */
  userId: string;
  /** What the others on this phone may know of it; an older page did not keep it. */
  userName?: string;
  createdAt: number;
  attempts: number;
  /** When the next attempt is due by itself. */
  nextAt: number;
  /** The tab that is sending it right now, and until when nobody else should. */
  lease: { owner: string; until: number } | null;
  /** Why the server will not take it as it is. */
  refusal: Problem | null;
}

/** A win; its id is the deal's own, which makes every retry safe. */
export interface Entry extends Waiting {
  repName: string;
  /** Without the photo, which has no id before it is sent. */
  body: DealBody;
  /** Whether a photo goes with it, and what the server calls it. The picture itself lies beside the entry. */
  photo: { id: string | null } | null;
  /** Taken back when nobody could say whether the server has it: to be undone there (rule PO5). */
  isUndone: boolean;
}

export interface ErrandEntry extends Waiting {
  errand: Errand;
}

export type Kept = Entry | ErrandEntry;

/** Takes the entry away. */
export const GONE = Symbol('gone');

/** The entry as it is to be, `GONE`, or null to leave it as it is. */
export type Change = (entry: Kept) => Kept | typeof GONE | null;

export interface EntryStore {
  /** Whether everything here outlives the page. */
  readonly durable: boolean;
  all(): Promise<Kept[]>;
  /** Keeps an entry and its photo, both or neither. */
  put(entry: Kept, photo: Blob | null): Promise<void>;
  /** Takes an entry away, with its photo. */
  remove(id: string): Promise<void>;
  /**
   * Changes an entry as one step that no other tab can come between. Gives the changed entry; null where it is gone, or
   * was left as it is.
   */
  change(id: string, change: Change): Promise<Kept | null>;
  /** The photo of an entry, or what was kept under any other name. */
  photoOf(id: string): Promise<Blob | null>;
  /** Keeps a photo by itself; null forgets it. */
  keepPhoto(id: string, photo: Blob | null): Promise<void>;
}
