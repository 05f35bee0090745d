// Unsent wins in memory: the last resort where a browser keeps nothing, lost with the page.
import type { Entry, EntryStore } from './entry.ts';

export class MemoryStore implements EntryStore {
  readonly durable = false;
  readonly #entries: Map<string, Entry>;

  constructor(entries: readonly Entry[] = []) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
  }

  all(): Promise<Entry[]> {
    return Promise.resolve([...this.#entries.values()]);
  }

  put(entry: Entry): Promise<void> {
    this.#entries.set(entry.id, entry);
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    this.#entries.delete(id);
    return Promise.resolve();
  }

  change(id: string, change: (entry: Entry) => Entry | null): Promise<Entry | null> {
    const entry = this.#entries.get(id);
    const changed = entry ? change(entry) : null;
    if (changed) this.#entries.set(id, changed);
    return Promise.resolve(changed);
  }
}
