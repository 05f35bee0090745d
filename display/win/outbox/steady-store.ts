// The browser's storage, and what stands in for it where it fails: a full disk, a storage taken away. What it will not
// take lives with the page, and the page says so; nothing that it holds is forgotten for a read that fails.
import { GONE, type Change, type EntryStore, type Kept } from './entry.ts';
import { isErrand, isTakenBack } from './errand.ts';

export class SteadyStore implements EntryStore {
  readonly #store: EntryStore;
  /** Entries that are nowhere but here. */
  readonly #held = new Map<string, Kept>();
  /** How entries of the storage are by now, where it would not take the change. */
  readonly #later = new Map<string, Kept>();
  readonly #photos = new Map<string, Blob>();
  /** Entries that the storage would not let go. */
  readonly #gone = new Set<string>();
  /** What was last read. */
  #known: readonly Kept[] = [];

  constructor(store: EntryStore) {
    this.#store = store;
  }

  get durable(): boolean {
    return this.#store.durable && this.#held.size + this.#later.size + this.#photos.size === 0;
  }

  async all(): Promise<Kept[]> {
    try {
      this.#known = await this.#store.all();
      const ids = new Set(this.#known.map(({ id }) => id));
      for (const [id, entry] of this.#later) if (!ids.has(id)) this.#leftAlone(entry);
    } catch {
      // As it was last seen.
    }
    const left = this.#known.filter(({ id }) => !this.#gone.has(id) && !this.#held.has(id));
    return [...left.map((entry) => this.#nowOf(entry)), ...this.#held.values()];
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
    const held = this.#held.get(id);
    if (held) return await this.#keep(this.#held, id, change(held));
    try {
      let isThere = false;
      const changed = await this.#store.change(id, (stored) => {
        isThere = true;
        return change(this.#nowOf(stored));
      });
      if (isThere) this.#later.delete(id);
      return changed;
    } catch {
      const known = this.#known.find((one) => one.id === id);
      return await this.#keep(this.#later, id, known ? change(this.#nowOf(known)) : null);
    }
  }

  async photoOf(id: string): Promise<Blob | null> {
    return this.#photos.get(id) ?? (await this.#store.photoOf(id).catch(() => null));
  }

  async keepPhoto(id: string, photo: Blob | null): Promise<void> {
    this.#photos.delete(id);
    await this.#store.keepPhoto(id, photo).catch(() => photo && this.#photos.set(id, photo));
  }

  async #keep(where: Map<string, Kept>, id: string, changed: ReturnType<Change>): Promise<Kept | null> {
    if (changed === GONE) await this.remove(id);
    if (changed === GONE || changed === null) return null;
    where.set(id, changed);
    return changed;
  }

  /** Another tab is done with it; where it sent what was taken back here, that is still to be undone. */
  #leftAlone(entry: Kept): void {
    this.#later.delete(entry.id);
    if (isTakenBack(entry)) this.#held.set(entry.id, entry);
  }

  /** What another tab has mended or taken back since counts for more than what this one could not write. */
  #nowOf(stored: Kept): Kept {
    const later = this.#later.get(stored.id);
    if (!later) return stored;
    // An errand stays as it was asked for.
    if (isErrand(later) || isErrand(stored)) return later;
    if (JSON.stringify(later.body) !== JSON.stringify(stored.body)) return stored;
    return { ...later, isUndone: later.isUndone || stored.isUndone };
  }

  #forget(id: string): void {
    this.#held.delete(id);
    this.#later.delete(id);
    this.#photos.delete(id);
  }
}
