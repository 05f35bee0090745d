// Unsent wins in localStorage, one key each: for browsers that deny IndexedDB.
import { GONE, type Change, type EntryStore, type Kept } from './entry.ts';

const PREFIX = 'winboard.outbox.';
const PHOTO = 'winboard.photo.';

interface KeptPhoto {
  type: string;
  base64: string;
}

export class LocalStore implements EntryStore {
  readonly durable = true;
  readonly #storage: Storage;

  /** Throws where the storage cannot be written. */
  constructor(storage: Storage) {
    storage.setItem(`${PREFIX}probe`, '');
    storage.removeItem(`${PREFIX}probe`);
    this.#storage = storage;
  }

  async all(): Promise<Kept[]> {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    return keys.flatMap((key) => (key.startsWith(PREFIX) ? (this.#read(key.slice(PREFIX.length)) ?? []) : []));
  }

  async put(entry: Kept, photo: Blob | null): Promise<void> {
    await this.keepPhoto(entry.id, photo);
    try {
      this.#write(entry);
    } catch (error) {
      this.#storage.removeItem(PHOTO + entry.id);
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    this.#storage.removeItem(PREFIX + id);
    this.#storage.removeItem(PHOTO + id);
  }

  async change(id: string, change: Change): Promise<Kept | null> {
    const entry = this.#read(id);
    const changed = entry ? change(entry) : null;
    if (changed === GONE) await this.remove(id);
    if (changed === GONE || changed === null) return null;
    this.#write(changed);
    return changed;
  }

  async photoOf(id: string): Promise<Blob | null> {
    const text = this.#storage.getItem(PHOTO + id);
    if (text === null) return null;
    const { type, base64 } = JSON.parse(text) as KeptPhoto;
    return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });
  }

  async keepPhoto(id: string, photo: Blob | null): Promise<void> {
    if (photo === null) {
      this.#storage.removeItem(PHOTO + id);
      return;
    }
    const bytes = new Uint8Array(await photo.arrayBuffer());
    const base64 = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
    this.#storage.setItem(PHOTO + id, JSON.stringify({ type: photo.type, base64 } satisfies KeptPhoto));
  }

  #read(id: string): Kept | null {
    const text = this.#storage.getItem(PREFIX + id);
    return text === null ? null : (JSON.parse(text) as Kept);
  }

  #write(entry: Kept): void {
    this.#storage.setItem(PREFIX + entry.id, JSON.stringify(entry));
  }
}
