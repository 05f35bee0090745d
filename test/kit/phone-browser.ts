// A browser for the outbox to live in: two tabs, one storage, a network that does what it is told, and a server as far as
// a phone can tell.
import { GONE, type EntryStore } from '../../display/win/outbox/entry.ts';
import { Outbox } from '../../display/win/outbox/outbox.ts';
import type { Setback } from '../../display/win/outbox/verdict.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DealAnswer, DealBody } from '../../shared/schemas/deals.ts';

/** What becomes of one request: done and answered, done and not answered, never arrived, failed, never answered at all. */
export const LUCK = ['done', 'done', 'lost', 'cut', 'failed', 'stuck'] as const;
export type Luck = (typeof LUCK)[number];

export const USERS = ['an', 'binh'] as const;
export type User = (typeof USERS)[number];

const CUT: Setback = { type: 'later', reached: false, retryAfterMs: null };
const FAILED: Setback = { type: 'later', reached: true, retryAfterMs: null };
const INVALID: Setback = { type: 'refused', problem: { code: 'request/invalid', status: 422 } as Problem };
const TAKEN: Setback = { type: 'refused', problem: { code: 'deal/id-taken', status: 409 } as Problem };

/** The server as far as a phone can tell: deals by id, pictures by their bytes, and whose cookie the browser has. */
class Server {
  readonly deals = new Map<string, { owner: string; content: string; isVoid: boolean }>();
  readonly pictures = new Map<string, string>();
  cookie: User | null = 'an';

  upload(bytes: string) {
    const id = this.pictures.get(bytes) ?? `picture-${this.pictures.size}`;
    this.pictures.set(bytes, id);
    return { type: 'uploaded', id } as const;
  }

  post(body: DealBody) {
    const id = body.id ?? '';
    if (body.customer === 'bad') return INVALID;
    const content = JSON.stringify(body);
    const known = this.deals.get(id);
    if (known && known.content !== content) return TAKEN;
    if (!known) this.deals.set(id, { owner: this.cookie ?? '', content, isVoid: false });
    return { type: 'stored', answer: { deal: { id } } as unknown as DealAnswer } as const;
  }

  undo(id: string) {
    const deal = this.deals.get(id);
    if (deal) deal.isVoid = true;
    return { type: 'undone' } as const;
  }
}

/** A browser: one storage, two tabs of it that may be loaded again at any moment, and a clock. */
export class PhoneBrowser {
  readonly server = new Server();
  now = 1_000_000;
  isFull = false;
  #luck: readonly Luck[];
  #asked = 0;
  #loads = 0;
  #store: () => EntryStore;
  readonly tabs: { outbox: Outbox; timers: { at: number; run: () => void }[]; isOpen: boolean }[] = [];

  constructor(store: () => EntryStore, luck: readonly Luck[]) {
    this.#store = store;
    this.#luck = luck;
  }

  heal(): void {
    this.#luck = ['done'];
    this.isFull = false;
  }

  /** The tab is gone as it stands; another page is in its place. */
  async load(place: number): Promise<void> {
    const old = this.tabs[place];
    if (old) old.isOpen = false;
    const tab = { timers: [] as { at: number; run: () => void }[], isOpen: true };
    this.#loads += 1;
    const outbox = new Outbox({
      store: this.#store(),
      owner: `tab-${this.#loads}`,
      now: () => this.now,
      random: () => 0.5,
      schedule: (delayMs, run) => {
        const timer = { at: this.now + delayMs, run };
        tab.timers.push(timer);
        return () => void (tab.timers = tab.timers.filter((one) => one !== timer));
      },
      way: {
        upload: async (photo, userId) => {
          const bytes = await photo.text();
          return await this.#ask(tab, userId, () => this.server.upload(bytes));
        },
        post: (body, { userId }) => this.#ask(tab, userId, () => this.server.post(body)),
        undo: ({ id, userId }) => this.#ask(tab, userId, () => this.server.undo(id)),
        run: () => Promise.resolve(CUT),
      },
    });
    outbox.onSignedOut(() => void outbox.serve(this.server.cookie));
    this.tabs[place] = Object.assign(tab, { outbox });
    void outbox.serve(this.server.cookie);
    await settle();
  }

  /** What a closed tab asked may still arrive, but nobody hears the answer. */
  async #ask<T>(tab: { isOpen: boolean }, userId: string, work: () => T): Promise<T | Setback> {
    if (!tab.isOpen) return await never();
    this.#asked += 1;
    const luck = this.#luck[this.#asked % this.#luck.length] ?? 'done';
    if (luck === 'cut') return CUT;
    if (luck === 'failed') return FAILED;
    if (userId !== this.server.cookie) return { type: 'signed-out' };
    if (luck === 'stuck') return await never();
    const answer = work();
    await Promise.resolve();
    if (!tab.isOpen) return await never();
    return luck === 'lost' ? CUT : answer;
  }

  async pass(ms: number): Promise<void> {
    this.now += ms;
    for (const { timers } of this.tabs)
      for (const { run } of timers.splice(0).filter(({ at }) => at <= this.now)) run();
    await settle();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Reading a photo's bytes takes the engine a real turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A store that cannot be written while the disk is full. */
export function onDisk(store: EntryStore, isFull: () => boolean): EntryStore {
  const full = (): Promise<never> => Promise.reject(new Error('QuotaExceededError'));
  return {
    durable: true,
    all: () => store.all(),
    put: (entry, photo) => (isFull() ? full() : store.put(entry, photo)),
    remove: (id) => store.remove(id),
    // Taking away needs no room.
    change: (id, change) =>
      isFull()
        ? store.change(id, (entry) => (change(entry) === GONE ? GONE : null)).then(full)
        : store.change(id, change),
    photoOf: (id) => store.photoOf(id),
    keepPhoto: (id, photo) => (isFull() && photo ? full() : store.keepPhoto(id, photo)),
  };
}
