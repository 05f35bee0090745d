// The browser's storage, and what stands in for it where it fails: a full disk, a storage taken away. What it will not
// take lives with the page, and the page says so; nothing that it holds is forgotten for a read that fails.
import { GONE, type Change, type EntryStore, type Kept } from './entry.ts';

export class SteadyStore implements EntryStore {
  readonly #store: EntryStore;
  /** Entries that the storage would not take, or not as they are now. */
  readonly #held = new Map<string, Kept>();
  readonly #photos = new Map<string, Blob>();
  /** Entries that the storage would not let go. */
  readonly #gone = new Set<string>();
  #known: readonly Kept[] = [];

  constructor(store: EntryStore) {
    this.#store = store;
  }

  get durable(): boolean {
    return this.#store.durable && this.#held.size === 0 && this.#photos.size === 0;
  }

  async all(): Promise<Kept[]> {
    const kept = await this.#store.all().catch(() => this.#known);
    this.#known = kept;
    const left = kept.filter(({ id }) => !this.#held.has(id) && !this.#gone.has(id));
    return [...left, ...this.#held.values()];
  }

  /** A win is kept even where there is no room for its photo, which then lives with the page. Rule PO4. */
  async put(entry: Kept, photo: Blob | null): Promise<void> {
    this.#forget(entry.id);
    this.#gone.delete(entry.id);
    try {
      await this.#store.put(entry, photo);
    } catch {
      if (photo) this.#photos.set(entry.id, photo);
      await (photo ? this.#store.put(entry, null) : Promise.reject(new Error('full'))).catch(() => {
        this.#held.set(entry.id, entry);
      });
    }
  }

  async remove(id: string): Promise<void> {
    this.#forget(id);
    await this.#store.remove(id).catch(() => this.#gone.add(id));
  }

  async change(id: string, change: Change): Promise<Kept | null> {
    if (this.#gone.has(id)) return null;
    if (!this.#held.has(id)) {
      try {
        return await this.#store.change(id, change);
      } catch {
        // Below, as it was last seen.
      }
    }
    const entry = this.#held.get(id) ?? this.#known.find((one) => one.id === id);
    const changed = entry ? change(entry) : null;
    if (changed === GONE) await this.remove(id);
    if (changed === GONE || changed === null) return null;
    this.#held.set(id, changed);
    return changed;
  }

  async photoOf(id: string): Promise<Blob | null> {
    return this.#photos.get(id) ?? (await this.#store.photoOf(id).catch(() => null));
  }

  async keepPhoto(id: string, photo: Blob | null): Promise<void> {
    this.#photos.delete(id);
    await this.#store.keepPhoto(id, photo).catch(() => photo && this.#photos.set(id, photo));
  }

  #forget(id: string): void {
    this.#held.delete(id);
    this.#photos.delete(id);
  }
}
