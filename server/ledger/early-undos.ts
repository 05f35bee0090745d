// What was undone before it came. A phone gives a win up whose answer is late and asks for it to be undone, and the network
// brings the two in the other order. Rule PO5. In memory alone: a restart cuts off what was on its way.
import { UNDO_MS } from '../../shared/deal.ts';

/** More than are ever on their way; beyond that the oldest is forgotten. */
const MOST = 1_000;

export class EarlyUndos {
  /** When, by who asked and the deal's id: nobody undoes what somebody else is to post. */
  readonly #asked = new Map<string, number>();

  add(who: string, dealId: string, now: number): void {
    const key = keyOf(who, dealId);
    this.#asked.delete(key);
    this.#asked.set(key, now);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST && oldest !== undefined) this.#asked.delete(oldest);
  }

  /** Whether who posts a deal now has asked before for it to be undone. */
  has(who: string, dealId: string, now: number): boolean {
    const asked = this.#asked.get(keyOf(who, dealId));
    return asked !== undefined && now - asked <= UNDO_MS;
  }
}

function keyOf(who: string, dealId: string): string {
  return `${who} ${dealId}`;
}
