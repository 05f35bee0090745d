// The queue of unsent wins: each is stored before it is sent, sent by one tab at a time, and leaves only when the
// server has it or the rep discards it. Store, clock and transport come from outside.
import type { DealAnswer, DealBody } from '../../../shared/schemas/deals.ts';
import type { Entry, EntryStore } from './entry.ts';
import { MemoryStore } from './memory-store.ts';
import type { Verdict } from './verdict.ts';

export interface OutboxParts {
  store: EntryStore;
  send: (body: DealBody, id: string) => Promise<Verdict>;
  now: () => number;
  /** Runs something later; gives what cancels it. */
  schedule: (delayMs: number, run: () => void) => () => void;
  /** 0 ≤ x < 1: spreads the phones of an office after an outage. */
  random: () => number;
  /** Names this tab among the others. */
  owner: string;
}

/** Longer than a request may take, so that a lease never runs out under a tab that is still sending. */
export const LEASE_MS = 25_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

export interface Delivery {
  entry: Entry;
  answer: DealAnswer;
}

export class Outbox {
  readonly #parts: OutboxParts;
  #store: EntryStore;
  #entries: readonly Entry[] = [];
  #userId: string | null = null;
  #sending = false;
  #again = false;
  #cancelTimer: () => void = () => undefined;
  readonly #changed = new Set<() => void>();
  readonly #changedHere = new Set<() => void>();
  readonly #delivered = new Set<(delivery: Delivery) => void>();
  readonly #signedOut = new Set<() => void>();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#store = parts.store;
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

  onSignedOut(listener: () => void): () => void {
    return listen(this.#signedOut, listener);
  }

  /** Whose wins may be sent from now on; null while nobody is signed in. */
  async serve(userId: string | null): Promise<void> {
    this.#userId = userId;
    await this.flush();
  }

  /** Stores a win; it is safe once this resolves. `flush` sends it. */
  async add(win: { id: string; userId: string; repName: string; body: DealBody }): Promise<Entry> {
    const createdAt = this.#parts.now();
    const entry: Entry = { ...win, createdAt, attempts: 0, nextAt: createdAt, lease: null, refusal: null };
    try {
      await this.#store.put(entry);
    } catch {
      await this.#degrade(entry);
    }
    await this.#settle();
    return entry;
  }

  /** Puts a mended win back into the queue, under its own id still: it can never count twice. */
  async amend(id: string, body: DealBody): Promise<void> {
    const now = this.#parts.now();
    await this.#store.change(id, (entry) => ({ ...entry, body, refusal: null, attempts: 0, nextAt: now, lease: null }));
    await this.#settle();
    await this.flush();
  }

  async discard(id: string): Promise<void> {
    await this.#store.remove(id);
    await this.#settle();
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
    return await this.#store.change(id, (entry) => {
      const isTaken = entry.lease !== null && entry.lease.owner !== owner && entry.lease.until > now();
      if (isTaken || entry.refusal !== null) return null;
      return { ...entry, lease: { owner, until: now() + LEASE_MS } };
    });
  }

  /** Sends one win; false where there is no point in trying the others. */
  async #deliver(entry: Entry): Promise<boolean> {
    const verdict = await this.#parts.send(entry.body, entry.id);
    switch (verdict.type) {
      case 'stored':
        await this.#store.remove(entry.id);
        for (const listener of this.#delivered) listener({ entry, answer: verdict.answer });
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

  /** The browser's storage gave up (full, or taken away): wins live in memory from here on, and the page says so. */
  async #degrade(entry: Entry): Promise<void> {
    const memory = new MemoryStore([...this.#entries, entry]);
    this.#store = memory;
    await memory.put(entry);
  }
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
