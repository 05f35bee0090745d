// The queue of unsent wins and errands: each is stored before it is sent, sent by one tab at a time, and leaves only when the
// server has it or the rep discards it. Store, clock and transport come from outside.
import type { DealAnswer, DealBody } from '../../../shared/schemas/deals.ts';
import { postponed, untried } from './backoff.ts';
import { carry, type Way } from './courier.ts';
import { GONE, type Entry, type EntryStore, type ErrandEntry, type Kept } from './entry.ts';
import { isErrand, isHeldUp, isTakenBack, leftBehindBy, type Errand, type ErrandDone, type Poster } from './errand.ts';
import { Signal } from './signal.ts';
import { claim, dueAt, hold } from './lease.ts';
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

export interface Delivery {
  entry: Entry;
  answer: DealAnswer;
}

/** A win as it comes from the form. */
export interface NewWin {
  id: string;
  userId: string;
  userName?: string;
  repName: string;
  body: DealBody;
  photo: Blob | null;
}

/** What a round of sending takes: all that waits, or what is due by itself. */
type Wanted = 'all' | 'due';

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #store: EntryStore;
  #kept: readonly Kept[] = [];
  #entries: readonly Entry[] = [];
  #errands: readonly ErrandEntry[] = [];
  #userId: string | null = null;
  #sending = false;
  /** What was asked for while sending. */
  #again: Wanted | null = null;
  #cancelTimer: () => void = () => undefined;
  readonly #changed = new Signal();
  readonly #changedHere = new Signal();
  readonly #delivered = new Signal<Delivery>();
  readonly #undone = new Signal<string>();
  readonly #errandDone = new Signal<ErrandDone>();
  readonly #signedOut = new Signal();
  readonly onChange = this.#changed.on;
  /** Only what this tab did itself: what other tabs should hear of. */
  readonly onOwnChange = this.#changedHere.on;
  readonly onDelivery = this.#delivered.on;
  /** Told once a win stands nowhere any more. */
  readonly onUndone = this.#undone.on;
  readonly onErrandDone = this.#errandDone.on;
  readonly onSignedOut = this.#signedOut.on;
  /** What of this page nobody has begun to send. */
  readonly #untouched = new Set<string>();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#store = new SteadyStore(parts.store);
  }

  /** All wins on this phone, oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** All errands on this phone, oldest first. */
  get errands(): readonly ErrandEntry[] {
    return this.#errands;
  }

  /** Whether what is unsent outlives the page. */
  get durable(): boolean {
    return this.#store.durable;
  }

  /** Whose wins may be sent from now on; null while nobody is signed in. */
  async serve(userId: string | null): Promise<void> {
    this.#userId = userId;
    await this.flush();
  }

  /** Stores a win; it is safe once this resolves. `flush` sends it. The same win again is the one that is here. */
  async add(win: NewWin): Promise<Entry> {
    const entry = await this.#keep(win);
    await this.#settle();
    return entry;
  }

  /** Stores a win and begins to send it before anybody draws it; it is safe once this resolves. */
  async post(win: NewWin): Promise<void> {
    await this.#keep(win);
    if (this.#sending) await this.#settle();
    void this.flush();
    this.#changedHere.tell();
  }

  async #keep({ photo, ...win }: NewWin): Promise<Entry> {
    await this.#read();
    const known = this.#entries.find(({ id }) => id === win.id);
    if (known) return known;
    const createdAt = this.#parts.now();
    const entry: Entry = { ...win, ...untried(createdAt), photo: photo && { id: null }, createdAt, isUndone: false };
    this.#untouched.add(entry.id);
    await this.#store.put(entry, photo);
    return entry;
  }

  /** Puts a mended win back into the queue, under its own id still: it can never count twice. */
  async amend(id: string, body: DealBody, photo: Blob | null): Promise<void> {
    const fresh = untried(this.#parts.now());
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

  /** Stores an errand, behind all that is here; it is safe once this resolves. `flush` sends it. */
  async addErrand(poster: Poster, id: string, errand: Errand): Promise<void> {
    const now = this.#parts.now();
    const createdAt = Math.max(now, (this.#kept.at(-1)?.createdAt ?? 0) + 1);
    this.#untouched.add(id);
    await this.#store.put({ ...untried(now), id, userId: poster.id, userName: poster.name, errand, createdAt }, null);
    await this.#settle();
  }

  /** Forgets an errand that nobody has begun to send, and what speaks of it; gives whether it was one. */
  async withdraw(id: string): Promise<boolean> {
    let isGone = false;
    await this.#store.change(id, (kept) => {
      isGone = this.#untouched.has(id) && kept.attempts === 0 && kept.lease === null;
      return isGone ? GONE : null;
    });
    if (isGone) await this.discard(id);
    return isGone;
  }

  /** Gives up what the server would not take, and what means nothing without it. */
  async discard(id: string): Promise<void> {
    for (const one of leftBehindBy(id, this.#kept)) await this.#store.remove(one);
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
      const isNowhere = isUntouched && !isTakenBack(kept) && kept.attempts === 0 && kept.lease === null;
      return isNowhere ? GONE : { ...kept, ...undone };
    });
    if (!isHere) await this.#store.put({ ...entry, ...undone, photo: null, lease: null }, null);
    else if (!left) this.#undone.tell(entry.id);
    await this.#settle();
    await this.flush();
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
    await this.#read();
    this.#changed.tell();
  }

  async #read(): Promise<void> {
    this.#kept = (await this.#store.all()).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    this.#entries = this.#kept.filter((one): one is Entry => !isErrand(one));
    this.#errands = this.#kept.filter(isErrand);
  }

  /** Sends what is waiting: all of it now, whatever the backoff says. */
  async flush(): Promise<void> {
    await this.#run('all');
  }

  async #run(wanted: Wanted): Promise<void> {
    if (this.#sending) {
      if (this.#again !== 'all') this.#again = wanted;
      return;
    }
    this.#sending = true;
    try {
      for (let next: Wanted | null = wanted; next !== null; next = this.#again) {
        this.#again = null;
        await this.#pass(next);
      }
    } catch {
      // The browser's storage failed for a moment: the wins are still known here, and the timer tries again.
    } finally {
      this.#sending = false;
    }
    this.#plan();
  }

  async #pass(wanted: Wanted): Promise<void> {
    await this.#read();
    let isTold = false;
    for (const entry of this.#mine()) {
      if ((wanted === 'due' && !this.#isDue(entry)) || isHeldUp(entry, this.#kept)) continue;
      this.#untouched.delete(entry.id);
      const claimed = await claim(this.#store, entry.id, this.#parts);
      if (!claimed) continue;
      const delivery = this.#deliver(claimed);
      // Once it is on its way: whoever is told draws, and that would come first.
      this.#changed.tell();
      isTold = true;
      const mayGoOn = await delivery;
      await this.#settle();
      if (!mayGoOn) break;
    }
    if (!isTold) this.#changed.tell();
  }

  async #settle(): Promise<void> {
    await this.refresh();
    this.#changedHere.tell();
  }

  #mine(): Kept[] {
    return this.#kept.filter((entry) => entry.userId === this.#userId && entry.refusal === null);
  }

  /** Sends one win; false where there is no point in trying the others. */
  async #deliver(entry: Kept): Promise<boolean> {
    const release = hold(this.#store, entry.id, this.#parts);
    const verdict = await carry(entry, this.#parts.way, {
      photo: () => this.#store.photoOf(entry.id),
      onPhotoId: async (id) => {
        await this.#store.change(entry.id, (kept) =>
          isErrand(kept) ? null : { ...kept, photo: kept.photo && { id } },
        );
      },
    });
    release();
    switch (verdict.type) {
      case 'stored':
        if (!isErrand(entry)) this.#delivered.tell({ entry, answer: verdict.answer });
        // Taken back while it was on its way: it goes again, to be undone.
        if (await this.#store.change(entry.id, letGo)) this.#again ??= 'due';
        return true;
      case 'done':
        await this.#store.remove(entry.id);
        if (isErrand(entry)) this.#errandDone.tell({ entry, answer: verdict.answer });
        return true;
      case 'undone':
        await this.#store.remove(entry.id);
        this.#undone.tell(entry.id);
        return true;
      case 'refused':
        await this.#store.change(entry.id, (kept) => ({ ...kept, refusal: verdict.problem, lease: null }));
        return true;
      case 'signed-out':
        await this.#store.change(entry.id, (kept) => ({ ...kept, lease: null }));
        this.#userId = null;
        this.#signedOut.tell();
        return false;
      case 'later':
        await this.#store.change(entry.id, (kept) => postponed(kept, verdict.retryAfterMs, this.#parts));
        return verdict.reached;
    }
  }

  /** Sets the timer for the earliest win that is due by itself, or whose tab may have died while sending it. */
  #plan(): void {
    this.#cancelTimer();
    const { now, owner } = this.#parts;
    const next = Math.min(...this.#mine().map((entry) => dueAt(entry, owner)));
    if (next === Number.POSITIVE_INFINITY) return;
    this.#cancelTimer = this.#parts.schedule(Math.max(250, next - now()), () => void this.#run('due'));
  }

  #isDue(entry: Kept): boolean {
    const { now, owner } = this.#parts;
    return dueAt(entry, owner) <= now();
  }
}

function letGo(entry: Kept): Kept | typeof GONE {
  return isTakenBack(entry) ? { ...entry, lease: null } : GONE;
}
