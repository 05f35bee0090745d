// Unsent wins in IndexedDB, where a change is one transaction across all tabs.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { GONE, type Change, type EntryStore, type Kept } from './entry.ts';

/** Bytes, not a Blob: older Safaris lose those. */
interface KeptPhoto {
  type: string;
  bytes: ArrayBuffer;
}

interface Schema extends DBSchema {
  entries: { key: string; value: Kept };
  photos: { key: string; value: KeptPhoto };
}

type Database = IDBPDatabase<Schema>;

const connect = () =>
  openDB<Schema>('winboard-outbox', 2, {
    upgrade: (database, from) => {
      if (from < 1) database.createObjectStore('entries', { keyPath: 'id' });
      database.createObjectStore('photos');
    },
    // Another tab has a newer page: it must not wait for this one to be closed.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
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

  all(): Promise<Kept[]> {
    return this.#use((database) => database.getAll('entries'));
  }

  async put(entry: Kept, photo: Blob | null): Promise<void> {
    const kept = photo && (await bytesOf(photo));
    await this.#use(async (database) => {
      const transaction = database.transaction(['entries', 'photos'], 'readwrite', { durability: 'strict' });
      const photos = transaction.objectStore('photos');
      await Promise.all([
        transaction.objectStore('entries').put(entry),
        kept ? photos.put(kept, entry.id) : photos.delete(entry.id),
        transaction.done,
      ]);
    });
  }

  async remove(id: string): Promise<void> {
    await this.change(id, () => GONE);
  }

  change(id: string, change: Change): Promise<Kept | null> {
    return this.#use(async (database) => {
      const transaction = database.transaction(['entries', 'photos'], 'readwrite');
      const entries = transaction.objectStore('entries');
      const entry = await entries.get(id);
      const changed = entry ? change(entry) : null;
      if (changed === GONE) await Promise.all([entries.delete(id), transaction.objectStore('photos').delete(id)]);
      else if (changed) await entries.put(changed);
      await transaction.done;
      return changed === GONE ? null : changed;
    });
  }

  photoOf(id: string): Promise<Blob | null> {
    return this.#use(async (database) => {
      const kept = await database.get('photos', id);
      return kept ? new Blob([kept.bytes], { type: kept.type }) : null;
    });
  }

  async keepPhoto(id: string, photo: Blob | null): Promise<void> {
    const kept = photo && (await bytesOf(photo));
    await this.#use(async (database) => {
      await (kept ? database.put('photos', kept, id) : database.delete('photos', id));
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

async function bytesOf(photo: Blob): Promise<KeptPhoto> {
  return { type: photo.type, bytes: await photo.arrayBuffer() };
}
