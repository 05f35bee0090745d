// The phone's outbox through anything: whatever is cut, lost, reloaded, full, closed or signed out, every win is booked
// once or still in sight, and nobody sends another's.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LocalStore } from '../../display/win/outbox/local-store.ts';
import { MemoryStore } from '../../display/win/outbox/memory-store.ts';
import type { DealBody } from '../../shared/schemas/deals.ts';
import { fakeStorage } from '../kit/fake-storage.ts';
import { LUCK, onDisk, PhoneBrowser, settle, USERS, type User } from '../kit/phone-browser.ts';

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
  readonly browser: PhoneBrowser;
  readonly posted: Posted[] = [];
  readonly undone = new Set<string>();
  /** Wins of a page that was closed before the disk had room for them: the page says so while it is open. */
  readonly unkept = new Set<string>();
  /** Wins of such a page that it could not mark as taken back; with a full disk tabs cannot tell each other of it. */
  readonly unmarked = new Set<string>();

  constructor(browser: PhoneBrowser) {
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
          const browser: PhoneBrowser = new PhoneBrowser(() => onDisk(open(), () => browser.isFull), luck);
          const story = new Story(browser);
          for (const place of [0, 1]) await browser.load(place);
          for (const one of steps) await story.take(one);
          await story.end();
          expect(faultsOf(story)).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  },
  120_000,
);

/** Whether a deal names its own photo, or none: one that could not be kept is left out. */
function isOwnPhoto({ server }: PhoneBrowser, content = '{}', photo: string | null): boolean {
  const { photoId } = JSON.parse(content) as Partial<DealBody>;
  return photoId === undefined || server.pictures.get(photo ?? '') === photoId;
}

/** What is not as it should be. */
function faultsOf({ browser, posted, undone, unkept, unmarked }: Story): string[] {
  const left = new Map(browser.tabs[1]?.outbox.entries.map((entry) => [entry.id, entry]));
  return posted.flatMap(({ id, owner, photo }) => {
    const deal = browser.server.deals.get(id);
    const entry = left.get(id);
    const hasOwnPhoto = isOwnPhoto(browser, deal?.content, photo);
    const isLost = unkept.has(id);
    const faults: Record<string, boolean> = {
      'is left without a word why': entry?.refusal === null,
      'was taken back and stands': undone.has(id) && !isLost && !unmarked.has(id) && !entry && deal?.isVoid === false,
      'is neither booked nor in sight': !undone.has(id) && !isLost && !deal && !entry,
      'was voided by nobody': !undone.has(id) && deal?.isVoid === true,
      'is booked for another': deal !== undefined && deal.owner !== owner,
      'has another’s photo': !hasOwnPhoto,
    };
    return Object.keys(faults).flatMap((fault) => (faults[fault] ? [`${id} ${fault}`] : []));
  });
}
