// The queue of unsent wins: each is stored before it is sent, sent by one tab at a time, and leaves only when the
// server has it or the rep discards it. Store, clock and transport come from outside.
import type { DealAnswer, DealBody } from '../../../shared/schemas/deals.ts';
import { carry, type Way } from './courier.ts';
import { GONE, type Entry, type EntryStore } from './entry.ts';
import { SteadyStore } from './steady-store.ts';

export interface OutboxParts {
  store: EntryStore;
  way: Way;
  now: () => number;
  /** Runs something later; gives what cancels it. */
  schedule: (delayMs: number, run: () => void) => () => void;
  /** 0 ≤ x < 1: spreads the phones of an office after an outage. */
  random: () => number;
  /** Names this tab among the others. */
  owner: string;
}

/** Longer than a request may take, so that a lease never runs out under a tab that is still sending; a photo takes longer. */
export const LEASE_MS = 25_000;
export const PHOTO_LEASE_MS = 75_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

export interface Delivery {
  entry: Entry;
  answer: DealAnswer;
}

/** A win as it comes from the form. */
export interface NewWin {
  id: string;
  userId: string;
  repName: string;
  body: DealBody;
  photo: Blob | null;
}

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #store: EntryStore;
  #entries: readonly Entry[] = [];
  #userId: string | null = null;
  #sending = false;
  #again = false;
  #cancelTimer: () => void = () => undefined;
  readonly #changed = new Set<() => void>();
  readonly #changedHere = new Set<() => void>();
  readonly #delivered = new Set<(delivery: Delivery) => void>();
  readonly #undone = new Set<(id: string) => void>();
  readonly #signedOut = new Set<() => void>();
  /** Wins of this page that nobody has begun to send. */
  readonly #untouched = new Set<string>();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#store = new SteadyStore(parts.store);
  }

  /** All wins on this phone, oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether unsent wins outlive the page. */
  get durable(): boolean {
    return this.#store.durable;
  }

  onChange(listener: () => void): () => void {
    return listen(this.#changed, listener);
  }

  /** Only what this tab did itself: what other tabs should hear of. */
  onOwnChange(listener: () => void): () => void {
    return listen(this.#changedHere, listener);
  }

  onDelivery(listener: (delivery: Delivery) => void): () => void {
    return listen(this.#delivered, listener);
  }

  /** Told once a win stands nowhere any more. */
  onUndone(listener: (id: string) => void): () => void {
    return listen(this.#undone, listener);
  }

  onSignedOut(listener: () => void): () => void {
    return listen(this.#signedOut, listener);
  }

  /** Whose wins may be sent from now on; null while nobody is signed in. */
  async serve(userId: string | null): Promise<void> {
    this.#userId = userId;
    await this.flush();
  }

  /** Stores a win; it is safe once this resolves. `flush` sends it. */
  async add({ photo, ...win }: NewWin): Promise<Entry> {
    const createdAt = this.#parts.now();
    const entry: Entry = {
      ...win,
      photo: photo && { id: null },
      createdAt,
      attempts: 0,
      nextAt: createdAt,
      lease: null,
      refusal: null,
      isUndone: false,
    };
    this.#untouched.add(entry.id);
    await this.#store.put(entry, photo);
    await this.#settle();
    return entry;
  }

  /** Puts a mended win back into the queue, under its own id still: it can never count twice. */
  async amend(id: string, body: DealBody, photo: Blob | null): Promise<void> {
    const fresh = { attempts: 0, nextAt: this.#parts.now(), lease: null, refusal: null };
    await this.#store.keepPhoto(id, photo);
    await this.#store.change(id, (entry) => ({ ...entry, ...fresh, body, photo: photo && { id: null } }));
    await this.#settle();
    await this.flush();
  }

  /** Lets a win go without its photo, which is too much for the network that there is. */
  async dropPhoto(id: string): Promise<void> {
    await this.#store.change(id, (entry) => ({ ...entry, photo: null }));
    await this.#store.keepPhoto(id, null);
    await this.#settle();
    await this.flush();
  }

  async discard(id: string): Promise<void> {
    await this.#store.remove(id);
    await this.#settle();
  }

  /**
   * Takes back a win, sent or not. Of one that may have been on its way the server may know: it stays here, or comes back,
   * until it has been undone there. Rule PO5.
   */
  async undo(entry: Entry): Promise<void> {
    const undone = { isUndone: true, attempts: 0, nextAt: this.#parts.now(), refusal: null };
    const isUntouched = this.#untouched.has(entry.id);
    let isHere = false;
    const left = await this.#store.change(entry.id, (kept) => {
      isHere = true;
      return isUntouched && kept.attempts === 0 && kept.lease === null ? GONE : { ...kept, ...undone };
    });
    if (!isHere) await this.#store.put({ ...entry, ...undone, photo: null, lease: null }, null);
    else if (!left) this.#tellUndone(entry.id);
    await this.#settle();
    await this.flush();
  }

  #tellUndone(id: string): void {
    for (const listener of this.#undone) listener(id);
  }

  /** The photo of a win that is here, or one that is kept for a win to come. */
  photoOf(id: string): Promise<Blob | null> {
    return this.#store.photoOf(id);
  }

  /** Keeps a photo for a win to come; null forgets it. */
  keepPhoto(id: string, photo: Blob | null): Promise<void> {
    return this.#store.keepPhoto(id, photo);
  }

  /** Takes in what other tabs have done. */
  async refresh(): Promise<void> {
    this.#entries = (await this.#store.all()).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    for (const listener of this.#changed) listener();
  }

  /** Sends what is waiting: all of it now, whatever the backoff says. */
  async flush(): Promise<void> {
    await this.#run(() => true);
  }

  async #run(isDue: (entry: Entry) => boolean): Promise<void> {
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#sending = true;
    try {
      do {
        this.#again = false;
        await this.#pass(isDue);
      } while (this.#again);
    } catch {
      // The browser's storage failed for a moment: the wins are still known here, and the timer tries again.
    } finally {
      this.#sending = false;
    }
    this.#plan();
  }

  async #pass(isDue: (entry: Entry) => boolean): Promise<void> {
    await this.refresh();
    for (const entry of this.#mine()) {
      if (!isDue(entry)) continue;
      const claimed = await this.#claim(entry.id);
      if (!claimed) continue;
      const mayGoOn = await this.#deliver(claimed);
      await this.#settle();
      if (!mayGoOn) break;
    }
  }

  async #settle(): Promise<void> {
    await this.refresh();
    for (const listener of this.#changedHere) listener();
  }

  #mine(): Entry[] {
    return this.#entries.filter((entry) => entry.userId === this.#userId && entry.refusal === null);
  }

  async #claim(id: string): Promise<Entry | null> {
    const { now, owner } = this.#parts;
    this.#untouched.delete(id);
    return await this.#store.change(id, (entry) => {
      const isTaken = entry.lease !== null && entry.lease.owner !== owner && entry.lease.until > now();
      if (isTaken || entry.refusal !== null) return null;
      const leaseMs = entry.photo && entry.photo.id === null ? PHOTO_LEASE_MS : LEASE_MS;
      return { ...entry, lease: { owner, until: now() + leaseMs } };
    });
  }

  /** Sends one win; false where there is no point in trying the others. */
  async #deliver(entry: Entry): Promise<boolean> {
    const { way, now, owner } = this.#parts;
    const verdict = await carry(entry, way, {
      photo: () => this.#store.photoOf(entry.id),
      onPhotoId: async (id) => {
        const lease = { owner, until: now() + LEASE_MS };
        await this.#store.change(entry.id, (kept) => ({ ...kept, photo: kept.photo && { id }, lease }));
      },
    });
    switch (verdict.type) {
      case 'stored':
        // Taken back while it was on its way: it goes again, to be undone.
        if (await this.#store.change(entry.id, letGo)) this.#again = true;
        for (const listener of this.#delivered) listener({ entry, answer: verdict.answer });
        return true;
      case 'undone':
        await this.#store.remove(entry.id);
        this.#tellUndone(entry.id);
        return true;
      case 'refused':
        await this.#store.change(entry.id, (kept) => ({ ...kept, refusal: verdict.problem, lease: null }));
        return true;
      case 'signed-out':
        await this.#store.change(entry.id, (kept) => ({ ...kept, lease: null }));
        this.#userId = null;
        for (const listener of this.#signedOut) listener();
        return false;
      case 'later':
        await this.#store.change(entry.id, (kept) => this.#postpone(kept, verdict.retryAfterMs));
        return verdict.reached;
    }
  }

  #postpone(entry: Entry, retryAfterMs: number | null): Entry {
    const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(entry.attempts, 10));
    const delayMs = Math.max(retryAfterMs ?? 0, backoff * (0.75 + this.#parts.random() / 2));
    return { ...entry, attempts: entry.attempts + 1, nextAt: this.#parts.now() + delayMs, lease: null };
  }

  /** Sets the timer for the earliest win that is due by itself, or whose tab may have died while sending it. */
  #plan(): void {
    this.#cancelTimer();
    const { now, owner } = this.#parts;
    const dueAt = (entry: Entry) =>
      entry.lease && entry.lease.owner !== owner ? Math.max(entry.nextAt, entry.lease.until) : entry.nextAt;
    const next = Math.min(...this.#mine().map(dueAt));
    if (next === Number.POSITIVE_INFINITY) return;
    this.#cancelTimer = this.#parts.schedule(Math.max(250, next - now()), () => {
      void this.#run((entry) => dueAt(entry) <= now());
    });
  }
}

function letGo(entry: Entry): Entry | typeof GONE {
  return entry.isUndone ? { ...entry, lease: null } : GONE;
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
