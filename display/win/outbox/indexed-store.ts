// Unsent wins in IndexedDB, where a change is one transaction across all tabs.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry, EntryStore } from './entry.ts';

interface Schema extends DBSchema {
  entries: { key: string; value: Entry };
}

type Database = IDBPDatabase<Schema>;

const connect = () =>
  openDB<Schema>('winboard-outbox', 1, {
    upgrade: (database) => {
      database.createObjectStore('entries', { keyPath: 'id' });
    },
  });

export class IndexedStore implements EntryStore {
  readonly durable = true;
  #database: Promise<Database>;

  private constructor(database: Database) {
    this.#database = Promise.resolve(database);
  }

  /** Throws where the browser denies IndexedDB. */
  static async open(): Promise<IndexedStore> {
    return new IndexedStore(await connect());
  }

  all(): Promise<Entry[]> {
    return this.#use((database) => database.getAll('entries'));
  }

  async put(entry: Entry): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(entry), transaction.done]);
    });
  }

  async remove(id: string): Promise<void> {
    await this.#use((database) => database.delete('entries', id));
  }

  change(id: string, change: (entry: Entry) => Entry | null): Promise<Entry | null> {
    return this.#use(async (database) => {
      const transaction = database.transaction('entries', 'readwrite');
      const entry = await transaction.store.get(id);
      const changed = entry ? change(entry) : null;
      if (changed) await transaction.store.put(changed);
      await transaction.done;
      return changed;
    });
  }

  /** A phone that slept may have lost the connection: try once more on a fresh one. */
  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#database);
    } catch {
      this.#database = connect();
      return await work(await this.#database);
    }
  }
}
