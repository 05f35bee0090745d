// Unsent wins in memory: the last resort where a browser keeps nothing, lost with the page.
import { GONE, type Change, type EntryStore, type Kept } from './entry.ts';

export class MemoryStore implements EntryStore {
  readonly durable = false;
  readonly #entries = new Map<string, Kept>();
  readonly #photos = new Map<string, Blob>();

  all(): Promise<Kept[]> {
    return Promise.resolve([...this.#entries.values()]);
  }

  put(entry: Kept, photo: Blob | null): Promise<void> {
    this.#entries.set(entry.id, entry);
    return this.keepPhoto(entry.id, photo);
  }

  remove(id: string): Promise<void> {
    this.#entries.delete(id);
    return this.keepPhoto(id, null);
  }

  async change(id: string, change: Change): Promise<Kept | null> {
    const entry = this.#entries.get(id);
    const changed = entry ? change(entry) : null;
    if (changed === GONE) await this.remove(id);
    if (changed === GONE || changed === null) return null;
    this.#entries.set(id, changed);
    return changed;
  }

  photoOf(id: string): Promise<Blob | null> {
    return Promise.resolve(this.#photos.get(id) ?? null);
  }

  keepPhoto(id: string, photo: Blob | null): Promise<void> {
    if (photo) this.#photos.set(id, photo);
    else this.#photos.delete(id);
    return Promise.resolve();
  }
}
