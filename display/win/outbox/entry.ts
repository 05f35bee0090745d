// A win that waits in the phone until the server has it, and where such wins are kept.
import type { Problem } from '../../../shared/problem.ts';
import type { DealBody } from '../../../shared/schemas/deals.ts';

export interface Entry {
  /** The deal's own id: makes every retry safe. */
  id: string;
  /** Who posted it; only this person's session may send it. */
  userId: string;
  repName: string;
  body: DealBody;
  createdAt: number;
  attempts: number;
  /** When the next attempt is due by itself. */
  nextAt: number;
  /** The tab that is sending it right now, and until when nobody else should. */
  lease: { owner: string; until: number } | null;
  /** Why the server will not take it as it is. */
  refusal: Problem | null;
}

export interface EntryStore {
  /** Whether entries outlive the page. */
  readonly durable: boolean;
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
  /**
   * Changes an entry as one step that no other tab can come between. Gives the changed entry, or null where it is
   * gone or `change` leaves it as it is by giving null.
   */
  change(id: string, change: (entry: Entry) => Entry | null): Promise<Entry | null>;
}
