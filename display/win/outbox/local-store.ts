// Unsent wins in localStorage, one key each: for browsers that deny IndexedDB.
import type { Entry, EntryStore } from './entry.ts';

const PREFIX = 'winboard.outbox.';

export class LocalStore implements EntryStore {
  readonly durable = true;
  readonly #storage: Storage;

  /** Throws where the storage cannot be written. */
  constructor(storage: Storage) {
    storage.setItem(`${PREFIX}probe`, '');
    storage.removeItem(`${PREFIX}probe`);
    this.#storage = storage;
  }

  async all(): Promise<Entry[]> {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    return keys.flatMap((key) => (key.startsWith(PREFIX) ? (this.#read(key.slice(PREFIX.length)) ?? []) : []));
  }

  async put(entry: Entry): Promise<void> {
    this.#storage.setItem(PREFIX + entry.id, JSON.stringify(entry));
  }

  async remove(id: string): Promise<void> {
    this.#storage.removeItem(PREFIX + id);
  }

  async change(id: string, change: (entry: Entry) => Entry | null): Promise<Entry | null> {
    const entry = this.#read(id);
    const changed = entry ? change(entry) : null;
    if (changed) this.#storage.setItem(PREFIX + id, JSON.stringify(changed));
    return changed;
  }

  #read(id: string): Entry | null {
    const text = this.#storage.getItem(PREFIX + id);
    return text === null ? null : (JSON.parse(text) as Entry);
  }
}
