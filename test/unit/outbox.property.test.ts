// The phone's outbox through anything: whatever is cut, lost, reloaded, full, closed or signed out, every win is booked
// once or still in sight, and nobody sends another's.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GONE, type EntryStore } from '../../display/win/outbox/entry.ts';
import { LocalStore } from '../../display/win/outbox/local-store.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import { Outbox } from '../../display/win/outbox/outbox.ts';
import type { Setback } from '../../display/win/outbox/verdict.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DealAnswer, DealBody } from '../../shared/schemas/deals.ts';
import { fakeStorage } from '../kit/fake-storage.ts';

/** What becomes of one request: done and answered, done and not answered, never arrived, failed, never answered at all. */
const LUCK = ['done', 'done', 'lost', 'cut', 'failed', 'stuck'] as const;
type Luck = (typeof LUCK)[number];

const USERS = ['an', 'binh'] as const;
type User = (typeof USERS)[number];

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
class Browser {
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
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A store that cannot be written while the disk is full. */
function onDisk(store: EntryStore, isFull: () => boolean): EntryStore {
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

const tab = fc.nat({ max: 1 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('post' as const), tab, isBad: fc.boolean(), hasPhoto: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(300, 5_000, 90_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('load' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), tab, which: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mend' as const), tab, which: fc.nat({ max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cookie' as const), user: fc.constantFrom(...USERS, null) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('disk' as const), isFull: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Posted {
  id: string;
  owner: User;
  photo: string | null;
}

class Story {
  readonly browser: Browser;
  readonly posted: Posted[] = [];
  readonly undone = new Set<string>();
  /** Wins of a page that was closed before the disk had room for them: the page says so while it is open. */
  readonly unkept = new Set<string>();
  /** Wins of such a page that it could not mark as taken back; with a full disk tabs cannot tell each other of it. */
  readonly unmarked = new Set<string>();

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async take(one: Step): Promise<void> {
    const { browser } = this;
    switch (one.do) {
      case 'post':
        await this.#post(one);
        break;
      case 'pass':
        await browser.pass(one.ms);
        break;
      case 'load':
        await this.#load(one.tab);
        break;
      case 'flush':
        void browser.tabs[one.tab]?.outbox.flush();
        break;
      case 'undo':
        await this.#undo(one);
        break;
      case 'mend':
        await this.#mend(one);
        break;
      case 'cookie':
        browser.server.cookie = one.user;
        // The page that signs in knows; the other finds out when it asks.
        void browser.tabs[0]?.outbox.serve(one.user);
        break;
      case 'disk':
        browser.isFull = one.isFull;
    }
    await settle();
  }

  async #post({ tab: place, isBad, hasPhoto }: Extract<Step, { do: 'post' }>): Promise<void> {
    const owner = this.browser.server.cookie;
    if (owner === null) return;
    const id = `win-${String(this.posted.length).padStart(5, '0')}`;
    const photo = hasPhoto ? `photo of ${id}` : null;
    const body: DealBody = { id, rep: owner, amount: '1', customer: isBad ? 'bad' : 'good' };
    this.posted.push({ id, owner, photo });
    const win = { id, userId: owner, repName: owner, body, photo: photo === null ? null : new Blob([photo]) };
    await this.browser.tabs[place]?.outbox.add(win);
    void this.browser.tabs[place]?.outbox.flush();
  }

  async #load(place: number): Promise<void> {
    const before = this.browser.tabs[place]?.outbox;
    const ids = before && !before.durable ? before.entries.map(({ id }) => id) : [];
    await this.browser.load(place);
    const kept = new Set(this.browser.tabs[place]?.outbox.entries.map(({ id }) => id));
    for (const id of ids) (kept.has(id) ? this.unmarked : this.unkept).add(id);
  }

  async #undo({ tab: place, which }: Extract<Step, { do: 'undo' }>): Promise<void> {
    const entry = this.browser.tabs[place]?.outbox.entries[which];
    if (!entry || entry.refusal || entry.userId !== this.browser.server.cookie) return;
    this.undone.add(entry.id);
    if (this.browser.isFull) this.unmarked.add(entry.id);
    void this.browser.tabs[place]?.outbox.undo(entry);
    await settle();
  }

  async #mend({ tab: place, which }: Extract<Step, { do: 'mend' }>): Promise<void> {
    const entry = this.browser.tabs[place]?.outbox.entries[which];
    if (!entry?.refusal || entry.body.customer !== 'bad') return;
    const outbox = this.browser.tabs[place]?.outbox;
    void outbox?.amend(entry.id, { ...entry.body, customer: 'good' }, (await outbox.photoOf(entry.id)) ?? null);
    await settle();
  }

  /** Everything works again, and everybody comes by. */
  async end(): Promise<void> {
    const { browser } = this;
    browser.heal();
    for (const user of [...USERS, ...USERS]) {
      browser.server.cookie = user;
      // One after another: what only one tab holds is still there when the other is loaded again.
      for (const place of [0, 1]) {
        await this.#load(place);
        for (let time = 0; time < 6; time += 1) await browser.pass(100_000);
      }
    }
  }
}

const stores = {
  memory: () => {
    const store = new MemoryStore();
    return () => store;
  },
  'local storage': () => {
    const storage = fakeStorage();
    return () => new LocalStore(storage);
  },
} as const;

it.each(['memory', 'local storage'] as const)(
  'PO1 PO2 PO5 every win is booked once, for its own rep, or still in sight; undone ones stand nowhere (%s)',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 40 }),
        fc.array(fc.constantFrom(...LUCK), { minLength: 1, maxLength: 12 }),
        async (steps, luck) => {
          const open = stores[kind]();
          const browser: Browser = new Browser(() => onDisk(open(), () => browser.isFull), luck);
          const story = new Story(browser);
          for (const place of [0, 1]) await browser.load(place);
          for (const one of steps) await story.take(one);
          await story.end();
          check(story);
        },
      ),
      { numRuns: 600 },
    );
  },
  120_000,
);

function check({ browser, posted, undone, unkept, unmarked }: Story): void {
  const left = new Map(browser.tabs[1]?.outbox.entries.map((entry) => [entry.id, entry]));
  for (const { id, owner, photo } of posted) {
    const deal = browser.server.deals.get(id);
    const isSeen = left.has(id);
    // Nothing but what the server refuses is left, and that says why.
    if (isSeen) expect(left.get(id)?.refusal, id).not.toBeNull();
    if (undone.has(id)) {
      if (!unkept.has(id) && !unmarked.has(id) && !isSeen) expect(deal?.isVoid ?? true, `${id} is undone`).toBe(true);
      continue;
    }
    if (!unkept.has(id)) expect(deal !== undefined || isSeen, `${id} is booked or in sight`).toBe(true);
    if (!deal) continue;
    expect(deal, id).toMatchObject({ owner, isVoid: false });
    const { photoId } = JSON.parse(deal.content) as DealBody;
    if (photoId) expect(browser.server.pictures.get(photo ?? '')).toBe(photoId);
  }
}
