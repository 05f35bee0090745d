// Notices on their way: a few at once, so that a push service that never answers holds up nobody but whose phone it
// serves; and what waits is bounded, and dropped once it is no news any more. Rule PN6.
import type { Clock } from '../clock.ts';
import type { SubscriptionRow } from '../store/push.ts';
import type { PushMessage } from './sender.ts';

/** So many are on their way at once, */
const LANES = 8;
/** of one account. */
const LANES_OF_ONE = 2;
/** One notice for an office of hundreds, each with several phones. */
const MOST_WAITING = 5_000;

interface Waiting {
  to: SubscriptionRow;
  message: PushMessage;
  until: number;
}

interface LanesOptions {
  clock: Pick<Clock, 'now'>;
  send: (to: SubscriptionRow, message: PushMessage) => Promise<void>;
  onFailure: (failure: unknown) => void;
}

export class Lanes {
  readonly #options: LanesOptions;
  #waiting: Waiting[] = [];
  /** How many are on their way, by account. */
  readonly #busy = new Map<string, number>();
  #lanes = 0;

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  /** Sends each as soon as there is a lane for it; where too many wait, the oldest are dropped. */
  send(notices: readonly Pick<Waiting, 'to' | 'message'>[]): void {
    const now = this.#options.clock.now();
    const added = notices.map((notice) => ({ ...notice, until: now + notice.message.ttlSeconds * 1_000 }));
    this.#waiting = [...this.#waiting, ...added].slice(-MOST_WAITING);
    while (this.#lanes < LANES) {
      const next = this.#next();
      if (!next) return;
      void this.#drive(next);
    }
  }

  /** Whoever is on the way takes up what waits: whose account was busy is not forgotten. */
  async #drive(first: Waiting): Promise<void> {
    this.#lanes += 1;
    for (let next: Waiting | undefined = first; next; next = this.#next()) {
      const { userId } = next.to;
      this.#busy.set(userId, this.#busyOf(userId) + 1);
      const ttlSeconds = Math.ceil((next.until - this.#options.clock.now()) / 1_000);
      await this.#options.send(next.to, { ...next.message, ttlSeconds }).catch(this.#options.onFailure);
      const left = this.#busyOf(userId) - 1;
      if (left > 0) this.#busy.set(userId, left);
      else this.#busy.delete(userId);
    }
    this.#lanes -= 1;
  }

  /** The first that still is news and whose account has a lane left. */
  #next(): Waiting | undefined {
    const now = this.#options.clock.now();
    this.#waiting = this.#waiting.filter(({ until }) => until > now);
    const place = this.#waiting.findIndex(({ to }) => this.#busyOf(to.userId) < LANES_OF_ONE);
    return place < 0 ? undefined : this.#waiting.splice(place, 1)[0];
  }

  #busyOf(userId: string): number {
    return this.#busy.get(userId) ?? 0;
  }
}
